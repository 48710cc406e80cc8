import { Body, Controller, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import type { StoredItem } from '../framework.types.ts';
import { draftItemDto, type DraftItemDto, toDraftItemDto } from './dto/draft-item.dto.ts';
import {
  addItemDto,
  type AddItemDto,
  editItemDto,
  type EditItemDto,
  mergeItemsDto,
  type MergeItemsDto,
  moveItemDto,
  restoreItemDto,
  type RestoreItemDto,
  type MoveItemDto,
  retireItemDto,
  type RetireItemDto,
  splitItemDto,
  type SplitItemDto,
} from './dto/item-edit.dto.ts';
import { ItemEditingService } from './item-editing.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('curation')
@Controller()
export class ItemEditingController {
  constructor(private readonly editing: ItemEditingService) {}

  @Post('releases/:id/items')
  @Access('framework.curate')
  @ApiOperation({ summary: 'Adds an item to a draft.' })
  @ApiCreatedResponse({ standardSchema: draftItemDto })
  async add(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: addItemDto }) body: AddItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftItemDto> {
    return tagged(reply, await this.editing.add(context, id, body));
  }

  @Post('releases/:id/items/merge')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({
    summary: 'Makes one item of several of one kind.',
    description: 'Whoever selected one of them selects it; counts are not added up: the highest counts.',
  })
  @ApiOkResponse({ standardSchema: draftItemDto })
  async merge(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: mergeItemsDto }) body: MergeItemsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftItemDto> {
    return tagged(reply, await this.editing.merge(context, id, body));
  }

  @Post('releases/:id/items/restore')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({
    summary: 'Brings back an item that the draft has retired, split or merged.',
    description: 'As the release has it that the draft began from; what was made of it stays.',
  })
  @ApiOkResponse({ standardSchema: draftItemDto })
  async restore(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: restoreItemDto }) body: RestoreItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftItemDto> {
    return tagged(reply, await this.editing.restore(context, id, body));
  }

  @Patch('items/:id')
  @Access('framework.curate')
  @ApiOperation({ summary: 'Words an item of a draft otherwise, or gives it another code.' })
  @ApiOkResponse({ standardSchema: draftItemDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: editItemDto }) body: EditItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftItemDto> {
    return tagged(reply, await this.editing.edit(context, id, version, body));
  }

  @Post('items/:id/move')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({ summary: 'Puts an item of a draft under another parent, or elsewhere among its siblings.' })
  @ApiOkResponse({ standardSchema: draftItemDto })
  async move(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: moveItemDto }) body: MoveItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftItemDto> {
    return tagged(reply, await this.editing.move(context, id, version, body));
  }

  @Post('items/:id/split')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({
    summary: 'Makes several items of one.',
    description: 'Whoever selected it selects each part.',
  })
  @ApiOkResponse({ standardSchema: z.array(draftItemDto), description: 'The parts, in their order.' })
  async split(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: splitItemDto }) body: SplitItemDto,
  ): Promise<DraftItemDto[]> {
    return (await this.editing.split(context, id, version, body)).map(toDraftItemDto);
  }

  @Post('items/:id/retire')
  @HttpCode(204)
  @Access('framework.curate')
  @ApiOperation({ summary: 'Takes an item out of a draft, and says what stands in for it.' })
  @ApiNoContentResponse()
  async retire(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: retireItemDto }) body: RetireItemDto,
  ): Promise<void> {
    await this.editing.retire(context, id, version, body);
  }
}

function tagged(reply: FastifyReply, item: StoredItem): DraftItemDto {
  setEtag(reply, item.version);
  return toDraftItemDto(item);
}
