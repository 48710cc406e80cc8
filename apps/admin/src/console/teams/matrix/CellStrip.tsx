import { Link } from 'react-router';
import { Ring } from '../../../look/Ring.tsx';
import { useText } from '../../providers/useText.ts';
import type { Place } from '../../grid/place.ts';
import { cellWords, type MatrixView } from './matrixModel.ts';

/** The focused cell spelled out, and the way from it to the worker. */
export function CellStrip({ view, place }: { view: MatrixView; place: Place }) {
  const text = useText();
  const { workers, ksas, scale } = view.data;
  const { attained, requiredLevel, verified } = view.cellAt(place);
  const workerId = workers.id[place.row] ?? '';
  const [least] = view.readinessOf(place.row);
  return (
    <div className="matrix-strip">
      <Ring
        attained={attained}
        required={requiredLevel}
        maxLevel={scale.maxLevel}
        verified={verified || requiredLevel === null}
      />
      <p role="status">
        <strong>
          {workers.name[place.row]} · {ksas[place.column]?.title}
        </strong>
        <span>{cellWords(text, view, place)}</span>
      </p>
      <Link
        className="button button-quiet"
        to={
          least === undefined ? `/workers/${workerId}/show` : `/gap-scores/${workerId}/${least.roleProfileId}`
        }
      >
        {text(least === undefined ? 'matrix.openWorker' : 'matrix.openGap')}
      </Link>
    </div>
  );
}
