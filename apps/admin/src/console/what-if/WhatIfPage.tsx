import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useGetList } from 'react-admin';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from 'react-router';
import { get, request } from '../../api/client.ts';
import { RecordChoice } from '../layout/Field.tsx';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useIsWide } from '../layout/useIsWide.ts';
import type {
  ChangeableRequirement,
  RatingPolicy,
  RoleProfile,
  Team,
  WhatIfAnswer,
  WhatIfLevels,
} from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { PolicyFields } from '../rating-policy/PolicyFields.tsx';
import { draftOf, inputOf, type PolicyDraft } from '../rating-policy/policyModel.ts';
import { Choice, ProgrammeChoice, WorkerSearch } from './Choice.tsx';
import { RequirementTrials } from './RequirementTrials.tsx';
import { Result, ResultStrip } from './Result.tsx';
import { tryHere } from './tryHere.ts';
import {
  bodyOf,
  changesOf,
  isAnythingTried,
  isTriedHere,
  nothingTried,
  type RequirementValues,
  type ScopeKind,
  type Trial,
  withChange,
} from './whatIfModel.ts';
import '../layout/check.css';
import '../list/list.css';
import './what-if.css';

const kinds: readonly ScopeKind[] = ['role', 'team', 'organisation'];
const mostChoices = 500;

/** The effect of a change before it is made: of levels and weights at once, in the page; of the rest when asked for. */
export default function WhatIfPage() {
  const text = useText();
  const everything = {
    pagination: { page: 1, perPage: mostChoices },
    sort: { field: 'name', order: 'ASC' },
  } as const;
  const { data: roles, error, refetch } = useGetList<RoleProfile>('role-profiles', everything);
  const { data: teams = [] } = useGetList<Team>('teams', everything);
  const published = roles?.filter(({ publishedVersion }) => publishedVersion !== null);
  return (
    <Page title={text('whatIf.title')} provenance={text('whatIf.provenance')}>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {published === undefined && error === null && <Bones />}
      {published?.length === 0 && (
        <Empty
          title={text('qualifications.noRole')}
          action={
            <Link className="button" to="/role-profiles">
              {text('menu.roleProfiles')}
            </Link>
          }
        >
          {text('whatIf.noRoleYet')}
        </Empty>
      )}
      {published?.[0] !== undefined && <Trying first={published[0].id} roles={published} teams={teams} />}
    </Page>
  );
}

interface TryingProps {
  first: string;
  roles: readonly RoleProfile[];
  teams: readonly Team[];
}

function Trying({ first, roles, teams }: TryingProps) {
  const text = useText();
  const [trial, setTrial] = useKeptTrial(first, roles);
  const {
    data: read,
    error,
    refetch,
  } = useQuery({
    queryKey: ['what-if', 'levels', trial.roleProfileId],
    queryFn: ({ signal }) =>
      get<WhatIfLevels>('/api/what-if/levels', {
        query: { roleProfileId: trial.roleProfileId ?? undefined },
        signal,
      }),
  });
  const whose =
    trial.kind === 'organisation'
      ? text('whatIf.scopes.organisation')
      : ((trial.kind === 'team' ? teams : roles).find(
          ({ id }) => id === (trial.kind === 'team' ? trial.teamId : trial.roleProfileId),
        )?.name ?? '');
  return (
    <>
      <Scope trial={trial} set={setTrial} roles={roles} teams={teams} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {read === undefined && error === null && <Bones />}
      {read !== undefined && (
        <>
          <Changes trial={trial} set={setTrial} read={read} />
          {read.complete && isTriedHere(trial) ? (
            <Here trial={trial} read={read} whose={whose} />
          ) : (
            <Asked key={JSON.stringify(bodyOf(trial))} trial={trial} whose={whose} />
          )}
        </>
      )}
    </>
  );
}

/** Kept with the entry of the history: a link out of the result leads back to what was tried. */
function useKeptTrial(first: string, roles: TryingProps['roles']): [Trial, (trial: Trial) => void] {
  const navigate = useNavigate();
  const { state, hash } = useLocation();
  const kept = state as { trial?: Trial } | null;
  const [trial, setTrial] = useState<Trial>(() =>
    kept?.trial !== undefined && roles.some(({ id }) => id === kept.trial?.roleProfileId)
      ? kept.trial
      : { ...nothingTried, roleProfileId: first },
  );
  useEffect(() => {
    if (kept?.trial !== trial) void navigate({ hash }, { replace: true, state: { trial } });
  }, [navigate, kept, trial, hash]);
  return [trial, setTrial];
}

function Scope({
  trial,
  set,
  roles,
  teams,
}: Omit<TryingProps, 'first'> & { trial: Trial; set: (trial: Trial) => void }) {
  const text = useText();
  return (
    <div className="filters what-if-scope">
      <label className="field">
        <span>{text('whatIf.with')}</span>
        <select
          value={trial.kind}
          onChange={(event) => {
            const kind = event.target.value as ScopeKind;
            set({ ...trial, kind, teamId: trial.teamId ?? teams[0]?.id ?? null, leavers: {} });
          }}
        >
          {kinds
            .filter((kind) => kind !== 'team' || teams.length > 0)
            .map((kind) => (
              <option key={kind} value={kind}>
                {text(`whatIf.scopes.${kind}`)}
              </option>
            ))}
        </select>
      </label>
      {trial.kind === 'team' && (
        <RecordChoice
          label={text('whatIf.team')}
          records={teams}
          chosen={trial.teamId ?? ''}
          choose={(teamId) => set({ ...trial, teamId, leavers: {} })}
        />
      )}
      <RecordChoice
        label={text(trial.kind === 'role' ? 'whatIf.role' : 'whatIf.changedRole')}
        records={roles}
        chosen={trial.roleProfileId ?? ''}
        choose={(roleProfileId) => {
          const leavers = trial.kind === 'role' ? {} : trial.leavers;
          set({ ...trial, roleProfileId, requirements: {}, leavers });
        }}
      />
    </div>
  );
}

interface ChangesProps {
  trial: Trial;
  set: (trial: Trial) => void;
  read: WhatIfLevels;
}

function Changes({ trial, set, read }: ChangesProps) {
  const text = useText();
  // On a phone the list is long: it opens when it is wanted.
  const [wide] = useState(useIsWide());
  const people = useMemo(
    () => read.workers.id.map((id, place) => ({ id, name: read.workers.name[place] ?? '' })),
    [read],
  );
  const change = (requirement: ChangeableRequirement, values: RequirementValues) =>
    set(withChange(trial, requirement, values));
  const leave = {
    chosen: trial.leavers,
    choose: (leavers: Record<string, string>) => set({ ...trial, leavers }),
  };
  return (
    <section className="panel what-if-changes" aria-labelledby="what-if-changes">
      <div className="section-head">
        <h2 id="what-if-changes">{text('whatIf.changes')}</h2>
        {isAnythingTried(trial) && (
          <button
            className="link-button"
            type="button"
            onClick={() => set({ ...trial, requirements: {}, leavers: {}, programmes: {}, policy: null })}
          >
            {text('whatIf.asItIs')}
          </button>
        )}
      </div>
      <details open={wide}>
        <summary>
          {text('whatIf.requirements', { role: read.roleProfile.name })}
          <Count of={trial.requirements} />
        </summary>
        <RequirementTrials read={read} trial={trial} change={change} />
      </details>
      <details>
        <summary>
          {text('whatIf.leavers')}
          <Count of={trial.leavers} />
        </summary>
        {trial.kind === 'role' ? (
          <Choice
            label={text('whatIf.leavers')}
            hint={text('whatIf.leaversHint')}
            options={people}
            {...leave}
          />
        ) : (
          <WorkerSearch teamId={trial.kind === 'team' ? trial.teamId : null} {...leave} />
        )}
      </details>
      <details>
        <summary>
          {text('whatIf.programmes')}
          <Count of={trial.programmes} />
        </summary>
        <ProgrammeChoice chosen={trial.programmes} choose={(programmes) => set({ ...trial, programmes })} />
      </details>
      <details>
        <summary>
          {text('whatIf.policy')}
          {trial.policy !== null && <span className="tag">{text('whatIf.tried')}</span>}
        </summary>
        <PolicyTrial trial={trial} set={set} />
      </details>
    </section>
  );
}

const Count = ({ of }: { of: object }) => {
  const count = Object.keys(of).length;
  return count === 0 ? null : <span className="tag">{count}</span>;
};

function PolicyTrial({ trial, set }: Pick<ChangesProps, 'trial' | 'set'>) {
  const text = useText();
  const { data: policy } = useQuery({
    queryKey: ['rating-policy'],
    queryFn: ({ signal }) => get<RatingPolicy>('/api/rating-policy', { signal }),
  });
  const [draft, setDraft] = useState<PolicyDraft | null>(null);
  if (policy === undefined) return <Bones count={2} />;
  const asItIs = draftOf(policy);
  // Once nothing is tried any more, the fields say again what holds.
  const tried = trial.policy === null ? asItIs : draftOf(trial.policy);
  const shown =
    trial.policy === null && draft !== null && inputOf(draft) !== null ? asItIs : (draft ?? tried);
  return (
    <>
      <p className="hint">{text('whatIf.policyHint')}</p>
      <PolicyFields
        draft={shown}
        change={(next) => {
          setDraft(next);
          const input = inputOf(next);
          const isUnchanged = JSON.stringify(input) === JSON.stringify(inputOf(asItIs));
          set({ ...trial, policy: isUnchanged ? null : input });
        }}
      />
      {inputOf(shown) === null && (
        <p className="form-problem" role="status">
          {text('whatIf.policyIncomplete')}
        </p>
      )}
    </>
  );
}

/** By the code of the domain, from what the page holds: each change shows at once, and asks nobody. */
function Here({ trial, read, whose }: { trial: Trial; read: WhatIfLevels; whose: string }) {
  const text = useText();
  const settled = useDeferredValue(trial);
  const [answer, error] = useMemo<[WhatIfAnswer | null, unknown]>(() => {
    try {
      return [tryHere(read, changesOf(settled), new Set(Object.keys(settled.leavers))), null];
    } catch (problem) {
      return [null, problem];
    }
  }, [settled, read]);
  if (answer === null)
    return (
      <p className="form-problem" role="alert">
        {error instanceof Error ? error.message : text('layout.failed')}
      </p>
    );
  return (
    <>
      <p className="hint what-if-where">
        {text(isAnythingTried(trial) ? 'whatIf.here' : 'whatIf.nothingYet')}
      </p>
      <Result answer={answer} whose={whose} />
      {isAnythingTried(trial) && <ResultStrip answer={answer} />}
    </>
  );
}

/** By the server, when asked to: another policy and programmes need everybody's ratings. */
function Asked({ trial, whose }: { trial: Trial; whose: string }) {
  const text = useText();
  const attempt = useMutation({
    mutationFn: async () =>
      (await request<WhatIfAnswer>('POST', '/api/what-if', { body: bodyOf(trial) })).data,
  });
  return (
    <>
      <div className="actions what-if-where">
        <button
          className="button"
          type="button"
          disabled={attempt.isPending || !isAnythingTried(trial)}
          onClick={() => attempt.mutate()}
        >
          {text(attempt.isPending ? 'policy.trying' : 'whatIf.try')}
        </button>
        <span className="hint waiting">
          {text(isAnythingTried(trial) ? 'whatIf.asked' : 'whatIf.nothingYet')}
        </span>
      </div>
      {attempt.error !== null && <Failure error={attempt.error} retry={() => attempt.mutate()} />}
      {attempt.data !== undefined && <Result answer={attempt.data} whose={whose} />}
    </>
  );
}
