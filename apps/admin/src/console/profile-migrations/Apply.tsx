import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { request } from '../../api/client.ts';
import { ConfirmDialog } from '../layout/Dialog.tsx';
import { Failure } from '../layout/Notice.tsx';
import { etagOf } from '../providers/dataProvider.ts';
import type { MigrationDecision, ProfileMigration } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { useForgetProfile } from './migrationQueries.ts';

interface ApplyProps {
  migration: ProfileMigration & { version: number | undefined };
  to: NonNullable<ProfileMigration['to']>;
  decisions: readonly MigrationDecision[];
  isWhole: boolean;
  applied: () => void;
}

/** Published at once it is asked once more; as a draft nobody is held against it yet. */
export function Apply({ migration, to, decisions, isWhole, applied }: ApplyProps) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const forget = useForgetProfile();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { roleProfileId, name, hasDraft, version } = migration;
  const release = to.label;

  const move = async (publish: boolean) => {
    setBusy(true);
    setProblem(null);
    try {
      await request('POST', `/api/role-profiles/${roleProfileId}/migration`, {
        body: { releaseId: to.id, decisions, publish },
        ifMatch: etagOf(version),
      });
      // Before what is read anew comes: from then on there is nothing to lose.
      applied();
      await forget();
      notify(text('migration.done', { release }), { type: 'success' });
      void navigate(`/role-profiles/${roleProfileId}/show`);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      setAsked(false);
    }
  };

  return (
    <section className="section panel publish">
      <h2>{text('migration.apply')}</h2>
      <p className="hint">{text(hasDraft ? 'migration.applyDraftWhat' : 'migration.applyWhat')}</p>
      {problem !== null && <Failure error={problem} />}
      <div className="actions">
        {!hasDraft && (
          <button className="button" type="button" disabled={!isWhole || busy} onClick={() => setAsked(true)}>
            {text('migration.publishNow')}
          </button>
        )}
        <button
          className={hasDraft ? 'button' : 'button button-quiet'}
          type="button"
          disabled={!isWhole || busy}
          onClick={() => void move(false)}
        >
          {text('migration.asDraft')}
        </button>
      </div>
      {asked && (
        <ConfirmDialog
          title={text('migration.question', { name, release })}
          close={() => setAsked(false)}
          confirm={() => void move(true)}
          label={busy ? text('layout.saving') : text('migration.confirm')}
          busy={busy}
        >
          <p>{text('migration.meaning')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
