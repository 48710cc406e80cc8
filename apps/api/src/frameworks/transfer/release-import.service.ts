import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { type FrameworkHead, laterSuccessions, type ReleaseContent, settledSuccessions } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { FileBody } from '#platform/http/file-body';
import { ChangeLogRepository } from '../curation/change-log.repository.ts';
import { frameworkNotFound, labelTaken } from '../curation/curation.errors.ts';
import { DraftsRepository } from '../curation/drafts.repository.ts';
import { ofRelease } from '../curation/drafts.service.ts';
import { ReleaseContentService } from '../curation/release-content.service.ts';
import type { Release } from '../framework.types.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { isPublic } from '../visible-releases.ts';
import type { ReleaseImportQuery } from './dto/release-transfer.dto.ts';
import { withStoredFile } from './files/stored-file.ts';
import type { FileProblem } from './reading/file-problems.ts';
import type { ReadHead } from './reading/read-file.ts';
import { type FileFormat, readReleaseFile, type ReleaseFile } from './reading/release-file.ts';
import { type KnownRelease, ReleaseImportRepository } from './release-import.repository.ts';
import { fileHasProblems, fileMissing, typeUnknown } from './transfer.errors.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FORMATS: ReadonlyMap<string, FileFormat> = new Map([
  ['application/json', 'json'],
  ['text/csv', 'csv'],
  ['application/zip', 'zip'],
  [XLSX_TYPE, 'zip'],
]);

export interface ReleaseImport {
  /** Null: nothing was written. */
  readonly release: Release | null;
  /** As far as they are known. */
  readonly framework: string | null;
  readonly isNewFramework: boolean;
  readonly label: string | null;
  /** The release here that it goes on from; null: none. */
  readonly basedOn: Pick<KnownRelease, 'id' | 'label'> | null;
  readonly counts: Readonly<Record<keyof ReleaseContent, number>>;
  /** Of the file, and left out: what they tell is older than the base. */
  readonly pastSuccessions: number;
  readonly problemCount: number;
  readonly problems: readonly FileProblem[];
}

/** Where a file's release would go. */
interface Target {
  /** Null: a new one, as the file has it. */
  readonly frameworkId: string | null;
  readonly framework: FrameworkHead;
  readonly label: string;
  /** Of the framework. */
  readonly releases: readonly KnownRelease[];
}

interface Base {
  readonly release: KnownRelease;
  /** The file is that one, edited; names it; or shares items with it, and it is the newest that does. */
  readonly found: 'edited' | 'named' | 'nearest';
}

/** What would be written. */
interface Draft {
  readonly base: KnownRelease | null;
  readonly content: ReleaseContent;
}

type Choice = Pick<ReleaseImportQuery, 'frameworkId' | 'label'>;

/**
 * Brings a release from a file into a draft: all of it or nothing, once every problem of the file is told. As a request
 * and not as a job, since as many rows as are taken take seconds.
 */
@Injectable()
export class ReleaseImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ReleaseImportRepository,
    private readonly drafts: DraftsRepository,
    private readonly log: ChangeLogRepository,
    private readonly frameworks: FrameworksService,
    private readonly contents: ReleaseContentService,
  ) {}

  /** Reads and checks the file, and writes nothing. */
  rehearse(context: RequestContext, body: FileBody | undefined, choice: Choice): Promise<ReleaseImport> {
    return this.read(context, body, choice, (_, __, ___, result) => Promise.resolve(result));
  }

  /** @throws Refusal when the file has any problem */
  import(context: RequestContext, body: FileBody | undefined, choice: Choice): Promise<ReleaseImport> {
    return this.read(context, body, choice, async (file, target, draft, result) => {
      if (target === null || file.problems.count > 0)
        throw fileHasProblems(result.problemCount, result.problems);
      const release = await this.write(context, file, target, draft);
      return { ...result, release };
    });
  }

  private async read(
    context: RequestContext,
    body: FileBody | undefined,
    choice: Choice,
    goOn: (
      file: ReleaseFile,
      target: Target | null,
      draft: Draft,
      result: ReleaseImport,
    ) => Promise<ReleaseImport>,
  ): Promise<ReleaseImport> {
    if (body === undefined) throw fileMissing();
    const format = FORMATS.get(body.contentType);
    if (format === undefined) throw typeUnknown();
    return withStoredFile(body, async (path) => {
      const file = await readReleaseFile(path, format);
      const target = await this.target(context, file, choice);
      const assembled = file.isBroken ? NOTHING : await this.assemble(context, file, target);
      const found = target && (await this.base(context, file, target, assembled));
      const base = found && found.release;
      const content = await this.sinceBase(context, file, found, assembled);
      const { problems, head } = file;
      return goOn(
        file,
        target,
        { base, content },
        {
          release: null,
          framework: target?.framework.name ?? head.framework?.name ?? null,
          isNewFramework: target?.frameworkId === null,
          label: target?.label ?? choice.label ?? head.label ?? null,
          basedOn: base && { id: base.id, label: base.label },
          counts: countsOf(content),
          pastSuccessions: assembled.successions.length - content.successions.length,
          problemCount: problems.count,
          problems: problems.kept,
        },
      );
    });
  }

  /** Null when the file leaves it open; then it says so. */
  private async target(
    context: RequestContext,
    { head, tellOfHead, isBroken }: ReleaseFile,
    choice: Choice,
  ): Promise<Target | null> {
    const all = await this.drafts.frameworks(context);
    const chosen = choice.frameworkId === undefined ? null : all.find(({ id }) => id === choice.frameworkId);
    if (chosen === undefined) throw frameworkNotFound();
    const known = chosen ?? all.find(({ uri }) => uri === head.framework?.uri);
    const label = choice.label ?? head.label;
    const framework = known ?? head.framework;
    if (chosen !== null && head.framework !== undefined && head.framework.uri !== chosen.uri)
      tellOfHead('framework', `is another framework than the one to import into, ${chosen.name}`);
    // A file that could not be read to its end may have named them.
    if (framework === undefined && !isBroken)
      tellOfHead('framework', 'is missing: choose a framework to import into');
    if (label === undefined && !isBroken) tellOfHead('label', 'is missing: give the release a label');
    if (framework === undefined || label === undefined) return null;
    const releases = known === undefined ? [] : await this.repository.releasesOf(context, known.id);
    if (releases.some((release) => release.label === label))
      tellOfHead('label', `${known?.name ?? ''} has a release ${label} already: give it another label`);
    return { frameworkId: known?.id ?? null, framework, label, releases };
  }

  /**
   * The release that the file's goes on from: the published one that it is an edited copy of, as its address says; the
   * one that it names; else the newest that has items of it.
   */
  private async base(
    context: RequestContext,
    { head }: ReleaseFile,
    { frameworkId, releases }: Target,
    { items }: ReleaseContent,
  ): Promise<Base | null> {
    const edited = originalOf(head, releases);
    if (edited !== undefined) return { release: edited, found: 'edited' };
    const named = releases.find(({ label }) => label === head.basedOn);
    if (named !== undefined) return { release: named, found: 'named' };
    if (frameworkId === null || !releases.some(isPublic)) return null;
    const lineages = items.map(({ lineage }) => lineage);
    const nearest = await this.repository.newestSharing(context, frameworkId, lineages);
    return nearest === undefined ? null : { release: nearest, found: 'nearest' };
  }

  /** The content without what its successions tell of before the base; those that are left are checked. */
  private async sinceBase(
    context: RequestContext,
    { assembly, report, turns }: ReleaseFile,
    base: Base | null,
    content: ReleaseContent,
  ): Promise<ReleaseContent> {
    let { successions } = content;
    // A draft's content may yet be another: what it has had cannot be known.
    if (successions.length > 0 && base !== null && isPublic(base.release)) {
      const { release, found } = base;
      const former = await this.contents.content(context, release.id);
      const settled = { ...former, successions: settledSuccessions(former) };
      const { later, unknown } = laterSuccessions(successions, settled, found !== 'named');
      const told = new Set(found === 'nearest' ? [] : unknown);
      const kindsBefore = new Map(former.items.map((item) => [item.lineage, item.kind]));
      const kinds = new Map(content.items.map((item) => [item.lineage, item.kind]));
      for (const [row, succession] of assembly.successionRows()) {
        const { subject, from, to } = succession;
        if (told.has(succession))
          report('successions', row, 'from', `release ${release.label} has no ${subject} ${from}`);
        const [was, is] = [kindsBefore.get(from), kinds.get(to ?? '')];
        if (subject === 'item' && was !== undefined && is !== undefined && was !== is)
          report('successions', row, 'to', `is a ${is}, and what it comes of is a ${was}`);
      }
      const left = new Set([...later, ...told]);
      successions = successions.filter((succession) => left.has(succession));
    }
    await turns.drive(assembly.checkSuccessions(successions));
    return { ...content, successions };
  }

  private async assemble(
    context: RequestContext,
    { assembly, turns, report }: ReleaseFile,
    target: Target | null,
  ): Promise<ReleaseContent> {
    const frameworkId = target?.frameworkId ?? null;
    const items = frameworkId === null ? [] : await this.repository.knownItems(context, frameworkId);
    const occupations =
      frameworkId === null ? [] : await this.repository.knownOccupations(context, frameworkId);
    const named = (code: string, title: string) => `${code} ${title}`;
    const itemOf = new Map(items.map(({ code, title, lineage }) => [named(code, title), lineage]));
    const occupationOf = new Map(
      occupations.map(({ code, title, lineage }) => [named(code, title), lineage]),
    );
    const content = await turns.drive(
      assembly.finish({
        item: ({ code, title }) => itemOf.get(named(code, title)) ?? uuidv7(),
        occupation: ({ technologyArea, title }) => occupationOf.get(named(technologyArea, title)) ?? uuidv7(),
      }),
    );
    const lineages = content.items.map(({ lineage }) => lineage);
    // Into which framework it goes must be known first.
    const foreign = target === null ? NONE : await this.repository.foreign(context, frameworkId, lineages);
    if (foreign.size > 0) {
      for (const [row, lineage] of assembly.itemLineages())
        if (foreign.has(lineage)) report('items', row, 'lineage', 'is an item of another framework');
    }
    return content;
  }

  private write(
    context: RequestContext,
    file: ReleaseFile,
    target: Target,
    { base, content }: Draft,
  ): Promise<Release> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const frameworkId = target.frameworkId ?? (await this.addFramework(transaction, target.framework));
      const { head } = file;
      const id = uuidv7();
      const { label } = target;
      const basedOn = base?.id ?? null;
      const attribution = head.attribution ?? '';
      if (!(await this.drafts.insert(transaction, { id, frameworkId, label, attribution, basedOn })))
        throw labelTaken(label);
      // Beside the very release that it names it cannot be that one.
      const isCopy = originalOf(head, target.releases) === undefined;
      await this.repository.setOrigin(transaction, id, {
        uri: isCopy ? (head.uri ?? null) : null,
        state: isCopy ? (head.state ?? 'draft') : 'draft',
        publishedOn: isCopy ? (head.publishedOn ?? null) : null,
        basedOn: (isCopy ? head.basedOn : base?.label) ?? null,
      });
      // Read anew: a number may have been given meanwhile.
      const known = await this.repository.knownItems(transaction, frameworkId);
      const ksaNos = new Map(
        known.flatMap(({ lineage, ksaNo }) => (ksaNo === null ? [] : [[lineage, ksaNo]])),
      );
      await this.repository.fill(transaction, id, content, ksaNos, file.turns);
      await this.log.add(transaction, id, '', [ofRelease('imported', { label, ...countsOf(content) })]);
      const made = await this.frameworks.release(transaction, id);
      await this.drafts.count(transaction);
      return made;
    });
  }

  private async addFramework(
    context: TransactionContext,
    { uri, name, publisher, licence }: FrameworkHead,
  ): Promise<string> {
    const id = uuidv7();
    if (await this.drafts.insertFramework(context, { id, uri, name, publisher, licence })) return id;
    // Somebody has made it since it was looked for.
    const made = (await this.drafts.frameworks(context)).find((framework) => framework.uri === uri);
    if (made === undefined) throw frameworkNotFound();
    return made.id;
  }
}

/** The published release here that a file was before it was edited. */
const originalOf = (head: ReadHead, releases: readonly KnownRelease[]): KnownRelease | undefined =>
  releases.find((release) => isPublic(release) && release.uri !== null && release.uri === head.uri);

const NONE: ReadonlySet<string> = new Set();
const NOTHING: ReleaseContent = { areas: [], items: [], occupations: [], selections: [], successions: [] };

function countsOf(content: ReleaseContent): Record<keyof ReleaseContent, number> {
  return {
    areas: content.areas.length,
    items: content.items.length,
    occupations: content.occupations.length,
    selections: content.selections.length,
    successions: content.successions.length,
  };
}
