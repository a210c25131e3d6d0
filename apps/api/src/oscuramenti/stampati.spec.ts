import { createHash } from 'node:crypto';
import type { AltroveView, Problem, VerificaView } from '@tavoli/shared';
import { Stampati1700000000040 } from '../../migrations/0040-stampati.js';
import { testWorld, type World } from '../../testing/app.js';
import { pdfGlyphs } from '../../testing/files/pdf-text.js';
import { leggiZip } from '../../testing/files/zip.js';
import { baseElaborati, documento, Elaborati, type BaseElaborati } from '../../testing/scenario/elaborati.js';
import { Oscuramenti } from '../../testing/scenario/oscuramenti.js';
import { Piani } from '../../testing/scenario/piani.js';

let world: World;
let base: BaseElaborati;
let oscura: Oscuramenti;
let piani: Piani;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await baseElaborati(world);
  oscura = new Oscuramenti(world, base);
  piani = new Piani(world, base);
});
afterAll(() => world.close());

const at = (path = '') => `/ambiti/${base.ambito.slug}${path}`;
const verifica = async (file: Buffer) =>
  (await world.as(null).get<VerificaView>(`/verifica/${createHash('sha256').update(file).digest('hex')}`)).body;
/** What a program reads in a file of any kind. */
const detto = (file: Buffer): string => (file.subarray(0, 5).toString() === '%PDF-' ? pdfGlyphs(file) : file.toString());
const pdf = async (path: string) => (await world.as(null).get(at(path))).raw;
const nome = (valore: string) => world.db.query('UPDATE tavolo SET nome = $2 WHERE id = $1', [base.tavolo.id, valore]);

const scritto = (id: string) =>
  world.db.query('UPDATE verbale_sezione SET documento = $2 WHERE verbale_id = $1', [id, JSON.stringify(documento('Si approva.'))]);

/** A verbale whose incontro says these words; published. */
async function verbaleCon(titolo: string, sede: object | null = null): Promise<{ id: string; incontro: string }> {
  const { id } = await world.scenario.verbale(base.ambito, base.tavolo, 'approvato');
  await scritto(id);
  const [righe] = await world.db.query<[{ id: string }[], number]>(
    'UPDATE incontro SET titolo = $2, sede = $3 WHERE id = (SELECT incontro_id FROM verbale WHERE id = $1) RETURNING id',
    [id, titolo, sede === null ? null : JSON.stringify(sede)],
  );
  expect((await pubblica(id)).status).toBe(200);
  return { id, incontro: righe[0]?.id ?? '' };
}
const pubblica = (id: string, version = 1) =>
  world.as(base.referente).post<Problem>(at(`/verbali/${id}/azioni/pubblica`), { avvisiVisti: true }, { version });

async function elaboratoAccolto(): Promise<string> {
  const elaborati = new Elaborati(world, base);
  const e = await elaborati.nuovo();
  await elaborati.scrivi(e, { testo: { tipo: 'testo', documento: documento('Il centro diurno.') } });
  await elaborati.porta(e, 'accolto');
  return e.id;
}

describe('words that a document was printed with', () => {
  it('G-4: the name of a tavolo leaves verbali, elaborati and the dossier that were printed with it: shown before, never asked, with the proof of each', async () => {
    await nome('Casa Zanzottera');
    const { id } = await verbaleCon('Prima riunione');
    const elaborato = await elaboratoAccolto();
    await piani.aggiungi({ tipo: 'verbali' });
    await piani.aggiungi({ tipo: 'elaborato', elaboratoId: elaborato });
    await piani.chiudi();
    await piani.azione('pubblica');
    const percorsi = [`/verbali/${id}/verbale.pdf`, `/elaborati/${elaborato}/elaborato.pdf`, `/elaborati/${elaborato}/elaborato.json`];
    const prima = await Promise.all(percorsi.map(pdf));
    const zip = await piani.file('zip');
    expect(prima.map(f => /zanzottera/i.test(detto(f)))).toEqual([true, true, true]);

    const { items } = await oscura.altrove(['Zanzottera'], { tipo: 'tavolo', id: base.tavolo.id });
    expect(items.map(i => [i.tipo, i.come]).sort()).toEqual([
      ['dossier', 'insieme'],
      ['elaborato', 'insieme'],
      ['verbale', 'insieme'],
    ]);
    const { status, body } = await oscura.esegui('tavolo', base.tavolo.id, ['Zanzottera']);
    expect([status, body.stato]).toEqual([201, 'in_corso']);
    await piani.lavora();
    const dopo = await Promise.all(percorsi.map(pdf));
    for (const [i, file] of dopo.entries()) {
      expect(detto(file)).not.toMatch(/zanzottera/i);
      expect(await verifica(file)).toMatchObject({ autentico: true });
      expect(await verifica(prima[i] ?? file)).toMatchObject({ autentico: false, sostituito: { percorso: expect.any(String) } });
    }
    expect(await verifica(zip)).toMatchObject({ autentico: false, sostituito: { percorso: `/${base.ambito.slug}/piano` } });
    expect(pdfGlyphs(await piani.file('pdf'))).not.toMatch(/zanzottera/i);
    for (const file of (await leggiZip(await piani.file('zip'))).values()) expect(detto(file)).not.toMatch(/zanzottera/i);
    const derivati = await world.db.query<{ sha256: string }[]>(
      `SELECT r.sha256 FROM oscuramento o JOIN oscuramento_originale r ON r.ambito_id = o.ambito_id AND r.oscuramento_id = o.id WHERE o.origine_id = $1 AND r.sha256 IS NOT NULL`,
      [body.id],
    );
    expect(derivati.length).toBe(2);
  });

  it('G-4: title and place of an incontro leave its verbale, and what its twin says of who was there; the rest of the file stays as it was printed', async () => {
    await nome('Casa e abitare');
    const { id, incontro } = await verbaleCon('Ascolto di Ginevra Zanzottera', {
      nome: 'Casa Zanzottera',
      indirizzo: 'Via Zanzottera 1',
      accessibile: true,
    });
    await world.db.query(
      `UPDATE verbale_pubblicazione SET contenuto = jsonb_set(contenuto, '{presenti}', '[{"ente":"Ditta Zanzottera","tavolo":"Tavolo Zanzottera","presente":"titolare"}]') WHERE verbale_id = $1`,
      [id],
    );
    await nome('Un altro nome');
    const { items } = await oscura.altrove(['Zanzottera'], { tipo: 'incontro', id: incontro });
    expect(items.map(i => [i.tipo, i.come, i.quante])).toEqual([['verbale', 'insieme', 5]]);
    expect((await oscura.esegui('incontro', incontro, ['Zanzottera'])).status).toBe(201);
    const file = pdfGlyphs(await pdf(`/verbali/${id}/verbale.pdf`)).replace(/\s+/g, '');
    expect([/zanzottera/i.test(file), file.includes('Casaeabitare'), file.includes('Unaltronome')]).toEqual([false, true, false]);
    expect((await world.as(null).get(at(`/verbali/${id}/pubblico`))).text).not.toMatch(/zanzottera/i);
  });

  it('are chosen in the document itself, where the name has changed since', async () => {
    await nome('Casa Zanzottera');
    const { id } = await verbaleCon('Prima riunione');
    await nome('Casa e abitare');
    expect((await oscura.altrove(['Zanzottera'])).items.map((i: AltroveView) => [i.tipo, i.esempi[0]?.dove])).toEqual([
      ['verbale', 'Nel documento: il nome del tavolo'],
    ]);
    expect((await oscura.esegui('verbale', id, ['Zanzottera'])).status).toBe(201);
    expect(pdfGlyphs(await pdf(`/verbali/${id}/verbale.pdf`))).not.toMatch(/zanzottera/i);
    expect((await world.as(null).get(at('/tavoli'))).text).toContain('Casa e abitare');
  });

  it('B-12: nothing is published while an oscuramento is being written: who publishes is told to look again', async () => {
    const { id } = await world.scenario.verbale(base.ambito, base.tavolo, 'approvato');
    await scritto(id);
    await world.db.transaction(async tx => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7274667))', [`oscuramenti ${base.ambito.id}`]);
      expect((await pubblica(id)).body.code).toBe('versione.superata');
    });
    expect((await pubblica(id)).status).toBe(200);
  });

  it('of verbali published by the release before are those of the day of the migration', async () => {
    const { id, incontro } = await verbaleCon('Prima riunione', { nome: 'Sala civica', indirizzo: 'Via di Prova 1', accessibile: true });
    const stampato = () => world.db.query<object[]>('SELECT stampato FROM verbale_pubblicazione WHERE verbale_id = $1', [id]);
    const prima = await stampato();
    expect(prima).toMatchObject([
      { stampato: { incontro: { id: incontro }, tavoli: [{ id: base.tavolo.id }], sede: { nome: 'Sala civica' } } },
    ]);
    const runner = world.db.createQueryRunner();
    await runner.startTransaction();
    await runner.query('ALTER TABLE verbale_pubblicazione DROP COLUMN stampato');
    await new Stampati1700000000040().up(runner);
    await runner.commitTransaction();
    await runner.release();
    expect(await stampato()).toEqual(prima);
  });
});
