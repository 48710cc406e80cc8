import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf, Fault } from '../fault.ts';

const PASSWORD_BYTES = 24;
const OWNER_ONLY = 0o600;

const secretsSchema = z.object({ superuser: z.string(), owner: z.string(), app: z.string() });

/** The cluster's passwords: random, made once, readable by their owner alone. */
export type Secrets = z.output<typeof secretsSchema>;

export async function keepSecrets(path: string): Promise<Secrets> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return make(path);
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Fault(
      `The database's passwords in ${path} cannot be read.`,
      `Put the file back from a copy; or delete it, and the next start sets new passwords: no data is lost.`,
      error,
    );
  }
}

async function make(path: string): Promise<Secrets> {
  const password = () => randomBytes(PASSWORD_BYTES).toString('base64url');
  const secrets = { superuser: password(), owner: password(), app: password() };
  await writeFile(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: OWNER_ONLY });
  await rename(`${path}.new`, path);
  return secrets;
}
