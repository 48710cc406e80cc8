import { useState } from 'react';
import { Link } from 'react-router';
import { dayAndTime } from '../../look/numbers.ts';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { ChoiceFilter, useFilters } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { useRelease } from '../providers/queries.ts';
import type { Proposal } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { StateFilter } from './StateFilter.tsx';
import { aboutWords, stateTag, stateWords } from './proposalWords.ts';
import { WriteProposal } from './WriteProposal.tsx';
import './proposals.css';

const WAITING = { state: ['open'] };

/** For curators the queue of what every organisation says; for everybody else what their own has said. */
export default function ProposalList() {
  const text = useText();
  const mayDecide = useMay('proposals', 'edit');
  const { data: release } = useRelease();
  const [writing, setWriting] = useState(false);
  const columns: Column<Proposal>[] = [
    {
      key: 'about',
      label: text('proposals.columns.about'),
      cell: (proposal) => (
        <>
          <Link to={`/proposals/${proposal.id}/show`}>{aboutWords(text, proposal)}</Link>
          <span className="second proposal-line">{proposal.says}</span>
        </>
      ),
    },
    {
      key: 'state',
      label: text('proposals.columns.state'),
      cell: (proposal) => <span className={stateTag(proposal.state)}>{stateWords(text, proposal)}</span>,
    },
    {
      key: 'author',
      label: text('proposals.columns.author'),
      cell: ({ author }) =>
        author === null ? (
          text('proposals.unnamed')
        ) : (
          <>
            {mayDecide ? author.organisation : author.name}
            {mayDecide && <span className="second">{author.name}</span>}
          </>
        ),
    },
    {
      key: 'createdAt',
      label: text('proposals.columns.createdAt'),
      sortBy: 'createdAt',
      cell: ({ createdAt }) => dayAndTime(createdAt),
    },
    {
      key: 'replies',
      label: text('proposals.columns.replies'),
      numeric: true,
      wideOnly: true,
      cell: ({ replyCount }) => replyCount,
    },
  ];
  const write = release != null && !mayDecide && (
    <button className="button" type="button" onClick={() => setWriting(true)}>
      {text('proposals.write.missing')}
    </button>
  );
  const nothing = (
    <Empty title={text(mayDecide ? 'proposals.nothingWaiting' : 'proposals.none')} action={write}>
      {text(mayDecide ? 'proposals.nothingWaitingWhat' : 'proposals.noneYet')}
    </Empty>
  );
  return (
    <Page
      title={text(mayDecide ? 'proposals.title' : 'proposals.ours')}
      provenance={text(mayDecide ? 'proposals.provenance' : 'proposals.oursProvenance')}
      actions={write}
    >
      <RecordList<Proposal>
        resource="proposals"
        label={text('proposals.title')}
        columns={columns}
        sort={{ field: 'createdAt', order: mayDecide ? 'ASC' : 'DESC' }}
        filterDefaultValues={mayDecide ? WAITING : {}}
        empty={nothing}
        noMatch={mayDecide ? <NoMatch /> : undefined}
        filters={
          <div className="filters">
            <StateFilter />
            <ChoiceFilter
              label={text('proposals.columns.kind')}
              source="kind"
              all={text('proposals.everyKind')}
              choices={(['proposal', 'comment'] as const).map((kind) => ({
                value: kind,
                label: text(`proposals.kinds.${kind}`),
              }))}
            />
          </div>
        }
      />
      {writing && release != null && (
        <WriteProposal subject={{ what: 'missing', releaseId: release.id }} close={() => setWriting(false)} />
      )}
    </Page>
  );
}

/** That nothing waits is known only of all that waits. */
function NoMatch() {
  const text = useText();
  const { filterValues } = useFilters();
  if (JSON.stringify(filterValues) !== JSON.stringify(WAITING))
    return <p className="list-none">{text('list.noMatch')}</p>;
  return <Empty title={text('proposals.nothingWaiting')}>{text('proposals.nothingWaitingWhat')}</Empty>;
}
