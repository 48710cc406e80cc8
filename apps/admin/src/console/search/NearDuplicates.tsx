import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { NearDuplicate } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { usePaused } from './useFrameworkSearch.ts';
import './near-duplicates.css';

interface NearDuplicatesProps {
  releaseId: string;
  title: string;
  definition: string;
  /** The item itself, when it is only worded otherwise. */
  except?: string;
}

const MOST = 5;
const percent = (share: number): number => Math.floor(share * 100);

/** What a release has already of what somebody is about to add: said beside the form, and nothing when there is nothing. */
export function NearDuplicates({ releaseId, title, definition, except }: NearDuplicatesProps) {
  const text = useText();
  const [asked, worded] = [usePaused(title.trim()), usePaused(definition.trim())];
  const { data } = useQuery({
    queryKey: ['releases', releaseId, 'near-duplicates', asked, worded, except],
    queryFn: ({ signal }) =>
      get<NearDuplicate[]>(`/api/releases/${releaseId}/near-duplicates`, {
        query: { title: asked, definition: worded, except },
        signal,
      }),
    enabled: asked.length > 2,
  });
  const near = asked.length > 2 ? (data ?? []).slice(0, MOST) : [];
  return (
    <div role="status" className="near">
      {near.length > 0 && (
        <>
          <p className="near-head">{text('search.near', { smart_count: near.length })}</p>
          <ul>
            {near.map(({ id, code, title: theirs, titleSimilarity, definitionSimilarity }) => (
              <li key={id}>
                <a href={`/console/framework/${id}`} target="_blank" rel="noreferrer">
                  {theirs}
                </a>{' '}
                <span className="hint">
                  {code} ·{' '}
                  {definitionSimilarity !== null && definitionSimilarity > titleSimilarity
                    ? text('search.likeDefinition', { percent: percent(definitionSimilarity) })
                    : text('search.likeTitle', { percent: percent(titleSimilarity) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
