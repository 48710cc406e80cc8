import './step-chart.css';
import { day } from './numbers.ts';

export interface StepPoint {
  /** `YYYY-MM-DD`, ascending; it holds until the next. */
  day: string;
  /** Shares 0 … 1, low no higher than high. */
  low: number;
  high: number;
}

interface StepChartProps {
  from: string;
  to: string;
  points: readonly StepPoint[];
  /** What the drawing says, in a sentence; the numbers stand in a table beside it. */
  label: string;
}

const WIDTH = 1000;
const HEIGHT = 100;

/** A range over time: solid up to what is known, a dashed edge where it may end. What changed on a day is a step. */
export function StepChart({ from, to, points, label }: StepChartProps) {
  const span = Math.max(1, Date.parse(to) - Date.parse(from));
  const x = (of: string): number => ((Date.parse(of) - Date.parse(from)) / span) * WIDTH;
  const y = (share: number): number => (1 - share) * HEIGHT;
  const line = (of: 'low' | 'high'): string =>
    points
      .map((point, index) => {
        const next = points[index + 1];
        const end = next === undefined ? WIDTH : x(next.day);
        return `${index === 0 ? 'M' : 'L'}${x(point.day)} ${y(point[of])}H${end}`;
      })
      .join('');
  const [first] = points;
  if (first === undefined) return null;
  const area = `${line('low')}V${HEIGHT}H${x(first.day)}Z`;
  return (
    <figure className="step-chart">
      <ol className="step-chart-scale" aria-hidden="true">
        <li>100 %</li>
        <li>50 %</li>
        <li>0 %</li>
      </ol>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {[0, 50, 100].map((height) => (
          <path key={height} className="step-chart-grid" d={`M0 ${height}H${WIDTH}`} />
        ))}
        <path className="step-chart-area" d={area} />
        <path className="step-chart-low" d={line('low')} />
        <path className="step-chart-high" d={line('high')} />
      </svg>
      <p className="step-chart-days" aria-hidden="true">
        <span>{day(from)}</span>
        <span>{day(to)}</span>
      </p>
    </figure>
  );
}
