import { useId, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { request } from '../../api/client.ts';
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
}

/** Published at once it is asked once more; as a draft nobody is held against it yet. */
export function Apply({ migration, to, decisions, isWhole }: ApplyProps) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const forget = useForgetProfile();
  const dialog = useRef<HTMLDialogElement>(null);
  const questionId = useId();
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
      await forget();
      notify(text('migration.done', { release }), { type: 'success' });
      void navigate(`/role-profiles/${roleProfileId}/show`);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      dialog.current?.close();
    }
  };

  return (
    <section className="section panel publish">
      <h2>{text('migration.apply')}</h2>
      <p className="hint">{text(hasDraft ? 'migration.applyDraftWhat' : 'migration.applyWhat')}</p>
      {problem !== null && <Failure error={problem} />}
      <div className="actions">
        {!hasDraft && (
          <button
            className="button"
            type="button"
            disabled={!isWhole || busy}
            onClick={() => dialog.current?.showModal()}
          >
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
      <dialog className="dialog" ref={dialog} aria-labelledby={questionId}>
        <h2 id={questionId}>{text('migration.question', { name, release })}</h2>
        <p>{text('migration.meaning')}</p>
        <div className="actions">
          <button className="button" type="button" disabled={busy} onClick={() => void move(true)}>
            {busy ? text('layout.saving') : text('migration.confirm')}
          </button>
          <button
            className="button button-quiet"
            type="button"
            disabled={busy}
            onClick={() => dialog.current?.close()}
          >
            {text('layout.cancel')}
          </button>
        </div>
      </dialog>
    </section>
  );
}
