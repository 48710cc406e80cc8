import { readable } from '../../api/problem.ts';
import './page.css';

/** Before the catalogue of texts stands: the console could not learn who is signed in. */
export const Unstarted = ({ error, retry }: { error: unknown; retry: () => void }) => (
  <main className="page page-inner" style={{ padding: 32 }}>
    <h1>The console could not start</h1>
    <p>{readable(error)}</p>
    <button className="button" type="button" onClick={retry}>
      Try again
    </button>
  </main>
);
