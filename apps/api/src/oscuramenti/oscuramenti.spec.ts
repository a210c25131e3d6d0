import type { OscuramentoView, PianoPubblicoView, Problem, VerbalePubblicoView, VerbaleView, VerificaView } from '@tavoli/shared';
import { createHash } from 'node:crypto';
import { testWorld, type World } from '../../testing/app.js';
import { newKey } from '../../testing/client.js';
import { Oscuramenti } from '../../testing/scenario/oscuramenti.js';
import { pdfGlyphs, withoutBlanks } from '../../testing/files/pdf-text.js';
import { Piani } from '../../testing/scenario/piani.js';
import { contentLine, logicalLines, physicalLines } from '../../testing/ics/ics-lines.js';
import { leggiZip } from '../../testing/files/zip.js';
import { creaIncontro, esegui } from '../../testing/scenario/incontri.js';

let world: World;
let base: Awaited<ReturnType<World['scenario']['base']>>;
let oscura: Oscuramenti;
let piani: Piani;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  oscura = new Oscuramenti(world, base);
  piani = new Piani(world, base);
});
afterAll(() => world.close());

const NOME = 'Ginevra Zanzottera';
const TESTO = `La signora ${NOME} chiede un posto al centro diurno. Si decide di sentire ${NOME} con il servizio.`;
const at = (path = '') => `/ambiti/${base.ambito.slug}${path}`;
const sha256 = (b: Buffer): string => createHash('sha256').update(b).digest('hex');
const verifica = async (impronta: string) => (await world.as(null).get<VerificaView>(`/verifica/${impronta}`)).body;
const pdf = async (id: string) => (await world.as(null).get(at(`/verbali/${id}/verbale.pdf`))).raw;
const cerca = async (parola: string) =>
  (await world.as(null).get<{ totale?: number }>(at(`/ricerca?q=${encodeURIComponent(parola)}`))).text;

describe('a published verbale, blacked out', () => {
  it('G-4: leaves no public place with the words: page, PDF, search; the old file is told as replaced, without them', async () => {
    const id = await piani.verbalePubblicato(TESTO);
    const prima = await pdf(id);
    expect([await cerca('Zanzottera'), pdfGlyphs(prima)]).toEqual([expect.stringContaining(id), expect.stringContaining('Zanzottera')]);
    const done = await oscura.esegui('verbale', id, [NOME]);
    expect([done.status, done.body]).toMatchObject([201, { tipo: 'verbale', oggettoId: id, passaggi: 2, stato: 'compiuto' }]);
    const pagina = await world.as(null).get<VerbalePubblicoView>(at(`/verbali/${id}/pubblico`));
    const dopo = await pdf(id);
    for (const text of [pagina.text, pdfGlyphs(dopo), await cerca('Zanzottera')]) expect(text).not.toContain('Zanzottera');
    expect([pagina.text, pdfGlyphs(dopo)]).toEqual([
      expect.stringContaining('La signora [oscurato] chiede un posto'),
      expect.stringContaining(withoutBlanks('Parti oscurate:')),
    ]);
    expect(pagina.body.pubblicazione).toMatchObject({ sha256: sha256(dopo), oscuratoAt: expect.any(String) as string });
    expect(await verifica(sha256(dopo))).toMatchObject({ autentico: true, sostituito: null });
    const vecchio = await world.as(null).get<VerificaView>(`/verifica/${sha256(prima)}`);
    expect(vecchio.body).toMatchObject({
      autentico: false,
      documento: null,
      sostituito: { percorso: `/${base.ambito.slug}/verbali/${id}`, nuova: sha256(dopo), atto: expect.any(Number) as number },
    });
    expect(vecchio.text).not.toMatch(/Zanzottera|dati personali di/);
  });

  it('is not read whole by the tavolo any more either; the archive keeps it for the coordinatore alone, the register keeps both fingerprints', async () => {
    const id = await piani.verbalePubblicato(TESTO);
    const prima = await pdf(id);
    const { body } = await oscura.esegui('verbale', id, [NOME]);
    expect((await world.as(base.referente).get(at(`/verbali/${id}`))).text).not.toContain('Zanzottera');
    const archivio = body.originali.map(o => at(`/oscuramenti/${body.id}/originali/${o.id}`));
    const letti = await Promise.all(archivio.map(a => world.as(base.coordinatore).get(a)));
    expect(letti.some(l => l.raw.equals(prima))).toBe(true);
    expect(letti.some(l => l.text.includes(TESTO))).toBe(true);
    for (const chi of [null, base.ufficio, base.referente, base.operatore]) {
      for (const path of [...archivio, at('/oscuramenti'), at(`/oscuramenti/cose/verbale/${id}`)])
        expect([401, 403]).toContain((await world.as(chi).get(path)).status);
    }
    const [atto] = await world.db.query<{ contenuto: { impronte: unknown; motivazione: string } }[]>(
      `SELECT d.contenuto FROM registro r JOIN registro_dettaglio d ON d.ambito_id = r.ambito_id AND d.seq = r.seq WHERE r.ambito_id = $1 AND r.azione = 'verbale.oscura'`,
      [base.ambito.id],
    );
    expect(atto?.contenuto).toMatchObject({
      impronte: [{ vecchia: sha256(prima), nuova: sha256(await pdf(id)) }],
      motivazione: expect.stringContaining('Contiene') as string,
    });
  });

  it('B-12: asked twice with one key it is one act; on a version that is past it is refused, and so are words that are not there', async () => {
    const id = await piani.verbalePubblicato(TESTO);
    const scheda = await oscura.scheda('verbale', id);
    const body = { passaggi: oscura.passaggi(scheda, NOME), motivazione: 'Dati di una persona.', avvertito: true };
    const options = { version: scheda.version, key: newKey() };
    const [una, due] = [await oscura.manda('verbale', id, body, options), await oscura.manda('verbale', id, body, options)];
    expect([una.status, due.status, due.body.id]).toEqual([201, 201, una.body.id]);
    expect((await oscura.manda('verbale', id, body, { version: scheda.version })).body).toMatchObject({
      code: 'versione.superata',
      version: scheda.version + 1,
    });
    const ora = { version: scheda.version + 1 };
    expect(
      (await oscura.manda('verbale', id, { ...body, passaggi: [{ brano: 'sezione.9.testo.0', dal: 0, al: 3 }] }, ora)).body,
    ).toMatchObject({ code: 'oscuramento.passaggio_non_trovato', errors: [{ pointer: '/passaggi/0' }] });
    for (const [via, pointer] of [
      ['motivazione', '/motivazione'],
      ['avvertito', '/avvertito'],
      ['passaggi', '/passaggi'],
    ] as const) {
      const manca = await oscura.manda('verbale', id, { ...body, [via]: undefined }, ora);
      expect([manca.status, manca.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
    }
  });

  it('B-12: of two coordinatori who black it out at once one is told that it changed, and nothing is half done', async () => {
    const id = await piani.verbalePubblicato(TESTO);
    const scheda = await oscura.scheda('verbale', id);
    const body = { passaggi: oscura.passaggi(scheda, NOME), motivazione: 'Dati di una persona.', avvertito: true };
    const altro = await world.scenario.incarico(base.ambito, 'coordinatore');
    const esiti = await Promise.all(
      [base.coordinatore, altro].map(chi => oscura.manda('verbale', id, body, { version: scheda.version }, chi)),
    );
    expect(esiti.map(e => e.status).sort()).toEqual([201, 412]);
    expect(await world.db.query('SELECT 1 FROM oscuramento WHERE oggetto_id = $1', [id])).toHaveLength(1);
  });

  it('a rettifica that is being written, and one that is published already, lose the words with it', async () => {
    const id = await piani.verbalePubblicato(TESTO);
    const rettifica = await world
      .as(base.referente)
      .post<VerbaleView>(at(`/verbali/${id}/rettifiche`), { motivo: `Si corregge il nome di ${NOME}.` });
    expect((await oscura.scheda('verbale', id)).rettificaInCorso).toBe(true);
    await oscura.esegui('verbale', id, [NOME]);
    const bozza = (await world.as(base.referente).get<VerbaleView>(at(`/verbali/${rettifica.body.id}`))).body;
    expect(JSON.stringify(bozza)).not.toContain('Zanzottera');
    await world.db.query(`UPDATE verbale SET stato = 'approvato', rettifica_motivo = $2 WHERE id = $1`, [
      bozza.id,
      'Si aggiunge il nome di Ada Querciagrossa.',
    ]);
    expect((await world.as(base.referente).post(at(`/verbali/${bozza.id}/azioni/pubblica`), {}, { version: bozza.version })).status).toBe(
      200,
    );
    const { body } = await oscura.esegui('verbale', id, ['centro diurno']);
    expect(body.anche).toEqual([{ tipo: 'verbale', id: bozza.id }]);
    expect([pdfGlyphs(await pdf(id)), pdfGlyphs(await pdf(bozza.id))].join()).not.toContain('centrodiurno');
    await oscura.esegui('verbale', bozza.id, ['Ada Querciagrossa']);
    expect(
      (await world.as(null).get(at(`/verbali/${id}/pubblico`))).text + (await world.as(null).get(at(`/verbali/${bozza.id}/pubblico`))).text,
    ).not.toContain('Querciagrossa');
  });

  it('mails that have not left yet go without the words, those of others stay', async () => {
    const id = await piani.verbalePubblicato(TESTO);
    const mail = (n: number, testo: string) =>
      world.db.query(
        `INSERT INTO email (id, ambito_id, chiave, tipo, da_nome, a_nome, a_indirizzo, subject, testo, html, riservata, stato) VALUES (gen_random_uuid(), $1, $2, 'prova', '', '', 'x@prova.test', $3, $3, $3, false, $4)`,
        [base.ambito.id, `${id}:${n}`, testo, n === 2 ? 'inviata' : 'in_coda'],
      );
    await mail(1, 'Ha parlato Ginevra\nZanzottera, e Ginevra Zanzotterani.');
    await mail(2, `Partita: ${NOME}`);
    await oscura.esegui('verbale', id, [NOME]);
    const rows = await world.db.query<{ testo: string }[]>('SELECT testo FROM email WHERE chiave LIKE $1 ORDER BY chiave', [`${id}:%`]);
    expect(rows.map(r => r.testo)).toEqual(['Ha parlato [oscurato], e Ginevra Zanzotterani.', `Partita: ${NOME}`]);
  });

  it('so does what was refused and may be sent again, and the event in the calendar of each, whose lines break words', async () => {
    const incontro = await creaIncontro(world, base.ambito, base.tavolo, base.referente, {
      titolo: `Il percorso di accompagnamento della famiglia di ${NOME}`,
      punti: [{ titolo: NOME, minuti: null, relatore: null }],
    });
    await esegui(world, base.ambito, incontro, base.referente, 'convoca');
    await world.db.query(`UPDATE email SET stato = 'fallita' WHERE oggetto_id = $1`, [incontro.id]);
    const tutte = () =>
      world.db.query<{ tutto: string }[]>(
        `SELECT concat(subject, testo, html, replace(calendario->>'ics', E'\\r\\n ', '')) AS tutto FROM email WHERE oggetto_id = $1`,
        [incontro.id],
      );
    expect((await tutte()).filter(m => m.tutto.includes('Zanzottera')).length).toBeGreaterThan(1);
    expect((await oscura.esegui('incontro', incontro.id, [NOME])).status).toBe(201);
    expect((await tutte()).filter(m => m.tutto.includes('Zanzottera'))).toEqual([]);
    expect((await tutte()).every(m => m.tutto.includes('SUMMARY:') && m.tutto.includes('[oscurato]'))).toBe(true);
    const eventi = await world.db.query<{ ics: string }[]>(`SELECT calendario->>'ics' AS ics FROM email WHERE oggetto_id = $1`, [
      incontro.id,
    ]);
    const righe = eventi.flatMap(({ ics }) => physicalLines(ics));
    expect(righe.filter(riga => Buffer.byteLength(riga) > 75)).toEqual([]);
    expect(
      eventi.every(({ ics }) => ics.endsWith('END:VCALENDAR\r\n') && logicalLines(ics).every(riga => contentLine(riga) !== null)),
    ).toBe(true);
  });
});

describe('a dossier that holds it', () => {
  it('is nobody’s any more at once, and is made anew from what was blacked out, with other fingerprints that tell of the old ones', async () => {
    const id = await piani.verbalePubblicato(TESTO);
    await piani.aggiungi({ tipo: 'verbali' });
    await piani.compila();
    await piani.chiudi();
    await piani.azione('pubblica');
    const [vecchioPdf, vecchioZip] = [await piani.file('pdf'), await piani.file('zip')];
    const { body } = await oscura.esegui('verbale', id, [NOME]);
    expect(body.stato).toBe('in_corso');
    const pubblico = () => world.as(null).get<PianoPubblicoView>(at('/piano'));
    expect((await pubblico()).body.pubblicazione).toBeNull();
    for (const f of ['pdf', 'zip']) expect((await world.as(null).get(at(`/piani/${base.ambito.piano}/dossier.${f}`))).status).toBe(404);
    for (const d of (await piani.leggi()).dossier.filter(d => d.oscurato))
      expect((await world.as(base.ufficio).get<Problem>(piani.at(`/dossier/${d.id}/pdf`))).body.code).toBe('dossier.oscurato');
    expect(await piani.verifica(vecchioPdf)).toMatchObject({
      autentico: false,
      sostituito: { percorso: `/${base.ambito.slug}/piano`, nuova: null },
    });
    const { stato, dossier } = await piani.lavora();
    expect([stato, dossier.map(d => [d.versione, d.finale, d.stato, d.oscurato])]).toEqual([
      'pubblicato',
      [
        [3, true, 'pronto', false],
        [2, true, 'pronto', true],
        [1, false, 'pronto', true],
      ],
    ]);
    const [nuovoPdf, nuovoZip] = [await piani.file('pdf'), await piani.file('zip')];
    expect(pdfGlyphs(nuovoPdf)).not.toContain('Zanzottera');
    for (const [nome, file] of await leggiZip(nuovoZip))
      expect(nome.endsWith('.pdf') ? pdfGlyphs(file) : file.toString()).not.toContain('Zanzottera');
    expect((await pubblico()).body.pubblicazione?.pdf).toMatchObject({ sha256: sha256(nuovoPdf) });
    expect((await piani.verifica(vecchioPdf)).sostituito).toMatchObject({ nuova: sha256(nuovoPdf) });
    expect((await piani.verifica(vecchioZip)).sostituito).toMatchObject({ nuova: sha256(nuovoZip) });
    for (const file of [nuovoPdf, nuovoZip]) expect(await piani.verifica(file)).toMatchObject({ autentico: true });
    const [elencato] = (await world.as(base.coordinatore).get<{ items: OscuramentoView[] }>(at('/oscuramenti'))).body.items;
    expect([elencato?.id, elencato?.stato]).toEqual([body.id, 'compiuto']);
  });
});
