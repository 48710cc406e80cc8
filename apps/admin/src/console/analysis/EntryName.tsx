import { Link } from 'react-router';
import type { AnalysisEntry } from '../providers/records.ts';
import { useNameOf } from './words.ts';

/** A row's name, leading to where it is read about. */
export function EntryName({ entry }: { entry: AnalysisEntry }) {
  const name = useNameOf()(entry);
  if (entry.of === 'item')
    return (
      <>
        <Link to={`/framework/${entry.key}`}>{name}</Link> <span className="figure-code">{entry.code}</span>
      </>
    );
  if (entry.of === 'occupation') return <Link to={`/occupations/${entry.key}/show`}>{name}</Link>;
  return <>{name}</>;
}
