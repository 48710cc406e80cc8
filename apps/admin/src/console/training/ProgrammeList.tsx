import { costWords, hoursWords } from '../../look/training/trainingWords.ts';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import type { Programme } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

const kinds = ['course', 'apprenticeship', 'credential', 'on-the-job'] as const;

export default function ProgrammeList() {
  const text = useText();
  const columns: Column<Programme>[] = [
    {
      key: 'title',
      label: text('programmes.fields.title'),
      sortBy: 'title',
      cell: ({ title, sourceUrl, provider, kind, mode }) => (
        <>
          {sourceUrl === null ? (
            title
          ) : (
            <a href={sourceUrl} rel="noreferrer">
              {title}
            </a>
          )}
          <span className="second">
            {provider} · {text(`programmes.kinds.${kind}`)} · {text(`programmes.modes.${mode}`)}
          </span>
        </>
      ),
    },
    {
      key: 'raises',
      label: text('programmes.fields.raises'),
      cell: ({ outcomes }) => (
        <details>
          <summary>{text('occupations.ksas', { smart_count: outcomes.length })}</summary>
          <ul className="outcomes">
            {outcomes.map(({ ksaCode, title, level }) => (
              <li key={ksaCode}>
                {text('programmes.toLevel', { title, level })} <span className="hint">{ksaCode}</span>
              </li>
            ))}
          </ul>
        </details>
      ),
    },
    {
      key: 'hours',
      label: text('programmes.fields.hours'),
      sortBy: 'hours',
      numeric: true,
      cell: ({ hours }) => hoursWords(hours),
    },
    {
      key: 'cost',
      label: text('programmes.fields.cost'),
      numeric: true,
      cell: ({ costCents, currency }) => costWords(costCents, currency),
    },
  ];
  return (
    <Page title={text('programmes.title')} provenance={text('programmes.provenance')}>
      <RecordList<Programme>
        resource="programmes"
        label={text('programmes.title')}
        columns={columns}
        sort={{ field: 'title', order: 'ASC' }}
        filters={
          <div className="filters">
            <SearchFilter label={text('programmes.search')} />
            <ChoiceFilter
              label={text('programmes.fields.kind')}
              source="kind"
              all={text('programmes.everyKind')}
              choices={kinds.map((kind) => ({ value: kind, label: text(`programmes.kinds.${kind}`) }))}
            />
          </div>
        }
        empty={<Empty title={text('programmes.none')}>{text('programmes.noneYet')}</Empty>}
      />
    </Page>
  );
}
