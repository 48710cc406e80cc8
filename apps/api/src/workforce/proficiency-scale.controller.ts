import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import {
  proficiencyScaleDto,
  type ProficiencyScaleDto,
  toProficiencyScaleDto,
} from './dto/proficiency-scale.dto.ts';
import { WorkforceService } from './workforce.service.ts';

@ApiTags('workforce')
@Controller('proficiency-scale')
export class ProficiencyScaleController {
  constructor(private readonly workforce: WorkforceService) {}

  @Get()
  @Access('proficiency-scale.read')
  @ApiOkResponse({ standardSchema: proficiencyScaleDto })
  async scale(@Context() context: RequestContext): Promise<ProficiencyScaleDto> {
    return toProficiencyScaleDto(await this.workforce.scale(context));
  }
}
