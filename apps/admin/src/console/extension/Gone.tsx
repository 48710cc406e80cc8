import { useFormContext, useWatch } from 'react-hook-form';
import { useRelease } from '../providers/queries.ts';
import type { OwnItem } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { type GoneOf, takenOver } from './goneModel.ts';

type Place = { title: string; code: string };

/** What is gone from the current release of what this builds on; nothing of it goes until somebody decides. */
export function Gone({ own }: { own: GoneOf }) {
  const text = useText();
  const { data: release } = useRelease();
  const { getValues, setValue } = useFormContext();
  const kept = useWatch({ name: ['keptGoneKsas', 'keepsPlace'] }) as [readonly string[], boolean | undefined];
  const { goneKsas, lostUnder = null } = own;
  if (goneKsas.length === 0 && lostUnder === null) return null;
  const [keptGoneKsas, keepsPlace = false] = kept;
  if (keptGoneKsas.length === 0 && !keepsPlace)
    return (
      <p className="hint" role="status">
        {text('own.gone.taken')}
      </p>
    );

  const became = (kind: OwnItem['goneKsas'][number]['became'], into: readonly Place[]): string =>
    into.length === 0
      ? text('own.gone.nothing')
      : text(`own.gone.${kind}`, { into: into.map(({ title, code }) => `${title} (${code})`).join(', ') });
  const takeOver = () => {
    for (const [field, value] of Object.entries(takenOver(own, getValues())))
      setValue(field, value, { shouldDirty: true });
  };
  return (
    <section className="notice" aria-label={text('own.gone.title', { release: release?.label ?? '' })}>
      <div>
        <h2>{text('own.gone.title', { release: release?.label ?? '' })}</h2>
        <p className="hint">{text('own.gone.what')}</p>
        <ul className="rows">
          {lostUnder !== null && (
            <li>
              {text('own.gone.stoodUnder', { title: lostUnder.title, code: lostUnder.code })}:{' '}
              {became(lostUnder.became, lostUnder.into)}
            </li>
          )}
          {goneKsas.map(({ lineage, title, ksaCode, became: kind, into }) => (
            <li key={lineage}>
              {title} ({ksaCode}):{' '}
              {became(
                kind,
                into.map((each) => ({ title: each.title, code: each.ksaCode })),
              )}
            </li>
          ))}
        </ul>
      </div>
      <button className="button" type="button" onClick={takeOver}>
        {text('own.gone.takeOver')}
      </button>
    </section>
  );
}
