import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, list, request } from '../../api/client.ts';
import { day } from '../../look/numbers.ts';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { StayOrGo } from '../layout/StayOrGo.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { preconditionFailed } from '../providers/problem.ts';
import type { RatingPolicy, WhatIfAnswer } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { Result } from '../what-if/Result.tsx';
import { PolicyFields } from './PolicyFields.tsx';
import { draftOf, inputOf, type PolicyDraft } from './policyModel.ts';
import { PolicyRead } from './PolicyRead.tsx';

/** By which rule several ratings of one KSA become one level; what another rule would change is seen before it holds. */
export default function RatingPolicyPage() {
  const text = useText();
  const mayEdit = useMay('rating-policy', 'edit');
  const {
    data: policy,
    error,
    refetch,
  } = useQuery({
    queryKey: ['rating-policy'],
    queryFn: ({ signal }) => get<RatingPolicy>('/api/rating-policy', { signal }),
  });
  if (error !== null && policy === undefined)
    return (
      <Page title={text('policy.title')}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (policy === undefined) return <PageSkeleton />;
  return (
    <Page
      title={text('policy.title')}
      provenance={
        policy.since === null
          ? text('policy.inForce', { name: policy.name, version: policy.version })
          : text('policy.inForceSince', {
              name: policy.name,
              version: policy.version,
              day: day(policy.since),
            })
      }
    >
      {mayEdit ? <Editing key={policy.version} policy={policy} /> : <PolicyRead policy={policy} />}
      <Versions />
    </Page>
  );
}

function Editing({ policy }: { policy: RatingPolicy }) {
  const text = useText();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<PolicyDraft>(() => draftOf(policy));
  const [tried, setTried] = useState<string | null>(null);
  const input = inputOf(draft);
  const said = JSON.stringify(input);
  const isUnchanged = said === JSON.stringify(inputOf(draftOf(policy)));
  const attempt = useMutation({
    mutationFn: async () => {
      const body = { scope: { organisation: true }, changes: { policy: input } };
      return (await request<WhatIfAnswer>('POST', '/api/what-if', { body })).data;
    },
    onSuccess: () => setTried(said),
  });
  const save = useMutation({
    mutationFn: () =>
      request<RatingPolicy>('PUT', '/api/rating-policy', { body: input, ifMatch: `"${policy.version}"` }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['rating-policy'] }),
  });
  const isSeen = tried === said && attempt.data !== undefined;
  return (
    <>
      <section className="panel policy-panel">
        <PolicyFields draft={draft} change={setDraft} />
        {input === null && (
          <p className="form-problem" role="status">
            {text('policy.incomplete')}
          </p>
        )}
        <div className="actions policy-actions">
          <button
            className={isSeen ? 'button button-quiet' : 'button'}
            type="button"
            disabled={input === null || isUnchanged || attempt.isPending}
            onClick={() => attempt.mutate()}
          >
            {text(attempt.isPending ? 'policy.trying' : 'policy.try')}
          </button>
          {isSeen && (
            <button className="button" type="button" disabled={save.isPending} onClick={() => save.mutate()}>
              {text(save.isPending ? 'layout.saving' : 'policy.save', { version: policy.version + 1 })}
            </button>
          )}
          {!isUnchanged && (
            <button className="button button-quiet" type="button" onClick={() => setDraft(draftOf(policy))}>
              {text('policy.asItIs')}
            </button>
          )}
        </div>
        {input !== null && (
          <p className="hint" role="status">
            {text(isUnchanged ? 'policy.nothingChanged' : isSeen ? 'policy.savingMeans' : 'policy.seeFirst')}
          </p>
        )}
        {attempt.error !== null && <Failure error={attempt.error} retry={() => attempt.mutate()} />}
        {save.error !== null &&
          (preconditionFailed(save.error) ? (
            <div className="notice notice-failure" role="alert">
              <p>{text('policy.overtaken')}</p>
            </div>
          ) : (
            <Failure error={save.error} retry={() => save.mutate()} />
          ))}
      </section>
      <StayOrGo unsaved={!isUnchanged}>{text('policy.leaveWhat')}</StayOrGo>
      {isSeen && <Result answer={attempt.data} whose={text('whatIf.scopes.organisation')} />}
    </>
  );
}

/** Every version that scores were made by. */
function Versions() {
  const text = useText();
  const { data } = useQuery({
    queryKey: ['rating-policy', 'versions'],
    queryFn: async ({ signal }) =>
      (
        await list<RatingPolicy>(
          '/api/rating-policy/versions',
          { sort: ['version', 'DESC'], range: [0, 49] },
          signal,
        )
      ).rows,
  });
  if (data === undefined || data.length < 2) return null;
  return (
    <section className="section" aria-labelledby="policy-versions">
      <h2 id="policy-versions">{text('policy.versions')}</h2>
      <ul className="rows">
        {data.map((version) => (
          <li key={version.version}>
            <details>
              <summary>
                {text('policy.versionOf', { version: version.version, name: version.name })}{' '}
                {version.since !== null && <span className="hint">{day(version.since)}</span>}
              </summary>
              <PolicyRead policy={version} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
