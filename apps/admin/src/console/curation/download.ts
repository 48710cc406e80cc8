import { authorizedFetch } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';

/** Fetches a file with the reader's token, which a link cannot carry, and hands it to the browser to be saved. */
export async function download(path: string, fileName: string): Promise<void> {
  const response = await authorizedFetch(new Request(new URL(path, window.location.origin)));
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => null));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
