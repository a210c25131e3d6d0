import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import pg from 'pg';

const EMBEDDED = join(import.meta.dirname, '../../../dist/apps/api/src/platform/database/embedded/index.js');
type Embedded = (options: { dataDir: string }) => Promise<{ readonly url: string; stop(): Promise<void> }>;

/** Hours that no session bears unused: more than two weeks. */
const ORE = 15 * 24;

/**
 * The session of this browser, and no other, is as one that nobody has used for weeks: hours cannot be waited for, so that the database
 * of the portal, which joins whoever holds its folder, is told that they have gone by. What follows is all the portal's own.
 */
export async function lasciaInattiva(page: Page): Promise<void> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'sessione')?.value ?? '';
  const { startEmbeddedPostgres } = (await import(pathToFileURL(EMBEDDED).href)) as { startEmbeddedPostgres: Embedded };
  const server = await startEmbeddedPostgres({ dataDir: process.env['PORTAL_DATA_DIR'] ?? '' });
  const client = new pg.Client({ connectionString: server.url });
  const sessione = createHash('sha256').update(token).digest();
  try {
    await client.connect();
    const ferma = (ore: number) =>
      client.query(`UPDATE sessione SET vista_at = now() - make_interval(hours => $2) WHERE token_hash = $1`, [sessione, ore]);
    if ((await ferma(1)).rowCount !== 1) throw new Error('The session of this browser was not found.');
    // The portal writes together, some time later, who was there: once it has written this one it has nothing left to write.
    const appenaVista = async () =>
      (await client.query(`SELECT 1 FROM sessione WHERE token_hash = $1 AND vista_at > now() - interval '5 minutes'`, [sessione])).rowCount;
    await expect.poll(appenaVista).toBe(1);
    await ferma(ORE);
  } finally {
    await client.end();
    await server.stop();
  }
}
