import { readable } from '../api/problem.ts';

/** What failed, why, and a way on. */
export function Failure({ what, error, retry }: { what: string; error: unknown; retry: () => void }) {
  return (
    <div className="notice notice-failure" role="alert">
      <h2>{what}</h2>
      <p>{readable(error)}</p>
      <button type="button" className="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
