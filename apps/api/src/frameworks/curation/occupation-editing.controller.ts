import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
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
import { FrameworksService } from '../frameworks.service.ts';
import type { DraftOccupation } from './curation.types.ts';
import {
  addOccupationDto,
  type AddOccupationDto,
  draftOccupationDto,
  type DraftOccupationDto,
  editOccupationDto,
  type EditOccupationDto,
  editSelectionsDto,
  type EditSelectionsDto,
  nameTechnologyAreaDto,
  type NameTechnologyAreaDto,
  removeTechnologyAreaQuery,
  type RemoveTechnologyAreaQuery,
  renameRoleFamilyDto,
  type RenameRoleFamilyDto,
  retireOccupationDto,
  type RetireOccupationDto,
  technologyAreaDto,
  type TechnologyAreaDto,
  toDraftOccupationDto,
} from './dto/occupation-edit.dto.ts';
import { OccupationEditingService } from './occupation-editing.service.ts';
import { SelectionEditingService } from './selection-editing.service.ts';

const ID = { schema: z.uuid() };
const CODE = { schema: technologyAreaDto.shape.code };
const changedDto = z.strictObject({ changed: z.int() }).meta({ id: 'Changed' });
const selectionDto = z
  .strictObject({ occupationId: z.uuid(), ksaId: z.uuid(), count: z.int() })
  .meta({ id: 'Selection' });

@ApiTags('curation')
@Controller()
export class OccupationEditingController {
  constructor(
    private readonly editing: OccupationEditingService,
    private readonly selections: SelectionEditingService,
    private readonly frameworks: FrameworksService,
  ) {}

  @Post('releases/:id/occupations')
  @Access('framework.curate')
  @ApiOperation({ summary: 'Adds an occupation to a draft.' })
  @ApiCreatedResponse({ standardSchema: draftOccupationDto })
  async add(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: addOccupationDto }) body: AddOccupationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftOccupationDto> {
    return tagged(reply, await this.editing.add(context, id, body));
  }

  @Patch('occupations/:id')
  @Access('framework.curate')
  @ApiOkResponse({ standardSchema: draftOccupationDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: editOccupationDto }) body: EditOccupationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftOccupationDto> {
    return tagged(reply, await this.editing.edit(context, id, version, body));
  }

  @Post('occupations/:id/retire')
  @HttpCode(204)
  @Access('framework.curate')
  @ApiNoContentResponse()
  async retire(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: retireOccupationDto }) body: RetireOccupationDto,
  ): Promise<void> {
    await this.editing.retire(context, id, version, body);
  }

  @Get('releases/:id/technology-areas')
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: z.array(technologyAreaDto), description: 'In their order.' })
  async areas(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<TechnologyAreaDto[]> {
    const { areas } = await this.frameworks.releaseIndex(context, id);
    return areas.map(({ code, name }) => ({ code, name }));
  }

  @Put('releases/:id/technology-areas/:code')
  @Access('framework.curate')
  @ApiOkResponse({ standardSchema: technologyAreaDto })
  async nameArea(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Param('code', CODE) code: string,
    @Body({ schema: nameTechnologyAreaDto }) body: NameTechnologyAreaDto,
  ): Promise<TechnologyAreaDto> {
    return this.editing.nameArea(context, id, code, body);
  }

  @Delete('releases/:id/technology-areas/:code')
  @HttpCode(204)
  @Access('framework.curate')
  @ApiNoContentResponse()
  async removeArea(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Param('code', CODE) code: string,
    @Query({ schema: removeTechnologyAreaQuery }) { was }: RemoveTechnologyAreaQuery,
  ): Promise<void> {
    await this.editing.removeArea(context, id, code, was);
  }

  @Post('releases/:id/role-families/rename')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOkResponse({ standardSchema: changedDto })
  async renameFamily(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: renameRoleFamilyDto }) body: RenameRoleFamilyDto,
  ): Promise<{ changed: number }> {
    return { changed: await this.editing.renameFamily(context, id, body) };
  }

  @Get('releases/:id/selections')
  @Access('framework.read')
  @ApiOkResponse({
    standardSchema: z.array(selectionDto),
    description: 'Which occupation selects which KSA.',
  })
  async matrix(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
  ): Promise<z.output<typeof selectionDto>[]> {
    const { selections } = await this.frameworks.releaseIndex(context, id);
    return selections.map(({ occupationId, ksaId, count }) => ({ occupationId, ksaId, count }));
  }

  @Patch('releases/:id/selections')
  @Access('framework.curate')
  @ApiOperation({ summary: 'Edits cells of the matrix of occupations and KSAs, all or none.' })
  @ApiOkResponse({ standardSchema: changedDto })
  async select(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: editSelectionsDto }) body: EditSelectionsDto,
  ): Promise<{ changed: number }> {
    return { changed: await this.selections.edit(context, id, body) };
  }
}

function tagged(reply: FastifyReply, occupation: DraftOccupation): DraftOccupationDto {
  setEtag(reply, occupation.version);
  return toDraftOccupationDto(occupation);
}
