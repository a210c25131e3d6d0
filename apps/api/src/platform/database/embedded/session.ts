import { Client } from '../pg.js';
import { ADMINISTRATOR } from './cluster.js';
import { hasCode } from './files.js';

/** Users of a server hold this lock shared, on their administrator's session; it vanishes with them, even by kill -9. */
const IN_USE = 7_274_664;

const CONNECT_TIMEOUT_MS = 3000;

/** `cannot_connect_now` (starting, recovering, stopping), `admin_shutdown`, `too_many_connections`. */
const BUSY = ['57P03', '57P01', '53300'];

/**
 * Knocks at a port where our server should be. `busy`: it is there, and will answer later. `absent`: nobody, or somebody else, who gets
 * no password: only the challenge is accepted in which the server, too, proves that it knows it.
 */
export async function join(port: number, password: string): Promise<Client | 'busy' | 'absent'> {
  const address = { host: '127.0.0.1', port, user: ADMINISTRATOR, database: ADMINISTRATOR, password };
  const client = new Client({
    ...address,
    application_name: 'tavoli-supervisor',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  const proved = demandProof(client);
  try {
    await client.connect();
    if (!proved()) throw new Error('The server asked for no proof.');
    await client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
    return client;
  } catch (error) {
    client.end().catch(() => undefined);
    return hasCode(error, ...BUSY) ? 'busy' : 'absent';
  }
}

/** Gives up the shared lock. True: nobody else holds it, and newcomers wait until this session ends. */
export async function leave(session: Client): Promise<boolean> {
  await session.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
  const { rows } = await session.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [IN_USE]);
  return rows[0]?.alone ?? false;
}

function demandProof(client: Client): () => boolean {
  let proved = false;
  const refuse = (): unknown => client.connection.stream.destroy();
  for (const weak of ['authenticationCleartextPassword', 'authenticationMD5Password']) {
    client.connection.removeAllListeners(weak).on(weak, refuse);
  }
  client.connection.on('authenticationSASLFinal', () => (proved = true));
  return () => proved;
}
