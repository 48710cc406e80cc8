import type { StoredItem, StoredOccupation } from '../framework.types.ts';
import { OWN_CODE } from '../own-code.ts';
import { ReleaseIndex } from '../release-index.ts';
import { uuid5 } from '../uuid5.ts';
import type { Extension, OwnItem } from './extension.types.ts';

/** The item that what stands under no competency of a release stands under. */
const OWN_TITLE = 'Your organisation’s own';

/**
 * A release with what an organisation has of its own beside it. Every item of the release keeps its position, since
 * requirements are kept in the order of positions; own items come after all of them, in the order of their making.
 */
export function extendedIndex(base: ReleaseIndex, tenantId: string, extension: Extension): ReleaseIndex {
  const { id: releaseId } = base.release;
  const byLineage = new Map(base.items.map(({ lineage, id }) => [lineage, id]));
  const rootId = uuid5(tenantId, OWN_CODE);
  const last = base.items.length + 1;
  const place = (own: OwnItem): StoredItem => ({
    ...{ id: own.id, lineage: own.id, releaseId, version: own.version, kind: 'ksa', ksaNo: own.ksaNo },
    ...{ code: own.code, title: own.title, definition: own.definition },
    ...{ definitionSource: null, provisional: false },
    parentId: (own.underLineage === null ? undefined : byLineage.get(own.underLineage)) ?? rootId,
    position: last - own.ksaNo,
  });
  const items = extension.items.filter(({ isRetired }) => !isRetired).map(place);
  const root: StoredItem = {
    ...{ id: rootId, lineage: rootId, releaseId, version: 1, kind: 'tier', ksaNo: null, code: OWN_CODE },
    ...{ title: OWN_TITLE, definition: null, definitionSource: null, provisional: false, parentId: null },
    position: last,
  };
  const needsRoot = items.some(({ parentId }) => parentId === rootId);
  const former = extension.items.filter(({ isRetired }) => isRetired).map(place);
  const idOfNo = new Map([...base.ksasByNo.values(), ...items].map(({ ksaNo, id }) => [ksaNo, id]));
  const areaNames = new Map(base.areas.map(({ code, name }) => [code, name]));
  const occupations = extension.occupations.map((own): StoredOccupation => ({
    ...{ id: own.id, lineage: own.id, releaseId, version: own.version },
    ...{ title: own.title, definition: own.definition, roleFamily: own.roleFamily },
    // No institute has named it.
    selectedBy: 0,
    technologyArea: own.technologyArea,
    technologyAreaName: areaNames.get(own.technologyArea) ?? own.technologyArea,
  }));
  const selections = extension.occupations.flatMap(({ id, ksaNos }) =>
    ksaNos.flatMap((ksaNo) => {
      const ksaId = idOfNo.get(ksaNo);
      return ksaId === undefined ? [] : [{ occupationId: id, ksaId, count: 1 }];
    }),
  );
  return new ReleaseIndex(
    base.release,
    {
      items: [...base.items, ...(needsRoot ? [root] : []), ...items],
      occupations: [...base.occupations, ...occupations],
      selections: [...base.selections, ...selections],
      areas: base.areas,
    },
    { former },
  );
}
