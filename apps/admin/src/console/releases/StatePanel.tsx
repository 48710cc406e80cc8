import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { dayAndTime } from '../../look/numbers.ts';
import { useCuration } from '../curation/useCuration.ts';
import { FormDialog } from '../layout/Dialog.tsx';
import { CheckField, TextField } from '../layout/Field.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { Failure } from '../layout/Notice.tsx';
import type { Approvals, Release } from '../providers/records.ts';
import { useText, type MessageKey } from '../providers/useText.ts';
import { NewDraft } from './NewDraft.tsx';
import { comparedWith, countsInWords } from './releaseModel.ts';
import { useApprovals, useDiffCounts, useFaults, useFrameworks, useLeftOut } from './releaseQueries.ts';

type Action = 'submit' | 'reopen' | 'approve' | 'publish' | 'retire' | 'discard';

interface StatePanelProps {
  release: Release;
  releases: readonly Release[];
}

/** Where a release stands on its way, what it still lacks, and the steps that can be taken now. */
export function StatePanel({ release, releases }: StatePanelProps) {
  const text = useText();
  const [asked, setAsked] = useState<Action | 'new-draft' | null>(null);
  const frameworks = useFrameworks();
  const close = () => setAsked(null);
  const { state } = release;
  const isOver = state === 'retired' || state === 'discarded';
  // What was asked stays open when another curator was first: it tells what was refused.
  if (isOver && asked === null) return null;
  return (
    <section className="panel state-panel" aria-label={text('releases.panel')}>
      {state === 'draft' && <OfDraft release={release} ask={setAsked} />}
      {state === 'in-review' && <InReview release={release} ask={setAsked} />}
      {state === 'published' && (
        <div className="actions">
          <button className="button" type="button" onClick={() => setAsked('new-draft')}>
            {text('releases.actions.newDraft')}
          </button>
          <button className="button button-quiet" type="button" onClick={() => setAsked('retire')}>
            {text('releases.actions.retire')}
          </button>
        </div>
      )}
      {asked === 'new-draft' && frameworks.data !== undefined && (
        <NewDraft frameworks={frameworks.data} releases={releases} from={release} close={close} />
      )}
      {asked !== null && asked !== 'new-draft' && (
        <Confirm action={asked} release={release} releases={releases} close={close} />
      )}
    </section>
  );
}

interface StepProps {
  release: Release;
  ask: (action: Action) => void;
}

function OfDraft({ release, ask }: StepProps) {
  const text = useText();
  return (
    <>
      <FaultsLine release={release} />
      <LeftOutLines release={release} />
      <div className="actions">
        <button className="button" type="button" onClick={() => ask('submit')}>
          {text('releases.actions.submit')}
        </button>
        <button className="button button-quiet" type="button" onClick={() => ask('discard')}>
          {text('releases.actions.discard')}
        </button>
      </div>
    </>
  );
}

function InReview({ release, ask }: StepProps) {
  const text = useText();
  const approvals = useApprovals(release.id, true);
  const faults = useFaults(release.id);
  if (approvals.error !== null)
    return <Failure error={approvals.error} retry={() => void approvals.refetch()} />;
  if (approvals.data === undefined) return <Bones count={1} />;
  const { approvals: given, needed } = approvals.data;
  const missing = Math.max(0, needed - given.length);
  const open = faults.data?.length ?? 0;
  const mine = given.some(({ mine: isMine }) => isMine);
  return (
    <>
      <p>
        <strong>{text('releases.approvals', { given: given.length, needed })}</strong>{' '}
        {missing > 0
          ? text('releases.approvalsMissing', { smart_count: missing })
          : text('releases.approvalsComplete')}
      </p>
      <Given approvals={approvals.data} />
      <FaultsLine release={release} />
      <LeftOutLines release={release} />
      <div className="actions">
        {!mine && (
          <button className="button" type="button" onClick={() => ask('approve')}>
            {text('releases.actions.approve')}
          </button>
        )}
        <button
          className={mine ? 'button' : 'button button-quiet'}
          type="button"
          disabled={missing > 0 || open > 0}
          onClick={() => ask('publish')}
        >
          {text('releases.actions.publish')}
        </button>
        <button className="button button-quiet" type="button" onClick={() => ask('reopen')}>
          {text('releases.actions.reopen')}
        </button>
      </div>
    </>
  );
}

function Given({ approvals }: { approvals: Approvals }) {
  const text = useText();
  if (approvals.approvals.length === 0) return null;
  return (
    <ul className="approvals">
      {approvals.approvals.map(({ by, at, mine }) => (
        <li key={by + at}>
          ✓{' '}
          {text(mine ? 'releases.approvedByYou' : 'releases.approvedBy', { name: by, time: dayAndTime(at) })}
        </li>
      ))}
    </ul>
  );
}

function FaultsLine({ release }: { release: Release }) {
  const text = useText();
  const { data: faults } = useFaults(release.id);
  if (faults === undefined) return null;
  if (faults.length === 0) return <p className="hint">✓ {text('releases.noFaults')}</p>;
  return (
    <p>
      <Link to={`/releases/${release.id}/checks`}>
        {text('releases.faults', { smart_count: faults.length })}
      </Link>{' '}
      {text('releases.faultsHold')}
    </p>
  );
}

/** A draft does not take in what is published while it is edited: publishing it would undo that in silence. */
function LeftOutLines({ release }: { release: Release }) {
  const text = useText();
  const { data: leftOut = [] } = useLeftOut(release.id);
  return leftOut.map(({ id, label }) => (
    <p key={id}>
      <strong>{text('releases.leftOut', { label })}</strong>{' '}
      <Link to={`/releases/${release.id}?from=${id}`}>{text('releases.toDifference', { label })}</Link>
    </p>
  ));
}

const takesReason = (action: Action): boolean => ['submit', 'reopen', 'retire', 'discard'].includes(action);

interface ConfirmProps extends StatePanelProps {
  action: Action;
  close: () => void;
}

/** Each step is asked once more, with what it means; what cannot be taken back says so. */
function Confirm({ action, release, releases, close }: ConfirmProps) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const step = useCuration();
  const [reason, setReason] = useState('');
  const { data: counts } = useDiffCounts(release.id, comparedWith(release, releases));
  const { data: leftOut = [] } = useLeftOut(release.id);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const { label, revision } = release;
  const body =
    action === 'publish'
      ? { revision, leavesOut: accepted }
      : action === 'approve'
        ? { revision }
        : { reason };
  const submit = () =>
    step.mutate(
      {
        ...(action === 'discard'
          ? { method: 'DELETE', path: `/api/releases/${release.id}`, query: { reason } }
          : { method: 'POST', path: `/api/releases/${release.id}/${action}`, body }),
      },
      {
        onSuccess: () => {
          notify(text(`releases.done.${action}` satisfies MessageKey, { label }), { type: 'success' });
          close();
          if (action === 'discard') void navigate('/releases');
        },
      },
    );
  return (
    <FormDialog
      title={text(`releases.questions.${action}`, { label })}
      label={text(`releases.confirm.${action}`)}
      submit={submit}
      pending={step.isPending}
      error={step.error}
      disabled={action === 'publish' && leftOut.some(({ id }) => !accepted.includes(id))}
      close={close}
    >
      <p className="dialog-text">{text(`releases.means.${action}`)}</p>
      {counts !== undefined && action !== 'discard' && action !== 'retire' && (
        <p className="dialog-text">
          {text('releases.since', { label: counts.from.label, counts: countsInWords(text, counts) })}
        </p>
      )}
      {action === 'publish' &&
        leftOut.map(({ id, label: other }) => (
          <CheckField
            key={id}
            label={text('releases.leftOut', { label: other })}
            checked={accepted.includes(id)}
            change={(checked) =>
              setAccepted(checked ? [...accepted, id] : accepted.filter((each) => each !== id))
            }
          />
        ))}
      {takesReason(action) && (
        <TextField
          label={text('curation.reason')}
          value={reason}
          change={setReason}
          hint={text('curation.reasonHint')}
          rows={2}
        />
      )}
    </FormDialog>
  );
}
