import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { itemDetailDto, type ItemDetailDto, toItemDetailDto } from './dto/item.dto.ts';
import { FrameworksService } from './frameworks.service.ts';

@ApiTags('frameworks')
@Controller('items')
export class ItemsController {
  constructor(private readonly frameworks: FrameworksService) {}

  @Get(':id')
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: itemDetailDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ItemDetailDto> {
    return toItemDetailDto(await this.frameworks.item(context, id));
  }
}
