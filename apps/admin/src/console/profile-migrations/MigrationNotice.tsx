import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router';
import { request } from '../../api/client.ts';
import { day } from '../../look/numbers.ts';
import { ConfirmDialog } from '../layout/Dialog.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { etagOf } from '../providers/dataProvider.ts';
import { inWords } from '../providers/problem.ts';
import type { ProfileMigration } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { useForgetProfile, useProfileMigration } from './migrationQueries.ts';

/** On a role profile that is behind: what moving takes, and the way there; on one that was moved: the way back. */
export function MigrationNotice({ roleProfileId }: { roleProfileId: string }) {
  const { data: migration } = useProfileMigration(roleProfileId);
  const mayEdit = useMay('role-profiles', 'edit');
  if (migration === undefined) return null;
  return (
    <>
      <Behind migration={migration} mayMove={mayEdit} />
      {mayEdit && <WayBack migration={migration} version={migration.version} />}
    </>
  );
}

function Behind({ migration, mayMove }: { migration: ProfileMigration; mayMove: boolean }) {
  const text = useText();
  const { roleProfileId, from, to, counts, steps } = migration;
  if (to === null) return null;
  const open = steps.length - counts.kept;
  return (
    <div className="notice" role="status">
      <p>
        <strong>{text('migration.behind', { from: from.label, to: to.label })}</strong>{' '}
        {text('migration.takes', { smart_count: counts.kept })}{' '}
        {open === 0 ? text('migration.noDecision') : text('migration.decisions', { smart_count: open })}
      </p>
      {mayMove && (
        <Link className="button" to={`/role-profiles/${roleProfileId}/migration`}>
          {text('migration.move', { release: to.label })}
        </Link>
      )}
    </div>
  );
}

interface WayBackProps {
  migration: ProfileMigration;
  version: number | undefined;
}

function WayBack({ migration: { roleProfileId, undo }, version }: WayBackProps) {
  const text = useText();
  const notify = useNotify();
  const forget = useForgetProfile();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  if (undo === null) return null;
  const release = undo.to.label;
  const confirm = async () => {
    setBusy(true);
    try {
      const path = `/api/role-profiles/${roleProfileId}/migration/undo`;
      await request('POST', path, { ifMatch: etagOf(version) });
      setAsked(false);
      notify(text('migration.undone', { release }), { type: 'success' });
    } catch (error) {
      notify(inWords(error), { type: 'error' });
    } finally {
      setBusy(false);
      await forget();
    }
  };
  return (
    <div className="notice">
      <p>{text('migration.moved', { from: release, date: day(undo.migratedAt), by: undo.migratedBy })}</p>
      <button className="button button-quiet" type="button" onClick={() => setAsked(true)}>
        {text('migration.undo')}
      </button>
      {asked && (
        <ConfirmDialog
          title={text('migration.undoQuestion', { release })}
          close={() => setAsked(false)}
          confirm={() => void confirm()}
          label={text('migration.undoConfirm', { release })}
          busy={busy}
        >
          <p>{text(undo.isPublished ? 'migration.undoPublished' : 'migration.undoDraft')}</p>
          {undo.changedSince > 0 && (
            <p>
              <strong>{text('migration.undoChanged', { smart_count: undo.changedSince })}</strong>
            </p>
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
