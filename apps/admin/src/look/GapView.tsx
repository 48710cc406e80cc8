import './gap-view.css';
import './gap-rows.css';
import { type ReactNode, useState } from 'react';
import type { GapRequirement, GapView as GapViewData } from '../api/types.ts';
import { GapProvenance } from './GapProvenance.tsx';
import { readinessParts } from './gapWords.ts';
import { counted, dayAndTime, points } from './numbers.ts';
import { ReadinessSummary } from './ReadinessSummary.tsx';
import { RequirementRow } from './RequirementRow.tsx';

export interface GapViewProps {
  view: GapViewData;
  /** The page's h1: "Amara Okafor against Cell 4 robot technician". */
  heading: ReactNode;
  /** The way back, above the heading. */
  crumb?: ReactNode;
  /** Buttons beside the heading: what to do next. */
  actions?: ReactNode;
}

const SHOWN_AT_FIRST = 8;

function Rows({ rows, view, largest }: { rows: GapRequirement[]; view: GapViewData; largest: number }) {
  const [all, setAll] = useState(false);
  const hidden = rows.length - SHOWN_AT_FIRST;
  return (
    <>
      <ol className="gap-rows">
        {(all ? rows : rows.slice(0, SHOWN_AT_FIRST)).map((requirement) => (
          <RequirementRow key={requirement.ksaCode} requirement={requirement} view={view} largest={largest} />
        ))}
      </ol>
      {hidden > 0 && (
        <button type="button" className="gap-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${SHOWN_AT_FIRST} only` : `Show ${counted(hidden, 'more', 'more')}`}
        </button>
      )}
    </>
  );
}

/** A worker against a role profile: how ready, what it hangs on, and where every number comes from. */
export function GapView({ view, heading, crumb, actions }: GapViewProps) {
  const toClose = view.requirements.filter(({ status }) => status !== 'met');
  const met = view.requirements.filter(({ status }) => status === 'met');
  const largest = Math.max(...view.requirements.map(({ share }) => share));
  const parts = readinessParts(view);
  const sums = [
    [parts.attained, 'attained'],
    [parts.notAssessed, 'not assessed'],
    [parts.short, 'short'],
  ] as const;
  return (
    <article className="gap-view">
      <header className="gap-head">
        <div>
          {crumb !== undefined && <p className="gap-crumb">{crumb}</p>}
          <h1>{heading}</h1>
          <p className="gap-provenance-line">
            Role profile version {view.roleProfile.version} · policy {view.policy.name} v{view.policy.version}{' '}
            · computed {dayAndTime(view.computedAt)}
          </p>
        </div>
        {actions !== undefined && <div className="gap-actions">{actions}</div>}
      </header>
      {view.stale && (
        <p className="gap-stale" role="status">
          A newer answer is being scored. This page changes by itself when it is done.
        </p>
      )}
      <ReadinessSummary view={view} parts={parts} />

      <section aria-labelledby="gap-to-close">
        <div className="gap-section-head">
          <h2 id="gap-to-close">To close: {toClose.length}</h2>
          <p>
            {toClose.length > 0 ? 'largest effect on readiness first' : 'nothing is short, nothing is open'}
          </p>
        </div>
        {toClose.length > 0 && (
          <>
            <div className="gap-columns" aria-hidden="true">
              <span>Level</span>
              <span>KSA and where the rating comes from</span>
              <span>From → to</span>
              <span>Part of readiness</span>
              <span>points of 100</span>
            </div>
            <Rows rows={toClose} view={view} largest={largest} />
          </>
        )}
      </section>

      <section aria-labelledby="gap-met">
        <div className="gap-section-head">
          <h2 id="gap-met">Met: {met.length}</h2>
          <p>{met.length > 0 ? 'met or exceeded' : 'nothing is known to be met yet'}</p>
        </div>
        {met.length > 0 && <Rows rows={met} view={view} largest={largest} />}
      </section>

      <p className="gap-sum">
        The parts add up:{' '}
        {sums
          .filter(([tenths]) => tenths > 0)
          .map(([tenths, word]) => `${points(tenths)} ${word}`)
          .join(' + ')}{' '}
        = 100.0
      </p>
      <GapProvenance view={view} />
    </article>
  );
}
