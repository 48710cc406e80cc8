import { useMemo } from 'react';
import { AutocompleteArrayInput } from 'react-admin';
import { useItems, useRelease } from '../providers/queries.ts';
import { useText } from '../providers/useText.ts';

/** KSAs of the framework and own ones, by their codes. */
export function KsaCodesInput({ label, except }: { label: string; except?: string }) {
  const text = useText();
  const { data: release } = useRelease();
  const { data: items = [] } = useItems(release?.id);
  const choices = useMemo(
    () =>
      items
        .filter(({ kind, code }) => kind === 'ksa' && code !== except)
        .map(({ code, title }) => ({ id: code, name: `${title} · ${code}` })),
    [items, except],
  );
  return (
    <AutocompleteArrayInput
      source="ksaCodes"
      label={label}
      helperText={text('own.hints.ksas')}
      choices={choices}
      translateChoice={false}
      fullWidth
    />
  );
}
