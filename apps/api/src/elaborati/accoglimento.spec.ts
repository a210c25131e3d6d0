import { createHash } from 'node:crypto';
import type { ElaboratoPubblicoView, ElaboratoView, FontiPossibiliView, FotoElaborato, Problem, VerificaView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { baseElaborati, documento, Elaborati, parte, RISORSA, schedaPiena, type BaseElaborati } from '../../testing/scenario/elaborati.js';
import { multipart } from '../../testing/multipart.js';
import { pdfText, withoutBlanks } from '../../testing/files/pdf-text.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { announce } from '../platform/realtime/bus.js';
import { renderElaborato } from './elaborato/elaborato.pdf.js';
import { leggiAccolti } from './elaborato/elaborati.queries.js';

let world: World;
let base: BaseElaborati;
let el: Elaborati;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await baseElaborati(world);
  el = new Elaborati(world, base);
});
afterAll(() => world.close());

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const testo = (text: string, omissis?: string) => ({ tipo: 'testo' as const, documento: documento(text, omissis) });
const pubblico = (e: { id: string }, what = '/pubblico') => world.as(null).get<ElaboratoPubblicoView>(el.at(`/elaborati/${e.id}${what}`));

async function schedaAccolta(more: Parameters<Elaborati['scrivi']>[1] = {}): Promise<ElaboratoView> {
  const [obiettivo, scheda] = [
    await el.nuovo('obiettivo', { titolo: 'Meno solitudine' }),
    await el.nuovo('scheda_progetto', { titolo: 'Centro diurno' }),
  ];
  await el.scrivi(scheda, { ...schedaPiena(obiettivo.id, ['000001']), ...more });
  return el.porta(scheda, 'accolto');
}

describe('what was accepted', () => {
  it('has the fingerprints that the registro says: of its content, and of its file', async () => {
    const e = await schedaAccolta();
    const [json, pdf] = [await pubblico(e, '/elaborato.json'), await pubblico(e, '/elaborato.pdf')];
    expect(e.accoglimento).toMatchObject({ sha256: sha256(json.raw), pdfSha256: sha256(pdf.raw), bytes: pdf.raw.length });
    const [act] = await world.db.query<{ contenuto: object }[]>(
      `SELECT d.contenuto FROM registro r JOIN registro_dettaglio d ON d.ambito_id = r.ambito_id AND d.seq = r.seq WHERE r.oggetto_id = $1 AND r.azione = 'elaborato.accogli'`,
      [e.id],
    );
    expect(act?.contenuto).toMatchObject({
      sha256: e.accoglimento?.sha256,
      pdf: e.accoglimento?.pdfSha256,
      numeroDiRegistro: e.accoglimento?.numeroDiRegistro,
    });
    expect((await pubblico(e)).body.foto).toEqual(JSON.parse(json.text));
    for (const file of [json, pdf])
      expect((await world.as(null).get<VerificaView>(`/verifica/${sha256(file.raw)}`)).body).toMatchObject({
        autentico: true,
        documento: { titolo: 'Centro diurno', percorso: `/${base.ambito.slug}/elaborati/${e.id}` },
      });
    const said = withoutBlanks(pdfText(pdf.raw));
    for (const part of [
      'Centro diurno',
      'Borgo di Prova',
      '12.345,67 €',
      '12.345,77 €',
      '120,5',
      'Dal 1º gennaio 2027 al 31 dicembre 2029',
      'Verbale dell’incontro del',
    ])
      expect(said).toContain(withoutBlanks(part));
    // Not chosen; of an obiettivo that is still a draft; of a verbale that is not published: it stays in the verbale.
    for (const part of ['Villa di Prova', 'Meno solitudine', 'Il tavolo approva'])
      expect([said, json.text].filter(t => t.includes(part) || t.includes(withoutBlanks(part)))).toEqual([]);
  });

  it('never changes again, whoever tries and however', async () => {
    const e = await schedaAccolta();
    const before = (await pubblico(e)).text;
    const contributo = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato' });
    const tries = await Promise.all([
      el.salva(e, parte(e, 'descrizione'), testo('Altro.'), base.coordinatore),
      ...(['restituisci', 'rimanda', 'riprendi', 'accogli'] as const).map(azione =>
        el.passo(e, azione, { motivazione: 'Un motivo lungo abbastanza.' }, base.coordinatore),
      ),
      world
        .as(base.coordinatore)
        .put<Problem>(el.at(`/elaborati/${e.id}`), { titolo: 'Un altro titolo', scrivono: 'staff' }, { version: e.version }),
      world.as(base.coordinatore).delete<Problem>(el.at(`/elaborati/${e.id}`), { version: e.version }),
      world.as(base.coordinatore).post<Problem>(el.at(`/elaborati/${e.id}/fonti`), { tipo: 'contributo', oggettoId: contributo.id }),
      world.as(base.coordinatore).send<Problem>('POST', el.at(`/elaborati/${e.id}/file`), ...multipart('a.pdf', Buffer.from('%PDF-1.4\n'))),
    ]);
    expect(tries.map(t => t.status)).toEqual(tries.map(() => 409));
    expect(e).toMatchObject({ azioni: [], puoScrivere: false, puoModificare: false, puoEliminare: false });
    // Also what it points at may change its name, and what it came from: the accepted words stay.
    await world.db.query(`UPDATE comune SET nome = 'Un altro nome' WHERE ambito_id = $1`, [base.ambito.id]);
    await world.db.query(`UPDATE elaborato SET titolo = 'Rinominato' WHERE ambito_id = $1 AND tipo = 'obiettivo'`, [base.ambito.id]);
    expect((await pubblico(e)).text).toBe(before);
    expect(sha256((await pubblico(e, '/elaborato.json')).raw)).toBe(e.accoglimento?.sha256);
  });

  it('two who accept at once accept once, under one protocol number', async () => {
    const e = await el.nuovo();
    await el.scrivi(e, { testo: testo('Un testo.') });
    const consegnato = await el.porta(e, 'consegnato');
    const altro = await world.scenario.incarico(base.ambito, 'coordinatore');
    const answers = await Promise.all([base.coordinatore, altro].map(chi => el.passo(consegnato, 'accogli', {}, chi)));
    expect(answers.map(a => a.status).sort()).toEqual([200, 412]);
    const [numbers] = await world.db.query<{ n: number; ultimo: number }[]>(
      'SELECT count(*)::int AS n, max(c.ultimo) AS ultimo FROM elaborato_accoglimento k JOIN protocollo_contatore c ON c.ambito_id = k.ambito_id WHERE k.ambito_id = $1',
      [base.ambito.id],
    );
    expect(numbers).toEqual({ n: 1, ultimo: 1 });
  });

  it('what is omissis is nowhere in what the public can reach', async () => {
    const e = await schedaAccolta({ descrizione: testo('La famiglia ', 'zibaldone') });
    const list = await world.as(null).get(el.at('/elaborati'));
    for (const answer of [await pubblico(e), await pubblico(e, '/elaborato.json'), list]) expect(answer.text).not.toContain('zibaldone');
    expect(withoutBlanks(pdfText((await pubblico(e, '/elaborato.pdf')).raw))).not.toContain('zibaldone');
    expect((await pubblico(e)).text).toContain('[omissis]');
    expect(JSON.stringify(await el.leggi(e, base.membro))).toContain('zibaldone');
  });

  it('is what the Piano takes, with its file and fingerprints', async () => {
    const e = await schedaAccolta();
    const accolti = await leggiAccolti(world.db.manager, base.ambito.id);
    expect(accolti).toMatchObject([
      {
        id: e.id,
        titolo: 'Centro diurno',
        tipo: 'scheda_progetto',
        tavolo: { id: base.tavolo.id },
        sha256: e.accoglimento?.sha256,
        pdfSha256: e.accoglimento?.pdfSha256,
      },
    ]);
    expect(await leggiAccolti(world.db.manager, base.ambito.id, [base.ambito.id])).toEqual([]);
  });
});

describe('the file', () => {
  const PAYLOADS = [
    '#eval("1")',
    '=HYPERLINK("http://x")',
    '<script>alert(1)</script>',
    '$x^2$ \\ #include "x"',
    '*non grassetto* _non corsivo_',
    '${7*7} {{7*7}}',
  ];

  it('B-9: what anybody writes stays text, in the file and in the data', async () => {
    const righe = PAYLOADS.map(p => ({ ...RISORSA, paga: 'altro', soggetto: p, descrizione: p }));
    const e = await schedaAccolta({
      descrizione: testo(PAYLOADS.join(' ')),
      risorse: { tipo: 'risorse', righe },
      azioni: { tipo: 'azioni', righe: PAYLOADS.map(p => ({ azione: p, chi: p })) },
    });
    const said = withoutBlanks(pdfText((await pubblico(e, '/elaborato.pdf')).raw));
    for (const p of PAYLOADS) expect(said.split(withoutBlanks(p)).length - 1).toBe(5);
    const { foto } = (await pubblico(e)).body;
    expect(foto.sezioni.find(s => s.chiave === 'risorse')?.contenuto).toEqual({ tipo: 'risorse', righe });
  });

  it('keeps the names that its fondi had when it was accepted, whatever the ambito calls them afterwards', async () => {
    const e = await schedaAccolta();
    const cambia = (prima: string, dopo: string) =>
      world.db.query(
        `UPDATE ambito SET impostazioni = jsonb_set(impostazioni, '{elenchi}', replace((impostazioni->'elenchi')::text, $1, $2)::jsonb) WHERE slug = $3`,
        [prima, dopo, base.ambito.slug],
      );
    await cambia('Fondi nazionali', 'Fondi dello Stato');
    await announce(world.db.manager, { t: 'pagine', ambitoSlug: base.ambito.slug });
    const { foto } = (await pubblico(e)).body;
    expect(foto.voci?.fondi).toEqual([
      { codice: 'fondo_nazionale', titolo: 'Fondi nazionali' },
      { codice: 'terzo_settore', titolo: 'Risorse proprie del Terzo settore' },
    ]);
    expect(pdfText((await pubblico(e, '/elaborato.pdf')).raw)).toContain('Fondi nazionali');
    const csv = (await world.as(base.coordinatore).get(`/ambiti/${base.ambito.slug}/riepilogo/risorse.csv`)).text;
    expect(csv).toContain('Fondi dello Stato (€)');
    await cambia('Fondi dello Stato', 'Fondi nazionali');
  });

  it('the same content at the same moment gives the same bytes', async () => {
    const e = await schedaAccolta();
    const { foto, accoglimento } = (await pubblico(e)).body;
    const again = await renderElaborato(world.app.get(PdfRenderer, { strict: false }), await ambitoOf(), shuffled(foto), {
      at: new Date(accoglimento.at),
      accolto: true,
    });
    expect(sha256(again)).toBe(accoglimento.pdfSha256);
  });

  it('before that it can be printed as a draft, which says so', async () => {
    const e = await el.nuovo('priorita');
    await el.scrivi(e, { priorita: { tipo: 'priorita', voci: [{ titolo: 'La casa', motivo: 'Mancano alloggi.' }] } });
    const [uno, due] = [
      await world.as(base.membro).get(el.at(`/elaborati/${e.id}/bozza.pdf`)),
      await world.as(base.ufficio).get(el.at(`/elaborati/${e.id}/bozza.pdf`)),
    ];
    expect(sha256(uno.raw)).toBe(sha256(due.raw));
    const said = withoutBlanks(pdfText(uno.raw));
    for (const part of ['Questa è una bozza', 'La casa: Mancano alloggi.', 'Ancora da compilare.'])
      expect(said).toContain(withoutBlanks(part));
    expect((await world.as(null).get(el.at(`/elaborati/${e.id}/bozza.pdf`))).status).toBe(401);
  });

  it('a PDF made elsewhere stands as it is', async () => {
    const e = await el.nuovo('file');
    expect(e.mancanze).toEqual([{ sezione: null, testo: 'Manca il file: carica il PDF.' }]);
    expect((await el.passo(e, 'apri_consultazione')).body.code).toBe('elaborato.vuoto');
    const bytes = Buffer.from('%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n%%EOF\n');
    const carica = (to: ElaboratoView, chi = base.referente) =>
      world.as(chi).send<ElaboratoView & Problem>('POST', el.at(`/elaborati/${to.id}/file`), ...multipart('relazione.pdf', bytes));
    expect((await carica(await el.nuovo())).body.code).toBe('elaborato.non_file');
    expect((await carica(e, base.membro)).body.code).toBe('elaborato.non_scrivi');
    expect((await carica(e)).body.file).toEqual({ nome: 'relazione.pdf', bytes: bytes.length, sha256: sha256(bytes) });
    const accolto = await el.porta(await el.leggi(e), 'accolto');
    expect(accolto.accoglimento?.pdfSha256).toBe(sha256(bytes));
    expect((await pubblico(e, '/elaborato.pdf')).raw.equals(bytes)).toBe(true);
  });
});

describe('the thread', () => {
  it('goes from an elaborato to what it came from, and back, for each as far as they may see', async () => {
    const pubblicato = await world.scenario.verbale(base.ambito, base.tavolo, 'pubblicato');
    const riservato = await world.scenario.verbale(base.ambito, base.tavolo, 'approvato');
    const e = await el.nuovo();
    await el.scrivi(e, { testo: testo('Un testo.') });
    const possibili = await world.as(base.referente).get<FontiPossibiliView>(el.at(`/elaborati/${e.id}/fonti`));
    expect(possibili.body.verbali.map(v => [v.id, v.approvato]).sort()).toEqual(
      [
        [pubblicato.id, true],
        [riservato.id, true],
      ].sort(),
    );
    const fonte = (body: object) =>
      world
        .as(base.referente)
        .post<ElaboratoView & Problem>(el.at(`/elaborati/${e.id}/fonti`), { inSezioneId: parte(e, 'testo').id, ...body });
    for (const v of [pubblicato, riservato])
      expect((await fonte({ tipo: 'verbale', oggettoId: v.id, parteId: v.sezioneId })).status).toBe(201);
    expect((await fonte({ tipo: 'verbale', oggettoId: pubblicato.id, parteId: pubblicato.sezioneId })).body.code).toBe(
      'elaborato.fonte_presente',
    );
    expect((await fonte({ tipo: 'verbale', oggettoId: pubblicato.id, parteId: riservato.sezioneId })).body.code).toBe(
      'elaborato.fonte_non_trovata',
    );
    expect((await fonte({ tipo: 'verbale', oggettoId: pubblicato.id, parteId: pubblicato.sezioneId, decisione: 0 })).body.code).toBe(
      'elaborato.fonte_non_trovata',
    );
    expect((await fonte({ tipo: 'incontro', oggettoId: e.id })).body.code).toBe('risorsa.non_trovata');
    const view = await el.leggi(e);
    expect(view.fonti.map(f => [f.dettaglio, f.percorso])).toEqual([
      ['Punto di prova', `area/verbali/${pubblicato.id}`],
      ['Punto di prova', `area/verbali/${riservato.id}`],
    ]);
    const usi = async (chi: typeof base.referente | null) =>
      (await world.as(chi).get<{ items: object[] }>(el.at(`/verbali/${pubblicato.id}/elaborati`))).body.items.length;
    expect([await usi(base.membro), await usi(null)]).toEqual([1, 0]);
    await el.porta(e, 'accolto');
    expect(await usi(null)).toBe(1);
    const page = (await pubblico(e)).body;
    expect(page.fonti.map(f => f.percorso)).toEqual([`verbali/${pubblicato.id}`]);
    expect(page.foto.fonti.map(f => f.titolo)).toEqual([expect.stringContaining('Verbale dell’incontro del '), 'Verbale']);
  });

  it('a source is taken away by who writes', async () => {
    const e = await el.nuovo();
    const incontro = await world.scenario.incontro(base.ambito, base.tavolo);
    const { body } = await world
      .as(base.referente)
      .post<ElaboratoView>(el.at(`/elaborati/${e.id}/fonti`), { tipo: 'incontro', oggettoId: incontro.id });
    const via = (chi = base.referente) => world.as(chi).delete(el.at(`/elaborati/${e.id}/fonti/${body.fonti[0]?.id ?? ''}`));
    expect([(await via(base.membro)).status, (await via()).status, (await via()).status]).toEqual([403, 204, 404]);
  });
});

it('links to the obiettivo that it serves once everyone may read that', async () => {
  const [bozza, accolto] = [
    await el.nuovo('obiettivo', { titolo: 'Meno solitudine' }),
    await world.scenario.elaborato(base.ambito, base.tavolo, 'accolto', { tipo: 'obiettivo' }),
  ];
  const di = async (obiettivoId: string) => {
    const scheda = await el.nuovo('scheda_progetto', { titolo: 'Centro diurno' });
    await el.scrivi(scheda, schedaPiena(obiettivoId, ['000001']));
    return (await pubblico(await el.porta(scheda, 'accolto'))).body.obiettivoPubblico;
  };
  expect([await di(bozza.id), await di(accolto.id)]).toEqual([false, true]);
});

async function ambitoOf(): Promise<{ nome: string; capofila: string }> {
  const [row] = await world.db.query<{ nome: string; capofila: string }[]>(
    'SELECT nome_esteso AS nome, capofila FROM ambito WHERE id = $1',
    [base.ambito.id],
  );
  if (!row) throw new Error('no ambito');
  return row;
}

/** The same content with its keys in another order. */
const shuffled = (foto: FotoElaborato): FotoElaborato => Object.fromEntries(Object.entries(foto).reverse()) as unknown as FotoElaborato;
