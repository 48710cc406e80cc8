import { useCallback, useEffect, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useStore } from 'react-admin';
import { Link, useParams } from 'react-router';
import { get, request } from '../../api/client.ts';
import { dayAndTime } from '../../look/numbers.ts';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { holdForEditing } from '../live/editing.ts';
import { useMay } from '../providers/MeContext.tsx';
import { preconditionFailed } from '../providers/problem.ts';
import { useScale } from '../providers/queries.ts';
import { etagOf } from '../providers/dataProvider.ts';
import type { Review } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { confirmationsOf, progressOf, type Decisions } from './reviewModel.ts';
import { ReviewRow } from './ReviewRow.tsx';
import type { Scale } from '../../api/types.ts';
import './review.css';

const nothingDecided: Decisions = {};

export default function AssessmentReview() {
  const text = useText();
  const { id = '' } = useParams();
  const scale = useScale();
  const review = useQuery({
    queryKey: ['assessments', 'review', id],
    queryFn: ({ signal }) => get<Review>(`/api/assessments/${id}/review`, { signal }),
  });
  const error = review.error ?? scale.error;
  if (error !== null)
    return (
      <Page title={text('review.title')} crumbs={[{ to: '/assessments', label: text('assessments.title') }]}>
        <Failure error={error} retry={() => void (review.error ? review.refetch() : scale.refetch())} />
      </Page>
    );
  if (review.data === undefined || scale.data === undefined) return <PageSkeleton />;
  return <ReviewForm key={id} review={review.data} scale={scale.data} reload={() => void review.refetch()} />;
}

function ReviewForm({ review, scale, reload }: { review: Review; scale: Scale; reload: () => void }) {
  const text = useText();
  const mayReview = useMay('assessments', 'review');
  const id = review.assessmentId;
  // Kept in the store, so that a closed tab costs the assessor nothing.
  const [decisions, setDecisions] = useStore<Decisions>(`review.${id}`, nothingDecided);
  const [openedVersion, setOpenedVersion] = useState(review.version);
  const submit = useSubmit(review, openedVersion, () => setDecisions(nothingDecided));

  const begun = Object.keys(decisions).length > 0;
  useEffect(() => (begun ? holdForEditing('assessments', id) : undefined), [begun, id]);

  const decide = useCallback(
    (ksaCode: string, level: number) =>
      setDecisions((before: Decisions) => ({ ...before, [ksaCode]: level })),
    [setDecisions],
  );

  const readOnly = !mayReview || review.state !== 'submitted';
  const progress = progressOf(review.items, decisions);
  const gapView = `/gap-scores/${review.workerId}/${review.roleProfileId}`;

  return (
    <Page
      title={text('review.heading', { worker: review.workerName, role: review.roleProfileName })}
      here={review.workerName}
      crumbs={[{ to: '/assessments', label: text('assessments.title') }]}
      provenance={provenanceOf(review, text)}
      actions={
        <Link className="button button-quiet" to={gapView}>
          {text('review.toGapView')}
        </Link>
      }
    >
      {submit.isSuccess && (
        <div className="notice" role="status">
          <p>{text('review.done')}</p>
          <Link className="button" to={gapView}>
            {text('review.toGapView')}
          </Link>
        </div>
      )}
      {!readOnly && (
        <p className="review-how">{text('review.how', { smart_count: progress.criticalTotal })}</p>
      )}
      {(['critical', 'others'] as const).map((kind) => {
        const items = review.items.filter(({ critical }) => critical === (kind === 'critical'));
        if (items.length === 0) return null;
        return (
          <section key={kind} className="review-part" aria-labelledby={`review-${kind}`}>
            <h2 id={`review-${kind}`}>{text(`review.${kind}`, { smart_count: items.length })}</h2>
            <ul className="review-rows">
              {items.map((item) => (
                <ReviewRow
                  key={item.ksaCode}
                  item={item}
                  scale={scale}
                  decided={readOnly ? undefined : decisions[item.ksaCode]}
                  decide={decide}
                  readOnly={readOnly}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {submit.error !== null &&
        (preconditionFailed(submit.error) ? (
          <div className="notice notice-failure" role="alert">
            <p>{text('review.overtaken')}</p>
            <button
              className="button button-quiet"
              type="button"
              onClick={() => {
                setOpenedVersion(review.version);
                submit.reset();
                reload();
              }}
            >
              {text('review.readAgain')}
            </button>
          </div>
        ) : (
          <Failure error={submit.error} />
        ))}
      {!readOnly && (
        <div className="review-foot">
          <p role="status">
            {text('review.progress', {
              criticalDecided: progress.criticalDecided,
              criticalTotal: progress.criticalTotal,
              decided: progress.decided,
              total: progress.total,
            })}
          </p>
          <button
            className="button"
            type="button"
            disabled={!progress.complete || submit.isPending}
            onClick={() => submit.mutate(confirmationsOf(review.items, decisions))}
          >
            {submit.isPending ? text('review.sending') : text('review.submit')}
          </button>
        </div>
      )}
    </Page>
  );
}

/** Sent at once and waited for: an approval is never undone by a tab that closes. */
function useSubmit(review: Review, version: number, done: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (confirmations: ReturnType<typeof confirmationsOf>) =>
      request<Review>('POST', `/api/assessments/${review.assessmentId}/review`, {
        body: { confirmations },
        ifMatch: etagOf(version),
      }),
    onSuccess: async () => {
      done();
      await queryClient.invalidateQueries({ queryKey: ['assessments'] });
      await queryClient.invalidateQueries({ queryKey: ['gap-scores'] });
    },
  });
}

function provenanceOf(review: Review, text: ReturnType<typeof useText>): string {
  if (review.state === 'reviewed' || review.state === 'closed')
    return text('review.reviewedBy', {
      name: review.reviewedBy ?? text('review.somebody'),
      time: review.reviewedAt === null ? '' : dayAndTime(review.reviewedAt),
    });
  return review.submittedAt === null
    ? text('review.draft')
    : text('review.submitted', { time: dayAndTime(review.submittedAt), smart_count: review.items.length });
}
