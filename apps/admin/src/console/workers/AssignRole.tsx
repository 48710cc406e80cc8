import { useState } from 'react';
import { useCreate, useGetList } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { newKey } from '../../api/locks.ts';
import { inWords } from '../providers/problem.ts';
import type { RoleAssignment, RoleProfile, Worker } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** Only a published profile can be assigned; assigning it asks the worker to assess themselves. */
export function AssignRole({ worker, held }: { worker: Worker; held: readonly RoleAssignment[] }) {
  const text = useText();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState('');
  const [idempotencyKey, setKey] = useState(newKey);
  const [create, { isPending, error }] = useCreate<RoleAssignment>();
  const { data: profiles } = useGetList<RoleProfile>('role-profiles', {
    filter: {},
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 500 },
  });
  const [assigned, setAssigned] = useState<string | null>(null);

  if (profiles === undefined) return null;
  const taken = new Set(held.map(({ roleProfileId }) => roleProfileId));
  const choices = profiles.filter(({ id, publishedVersion }) => publishedVersion !== null && !taken.has(id));

  if (choices.length === 0)
    return (
      <p className="section-text hint">
        {text(profiles.length === 0 ? 'assign.noProfile' : 'assign.noneLeft')}{' '}
        <Link to="/role-profiles">{text('roleProfiles.title')}</Link>
      </p>
    );

  const assign = () =>
    create(
      'role-assignments',
      { data: { workerId: worker.id, roleProfileId: chosen }, meta: { idempotencyKey } },
      {
        onSuccess: () => {
          setAssigned(choices.find(({ id }) => id === chosen)?.name ?? null);
          setChosen('');
          setKey(newKey());
          for (const resource of ['role-assignments', 'assessments', 'gap-scores'])
            void queryClient.invalidateQueries({ queryKey: [resource] });
        },
      },
    );

  return (
    <form
      className="assign"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== '') void assign();
      }}
    >
      <label className="field">
        <span>{text('assign.label')}</span>
        <select value={chosen} onChange={(event) => setChosen(event.target.value)} required>
          <option value="">{text('assign.choose')}</option>
          {choices.map(({ id, name, requirementCount }) => (
            <option key={id} value={id}>
              {text('assign.choice', { name, smart_count: requirementCount })}
            </option>
          ))}
        </select>
      </label>
      <button className="button" type="submit" disabled={chosen === '' || isPending}>
        {isPending ? text('layout.saving') : text('assign.button')}
      </button>
      <p className="hint assign-note" role="status">
        {assigned === null ? text('assign.what') : text('assign.done', { role: assigned, name: worker.name })}
      </p>
      {error !== null && <p role="alert">{inWords(error)}</p>}
    </form>
  );
}
