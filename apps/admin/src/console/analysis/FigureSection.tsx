import { useMemo } from 'react';
import { reportsRule, rulesOf } from '#domain';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useItems, useTechnologyAreas } from '../providers/queries.ts';
import type { Analysis, AnalysisRule, Item } from '../providers/records.ts';
import { useAddressed } from '../providers/useAddressed.ts';
import { useText } from '../providers/useText.ts';
import {
  differing,
  figuresPrinted,
  firstRows,
  inFigures,
  isReportsRule,
  isSquare,
  tiesOf,
} from './analysisModel.ts';
import { addressOf, type Asked, useAnalysis } from './analysisQueries.ts';
import { Bars } from './Bars.tsx';
import { Download } from './Download.tsx';
import { HeatMap } from './HeatMap.tsx';
import type { Shown } from './views.ts';
import { ruleMeans } from './words.ts';

interface FigureSectionProps {
  releaseId: string;
  shown: Shown;
  /** The KSA that is asked about, where one is. */
  subject?: string;
}

/** One question: what it asks, by which rule it is counted, the picture, and what the report prints otherwise. */
export function FigureSection({ releaseId, shown, subject }: FigureSectionProps) {
  const text = useText();
  const { name } = shown;
  const areas = useTechnologyAreas(shown.asks === 'area' ? releaseId : undefined);
  const items = useItems(shown.narrows === true ? releaseId : undefined);
  const [namedRule, setRule] = useAddressed(`${name}.rule`);
  const [namedArea, setArea] = useAddressed(`${name}.area`);
  const [namedUnder, setUnder] = useAddressed(`${name}.under`);
  const [others, setOthers] = useAddressed(`${name}.others`);
  // The address may name what this release does not have.
  const rule = rulesOf(name).find((each) => each === namedRule) ?? reportsRule(name);
  const area = areas.data?.find(({ code }) => code === namedArea) ?? areas.data?.[0];
  const under = items.data?.find(({ code }) => code === namedUnder)?.code;
  const withOthers = others !== null;
  const about = shown.asks === 'area' ? area?.code : subject;
  const asked: Asked = { releaseId, name, rule, subject: about, under };
  const { data, error, refetch, isPlaceholderData } = useAnalysis(
    asked,
    (shown.asks === undefined || about !== undefined) && (namedUnder === null || !items.isLoading),
  );
  const title = text(`analysis.names.${name}`);
  return (
    <section className="section figure" aria-labelledby={`figure-${name}`}>
      <div className="section-head">
        <h2 id={`figure-${name}`}>{title}</h2>
        <Download path={addressOf(asked)} query={{ rule, subject: about, under }} title={title} />
      </div>
      <p className="figure-asks">{text(`analysis.asks.${name}`)}</p>
      <div className="filters figure-choices">
        {shown.asks === 'area' && (
          <label className="field">
            <span>{text('analysis.area')}</span>
            <select value={about ?? ''} onChange={(event) => setArea(event.target.value)}>
              {(areas.data ?? []).map(({ code, name: areaName }) => (
                <option key={code} value={code}>
                  {areaName}
                </option>
              ))}
            </select>
          </label>
        )}
        <RulePicker rules={rulesOf(name)} rule={rule} choose={setRule} />
        {shown.narrows === true && <UnderPicker items={items.data ?? []} under={under} choose={setUnder} />}
        {data !== undefined && data.rules.length > 1 && (
          <label className="check figure-others">
            <input
              type="checkbox"
              checked={withOthers}
              onChange={(event) => setOthers(event.target.checked ? 'shown' : null)}
            />
            {text('analysis.others')}
          </label>
        )}
      </div>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Bones />}
      {data !== undefined && error === null && (
        <div className="figure-answer" aria-busy={isPlaceholderData}>
          <Standing analysis={data} />
          {shown.ranks !== undefined && <Ties analysis={data} by={shown.ranks} picture={shown.picture} />}
          <Picture analysis={data} shown={shown} title={title} withOthers={withOthers} />
          <Differences analysis={data} />
        </div>
      )}
    </section>
  );
}

interface RulePickerProps {
  rules: readonly AnalysisRule[];
  rule: AnalysisRule;
  choose: (rule: string) => void;
}

function RulePicker({ rules, rule, choose }: RulePickerProps) {
  const text = useText();
  return (
    <label className="field figure-rule">
      <span>{text('analysis.countedBy')}</span>
      <select value={rule} onChange={(event) => choose(event.target.value)}>
        {rules.map((each) => (
          <option key={each} value={each}>
            {text(`analysis.rules.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface UnderPickerProps {
  items: readonly Item[];
  under: string | undefined;
  choose: (under: string) => void;
}

function UnderPicker({ items, under, choose }: UnderPickerProps) {
  const text = useText();
  return (
    <label className="field">
      <span>{text('analysis.under')}</span>
      <select value={under ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{text('analysis.everything')}</option>
        {items
          .filter(({ kind }) => kind === 'tier' || kind === 'competency')
          .map(({ id, code, title }) => (
            <option key={id} value={code}>
              {code} {title}
            </option>
          ))}
      </select>
    </label>
  );
}

/** What the rule means, and how it and the others do beside the report. */
function Standing({ analysis }: { analysis: Analysis }) {
  const text = useText();
  const { name, rule, rules } = analysis;
  const own = rules.find((each) => each.rule === rule);
  const others = rules.filter((each) => each.rule !== rule);
  return (
    <p className="hint figure-standing">
      {ruleMeans(text, name, rule)}{' '}
      {own === undefined || own.printed === 0 ? (
        text('analysis.notPrinted')
      ) : (
        <>
          <strong>
            {text('analysis.comesOut', {
              agreeing: own.agreeing,
              printed: own.printed,
              figures: figuresPrinted(analysis),
            })}
          </strong>{' '}
          {others.length > 0 &&
            text('analysis.instead', {
              list: others
                .map((each) => `${text(`analysis.rules.${each.rule}`)} ${each.agreeing}`)
                .join(', '),
            })}
        </>
      )}
    </p>
  );
}

interface TiesProps {
  analysis: Analysis;
  by: readonly string[];
  picture: Shown['picture'];
}

/** Places that the numbers alone do not tell apart, among those that are shown first. */
function Ties({ analysis, by, picture }: TiesProps) {
  const text = useText();
  const ties = tiesOf(analysis, by, firstRows[picture]);
  if (ties.length === 0) return null;
  const list = ties.map(({ from, to, value }) =>
    text('analysis.tie', { from, to, value: inFigures(value, analysis.rule) }),
  );
  return <p className="hint figure-standing">{text('analysis.ties', { list: list.join(', ') })}</p>;
}

interface PictureProps {
  analysis: Analysis;
  shown: Shown;
  title: string;
  withOthers: boolean;
}

function Picture({ analysis, shown, title, withOthers }: PictureProps) {
  const text = useText();
  if (analysis.rows.length === 0) return <p className="hint">{text('analysis.none')}</p>;
  if (shown.picture === 'bars')
    return <Bars analysis={analysis} title={title} parts={shown.parts} withOthers={withOthers} />;
  return (
    <>
      <HeatMap analysis={analysis} title={title} beside={shown.beside ?? NONE} />
      {withOthers &&
        analysis.rules
          .filter(({ rule }) => rule !== analysis.rule)
          .map(({ rule, values }) => (
            <OtherMap
              key={rule}
              analysis={analysis}
              rule={rule}
              values={values}
              title={title}
              shown={shown}
            />
          ))}
      <p className="hint figure-legend">
        {text(isSquare(analysis) ? 'analysis.legend' : 'analysis.legendPlain')}{' '}
        {differing(analysis).length > 0 && text('analysis.legendDiffers')}
      </p>
    </>
  );
}

const NONE: readonly string[] = [];

interface OtherMapProps {
  analysis: Analysis;
  rule: AnalysisRule;
  values: Analysis['rules'][number]['values'];
  title: string;
  shown: Shown;
}

/** The same rows and columns, counted by another rule. */
function OtherMap({ analysis, rule, values, title, shown }: OtherMapProps) {
  const text = useText();
  const by = text(`analysis.rules.${rule}`);
  const counted = useMemo(
    () => ({
      ...{ ...analysis, rule, printed: [] },
      values: values.map((cells) => cells.map((value) => value ?? 0)),
    }),
    [analysis, rule, values],
  );
  return (
    <>
      <h3>{text('analysis.otherwise', { by })}</h3>
      <HeatMap analysis={counted} title={`${title}, ${by}`} beside={shown.beside ?? NONE} />
    </>
  );
}

function Differences({ analysis }: { analysis: Analysis }) {
  const text = useText();
  const cells = differing(analysis);
  if (cells.length === 0) return null;
  const reports = isReportsRule(analysis);
  return (
    <details className="figure-differences">
      <summary>{text('analysis.differing', { smart_count: cells.length })}</summary>
      {reports ? (
        <ul className="rows">
          {cells.map(({ figure, row, column, recomputed, printed, reason }) => (
            <li key={`${figure} ${row} ${column}`}>
              <p>
                {text('analysis.differs', { figure, row, column, recomputed: recomputed ?? '', printed })}
              </p>
              <p className="hint">{reason ?? text('analysis.unexplained')}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="hint">{text('analysis.notTheRule')}</p>
      )}
    </details>
  );
}
