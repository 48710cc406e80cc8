import type pg from 'pg';
import { type AnalysedRelease, compileRelease } from '#domain';

/** What the analysis is held against: Fig. 9 as SQL says it straight away, every selection joined with every other of its title. */
const PAIRWISE = `
  select a.sub_competency, b.sub_competency, count(distinct a.title)::int as shared
  from benched_selection a join benched_selection b on b.title = a.title
  group by a.sub_competency, b.sub_competency`;

const TABLE = `
  create table if not exists benched_selection (title int not null, sub_competency int not null);
  truncate benched_selection`;

/** Brings the selections of a release into a table of their own, and gives the naive statement over it. */
export async function pairwise(
  admin: pg.Client,
  release: AnalysedRelease,
): Promise<() => Promise<{ shared: number }[]>> {
  const { ksas, groups, titles } = compileRelease(release);
  const titlePlaces = new Map(titles.map((title, place) => [title, place]));
  const titleOf = new Map(release.occupations.map(({ id, title }) => [id, titlePlaces.get(title)]));
  const groupOf = new Map(
    groups
      .filter(({ item }) => item.kind === 'sub-competency')
      .flatMap((group, place) => group.ksas.map((ksa) => [ksas[ksa]?.id, place])),
  );
  const ofTitles = release.selections.map(({ occupationId }) => titleOf.get(occupationId));
  const ofGroups = release.selections.map(({ ksaId }) => groupOf.get(ksaId));
  await admin.query(TABLE);
  await admin.query('insert into benched_selection select * from unnest($1::int[], $2::int[])', [
    ofTitles,
    ofGroups,
  ]);
  await admin.query('create index if not exists benched_selection_title on benched_selection (title)');
  await admin.query('analyze benched_selection');
  return async () => (await admin.query<{ shared: number }>(PAIRWISE)).rows;
}
