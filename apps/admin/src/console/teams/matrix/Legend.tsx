import { Ring } from '../../../look/Ring.tsx';
import { useText } from '../../providers/useText.ts';

/** Each mark with its word. */
export function Legend({ maxLevel }: { maxLevel: number }) {
  const text = useText();
  const required = Math.max(1, maxLevel - 1);
  const ring = { maxLevel, size: 26 };
  return (
    <ul className="matrix-legend">
      <li>
        <Ring {...ring} attained={required} required={required} /> {text('matrix.legend.met')}
      </li>
      <li>
        <Ring {...ring} attained={Math.max(0, required - 2)} required={required} />{' '}
        {text('matrix.legend.short')}
      </li>
      <li>
        <Ring {...ring} attained={null} required={required} /> {text('matrix.legend.notAssessed')}
      </li>
      <li>
        <Ring {...ring} attained={Math.max(1, required - 1)} required={null} />{' '}
        {text('matrix.legend.notRequired')}
      </li>
      <li>
        <Ring {...ring} attained={required} required={required} verified={false} />{' '}
        {text('matrix.legend.notVerified')}
      </li>
      <li>
        <span className="matrix-soon" aria-hidden="true" /> {text('matrix.legend.soon')}
      </li>
      <li>
        <span className="matrix-expired" aria-hidden="true">
          ×
        </span>{' '}
        {text('matrix.legend.expired')}
      </li>
      <li>
        <span className="matrix-too-few" aria-hidden="true">
          ▲
        </span>{' '}
        {text('matrix.legend.tooFew')}
      </li>
    </ul>
  );
}
