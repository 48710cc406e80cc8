import { createServer } from 'node:net';
import { codeOf, Fault } from './fault.ts';

const DEFAULT_PORT = 3000;
const HIGHEST_PORT = 65_535;

export function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return DEFAULT_PORT;
  const port = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (port >= 1 && port <= HIGHEST_PORT) return port;
  throw new Fault(
    'PORT is not a port.',
    `It is a whole number from 1 to ${HIGHEST_PORT}, as in: PORT=3001 npm start`,
  );
}

/** Asked before anything else is done: a start that cannot serve leaves everything as it was. */
export async function assertFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen({ port, host, exclusive: true }, resolve);
    });
  } catch (error) {
    const another = `Choose another one: PORT=${port === DEFAULT_PORT ? DEFAULT_PORT + 1 : DEFAULT_PORT} npm start`;
    switch (codeOf(error)) {
      case 'EADDRINUSE':
        throw new Fault(`Port ${port} is taken by another program.`, another, error);
      case 'EACCES':
        throw new Fault(`Port ${port} may not be used by this user.`, another, error);
      default:
        throw new Fault(
          `${host}:${port} cannot be listened on (${codeOf(error) ?? 'refused'}).`,
          'Correct HOST or PORT.',
          error,
        );
    }
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}
