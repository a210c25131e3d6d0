import { TIPI_VIVI, type AltroveView, type Problem, type TipoVivo } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { baseElaborati, documento, Elaborati, type BaseElaborati } from '../../testing/scenario/elaborati.js';
import { unAdesione, unaFase, unAtto, unFirmatario, unOsservazione } from '../../testing/scenario/iter.js';
import { multipart } from '../../testing/multipart.js';
import { Oscuramenti } from '../../testing/scenario/oscuramenti.js';
import { pdfGlyphs } from '../../testing/files/pdf-text.js';
import { Piani, UN_PDF } from '../../testing/scenario/piani.js';
import { PAROLE, TESTI } from '../../testing/security/canarini/testi.js';
import { COPIE } from './oscurare/copie.js';
import type { Genere } from './oscurare/genere.js';
import { TESTI_VIVI } from './vivi/testi.js';

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

const NOME = 'Ginevra Zanzottera';
const at = (path = '') => `/ambiti/${base.ambito.slug}${path}`;

/** One public thing of each kind; what it says is written by `scriviOvunque`. */
const UNA: Readonly<Record<TipoVivo, () => Promise<string>>> = {
  tavolo: () => Promise.resolve(base.tavolo.id),
  avviso: async () => {
    const { id } = await world.scenario.avviso(base.ambito, [base.tavolo]);
    await world.db.query(
      `INSERT INTO avviso_chiarimento (ambito_id, avviso_id, numero, domanda, risposta) SELECT ambito_id, id, 1, 'Prova', 'Prova' FROM avviso WHERE id = $1`,
      [id],
    );
    await world.db.query(
      `INSERT INTO avviso_rettifica (ambito_id, avviso_id, numero, cambi, motivazione) SELECT ambito_id, id, 1, '[{"campo":"testo","prima":"Prova","dopo":"Prova"}]', 'Prova' FROM avviso WHERE id = $1`,
      [id],
    );
    await world.db.query(
      `INSERT INTO avviso_proroga (ambito_id, avviso_id, da, a, motivazione) SELECT ambito_id, id, chiude_at, chiude_at + interval '1 day', 'Prova' FROM avviso WHERE id = $1`,
      [id],
    );
    return id;
  },
  incontro: async () => {
    const { id } = await world.scenario.incontro(base.ambito, base.tavolo);
    await world.db.query(
      `INSERT INTO convocazione (ambito_id, incontro_id, sequence, tipo, at, protocollo_anno, protocollo_numero, contenuto, sha256) VALUES ($1, $2, 0, 'convocazione', now(), 1990, 77, '{}', repeat('a', 64))`,
      [base.ambito.id, id],
    );
    return id;
  },
  piano: async () => {
    await piani.aggiungi({ tipo: 'elenco_rappresentanti' });
    return base.ambito.piano;
  },
  fase: async () => (await unaFase(world.db, base.ambito, 'saltata')).id,
  atto: async () => (await unAtto(world.db, base.ambito, await unaFase(world.db, base.ambito), true)).id,
  firmatario: async () => (await unFirmatario(world.db, base.ambito, 'raccolta')).id,
  adesione: async () => (await unAdesione(world.db, base.ambito, base.ente, 'accolta')).id,
  osservazione: async () => (await unOsservazione(world.db, base.ambito, 'accolta')).id,
  pagine_legali: async () => {
    await world.db.query(`INSERT INTO pagina_legale (ambito_id, pagina, version, documento) VALUES ($1, 'privacy', 1, '{}')`, [
      base.ambito.id,
    ]);
    return base.ambito.id;
  },
  composizione: async () => {
    await world.db.query(
      `INSERT INTO comune_periodo (ambito_id, id, istat, dal, atto) SELECT ambito_id, gen_random_uuid(), istat, '2020-01-01', 'x' FROM comune WHERE ambito_id = $1`,
      [base.ambito.id],
    );
    await world.db.query(
      `INSERT INTO capofila (ambito_id, id, tipo, nome, al, atto) VALUES ($1, gen_random_uuid(), 'altro', 'x', '2019-12-31', 'x')`,
      [base.ambito.id],
    );
    return base.ambito.id;
  },
};

const VALORI = {
  testo: `'Parla ${NOME}, di casa.'`,
  json: `'{"nome":"Casa di ${NOME}","indirizzo":"Via di ${NOME} 1","accessibile":true}'`,
  documento: `'${JSON.stringify(documento(`Scrivere a ${NOME}.`))}'`,
  contenuto: 'NULL',
} as const;

/** What a column holds with the words in it; JSON of which some keys are words as the list of all texts writes it. */
function conParole(colonna: string, genere: Genere): string {
  if (typeof genere === 'string') return VALORI[genere];
  const t = TESTI[colonna];
  if (t === undefined || typeof t === 'string') throw new Error(`${colonna} holds words: declare them`);
  return t.valore.replaceAll('$1', `'Parla ${NOME}, di casa.'`);
}

/** The words in every column that the kind declares. @returns how many cells */
async function scriviOvunque(tipo: TipoVivo, id: string): Promise<number> {
  let celle = 0;
  for (const { tabella, colonne, di } of TESTI_VIVI[tipo].parti) {
    const assegna = Object.entries(colonne).map(([c, [genere]]) => `${c} = ${conParole(`${tabella}.${c}`, genere)}`);
    const [, righe] = await world.db.query<[unknown, number]>(
      `UPDATE ${tabella} x SET ${assegna.join(', ')} WHERE ${di('$1', '$2')} AND $2::uuid IS NOT NULL`,
      [base.ambito.id, id],
    );
    expect([tipo, tabella, righe]).toEqual([tipo, tabella, expect.any(Number)]);
    celle += righe * assegna.length;
  }
  return celle;
}

/** All that everybody reads by pages, search, feeds and open data. */
async function pubblico(): Promise<string> {
  const { items } = (await world.as(null).get<{ items: { id: string }[] }>(at('/incontri'))).body;
  const testi = [
    ...[
      at(''),
      at('/tavoli'),
      at('/avvisi'),
      at('/incontri'),
      at('/contributi'),
      at('/piano'),
      at('/iter'),
      at('/ricerca?q=Zanzottera'),
      at('/ufficio'),
    ],
    ...[at('/pagine/privacy'), at('/dati/incontri.json'), at('/dati/contributi.json'), at('/dati/tavoli.json')],
    ...items.map(i => at(`/incontri/${i.id}`)),
  ].map(async path => (await world.as(null).get(path)).text);
  const cal = ['ics', `${base.tavolo.slug}.ics`, `${base.tavolo.slug}.atom`].map(async f => {
    const url = f === 'ics' ? `/cal/${base.ambito.slug}.ics` : `/cal/${base.ambito.slug}/${f}`;
    return (await world.app.inject({ url, headers: { host: 'tavoli.test' } })).body.replaceAll('\r\n ', '');
  });
  return (await Promise.all([...testi, ...cal])).join('\n');
}

describe('the same words elsewhere', () => {
  it('G-4: are found in every kind of text that everybody reads, in every column of it; what is included loses them, what is left keeps them', async () => {
    const verbale = await piani.verbalePubblicato(`La signora ${NOME} chiede un posto.`);
    const ids = new Map<string, TipoVivo>();
    for (const tipo of TIPI_VIVI) {
      const id = await UNA[tipo]();
      expect(await scriviOvunque(tipo, id)).toBeGreaterThan(0);
      ids.set(id, tipo);
    }
    const contributo = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato', testo: `Chiedete a ${NOME}.` });
    await world.db.query('UPDATE contributo SET pubblico = testi WHERE id = $1', [contributo.id]);
    const { items, altri } = await oscura.altrove([NOME], { tipo: 'verbale', id: verbale });
    expect([altri, items.map(i => i.tipo).sort()]).toEqual([false, [...TIPI_VIVI, 'contributo'].sort()]);
    for (const trovato of items) {
      expect(trovato).toMatchObject({
        come: 'scegli',
        percorso: expect.stringMatching(`^/${base.ambito.slug}/`),
        esempi: expect.any(Array),
      });
      expect(trovato.esempi[0]?.parole).toBe(NOME);
    }
    expect(await pubblico()).toContain('Zanzottera');

    const { status, body } = await oscura.esegui('verbale', verbale, [NOME], { includi: a => a.tipo !== 'tavolo' });
    expect([status, body.anche?.map(a => a.tipo).sort()]).toEqual([
      201,
      items
        .map(i => i.tipo)
        .filter(t => t !== 'tavolo')
        .sort(),
    ]);
    expect((await oscura.altrove([NOME])).items.map(i => i.tipo)).toEqual(['tavolo']);
    for (const [id, tipo] of ids) {
      for (const { tabella, colonne, di } of TESTI_VIVI[tipo].parti) {
        const righe = await world.db.query<unknown[]>(
          `SELECT ${Object.keys(colonne).join(', ')} FROM ${tabella} x WHERE ${di('$1', '$2')} AND $2::uuid IS NOT NULL`,
          [base.ambito.id, id],
        );
        expect([tipo, /zanzottera/i.test(JSON.stringify(righe))]).toEqual([tipo, tipo === 'tavolo' && righe.length > 0]);
      }
    }
    expect((await oscura.esegui('tavolo', base.tavolo.id, [NOME])).status).toBe(201);
    expect(await pubblico()).not.toMatch(/zanzottera/i);
  });

  it('are asked about: an act that does not say what to do of one of them is refused, and nothing of it is done', async () => {
    const verbale = await piani.verbalePubblicato(`Parla ${NOME}.`);
    const { id } = await world.scenario.incontro(base.ambito, base.tavolo, { titolo: `Con ${NOME}` });
    const scheda = await oscura.scheda('verbale', verbale);
    const passaggi = oscura.passaggi(scheda, NOME);
    const corpo = { passaggi, motivazione: 'Dati di una persona.', avvertito: true };
    const prova = (altrove: object[]) => oscura.manda('verbale', verbale, { ...corpo, altrove }, { version: scheda.version });
    expect((await prova([])).body).toMatchObject({ code: 'oscuramento.altrove_da_vedere', errors: [{ pointer: '/altrove' }] });
    expect(await world.db.query('SELECT 1 FROM oscuramento WHERE ambito_id = $1', [base.ambito.id])).toEqual([]);
    expect((await prova([{ tipo: 'incontro', id, includi: false }])).status).toBe(201);
    expect((await world.as(null).get(at(`/incontri/${id}`))).text).toContain(NOME);
  });

  it('are found also where a sentence changes its look, and in the name of a file, which is replaced by hand', async () => {
    const elaborati = new Elaborati(world, base);
    const e = await elaborati.nuovo('documento_libero', { titolo: 'Progetto' });
    const bold = [{ type: 'bold' as const }];
    const pezzi = {
      type: 'paragraph' as const,
      content: [
        { type: 'text' as const, text: 'Per Ginevra Zan' },
        { type: 'text' as const, text: 'zottera.', marks: bold },
      ],
    };
    await elaborati.scrivi(e, { testo: { tipo: 'testo', documento: { type: 'doc', content: [pezzi] } } });
    await elaborati.porta(e, 'accolto');
    const { id } = await world.scenario.incontro(base.ambito, base.tavolo);
    await world.as(base.referente).send('POST', at(`/incontri/${id}/files`), ...multipart('Relazione_Ginevra-Zanzottera.pdf', UN_PDF));
    const { items } = await oscura.altrove([NOME]);
    expect(items.map(i => [i.tipo, i.come])).toEqual([
      ['elaborato', 'scegli'],
      ['file_incontro', 'a_mano'],
    ]);
  });

  it('are found in the act that closed a tavolo', async () => {
    const chiuso = await world.scenario.tavolo(base.ambito);
    await world.db.query(
      `UPDATE tavolo SET chiuso_il = '2026-01-10', chiuso_at = now(), chiuso_atto_tipo = $2, chiuso_atto_numero = '7', chiuso_atto_data = '2026-01-09', chiuso_motivo = 'x' WHERE id = $1`,
      [chiuso.id, `Nota di ${NOME}`],
    );
    expect((await world.as(null).get(at(`/tavoli/${chiuso.slug}`))).text).toContain(NOME);
    expect((await oscura.esegui('tavolo', chiuso.id, [NOME])).status).toBe(201);
    expect((await world.as(null).get(at(`/tavoli/${chiuso.slug}`))).text).not.toContain(NOME);
  });

  it('who was changing the same thing meanwhile is told that it changed', async () => {
    const verbale = await piani.verbalePubblicato(`Parla ${NOME}.`);
    const fase = await unaFase(world.db, base.ambito);
    const atto = await unAtto(world.db, base.ambito, fase, true);
    await world.db.query('UPDATE atto SET titolo = $2 WHERE id = $1', [atto.id, `Delibera per ${NOME}`]);
    expect((await oscura.esegui('verbale', verbale, [NOME], { includi: () => true })).status).toBe(201);
    const input = {
      direzione: 'uscita',
      tipo: 'delibera',
      titolo: `Delibera per ${NOME}`,
      numero: null,
      data: null,
      albo: null,
      pubblico: true,
    };
    expect((await world.as(base.coordinatore).put<Problem>(at(`/iter/atti/${atto.id}`), input, { version: 1 })).body.code).toBe(
      'versione.superata',
    );
  });
});

describe('words that were copied before', () => {
  it('a foto of the first format loses the names of other things that it kept, found by its words', async () => {
    const verbale = await piani.verbalePubblicato(`Parla ${NOME}.`);
    const elaborati = new Elaborati(world, base);
    const e = await elaborati.nuovo();
    await elaborati.scrivi(e, { testo: { tipo: 'testo', documento: documento('Il centro diurno.') } });
    await elaborati.porta(e, 'accolto');
    await world.db.query(
      `UPDATE elaborato_accoglimento SET foto = foto || jsonb_build_object('formato', 1, 'fonti', $2::jsonb) || jsonb_build_object('approvazione', foto->'approvazione' || $3::jsonb) WHERE elaborato_id = $1`,
      [
        e.id,
        JSON.stringify([{ tipo: 'contributo', titolo: `Segnalazione di ${NOME}`, percorso: '/x' }]),
        JSON.stringify({ titolo: `Incontro con ${NOME}`, testo: `Si approva, sentita ${NOME}.` }),
      ],
    );
    const { items } = await oscura.altrove([NOME], { tipo: 'verbale', id: verbale });
    expect(items).toMatchObject([{ tipo: 'elaborato', id: e.id, quante: 3 }]);
    await oscura.esegui('verbale', verbale, [NOME], { includi: () => true });
    for (const f of ['elaborato.json', 'elaborato.pdf']) {
      const { raw, text } = await world.as(null).get(at(`/elaborati/${e.id}/${f}`));
      expect(f.endsWith('pdf') ? pdfGlyphs(raw) : text).not.toMatch(/zanzottera/i);
    }
  });

  it('impegni, and the reason of an early approval, lose them with their verbale', async () => {
    const altro = await piani.verbalePubblicato('Si è discusso.');
    const id = await piani.verbalePubblicato('Si è discusso ancora.');
    await world.db.query(
      `INSERT INTO impegno (ambito_id, id, verbale_id, sezione_id, ordine, testo, chi) SELECT ambito_id, gen_random_uuid(), verbale_id, id, 9, $2, $3 FROM verbale_sezione WHERE verbale_id = $1`,
      [id, `Sentire ${NOME}`, NOME],
    );
    await world.db.query(`UPDATE verbale SET anticipo_motivo = $2 WHERE id = $1`, [id, `Lo chiede ${NOME}.`]);
    await world.db.query('UPDATE verbale SET approvato_at = now(), anticipo_motivo = $2 WHERE id = $1', [
      altro,
      `Parte ${NOME}, e non torna.`,
    ]);
    expect((await oscura.altrove([NOME])).items.map(i => i.id).sort()).toEqual([altro, id].sort());
    expect((await oscura.esegui('verbale', altro, [NOME], { includi: () => true })).status).toBe(201);
    const restano = await world.db.query(
      `SELECT i.testo || i.chi AS t FROM impegno i WHERE i.verbale_id = $1 UNION ALL SELECT anticipo_motivo FROM verbale WHERE id IN ($1, $2)`,
      [id, altro],
    );
    expect(JSON.stringify(restano)).not.toMatch(/zanzottera/i);
    for (const v of [id, altro]) {
      expect((await world.as(null).get(at(`/verbali/${v}/pubblico`))).text).not.toMatch(/zanzottera/i);
      expect(pdfGlyphs((await world.as(null).get(at(`/verbali/${v}/verbale.pdf`))).raw)).not.toMatch(/zanzottera/i);
    }
  });

  it('a dossier that was published before is offered, and made anew where it is included', async () => {
    await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -300, titolo: `Ascolto di ${NOME}` });
    await piani.aggiungi({ tipo: 'registro_presenze' });
    await piani.chiudi();
    await piani.azione('pubblica');
    expect(pdfGlyphs(await piani.file('pdf'))).toContain('Zanzottera');
    const [incontro, dossier] = (await oscura.altrove([NOME])).items as [AltroveView, AltroveView];
    expect([incontro.tipo, dossier]).toEqual(['incontro', expect.objectContaining({ tipo: 'dossier', come: 'scegli', quante: null })]);
    const { body } = await oscura.esegui('incontro', incontro.id, [NOME], { includi: a => a.tipo === 'dossier' });
    expect(body.stato).toBe('in_corso');
    await piani.lavora();
    expect(pdfGlyphs(await piani.file('pdf'))).not.toContain('Zanzottera');
  });
});

/** Texts that everybody reads and that are blacked out by another way, or by none. */
const ALTRIMENTI: Readonly<Record<string, string>> = {
  'ambito.nome': 'the name of an institution, which the office corrects by itself',
  'ambito.capofila': 'the name of a comune',
  'ambito.regione': 'the name of a region',
  'ambito.parole': 'how bodies are called here, which the office corrects by itself',
  'area_tematica.nome': 'a subject, which the office corrects by itself',
  'comune.nome': 'the name of a comune',
  'ente.presentazione': 'no page shows it to everybody',
  'ente.motivazione': 'told to the ente alone',
  'operatore_richiesta.messaggio': 'told to the ente alone',
  'designazione.motivazione': 'told to the ente alone',
  'designazione.dichiarazioni': 'words of the avviso, told to the ente alone',
  'rappresentante.dimissioni_testo': 'told to the ente alone',
  'decadenza.ragioni': 'told to the ente alone',
  'decadenza.ufficio': 'told to the ente alone',
  'decadenza.responsabile': 'told to the ente alone',
  'decadenza.dove_atti': 'told to the ente alone',
  'decadenza.motivazione': 'told to the ente alone',
  'decadenza_memoria.testo': 'told to who decides, and to the ente that wrote it',
  'decadenza_proposta.ragioni': 'told to who decides alone',
  'decadenza_proposta.risposta': 'told to who proposes alone',
  'decadenza_proposta.proposta_da': 'told to who decides alone',
  'posto_diretto.motivazione': 'told to the office alone',
  'piano_firmato.nome': 'the name of a file, replaced with it',
  'elenco_ammessi_riga.denominazione': 'the name of an ente',
  'elenco_ammessi_riga.tavolo_nome': 'the name of a tavolo, as an act has it',
  'avviso_file.nome': 'the name of a file, replaced with it',
  'incontro_file.nome': 'the name of a file, replaced with it',
  'contributo_file.nome': 'the name of a file, replaced with it',
  'contributo.pubblico': 'cose/contributo.ts',
  'contributo.motivazione': 'cose/contributo.ts',
  'contributo.motivo_omissis': 'cose/contributo.ts',
  'contributo.zona': 'cose/contributo.ts',
  'oscuramento_sostituto.nome': 'seen by nobody before it takes the place of a file',
  'oscuramento.motivazione': 'stands in the register, which offices alone read',
};

it('G-4: every text that everybody may read is blacked out by some way, or says why not', () => {
  const vivi = Object.values(TESTI_VIVI).flatMap(t => t.parti.flatMap(p => Object.keys(p.colonne).map(c => `${p.tabella}.${c}`)));
  const copie = Object.values(COPIE).flatMap(c => c.flatMap(x => Object.keys(x.colonne).map(k => `${x.tabella}.${k}`)));
  const pubblici = PAROLE.filter(([, p]) => p.chi === 'vede' && !p.documento).map(([colonna]) => colonna);
  expect(pubblici.filter(c => !vivi.includes(c) && !copie.includes(c) && !(c in ALTRIMENTI))).toEqual([]);
});

it('every table of a living text that has a version tells who was changing it that it changed', async () => {
  const tabelle = await world.db.query<{ t: string }[]>(
    `SELECT table_name AS t FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'version' AND table_name = ANY($1)`,
    [Object.values(TESTI_VIVI).flatMap(t => t.parti.map(p => p.tabella))],
  );
  const teste = Object.values(TESTI_VIVI).map(t => t.testa?.tabella);
  // The version of a legal page is part of its key: every one is kept.
  expect(tabelle.map(t => t.t).filter(t => !teste.includes(t))).toEqual(['pagina_legale']);
});
