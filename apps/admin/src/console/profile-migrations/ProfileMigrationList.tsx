import { Link } from 'react-router';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { ProfileBehind } from '../providers/records.ts';
import { useRelease } from '../providers/queries.ts';
import { useText } from '../providers/useText.ts';
import { ImpactPanel } from './ImpactPanel.tsx';

export default function ProfileMigrationList() {
  const text = useText();
  const mayMove = useMay('role-profiles', 'edit');
  const { data: release } = useRelease();
  const columns: Column<ProfileBehind>[] = [
    {
      key: 'name',
      label: text('migration.list.name'),
      sortBy: 'name',
      cell: ({ id, name }) => (
        <Link to={mayMove ? `/role-profiles/${id}/migration` : `/role-profiles/${id}/show`}>{name}</Link>
      ),
    },
    {
      key: 'from',
      label: text('migration.list.from'),
      cell: ({ from, to }) => `${from.label} → ${to.label}`,
    },
    {
      key: 'decisions',
      label: text('migration.list.decisions'),
      numeric: true,
      cell: ({ counts: { split, merged, retired } }) => split + merged + retired,
    },
    {
      key: 'automatic',
      label: text('migration.list.automatic'),
      numeric: true,
      wideOnly: true,
      cell: ({ counts: { kept } }) => kept,
    },
  ];
  return (
    <Page
      title={text('migration.list.title')}
      provenance={text('migration.list.provenance')}
      crumbs={[{ to: '/role-profiles', label: text('roleProfiles.title') }]}
    >
      <RecordList<ProfileBehind>
        resource="profile-migrations"
        label={text('migration.list.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        empty={
          <Empty
            title={text('migration.list.none')}
            action={
              <Link className="button" to="/role-profiles">
                {text('roleProfiles.title')}
              </Link>
            }
          >
            {text('migration.list.noneWhat')}
          </Empty>
        }
      />
      {release != null && (
        <div className="section">
          <ImpactPanel releaseId={release.id} />
        </div>
      )}
    </Page>
  );
}
