import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useParams } from 'react-router';
import { get } from '../../api/client.ts';
import { dayAndTime } from '../../look/numbers.ts';
import { useCuration } from '../curation/useCuration.ts';
import { WordMarks } from '../curation/WordMarks.tsx';
import { TextField } from '../layout/Field.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { formErrorsOf, inWords } from '../providers/problem.ts';
import type { ProposalDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { DecideProposal } from './DecideProposal.tsx';
import { aboutWords, fromWords, stateTag, stateWords } from './proposalWords.ts';
import '../curation/curation.css';
import './proposals.css';

/** One comment or proposal: what is said, what is answered, and what was decided. */
export default function ProposalShow() {
  const text = useText();
  const { id = '' } = useParams();
  const mayDecide = useMay('proposals', 'edit');
  const title = text(mayDecide ? 'proposals.title' : 'proposals.ours');
  const { data, error, refetch } = useQuery({
    queryKey: ['proposals', id],
    queryFn: ({ signal }) => get<ProposalDetail>(`/api/proposals/${id}`, { signal }),
  });
  const crumbs = [{ to: '/proposals', label: title }];
  if (error !== null)
    return (
      <Page title={title} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (data === undefined) return <PageSkeleton />;
  return (
    <Page
      title={aboutWords(text, data)}
      here={text(`proposals.kinds.${data.kind}`)}
      crumbs={crumbs}
      provenance={fromWords(text, data)}
    >
      <p>
        <span className={stateTag(data.state)}>{stateWords(text, data)}</span>
      </p>
      <Wished proposal={data} />
      <p className="proposal-says">{data.says}</p>
      {data.decision !== null && <Decision proposal={data} />}
      {data.state === 'open' && <Steps proposal={data} mayDecide={mayDecide} />}
      <Replies proposal={data} />
    </Page>
  );
}

/** What the item should be called and mean, beside what it is called. */
function Wished({ proposal }: { proposal: ProposalDetail }) {
  const text = useText();
  const { item, isNewItem, title, definition } = proposal;
  return (
    <dl className="facts proposal-facts">
      {item !== null && (
        <>
          <dt>{text(isNewItem ? 'proposals.under' : 'proposals.item')}</dt>
          <dd>
            <Link to={`/framework/${item.id}`}>
              {item.code} {item.title}
            </Link>
          </dd>
        </>
      )}
      {title !== null && (
        <>
          <dt>{text('curation.fields.title')}</dt>
          <dd>{isNewItem || item === null ? title : <WordMarks before={item.title} after={title} />}</dd>
        </>
      )}
      {definition !== null && (
        <>
          <dt>{text('curation.fields.definition')}</dt>
          <dd>{definition}</dd>
        </>
      )}
    </dl>
  );
}

function Decision({ proposal: { decision, madeItemId, state } }: { proposal: ProposalDetail }) {
  const text = useText();
  const mayCurate = useMay('framework', 'edit');
  if (decision === null) return null;
  return (
    <div className="notice">
      <div>
        <p>
          {state === 'withdrawn'
            ? text('proposals.withdrawnOn', { time: dayAndTime(decision.at) })
            : text('proposals.decidedBy', { name: decision.by, time: dayAndTime(decision.at) })}
        </p>
        {decision.why !== '' && <p className="proposal-says">{decision.why}</p>}
        {madeItemId !== null && mayCurate && (
          <p>
            <Link to={`/framework/${madeItemId}`}>{text('proposals.made')}</Link>
          </p>
        )}
      </div>
    </div>
  );
}

function Steps({ proposal, mayDecide }: { proposal: ProposalDetail; mayDecide: boolean }) {
  const text = useText();
  const notify = useNotify();
  const withdraw = useCuration();
  const [asked, setAsked] = useState<'accepted' | 'declined' | null>(null);
  if (!mayDecide && !proposal.isOwn) return null;
  const { kind } = proposal;
  return (
    <div className="actions proposal-steps">
      {mayDecide &&
        (['accepted', 'declined'] as const).map((state) => (
          <button
            key={state}
            className={state === 'accepted' ? 'button' : 'button button-quiet'}
            type="button"
            onClick={() => setAsked(state)}
          >
            {text(`proposals.decide.${kind}.${state}`)}
          </button>
        ))}
      {proposal.isOwn && (
        <button
          className="button button-quiet"
          type="button"
          disabled={withdraw.isPending}
          onClick={() =>
            withdraw.mutate(
              { method: 'POST', path: `/api/proposals/${proposal.id}/withdraw` },
              { onError: (error) => notify(inWords(error), { type: 'error' }) },
            )
          }
        >
          {text('proposals.withdraw')}
        </button>
      )}
      {asked !== null && <DecideProposal proposal={proposal} state={asked} close={() => setAsked(null)} />}
    </div>
  );
}

function Replies({ proposal }: { proposal: ProposalDetail }) {
  const text = useText();
  const reply = useCuration();
  const [says, setSays] = useState('');
  return (
    <section className="section replies">
      <h2>{text('proposals.replies', { smart_count: proposal.replies.length })}</h2>
      <ul className="rows">
        {proposal.replies.map(({ id, author, byCurator, says: said, createdAt }) => (
          <li key={id}>
            <p className="proposal-says">{said}</p>
            <p className="hint">
              {[
                author ?? text('proposals.theAuthor'),
                ...(byCurator ? [text('proposals.curator')] : []),
                dayAndTime(createdAt),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <form
        className="stack reply-form"
        onSubmit={(event) => {
          event.preventDefault();
          reply.mutate(
            { method: 'POST', path: `/api/proposals/${proposal.id}/replies`, body: { says } },
            { onSuccess: () => setSays((typed) => (typed === says ? '' : typed)) },
          );
        }}
      >
        <TextField
          label={text('proposals.fields.reply')}
          value={says}
          change={setSays}
          error={formErrorsOf(reply.error)?.['says']}
          rows={3}
          maxLength={4000}
          required
        />
        {reply.error !== null && (
          <p className="form-problem" role="alert">
            {inWords(reply.error)}
          </p>
        )}
        <div className="actions">
          <button className="button button-quiet" type="submit" disabled={reply.isPending}>
            {text('proposals.answer')}
          </button>
        </div>
      </form>
    </section>
  );
}
