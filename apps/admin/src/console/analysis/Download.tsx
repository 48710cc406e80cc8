import { useState } from 'react';
import { authorizedFetch } from '../../api/client.ts';
import { useText } from '../providers/useText.ts';

interface DownloadProps {
  path: string;
  query: Readonly<Record<string, string | undefined>>;
  /** What the file holds. */
  title: string;
}

/** The same answer as a file. It is fetched, since the sign-in goes with a request and not with a link. */
export function Download({ path, query, title }: DownloadProps) {
  const text = useText();
  const [state, setState] = useState<'ready' | 'fetching' | 'failed'>('ready');
  const fetchFile = async () => {
    setState('fetching');
    try {
      const address = new URL(path, window.location.origin);
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) address.searchParams.set(name, value);
      address.searchParams.set('format', 'csv');
      const response = await authorizedFetch(new Request(address));
      if (!response.ok) throw new Error(String(response.status));
      const [, name = 'analysis.csv'] =
        /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
      save(await response.blob(), name);
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <button
        className="button button-quiet"
        type="button"
        aria-label={text('analysis.csvOf', { title })}
        disabled={state === 'fetching'}
        onClick={() => void fetchFile()}
      >
        {text('analysis.csv')}
      </button>
      {state === 'failed' && (
        <p className="form-problem" role="alert">
          {text('analysis.csvFailed')}
        </p>
      )}
    </>
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
