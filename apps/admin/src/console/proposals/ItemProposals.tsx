import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { list } from '../../api/client.ts';
import type { ItemDetail, Proposal } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { aboutWords, fromWords, stateTag, stateWords } from './proposalWords.ts';
import { WriteProposal, type ProposalSubject } from './WriteProposal.tsx';
import './proposals.css';

/** What is said about an item, and the ways to say something. */
export function ItemProposals({ item }: { item: ItemDetail }) {
  const text = useText();
  const [writing, setWriting] = useState<ProposalSubject | null>(null);
  const { data } = useQuery({
    queryKey: ['proposals', 'of', item.lineage],
    queryFn: ({ signal }) =>
      list<Proposal>(
        '/api/proposals',
        { filter: { lineage: item.lineage }, sort: ['createdAt', 'DESC'] },
        signal,
      ),
  });
  const about = { id: item.id, code: item.code, title: item.title };
  return (
    <section className="item-part">
      <h3>{text('proposals.here')}</h3>
      {data !== undefined && data.rows.length > 0 && (
        <ul className="rows">
          {data.rows.map((proposal) => (
            <li key={proposal.id}>
              <p>
                <Link to={`/proposals/${proposal.id}/show`}>{aboutWords(text, proposal)}</Link>{' '}
                <span className={stateTag(proposal.state)}>{stateWords(text, proposal)}</span>
              </p>
              <p className="proposal-says">{proposal.says}</p>
              <p className="hint">
                {fromWords(text, proposal)}
                {proposal.replyCount > 0 &&
                  ` · ${text('proposals.replies', { smart_count: proposal.replyCount })}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="actions item-say">
        <button
          className="button button-quiet"
          type="button"
          onClick={() => setWriting({ what: 'comment', item: about })}
        >
          {text('proposals.write.comment')}
        </button>
        <button
          className="button button-quiet"
          type="button"
          onClick={() => setWriting({ what: 'change', item: about })}
        >
          {text('proposals.write.change')}
        </button>
        {item.kind !== 'ksa' && (
          <button
            className="button button-quiet"
            type="button"
            onClick={() => setWriting({ what: 'missing', parent: about })}
          >
            {text('proposals.write.missing')}
          </button>
        )}
      </div>
      {writing !== null && <WriteProposal subject={writing} close={() => setWriting(null)} />}
    </section>
  );
}
