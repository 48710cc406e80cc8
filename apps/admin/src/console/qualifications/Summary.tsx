import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { day } from '../../look/numbers.ts';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import type { QualificationSummary } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** The day in counts, and by which rules it was judged. */
export function Summary({ roleProfileId, on }: { roleProfileId: string; on: string }) {
  const text = useText();
  const {
    data: summary,
    error,
    refetch,
  } = useQuery({
    queryKey: ['qualifications', 'summary', roleProfileId, on],
    queryFn: ({ signal }) =>
      get<QualificationSummary>('/api/qualifications/summary', { query: { roleProfileId, on }, signal }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (summary === undefined) return <Bones count={1} />;
  const { workers, then, now, differing, roleProfile, policy } = summary;
  return (
    <section className="panel day-summary" aria-label={text('qualifications.inShort')} aria-live="polite">
      <dl>
        <div>
          <dt>{text('qualifications.asKnownThen')}</dt>
          <dd>{text('qualifications.of', { yes: then.yes, workers })}</dd>
        </div>
        <div>
          <dt>{text('qualifications.asKnownNow')}</dt>
          <dd>{text('qualifications.of', { yes: now.yes, workers })}</dd>
        </div>
        <div>
          <dt>{text('qualifications.answersDiffer')}</dt>
          <dd>{differing}</dd>
        </div>
      </dl>
      <p className="provenance">
        {text('qualifications.rules', {
          day: day(summary.on),
          role: roleProfile.name,
          version: roleProfile.version,
          policy: policy.name,
          policyVersion: policy.version,
        })}
      </p>
    </section>
  );
}
