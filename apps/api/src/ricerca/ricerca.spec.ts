import { randomUUID } from 'node:crypto';
import type { RicercaView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { custodisci } from '../../testing/files/custoditi.js';
import type { AmbitoWorld } from '../../testing/scenario.js';
import { ParoleService } from './parole.service.js';

let world: World;
let ambito: AmbitoWorld;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  ambito = await world.scenario.ambito();
});
afterAll(() => world.close());

const cerca = async (q: string, altro = ''): Promise<RicercaView> =>
  (await world.as(null).get<RicercaView>(`/ambiti/${ambito.slug}/ricerca?q=${encodeURIComponent(q)}${altro}`)).body;
const titoli = async (q: string, altro = ''): Promise<string[]> => (await cerca(q, altro)).items.map(i => i.titolo);

/** A published verbale of a tavolo with this public text. */
async function pubblica(
  testo: string,
  tavolo?: { id: string; slug: string; nome: string },
  decisioni: readonly { testo: string }[] = [],
): Promise<string> {
  const dove = tavolo ?? (await world.scenario.tavolo(ambito, 'Tavolo dei verbali'));
  const { id } = await world.scenario.verbale(ambito, dove, 'pubblicato');
  const documento = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: testo }] }] };
  const contenuto = {
    presenti: [],
    sezioni: [{ id: randomUUID(), tipo: 'punto', titolo: 'Primo punto', documento, decisioni, impegni: [], quorum: null }],
  };
  await custodisci(world.db, '0'.repeat(64));
  await world.db.query(
    `INSERT INTO verbale_pubblicazione (ambito_id, verbale_id, at, protocollo_anno, protocollo_numero, contenuto, stampato, sha256, bytes) VALUES ($1, $2, now(), 2026, 1, $3, '{"incontro":{"id":"","titolo":""},"tavoli":[],"sede":null}', $4, 1)
     ON CONFLICT (ambito_id, verbale_id) DO UPDATE SET contenuto = excluded.contenuto`,
    [ambito.id, id, JSON.stringify(contenuto), '0'.repeat(64)],
  );
  return id;
}

describe('search', () => {
  it('finds other forms of a word, without its accents, and while it is being written', async () => {
    await world.scenario.tavolo(ambito, 'Invecchiamento attivo e anziani');
    await world.scenario.tavolo(ambito, 'Povertà e inclusione');
    expect(await titoli('anziano')).toEqual(['Invecchiamento attivo e anziani']);
    expect(await titoli('poverta')).toEqual(['Povertà e inclusione']);
    expect(await titoli('POVERTÀ')).toEqual(['Povertà e inclusione']);
    expect(await titoli('invecch')).toEqual(['Invecchiamento attivo e anziani']);
    expect(await titoli('inclusione -povertà')).toEqual([]);
  });

  it('shows the words found inside what surrounds them', async () => {
    const id = await pubblica('Si è parlato a lungo dell’assistenza domiciliare nei comuni montani.');
    const { items } = await cerca('assistenze');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ tipo: 'verbale', id, percorso: `/verbali/${id}` });
    expect(items[0]?.estratto.filter(p => p.trovato)).toEqual([{ testo: 'assistenza', trovato: true }]);
    expect(items[0]?.estratto.map(p => p.testo).join('')).toContain('parlato a lungo dell’assistenza domiciliare');
  });

  it.each([
    ['Servizi per la fascia 0-6 anni.', ['0-6', '0/6', '"0-6"', '0-6 anni'], ['0-9', '06']],
    ['Il triennio 2025-2027 del piano.', ['2025-2027', '2025/2027', '2027', 'triennio 2025'], ['2025-2026', '2026']],
    ['Ai sensi della L. 328/2000, art. 55.', ['328/2000', 'L. 328/2000', 'L.328/2000', 'art.55', 'art. 55', 'legge OR 328'], ['328/2001']],
    ['La L.104 e il d.lgs.117/2017.', ['L.104', 'L. 104', '104', '117/2017', 'd.lgs. 117/2017'], ['1040']],
    ['Assistenza ADI/SAD e anziani/giovani.', ['ADI/SAD', 'adi', 'SAD', 'anziani/giovani', 'giovani'], ['ADO/SAD']],
    ['Il programma P.I.P.P.I. continua.', ['P.I.P.P.I.', 'P.I.P.P.I', 'PIPPI', 'pippi'], ['P.I.P.']],
    ['Si avvia la co-progettazione.', ['co-progettazione', 'coprogettazione', 'progettazione'], []],
    ['Si avvia la coprogettazione.', ['co-progettazione', 'coprogettazione'], []],
    ['Scrivere a sportello@ambito.esempio.it.', ['sportello@ambito.esempio.it', 'sportello'], ['sportello@altro.it']],
  ])('finds what this work lives on: %s', async (testo, trova, nonTrova) => {
    await pubblica(testo);
    for (const q of trova) expect([q, (await cerca(q)).quanti]).toEqual([q, 1]);
    for (const q of nonTrova) expect([q, (await cerca(q)).quanti]).toEqual([q, 0]);
  });

  it('finds what was decided by itself, as long as no other verbale says it anew', async () => {
    const id = await pubblica('Se ne parla.', undefined, [{ testo: 'Si apre uno sportello di ascolto.' }, { testo: 'Si cerca una sede.' }]);
    const { items, faccette } = await cerca('sportello', '&tipo=decisione');
    expect(items.map(i => [i.tipo, i.titolo, i.percorso])).toEqual([['decisione', 'Primo punto', `/verbali/${id}`]]);
    expect(faccette.tipi).toEqual([
      { tipo: 'decisione', quanti: 1 },
      { tipo: 'verbale', quanti: 1 },
    ]);
    const [{ incontro } = { incontro: '' }] = await world.db.query<{ incontro: string }[]>(
      'SELECT incontro_id AS incontro FROM verbale WHERE id = $1',
      [id],
    );
    const nuovo = randomUUID();
    await world.db.query(
      `INSERT INTO verbale (ambito_id, id, incontro_id, tavolo_id, stato, rettifica_di, rettifica_motivo) SELECT ambito_id, $2, incontro_id, tavolo_id, 'pubblicato', id, 'Un errore.' FROM verbale WHERE id = $1`,
      [id, nuovo],
    );
    expect(await titoli('sportello', '&tipo=decisione')).toEqual(['Primo punto']);
    await world.db.query(
      `INSERT INTO verbale_pubblicazione SELECT (jsonb_populate_record(p, jsonb_build_object('verbale_id', $2::text, 'protocollo_numero', 2))).* FROM verbale_pubblicazione p WHERE verbale_id = $1`,
      [id, nuovo],
    );
    expect((await cerca('sportello', '&tipo=decisione')).items.map(i => i.percorso)).toEqual([`/verbali/${nuovo}`]);
    await world.db.query(`UPDATE incontro SET inizio_at = '2025-03-04T10:00:00Z' WHERE id = $1`, [incontro]);
    expect(await titoli('sportello', '&tipo=decisione&anno=2025')).toEqual(['Primo punto']);
  });

  it('shows figures and abbreviations as they are written, told apart', async () => {
    await pubblica(
      `${'Premessa lunga e generica. '.repeat(60)}Si applica la L. 328/2000 sull’assistenza, come l’art.55 dice. ${'Coda. '.repeat(60)}`,
    );
    const { items } = await cerca('328/2000');
    expect(items[0]?.estratto.map(p => p.testo).join('')).toContain('la L. 328/2000 sull’assistenza, come l’art.55 dice');
    expect(items[0]?.estratto.filter(p => p.trovato).map(p => p.testo)).toEqual(['328', '2000']);
  });

  it('holds what is public only: a draft cannot be found, and what is withdrawn is gone', async () => {
    const tavolo = await world.scenario.tavolo(ambito, 'Tavolo qualunque');
    const incontro = await world.scenario.incontro(ambito, tavolo, { stato: 'bozza', titolo: 'Riunione sul caregiving' });
    expect(await titoli('caregiving')).toEqual([]);
    await world.db.query(`UPDATE incontro SET stato = 'convocato' WHERE id = $1`, [incontro.id]);
    expect(await titoli('caregiving')).toEqual(['Riunione sul caregiving']);
    await world.db.query(`UPDATE incontro SET stato = 'bozza' WHERE id = $1`, [incontro.id]);
    expect(await titoli('caregiving')).toEqual([]);
  });

  it('finds contributi by their public twin only, and accepted elaborati', async () => {
    const tavolo = await world.scenario.tavolo(ambito, 'Tavolo di chi scrive');
    const { id } = await world.scenario.contributo(ambito, tavolo, { stato: 'pubblicato' });
    await world.db.query(
      `UPDATE contributo SET testi = testi || '{"testo":"segretissima parola"}', pubblico = '{"titolo":"Panchine","testo":"Servono panchine ombreggiate","risposte":[]}' WHERE id = $1`,
      [id],
    );
    expect(await titoli('ombreggiate')).toEqual(['Panchine']);
    expect(await titoli('segretissima')).toEqual([]);
    await world.db.query(`UPDATE contributo SET stato = 'ritirato' WHERE id = $1`, [id]);
    expect(await titoli('ombreggiate')).toEqual([]);

    const accolto = await world.scenario.elaborato(ambito, tavolo, 'accolto');
    await world.scenario.elaborato(ambito, tavolo, 'consegnato');
    expect((await cerca('elaborato', '&tipo=elaborato')).items.map(i => i.id)).toEqual([accolto.id]);
  });

  it('finds nothing of another ambito', async () => {
    const altro = await world.scenario.ambito();
    await world.scenario.tavolo(altro, 'Trasporto sociale');
    expect(await titoli('trasporto')).toEqual([]);
  });

  it('narrows by kind, tavolo and year, and says how many each choice leaves', async () => {
    const casa = await world.scenario.tavolo(ambito, 'Abitare');
    const scuola = await world.scenario.tavolo(ambito, 'Scuola e abitare');
    await pubblica('La casa dell’abitare.', casa);
    expect(await titoli('abitare', '&tipo=verbale')).toHaveLength(1);
    expect(await titoli('abitare', `&tavolo=${scuola.id}`)).toEqual(['Scuola e abitare']);
    expect(await titoli('abitare', '&anno=2001')).toEqual([]);
    const { faccette, quanti } = await cerca('abitare', '&tipo=verbale');
    expect(quanti).toBe(1);
    expect(faccette.tipi).toEqual([
      { tipo: 'tavolo', quanti: 2 },
      { tipo: 'verbale', quanti: 1 },
    ]);
    expect(faccette.tavoli).toEqual([
      expect.objectContaining({ tavolo: expect.objectContaining({ nome: 'Abitare' }), quanti: 2 }),
      expect.objectContaining({ quanti: 1 }),
    ]);
    expect(faccette.anni).toHaveLength(1);
  });

  it('guesses a mistyped word, says so, and never guesses a word that finds nothing', async () => {
    await pubblica('Il trasporto scolastico degli alunni con disabilità.');
    await world.app.get(ParoleService).impara();
    expect(await cerca('scolatsico')).toMatchObject({ corretta: 'scolastico', quanti: 1 });
    const altrove = await world.scenario.ambito();
    const { body } = await world.as(null).get<RicercaView>(`/ambiti/${altrove.slug}/ricerca?q=scolatsico`);
    expect(body).toMatchObject({ corretta: null, quanti: 0 });
  });

  it('puts the latest thousand in order and says that there are more', async () => {
    await world.db.query(
      `INSERT INTO ricerca_voce (ambito_id, tipo, oggetto_id, titolo, testo, percorso, tavoli, quando)
       SELECT $1, 'verbale', gen_random_uuid(), 'Verbale ' || n, 'servizi sociali', '/verbali/' || n, '{}', timestamptz '2026-01-01Z' + n * interval '1 minute' FROM generate_series(1, 1200) n`,
      [ambito.id],
    );
    const first = await cerca('servizi');
    expect(first).toMatchObject({ quanti: 1000, altri: true, pagina: 1 });
    expect(first.items[0]?.titolo).toBe('Verbale 1200');
    expect((await cerca('servizi', '&pagina=50')).items.at(-1)?.titolo).toBe('Verbale 201');
  });

  it.each(['', 'a', '   '])('asks for at least two letters instead of %j', async q => {
    expect((await world.as(null).get(`/ambiti/${ambito.slug}/ricerca?q=${encodeURIComponent(q)}`)).status).toBe(400);
  });

  it.each(['" OR 1=1', ':*', "'';--", '((', 'a & | b', '-- --', '"non chiusa', 'di e da'])(
    'takes %j as words, not as commands',
    async q => {
      expect((await world.as(null).get(`/ambiti/${ambito.slug}/ricerca?q=${encodeURIComponent(q)}`)).status).toBe(200);
    },
  );
});
