import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { hasCode } from './files.js';

/**
 * Takes the only turn to launch a server, or nothing when another process has it. PostgreSQL's own lock file leaves a gap when two
 * starts find the same dead one. The turn is a socket name that Linux keeps in memory and drops with its holder, even by kill -9;
 * derived from the password, nobody else can take it first. Other systems have no such names: there the gap, of microseconds, stays.
 * @returns how to give the turn back.
 */
export async function takeTurn(password: string): Promise<(() => void) | undefined> {
  if (process.platform !== 'linux') return () => undefined;
  const name = createHmac('sha256', password).update('start').digest('hex');
  const server = createServer().listen({ path: `\0tavoli-${name}` });
  try {
    await once(server, 'listening');
    return () => server.close();
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) return undefined;
    throw error;
  }
}
