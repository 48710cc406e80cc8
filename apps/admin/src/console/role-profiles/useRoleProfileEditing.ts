import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { request, type RequestOptions } from '../../api/client.ts';
import { holdForEditing } from '../live/editing.ts';
import { etagOf, versionOf } from '../providers/dataProvider.ts';
import { formMeta } from '../providers/formRecord.ts';
import { inWords, preconditionFailed } from '../providers/problem.ts';
import type { Requirement, RoleProfile } from '../providers/records.ts';
import { edited, opened, type RequirementValues } from './requirementEditing.ts';
import { readRequirements } from './roleProfileQueries.ts';

/**
 * One role profile under edit. Name, requirements and publishing share its version, so their requests go one after
 * the other, each with the version that the last answer gave; the first version is the one the page was opened with.
 */
export function useRoleProfileEditing(profile: RoleProfile, requirements: readonly Requirement[]) {
  const queryClient = useQueryClient();
  const [rows, dispatch] = useReducer(edited, requirements, opened);
  const latest = useRef(rows);
  latest.current = rows;
  const version = useRef(profile.version);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [overtaken, setOvertaken] = useState(false);
  const { id } = profile;

  useEffect(() => holdForEditing('role-profiles', id), [id]);

  // The lists and the other pages of this profile are read anew when the builder is left.
  useEffect(
    () => () => {
      for (const resource of ['role-profiles', 'requirements', 'profile-migrations'])
        void queryClient.invalidateQueries({ queryKey: [resource] });
    },
    [queryClient],
  );

  const send = useCallback(
    <Answer>(method: string, path: string, options: RequestOptions = {}): Promise<Answer> => {
      const next = queue.current.then(async () => {
        const answer = await request<Answer>(method, path, { ...options, ifMatch: etagOf(version.current) });
        version.current = versionOf(answer.etag) ?? version.current;
        return answer.data;
      });
      queue.current = next.catch(() => undefined);
      return next;
    },
    [],
  );

  const readAgain = useCallback(async () => {
    const current = await request<RoleProfile>('GET', `/api/role-profiles/${id}`);
    version.current = versionOf(current.etag) ?? current.data.version;
    dispatch({ type: 'read', requirements: await readRequirements(id) });
    const record = { ...current.data, version: version.current };
    for (const meta of [undefined, formMeta])
      queryClient.setQueryData(['role-profiles', 'getOne', { id, meta }], record);
  }, [id, queryClient]);

  /** Somebody else was first: theirs stands, ours stays typed, and the page shows both. */
  const onRefusal = useCallback(
    async (error: unknown): Promise<boolean> => {
      if (!preconditionFailed(error)) return false;
      setOvertaken(true);
      await readAgain();
      return true;
    },
    [readAgain],
  );

  const saveRequirement = useCallback(
    async (ksaCode: string) => {
      const row = latest.current.find(({ saved }) => saved.ksaCode === ksaCode);
      if (row === undefined || Object.keys(row.typed).length === 0) return;
      const sent = row.typed;
      dispatch({ type: 'saving', ksaCode });
      try {
        const answer = await send<Requirement>('PATCH', `/api/requirements/${row.saved.id}`, { body: sent });
        dispatch({ type: 'saved', ksaCode, sent, answer });
        // The first change after publishing begins a draft, whose requirements have ids of their own.
        if (answer.id !== row.saved.id) await readAgain();
      } catch (error) {
        if (!(await onRefusal(error).catch(() => false)))
          dispatch({ type: 'failed', ksaCode, problem: inWords(error) });
      }
    },
    [onRefusal, readAgain, send],
  );

  const change = useCallback((ksaCode: string, values: Partial<RequirementValues>) => {
    dispatch({ type: 'typed', ksaCode, change: values });
  }, []);

  /** What a change beside the rows needs: the same queue and version, and the page read anew when it is done. */
  const apply = useCallback(
    async (method: string, path: string, options?: RequestOptions) => {
      try {
        await send(method, path, options);
      } catch (error) {
        await onRefusal(error);
        throw error;
      }
      await readAgain();
    },
    [onRefusal, readAgain, send],
  );

  return {
    rows,
    change,
    saveRequirement,
    dispatch,
    apply,
    overtaken,
    acknowledge: () => setOvertaken(false),
  };
}

export type RoleProfileEditing = ReturnType<typeof useRoleProfileEditing>;
