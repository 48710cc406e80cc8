import type { ReactNode } from 'react';
import { evidences } from '#domain';
import type { Scale } from '../../api/types.ts';
import { labelOf } from '../../look/gapWords.ts';
import { capital } from '../../look/numbers.ts';
import type { MigratingRequirement, MigrationDecision } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { Choice } from './Choice.tsx';
import { LevelAndWeight } from './LevelAndWeight.tsx';
import { type OpenStep, withPart, withPartChanged } from './migrationModel.ts';

interface DecisionProps<Step extends OpenStep> {
  step: Step;
  decision: MigrationDecision;
  scale: Scale;
  decide: (decision: MigrationDecision) => void;
}

/** One KSA that the new release divides, merges or retires, and what the role asks for from now on. */
export function Decision(props: DecisionProps<OpenStep>) {
  const { step } = props;
  if (step.kind === 'split') return <Split {...props} step={step} />;
  if (step.kind === 'merged') return <Merged {...props} step={step} />;
  return <Retired {...props} step={step} />;
}

type StepOf<Kind extends OpenStep['kind']> = Extract<OpenStep, { kind: Kind }>;

function Split({ step, decision, scale, decide }: DecisionProps<StepOf<'split'>>) {
  const text = useText();
  if (decision.kind !== 'split') return null;
  return (
    <Card
      tag={text('migration.split.tag')}
      before={[step.before]}
      scale={scale}
      what={text('migration.split.what')}
    >
      {step.parts.map((part) => {
        const asked = decision.parts.find(({ lineage }) => lineage === part.lineage);
        return (
          <Choice
            key={part.lineage}
            ksa={part}
            label={text('migration.split.part', { title: part.title })}
            chosen={asked !== undefined}
            choose={() => decide(withPart(step, decision, part.lineage))}
          >
            {asked !== undefined && (
              <LevelAndWeight
                title={part.title}
                scale={scale}
                values={asked}
                change={(values) => decide(withPartChanged(decision, part.lineage, values))}
              />
            )}
          </Choice>
        );
      })}
      {decision.parts.length === 0 && (
        <p className="form-problem" role="alert">
          {text('migration.split.none')}
        </p>
      )}
    </Card>
  );
}

function Merged({ step, decision, scale, decide }: DecisionProps<StepOf<'merged'>>) {
  const text = useText();
  if (decision.kind !== 'merged') return null;
  const { title, ksaCode } = step.into;
  return (
    <Card
      tag={text('migration.merged.tag')}
      before={step.before}
      scale={scale}
      what={text('migration.merged.what')}
    >
      <div className="migration-choice">
        <p className="migration-ksa">
          {title} <span className="hint">{ksaCode}</span>
        </p>
        <LevelAndWeight
          title={title}
          scale={scale}
          values={decision}
          change={(values) => decide({ ...decision, ...values })}
        />
        <div className="migration-values">
          <label className="field">
            <span>{text('migration.fields.evidence')}</span>
            <select
              aria-label={text('requirements.evidenceOf', { title })}
              value={decision.evidence}
              onChange={(event) =>
                decide({ ...decision, evidence: event.target.value as typeof decision.evidence })
              }
            >
              {evidences.map((each) => (
                <option key={each} value={each}>
                  {text(`requirements.evidences.${each}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="requirement-critical">
            <input
              type="checkbox"
              checked={decision.critical}
              onChange={(event) => decide({ ...decision, critical: event.target.checked })}
            />
            <span>
              {text('requirements.critical')}
              <span className="said"> {title}</span>
            </span>
          </label>
        </div>
      </div>
    </Card>
  );
}

function Retired({ step, decision, scale, decide }: DecisionProps<StepOf<'retired'>>) {
  const text = useText();
  if (decision.kind !== 'retired') return null;
  const { replacedBy } = decision;
  const what = text(step.replacements.length === 0 ? 'migration.retired.nothing' : 'migration.retired.what');
  return (
    <Card tag={text('migration.retired.tag')} before={[step.before]} scale={scale} what={what}>
      {step.replacements.map((ksa) => (
        <Choice
          key={ksa.lineage}
          ksa={ksa}
          label={text('migration.retired.replacement', { title: ksa.title })}
          chosen={replacedBy.includes(ksa.lineage)}
          choose={() =>
            decide({
              ...decision,
              replacedBy: step.replacements
                .map(({ lineage }) => lineage)
                .filter((lineage) => replacedBy.includes(lineage) !== (lineage === ksa.lineage)),
            })
          }
        />
      ))}
      {step.replacements.length > 0 && replacedBy.length === 0 && (
        <p className="hint">{text('migration.retired.drop')}</p>
      )}
    </Card>
  );
}

interface CardProps {
  tag: string;
  before: readonly MigratingRequirement[];
  scale: Scale;
  what: string;
  children: ReactNode;
}

function Card({ tag, before, scale, what, children }: CardProps) {
  const text = useText();
  return (
    <div className="panel migration-step">
      <span className="tag tag-expiry">{tag}</span>
      {before.map(({ lineage, ksaCode, title, requiredLevel, weight, evidence, critical }) => (
        <div key={lineage}>
          <h3>
            {title} <span className="hint">{ksaCode}</span>{' '}
            {critical && <span className="tag">{text('requirements.critical')}</span>}
          </h3>
          <p className="hint">
            {text('migration.asks', {
              level: capital(labelOf(scale, requiredLevel)),
              weight,
              evidence: text(`requirements.evidences.${evidence}`),
            })}
          </p>
        </div>
      ))}
      <p className="migration-what">{what}</p>
      {children}
    </div>
  );
}
