import { Link } from 'react-router';
import { useText } from '../providers/useText.ts';
import { useProfilesBehind } from './migrationQueries.ts';

/** Above the list of role profiles, once the framework has gone on without some of them. */
export function BehindNotice() {
  const text = useText();
  const { data: count = 0 } = useProfilesBehind();
  if (count === 0) return null;
  return (
    <div className="notice" role="status">
      <p>{text('migration.list.notice', { smart_count: count })}</p>
      <Link className="button button-quiet" to="/profile-migrations">
        {text('migration.list.see')}
      </Link>
    </div>
  );
}
