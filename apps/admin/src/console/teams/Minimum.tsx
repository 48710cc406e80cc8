import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.ts';
import { inWords } from '../providers/problem.ts';
import type { KsaCover } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import type { GroupKey } from './groupQueries.ts';

interface MinimumProps {
  ksa: KsaCover;
  group: GroupKey;
  mayEdit: boolean;
}

/** How many of the team must meet the KSA: a number to be typed over, kept when the field is left. Empty is none. */
export function Minimum({ ksa, group, mayEdit }: MinimumProps) {
  const text = useText();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const stored = ksa.minimum === null ? '' : String(ksa.minimum);
  const path = `/api/teams/${group}/minimums/${ksa.ksaCode}`;
  const save = useMutation({
    mutationFn: (headcount: string) =>
      headcount === ''
        ? request('DELETE', path)
        : request('PUT', path, { body: { headcount: Number(headcount) } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['groups', group] });
      setTyped(null);
      notify(text('cover.minimumSaved', { title: ksa.title }), { type: 'success' });
    },
    onError: (error) => notify(inWords(error), { type: 'error' }),
  });
  if (!mayEdit) return <>{ksa.minimum ?? text('cover.noMinimum')}</>;
  return (
    <input
      className="control cover-minimum"
      type="number"
      min={1}
      max={100_000}
      step={1}
      aria-label={text('cover.minimumOf', { title: ksa.title })}
      placeholder={text('cover.noMinimum')}
      value={typed ?? stored}
      disabled={save.isPending}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
        if (key === 'Escape') setTyped(null);
      }}
      onBlur={({ target }) => {
        if (typed === null || typed === stored) setTyped(null);
        else if (target.checkValidity()) save.mutate(typed);
        else target.reportValidity();
      }}
    />
  );
}
