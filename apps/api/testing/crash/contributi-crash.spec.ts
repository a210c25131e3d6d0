import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AllegatoCaricatoView, RicevutaContributoView } from '@tavoli/shared';
import { verifyChain } from '../../src/platform/registro/verify.js';
import { newNetwork } from '../scenario/accounts.js';
import { testWorld, type World } from '../app.js';
import { newKey } from '../client.js';
import { contributoInput, moduloDi } from '../scenario/contributi.js';
import { eventually } from '../embedded.js';
import { multipart } from '../multipart.js';
import { post, startPortal } from './dying-portal.js';

const KILLS = 5;
const SENDERS = 6;
const variables = { DATA_DIR: `${process.env['TMPDIR'] ?? '/tmp'}/tavoli-crash-contributi-${process.pid}`, TRUST_PROXY: 'true' };

type Base = Awaited<ReturnType<World['scenario']['base']>>;
interface Mandato {
  readonly codice: string;
  readonly titolo: string;
  readonly pdf: Buffer;
}

let world: World;
beforeAll(async () => {
  world = await testWorld(variables);
});
afterAll(() => world.close());

/** As a page does: what got no answer is sent again, with the same key. @returns null when nobody waits for it any more */
async function ostinato<T>(invio: () => Promise<{ status: number; body: unknown }>, finito: () => boolean): Promise<T | null> {
  for (;;) {
    const answer = await invio().catch(() => null);
    if (answer?.status === 201) return answer.body as T;
    if (answer !== null && answer.status !== 409 && answer.status !== 503) throw new Error(JSON.stringify(answer));
    if (finito()) return null;
    await pause(20);
  }
}

/** Many citizens at once, each with a file, while the portal is killed and started again. @returns what was acknowledged */
async function inviaMentreMuore(base: Base): Promise<Mandato[]> {
  const modulo = await moduloDi(world, base.tavolo);
  const url = `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/contributi`;
  const mandati: Mandato[] = [];
  let portal = await startPortal(world.url, { overrides: variables });
  let fine = false;
  const cittadino = async () => {
    while (!fine) {
      const [da, key, titolo] = [newNetwork(), newKey(), `Contributo ${randomUUID()}`];
      const pdf = Buffer.from(`%PDF-1.4\n% ${titolo}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
      const [file, { headers }] = multipart('allegato.pdf', pdf);
      const caricato = await ostinato<AllegatoCaricatoView>(
        () => post(portal.port, `${url}/files`, file, { ...headers, 'x-forwarded-for': da }),
        () => fine,
      );
      if (!caricato) return;
      const input = JSON.stringify(contributoInput(modulo, { titolo, allegati: [caricato.chiave] }));
      const ricevuta = await ostinato<RicevutaContributoView>(
        () => post(portal.port, url, input, { 'content-type': 'application/json', 'idempotency-key': key, 'x-forwarded-for': da }),
        () => false,
      );
      if (ricevuta) mandati.push({ codice: ricevuta.codice, titolo, pdf });
    }
  };
  const cittadini = Promise.all(Array.from({ length: SENDERS }, cittadino));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const prima = mandati.length;
    await Promise.race([cittadini, eventually(async () => mandati.length >= prima + 10)]);
    portal.kill();
    expect(await portal.ended).toBe('SIGKILL');
    portal = await startPortal(world.url, { overrides: variables });
  }
  fine = true;
  await cittadini;
  portal.kill();
  await portal.ended;
  return mandati;
}

it('F-2: of contributi sent while the portal is killed with kill -9 again and again, each acknowledged one is there, once, with its file', async () => {
  const base = await world.scenario.base();
  const mandati = await inviaMentreMuore(base);
  expect(mandati.length).toBeGreaterThanOrEqual(KILLS * 10);

  const righe = await world.db.query<{ id: string; codice: string; titolo: string; attesa: string | null; emails: number }[]>(
    `SELECT c.id, c.codice, c.testi->>'titolo' AS titolo, f.attesa, (SELECT count(*)::int FROM email e WHERE e.ambito_id = c.ambito_id AND e.oggetto_id = c.id AND e.tipo = 'contributo.conferma') AS emails
     FROM contributo c LEFT JOIN contributo_file f ON f.ambito_id = c.ambito_id AND f.contributo_id = c.id WHERE c.ambito_id = $1`,
    [base.ambito.id],
  );
  const di = (titolo: string) => righe.filter(r => r.titolo === titolo).map(({ codice, emails }) => ({ codice, emails }));
  for (const { titolo, codice } of mandati) expect([titolo, di(titolo)]).toEqual([titolo, [{ codice, emails: 1 }]]);
  expect(righe.length).toBe(mandati.length);
  for (const { titolo, pdf } of mandati) {
    const r = righe.find(x => x.titolo === titolo);
    // Not confirmed yet, so kept apart from what is official.
    const kept = await readFile(join(variables.DATA_DIR, 'files', 'attesa', r?.attesa ?? ''));
    expect(kept.equals(pdf)).toBe(true);
  }
  expect((await verifyChain(world.db, base.ambito)).bad).toBeNull();
});
