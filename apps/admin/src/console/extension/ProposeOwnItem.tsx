import { useState } from 'react';
import { Link } from 'react-router';
import { request } from '../../api/client.ts';
import { newKey } from '../../api/locks.ts';
import { Failure } from '../layout/Notice.tsx';
import type { OwnItem } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { useOwnChanged } from './useOwnChanged.ts';

/** "We need this KSA": offered to the curators, if the organisation wishes. */
export function ProposeOwnItem({ item }: { item: OwnItem }) {
  const text = useText();
  const [idempotencyKey] = useState(newKey);
  const [says, setSays] = useState('');
  const [named, setNamed] = useState(true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const changed = useOwnChanged();
  const [sentId, setSent] = useState<string | null>(null);
  const proposalId = sentId ?? item.openProposalId;
  const send = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const body = { says, named };
      const { data } = await request<{ proposalId: string }>('POST', `/api/own-items/${item.id}/propose`, {
        ...{ body, idempotencyKey },
      });
      setSent(data.proposalId);
    } catch (error) {
      setProblem(error);
      // A colleague may have been first.
      await changed();
    } finally {
      setBusy(false);
    }
  };
  if (proposalId !== null)
    return (
      <div className="notice section" role="status">
        <p>{text('own.proposed')}</p>
        <Link className="button button-quiet" to={`/proposals/${proposalId}/show`}>
          {text('own.toProposal')}
        </Link>
      </div>
    );
  return (
    <section className="section form stack">
      <div>
        <h2>{text('own.propose')}</h2>
        <p className="hint">{text('own.proposeWhat')}</p>
      </div>
      {problem !== null && <Failure error={problem} />}
      <label className="field own-why">
        <span>{text('own.why')}</span>
        <textarea
          className="control"
          rows={3}
          maxLength={4000}
          value={says}
          onChange={(event) => setSays(event.target.value)}
        />
      </label>
      <label className="own-named">
        <input type="checkbox" checked={named} onChange={(event) => setNamed(event.target.checked)} />
        <span>{text('own.named')}</span>
      </label>
      <div className="actions">
        <button
          className="button button-quiet"
          type="button"
          disabled={busy || says.trim() === ''}
          onClick={() => void send()}
        >
          {text('own.send')}
        </button>
      </div>
    </section>
  );
}
