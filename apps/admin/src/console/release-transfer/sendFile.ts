import { authorizedFetch } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import type { ReleaseImport } from '../providers/records.ts';

export interface ImportChoice {
  /** Empty: the framework that the file names. */
  readonly frameworkId: string;
  /** Empty: the file's own. */
  readonly label: string;
}

/** Sends the file as it is; rehearsed, nothing is written and every problem is told. */
export async function sendFile(
  file: File,
  type: string,
  choice: ImportChoice,
  rehearsal: boolean,
): Promise<ReleaseImport> {
  const url = new URL('/api/release-imports', window.location.origin);
  url.searchParams.set('dryRun', String(rehearsal));
  if (choice.frameworkId !== '') url.searchParams.set('frameworkId', choice.frameworkId);
  if (choice.label.trim() !== '') url.searchParams.set('label', choice.label.trim());
  const response = await authorizedFetch(
    new Request(url, { method: 'POST', headers: { 'content-type': type }, body: file }),
  );
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body);
  return body as ReleaseImport;
}
