import { useState } from 'react';
import { ConfirmDialog } from '../layout/Dialog.tsx';
import { Failure } from '../layout/Notice.tsx';
import type { RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { valuesOf } from './requirementEditing.ts';
import type { RoleProfileEditing } from './useRoleProfileEditing.ts';

interface PublishPanelProps {
  profile: RoleProfile;
  editing: RoleProfileEditing;
  published: () => void;
}

/** Publishing is what workers are held against from then on: asked once more, and waited for. */
export function PublishPanel({ profile, editing, published }: PublishPanelProps) {
  const text = useText();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { rows } = editing;
  const unsaved = rows.some(
    (row) => row.state === 'overtaken' || row.state === 'failed' || row.state === 'saving',
  );
  const unchanged = !profile.hasDraft;
  const next = (profile.publishedVersion ?? 0) + 1;

  const publish = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await editing.apply('POST', `/api/role-profiles/${profile.id}/publish`);
      published();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      setAsked(false);
    }
  };

  return (
    <section className="section panel publish">
      <h2>{text('publish.title')}</h2>
      <p className="hint">
        {unchanged
          ? text('publish.nothing', { version: profile.publishedVersion ?? 0 })
          : text(unsaved ? 'publish.unsaved' : 'publish.what')}
      </p>
      {problem !== null && <Failure error={problem} />}
      <button
        className="button"
        type="button"
        disabled={unchanged || unsaved || rows.length === 0}
        onClick={() => setAsked(true)}
      >
        {text('publish.button')}
      </button>
      {asked && (
        <ConfirmDialog
          title={text('publish.question', { name: profile.name, version: next })}
          close={() => setAsked(false)}
          confirm={() => void publish()}
          label={busy ? text('layout.saving') : text('publish.confirm', { version: next })}
          busy={busy}
        >
          <p>
            {text('publish.meaning', {
              requirements: rows.length,
              critical: rows.filter((row) => valuesOf(row).critical).length,
            })}
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
