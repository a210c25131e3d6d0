import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dichiarazione, SigilliExport, SigilliView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { Oscuramenti } from '../../testing/scenario/oscuramenti.js';
import { Piani } from '../../testing/scenario/piani.js';
import type { AmbitoWorld } from '../../testing/scenario.js';
import { verify } from '../cli/verify.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { chainHash, commitment, GENESIS } from '../platform/registro/canonical.js';
import { difetto, firma } from '../platform/registro/sigillo.js';
import { BLOB_STORE, type BlobStore } from '../platform/storage/blob-store.js';
import { verifyChain } from '../platform/registro/verify.js';
import { chiaveDeiSigilli } from './chiave.js';
import { SigilliService } from './sigilli.service.js';

let world: World;
let folder: string;
let ambito: AmbitoWorld;
beforeAll(async () => {
  world = await testWorld();
  folder = await mkdtemp(join(tmpdir(), 'sigilli-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await world.db.query('TRUNCATE sigillo CASCADE');
  const base = await world.scenario.base();
  ambito = base.ambito;
  for (let i = 0; i < 4; i += 1) {
    const d = await world.scenario.designazione(ambito, { ...base, ente: await world.scenario.ente(ambito), stato: 'inviata' });
    await world.as(base.coordinatore).post(`/ambiti/${ambito.slug}/designazioni/${d.id}/azioni/accetta`, {}, { version: 1 });
  }
});

const sigilla = () => world.app.get(SigilliService).sigilla(ambito.id);
/** The day goes by: the next sigillo may be made. */
const passaUnGiorno = () => world.db.query(`UPDATE sigillo SET giorno = giorno - 1 WHERE ambito_id = $1`, [ambito.id]);
const esporta = async () => (await world.as(null).get<SigilliExport>(`/ambiti/${ambito.slug}/sigilli.json`)).body;

/** A published file with these bytes. @returns its path */
async function pubblica(bytes: string): Promise<string> {
  const tavolo = await world.scenario.tavolo(ambito);
  const { id } = await world.scenario.verbale(ambito, tavolo, 'pubblicato');
  const { sha256 } = await world.app.get<BlobStore>(BLOB_STORE, { strict: false }).put(Buffer.from(bytes), { maxBytes: 1000 });
  await world.db.query('UPDATE verbale_pubblicazione SET sha256 = $2 WHERE verbale_id = $1', [id, sha256]);
  await world.db.query(
    `INSERT INTO verbale_pubblicazione (ambito_id, verbale_id, at, protocollo_anno, protocollo_numero, contenuto, stampato, sha256, bytes) VALUES ($1, $2, '2026-03-02T09:00:00Z', 2026, 1, '{"sezioni":[],"presenti":[]}', '{"incontro":{"id":"","titolo":""},"tavoli":[],"sede":null}', $3, 1)
     ON CONFLICT DO NOTHING`,
    [ambito.id, id, sha256],
  );
  const file = join(folder, `${sha256}.pdf`);
  await writeFile(file, bytes);
  return file;
}

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const out = { stdout: { write: (text: string) => said.push(text) }, stderr: { write: (text: string) => said.push(text) } };
  return { code: await verify({ DATABASE_URL: world.url, NODE_ENV: 'test' }, args, out), said: said.join('') };
}

describe('a sigillo', () => {
  it('is made once a day, says where the register has come to and what was published since, and builds on the one before', async () => {
    const primo = await pubblica('primo documento');
    expect(await sigilla()).toBe(true);
    expect(await sigilla()).toBe(false);
    await passaUnGiorno();
    await pubblica('secondo documento');
    expect(await sigilla()).toBe(true);
    const exported = await esporta();
    expect(difetto(exported)).toBeNull();
    expect(exported.sigilli.map(s => s.dichiarazione)).toEqual([
      expect.objectContaining({
        numero: 1,
        ambito: ambito.slug,
        precedente: null,
        documenti: [expect.objectContaining({ sha256: /([0-9a-f]{64})/.exec(primo)?.[1] })],
      }),
      expect.objectContaining({ numero: 2, precedente: expect.stringMatching(/^[0-9a-f]{64}$/) as string, documenti: [expect.anything()] }),
    ]);
    const { body } = await world.as(null).get<SigilliView>(`/ambiti/${ambito.slug}/sigilli`);
    expect(body).toMatchObject({
      quanti: 2,
      chiave: exported.chiavi[0],
      items: [
        { numero: 2, documenti: 1 },
        { numero: 1, documenti: 1 },
      ],
    });
  });

  it('is not made where nothing was ever done', async () => {
    const vuoto = await world.scenario.ambito();
    expect(await world.app.get(SigilliService).sigilla(vuoto.id)).toBe(false);
    expect((await world.as(null).get(`/ambiti/${vuoto.slug}/sigilli.json`)).status).toBe(404);
  });

  it('is signed with one key, made once even by processes that start together, and readable by its owner only', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'chiave-'));
    const keys = await Promise.all(Array.from({ length: 8 }, () => chiaveDeiSigilli(dir)));
    expect(new Set(keys.map(k => k.export({ type: 'pkcs8', format: 'pem' }))).size).toBe(1);
    expect((await stat(join(dir, 'chiavi', 'sigillo.pem'))).mode & 0o777).toBe(0o600);
    await rm(dir, { recursive: true });
  });

  it('goes on under a new key when the old one is lost', async () => {
    await sigilla();
    await passaUnGiorno();
    await rm(join(world.app.get<Config>(CONFIG).dataDir, 'chiavi'), { recursive: true });
    await sigilla();
    const exported = await esporta();
    expect(exported.chiavi).toHaveLength(2);
    expect(difetto(exported)).toBeNull();
  });

  it.each<[string, (e: { chiavi: SigilliExport['chiavi']; sigilli: SigilliExport['sigilli'][number][] }) => void]>([
    ['a statement was changed', e => Object.assign(e.sigilli[0]?.dichiarazione ?? {}, { atti: 3 })],
    ['a document was slipped in', e => (e.sigilli[1]?.dichiarazione.documenti as unknown[]).push({ sha256: '0'.repeat(64) })],
    ['one was taken out', e => void e.sigilli.shift()],
    ['two changed places', e => void e.sigilli.reverse()],
    ['the key is another', e => Object.assign(e.chiavi[0] ?? {}, { impronta: '0'.repeat(64) })],
  ])('does not hold when %s', async (_, change) => {
    await sigilla();
    await passaUnGiorno();
    await sigilla();
    const exported = structuredClone(await esporta());
    expect(difetto(exported)).toBeNull();
    change(exported as never);
    expect(difetto(exported)).not.toBeNull();
  });
});

describe('titles of documents', () => {
  const NOME = 'Ginevra Zanzottera';

  it('G-4: are in no statement that everybody reads: neither in one of today, nor in one that was signed with them', async () => {
    await pubblica(`di ${NOME}`);
    await world.db.query(`UPDATE incontro SET titolo = $2 WHERE ambito_id = $1`, [ambito.id, `Ascolto di ${NOME}`]);
    await sigilla();
    await conTitoli();
    await passaUnGiorno();
    await sigilla();
    const exported = await esporta();
    expect(JSON.stringify(exported)).not.toContain('Zanzottera');
    expect(exported.sigilli.map(s => [s.dichiarazione.numero, typeof s.dichiarazione.originale])).toEqual([
      [1, 'string'],
      [2, 'undefined'],
    ]);
    expect(difetto(exported)).toBeNull();
    expect((await run()).said).not.toContain('non tornano');
    const falso = structuredClone(exported);
    Object.assign(falso.sigilli[0]?.dichiarazione ?? {}, { originale: '0'.repeat(64) });
    expect(difetto(falso)).toBe('sigillo n. 1: la firma non è valida');
  });

  /** The latest as the release before signed it. */
  async function conTitoli(): Promise<void> {
    const chiave = await chiaveDeiSigilli(world.app.get<Config>(CONFIG).dataDir);
    const [riga] = await world.db.query<{ dichiarazione: Dichiarazione }[]>('SELECT dichiarazione FROM sigillo WHERE ambito_id = $1', [
      ambito.id,
    ]);
    if (!riga) throw new Error('no sigillo');
    const documenti = riga.dichiarazione.documenti.map(d => ({ ...d, titolo: `Verbale: ascolto di ${NOME}` }));
    expect(documenti.length).toBeGreaterThan(0);
    const prima = { ...riga.dichiarazione, versione: 1 as const, documenti };
    await world.db.query('UPDATE sigillo SET dichiarazione = $2, firma = $3 WHERE ambito_id = $1', [
      ambito.id,
      JSON.stringify(prima),
      firma(prima, chiave),
    ]);
  }
});

describe('npm run verify', () => {
  it('G-11: finds a register written again from the beginning, which a chain alone cannot', async () => {
    await sigilla();
    await riscrivi();
    expect((await verifyChain(world.db, ambito)).bad).toBeNull();
    expect((await run()).said).toContain(`${ambito.slug}: i sigilli non tornano: l’atto n. 4 non è quello firmato nel sigillo n. 1.`);
  });

  it('G-11: finds a register whose last acts were cut off together with its head', async () => {
    await sigilla();
    await world.db.query('DELETE FROM registro_dettaglio WHERE ambito_id = $1 AND seq > 2', [ambito.id]);
    await world.db.query('DELETE FROM registro WHERE ambito_id = $1 AND seq > 2', [ambito.id]);
    await world.db.query(
      'UPDATE registro_testa SET seq = 2, hash = (SELECT hash FROM registro WHERE ambito_id = $1 AND seq = 2) WHERE ambito_id = $1',
      [ambito.id],
    );
    expect((await verifyChain(world.db, ambito)).bad).toBeNull();
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toContain('ne conta 4, ma gli ultimi non ci sono più');
  });

  it('G-12: knows a published file, with the database and without', async () => {
    const file = await pubblica('il verbale, tutto intero');
    expect(await run(file)).toEqual({
      code: 0,
      said: expect.stringMatching(/^È autentico: «Verbale: .*», pubblicato lunedì 2 marzo 2026.*non è ancora stato fatto\.\n$/) as string,
    });
    await sigilla();
    const exported = await esporta();
    const sigilli = join(folder, 'sigilli.json');
    await writeFile(sigilli, JSON.stringify(exported));
    expect((await run(file)).said).toContain('Sta nel sigillo n. 1.');
    expect(await run(file, '--sigilli', sigilli, '--chiave', exported.sigilli[0]?.chiave ?? '')).toEqual({
      code: 0,
      said: expect.stringContaining(`firmato con la chiave ${exported.sigilli[0]?.chiave ?? '-'}`) as string,
    });
    expect((await run(file, '--sigilli', sigilli, '--chiave', 'f'.repeat(64))).code).toBe(1);
  });

  it('G-12: does not know a file with one more comma', async () => {
    await pubblica('il verbale, tutto intero ancora');
    await sigilla();
    const sigilli = join(folder, 'sigilli.json');
    await writeFile(sigilli, JSON.stringify(await esporta()));
    const changed = join(folder, 'cambiato.pdf');
    await writeFile(changed, 'il verbale, tutto, intero ancora');
    for (const args of [[changed], [changed, '--sigilli', sigilli]]) {
      const { code, said } = await run(...args);
      expect(code).toBe(1);
      expect(said).toContain('Non è un documento pubblicato qui');
    }
  });

  it('G-12: of a file that held personal data says that it was replaced; a sigillo of before says that it cannot know', async () => {
    const base = await world.scenario.base();
    ambito = base.ambito;
    const id = await new Piani(world, base).verbalePubblicato('Parla Ginevra Zanzottera.');
    const file = join(folder, 'verbale.pdf');
    await writeFile(file, (await world.as(null).get(`/ambiti/${ambito.slug}/verbali/${id}/verbale.pdf`)).raw);
    await sigilla();
    const sigilli = join(folder, 'sigilli.json');
    await writeFile(sigilli, JSON.stringify(await esporta()));
    expect((await new Oscuramenti(world, base).esegui('verbale', id, ['Ginevra Zanzottera'])).status).toBe(201);
    const { code, said } = await run(file);
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^È stato sostituito .* perché conteneva dati personali\. .*[0-9a-f]{64}\.\n$/),
    ]);
    expect(said).not.toContain('Zanzottera');
    expect(await run(file, '--sigilli', sigilli)).toEqual({
      code: 0,
      said: expect.stringContaining('non se dopo è stato sostituito') as string,
    });
  });

  it('says which file it cannot read', async () => {
    const { code, said } = await run(join(folder, 'manca.pdf'));
    expect(code).toBe(1);
    expect(said).toContain('manca.pdf');
  });
});

/** What somebody who holds the database would do: every act changed, every hash made again, the head too. */
async function riscrivi(): Promise<void> {
  const rows = await world.db.query<
    { seq: string; atMs: string; attore: string | null; oggettoTipo: string; oggettoId: string; sale: Buffer }[]
  >(
    `SELECT r.seq, round(extract(epoch FROM r.at) * 1000)::bigint AS "atMs", r.attore, r.oggetto_tipo AS "oggettoTipo", r.oggetto_id AS "oggettoId", d.sale
     FROM registro r JOIN registro_dettaglio d USING (ambito_id, seq) WHERE r.ambito_id = $1 ORDER BY r.seq`,
    [ambito.id],
  );
  let prev = GENESIS;
  for (const { seq, atMs, attore, oggettoTipo, oggettoId, sale } of rows) {
    const impegno = commitment(sale, {});
    const hash = chainHash(prev, {
      ambitoId: ambito.id,
      seq: Number(seq),
      atMs: Number(atMs),
      attore,
      azione: 'designazione.respingi',
      oggettoTipo,
      oggettoId,
      impegno,
    });
    await world.db.query(
      `UPDATE registro SET azione = 'designazione.respingi', impegno = $3, prev = $4, hash = $5 WHERE ambito_id = $1 AND seq = $2`,
      [ambito.id, seq, impegno, prev, hash],
    );
    await world.db.query(`UPDATE registro_dettaglio SET contenuto = '{}' WHERE ambito_id = $1 AND seq = $2`, [ambito.id, seq]);
    prev = hash;
  }
  await world.db.query('UPDATE registro_testa SET hash = $2 WHERE ambito_id = $1', [ambito.id, prev]);
}
