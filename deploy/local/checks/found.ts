import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What tests use when the machine has it, and which of them have to be left out where it does not. */
export const CHROMIUM = findProgram('chromium');
export const REDIS_SERVER = findProgram('redis-server');

export function leftOut(): string[] {
  return [
    ...(CHROMIUM === null ? ['browser: there is no chromium (Debian: apt-get install chromium)'] : []),
    ...(REDIS_SERVER === null
      ? ['jobs on Redis: there is no redis-server (Debian: apt-get install redis-server)']
      : []),
    ...(process.env['AMS_600_20_TEXT'] === undefined
      ? ['the extraction against its source: AMS_600_20_TEXT does not name the text of NIST AMS 600-20']
      : []),
  ];
}

function findProgram(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
