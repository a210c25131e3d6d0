import type { EnteRigaView, EnteView, Pagina, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { newKey } from '../../testing/client.js';
import { nuovoCodiceFiscale, nuovoEnte } from '../../testing/scenario/enti.js';
import type { Persona } from '../../testing/scenario.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let cittadino: Persona;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  cittadino = await world.scenario.persona();
});
afterAll(() => world.close());

const MOTIVO = 'Il codice fiscale non corrisponde alla denominazione.';
const at = (path = '') => `/ambiti/${base.ambito.slug}/enti${path}`;
const registra = (chi: Persona, fields = {}) => world.as(chi).post<EnteView & Problem>(at(), nuovoEnte(fields));
const esegui = (chi: Persona, e: { id: string; version: number }, azione: string, motivazione?: string) =>
  world.as(chi).post<EnteView & Problem>(at(`/${e.id}/azioni/${azione}`), { motivazione }, { version: e.version });
const mails = (id: string) =>
  world.db.query<{ tipo: string; a_indirizzo: string; testo: string }[]>(
    'SELECT tipo, a_indirizzo, testo FROM email WHERE oggetto_id = $1 ORDER BY creata_at, tipo, a_indirizzo',
    [id],
  );
const a = async (id: string, tipo: string) =>
  (await mails(id))
    .filter(m => m.tipo === tipo)
    .map(m => m.a_indirizzo)
    .sort();
const dati = (e: EnteView) => {
  const {
    denominazione,
    naturaGiuridica,
    codiceFiscale,
    partitaIva,
    runts,
    sedeLegale,
    sedeOperativa,
    pec,
    email,
    telefono,
    legaleRappresentante,
    aree,
    presentazione,
  } = e;
  return {
    denominazione,
    naturaGiuridica,
    codiceFiscale,
    partitaIva,
    runts,
    sedeLegale,
    sedeOperativa,
    pec,
    email,
    telefono,
    legaleRappresentante,
    aree,
    presentazione,
  };
};
const modifica = (chi: Persona, e: EnteView, fields = {}) =>
  world.as(chi).put<EnteView & Problem>(at(`/${e.id}`), { ...dati(e), ...fields }, { version: e.version });

describe('the story of an ente', () => {
  it('goes from registration to verification, and can then be suspended and come back', async () => {
    const nuovo = await registra(cittadino);
    expect(nuovo.status).toBe(201);
    expect(nuovo.body).toMatchObject({
      stato: 'in_verifica',
      puoModificare: true,
      azioni: [],
      operatori: [{ email: cittadino.email, seStesso: true }],
    });
    const verificato = await esegui(base.ufficio, nuovo.body, 'verifica');
    expect(verificato.body).toMatchObject({ stato: 'verificato', motivazione: null, puoModificare: false, azioni: ['sospendi'] });
    const sospeso = await esegui(base.coordinatore, verificato.body, 'sospendi', MOTIVO);
    expect(sospeso.body).toMatchObject({ stato: 'sospeso', motivazione: MOTIVO });
    const riattivato = await esegui(base.coordinatore, sospeso.body, 'riattiva');
    expect(riattivato.body).toMatchObject({ stato: 'verificato', motivazione: null });
    const visto = await world.as(cittadino).get<EnteView>(at(`/${nuovo.body.id}`));
    expect(visto.body.storia.map(s => s.azione)).toEqual(['ente.riattiva', 'ente.sospendi', 'ente.verifica', 'ente.registra']);
    expect(visto.body.storia.find(s => s.azione === 'ente.sospendi')?.motivazione).toBe(MOTIVO);
  });

  it('lets a refused ente correct its data and present itself again', async () => {
    const { body: nuovo } = await registra(cittadino);
    expect((await esegui(base.ufficio, nuovo, 'respingi')).body.errors).toEqual([expect.objectContaining({ pointer: '/motivazione' })]);
    const { body: respinto } = await esegui(base.ufficio, nuovo, 'respingi', MOTIVO);
    const { body: corretto } = await modifica(
      cittadino,
      { ...nuovo, version: respinto.version },
      { codiceFiscale: nuovoCodiceFiscale(), denominazione: 'Associazione Corretta' },
    );
    expect(corretto).toMatchObject({
      stato: 'respinto',
      motivazione: MOTIVO,
      denominazione: 'Associazione Corretta',
      azioni: ['ripresenta'],
    });
    expect((await esegui(cittadino, corretto, 'ripresenta')).body).toMatchObject({ stato: 'in_verifica', motivazione: null });
    expect(await a(nuovo.id, 'ente.da_verificare')).toEqual(
      [base.coordinatore.email, base.ufficio.email, base.coordinatore.email, base.ufficio.email].sort(),
    );
  });

  it('is sent back to be completed and not refused: the ente reads what is needed, completes it and waits again', async () => {
    const { body: nuovo } = await registra(cittadino);
    expect((await esegui(base.ufficio, nuovo, 'chiedi_integrazione')).body.errors?.[0]?.pointer).toBe('/motivazione');
    expect((await esegui(cittadino, nuovo, 'chiedi_integrazione', MOTIVO)).status).toBe(403);
    const { body: indietro } = await esegui(base.ufficio, nuovo, 'chiedi_integrazione', 'Manca lo statuto: caricalo.');
    expect(indietro).toMatchObject({ stato: 'da_integrare', motivazione: 'Manca lo statuto: caricalo.', azioni: ['respingi'] });
    const lettera = (await mails(nuovo.id)).find(m => m.tipo === 'ente.da_integrare' && m.a_indirizzo === cittadino.email);
    expect(lettera?.testo).toContain('Manca lo statuto: caricalo.');
    const { body: corretto } = await modifica(cittadino, indietro, { denominazione: 'Associazione Completa' });
    expect(corretto).toMatchObject({ stato: 'da_integrare', azioni: ['ripresenta'], coda: null });
    expect((await esegui(cittadino, corretto, 'ripresenta')).body).toMatchObject({ stato: 'in_verifica', motivazione: null });
  });

  it('who verifies goes from one that waits to the next, in the order in which they came', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.push((await registra(cittadino)).body.id);
    const coda = async (id: string | undefined) => (await world.as(base.ufficio).get<EnteView>(at(`/${id ?? ''}`))).body.coda;
    expect(await coda(ids[1])).toEqual({ precedente: ids[0], successivo: ids[2] });
    expect(await coda(ids[2])).toEqual({ precedente: ids[1], successivo: null });
  });

  it('mails each step to whom it concerns, with the reason', async () => {
    const { body: nuovo } = await registra(cittadino, { email: 'sede@prova.test' });
    expect(await a(nuovo.id, 'ente.registrato')).toEqual([cittadino.email, 'sede@prova.test'].sort());
    expect(await a(nuovo.id, 'ente.da_verificare')).toEqual([base.coordinatore.email, base.ufficio.email].sort());
    const { body: respinto } = await esegui(base.ufficio, nuovo, 'respingi', MOTIVO);
    expect((await mails(nuovo.id)).find(m => m.tipo === 'ente.respinto' && m.a_indirizzo === cittadino.email)?.testo).toContain(MOTIVO);
    const { body: ripresentato } = await esegui(cittadino, respinto, 'ripresenta');
    const { body: verificato } = await esegui(base.ufficio, ripresentato, 'verifica');
    const { body: sospeso } = await esegui(base.ufficio, verificato, 'sospendi', MOTIVO);
    await esegui(base.ufficio, sospeso, 'riattiva');
    for (const tipo of ['ente.respinto', 'ente.verificato', 'ente.sospeso', 'ente.riattivato'])
      expect(await a(nuovo.id, tipo)).toEqual([cittadino.email, 'sede@prova.test'].sort());
  });

  it('leaves each step to who may take it, from where it starts', async () => {
    const { body: nuovo } = await registra(cittadino);
    expect((await esegui(cittadino, nuovo, 'verifica')).status).toBe(403);
    expect((await esegui(base.referente, nuovo, 'verifica')).status).toBe(404);
    expect((await esegui(base.ufficio, nuovo, 'riattiva')).body.code).toBe('ente.stato');
    expect((await esegui(base.ufficio, nuovo, 'inventata')).status).toBe(404);
    expect((await esegui(base.ufficio, { ...nuovo, version: 7 }, 'verifica')).body).toMatchObject({
      code: 'versione.superata',
      version: 1,
    });
  });

  it('F-10: of eight who decide at once exactly one succeeds', async () => {
    const { body: nuovo } = await registra(cittadino);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => esegui(i % 2 ? base.ufficio : base.coordinatore, nuovo, i % 3 ? 'verifica' : 'respingi', MOTIVO)),
    );
    expect(answers.filter(x => x.status === 200)).toHaveLength(1);
    expect(answers.filter(x => x.status !== 200).every(x => x.status === 412 || x.status === 409)).toBe(true);
  });
});

describe('one codice fiscale', () => {
  const AMBIGUO = 'Con questo codice fiscale abbiamo già verificato un altro ente.';

  it('is nobody’s until the office has verified an ente: any number may wait, and the answer says nothing of the others', async () => {
    const codiceFiscale = nuovoCodiceFiscale();
    const prima = await registra(cittadino, { codiceFiscale });
    const seconda = await registra(await world.scenario.persona(), { codiceFiscale: ` ${codiceFiscale} ` });
    expect([prima.status, seconda.status]).toEqual([201, 201]);
    expect(Object.keys(seconda.body).sort()).toEqual(Object.keys(prima.body).sort());
    expect([prima.body.altreRegistrazioni, seconda.body.altreRegistrazioni]).toEqual([[], []]);
    expect((await world.as(cittadino).get<EnteView>(at(`/${prima.body.id}`))).body.altreRegistrazioni).toEqual([]);
  });

  it('is told to the office with all who wait; it verifies one and answers the others, with a reason that is mailed', async () => {
    const codiceFiscale = nuovoCodiceFiscale();
    const altra = await world.scenario.persona();
    const { body: falsa } = await registra(altra, { codiceFiscale, denominazione: 'Chi ha scritto prima' });
    const { body: vera } = await registra(cittadino, { codiceFiscale });
    const visti = await world.as(base.ufficio).get<Pagina<EnteRigaView>>(at());
    expect(visti.body.items.filter(e => e.codiceFiscale === codiceFiscale).map(e => e.altreRegistrazioni)).toEqual([1, 1]);
    expect((await world.as(base.ufficio).get<EnteView>(at(`/${vera.id}`))).body.altreRegistrazioni).toMatchObject([
      { id: falsa.id, denominazione: 'Chi ha scritto prima', stato: 'in_verifica' },
    ]);
    expect((await esegui(base.ufficio, vera, 'verifica')).status).toBe(200);
    expect((await esegui(base.ufficio, falsa, 'verifica')).body.code).toBe('ente.altro_verificato');
    expect((await esegui(base.ufficio, falsa, 'respingi', AMBIGUO)).status).toBe(200);
    expect(
      (await mails(falsa.id)).filter(m => m.tipo === 'ente.respinto' && m.a_indirizzo === altra.email && m.testo.includes(AMBIGUO)),
    ).toHaveLength(1);
    expect((await registra(await world.scenario.persona(), { codiceFiscale })).status).toBe(201);
  });

  it('F-10: of six verified at once one is', async () => {
    const codiceFiscale = nuovoCodiceFiscale();
    const attese = await Promise.all(
      Array.from({ length: 6 }, async () => (await registra(await world.scenario.persona(), { codiceFiscale })).body),
    );
    const answers = await Promise.all(attese.map(e => esegui(base.ufficio, e, 'verifica')));
    expect(answers.map(x => x.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('is registered once by the same person, also when two windows send at once', async () => {
    const codiceFiscale = nuovoCodiceFiscale();
    const answers = await Promise.all(Array.from({ length: 4 }, () => registra(cittadino, { codiceFiscale })));
    expect(answers.map(x => x.status).sort()).toEqual([201, 409, 409, 409]);
    const doppio = answers.find(x => x.status === 409);
    expect(doppio?.body.errors).toEqual([expect.objectContaining({ pointer: '/codiceFiscale', code: 'ente.duplicato' })]);
    const altrove = await world.scenario.ambito();
    expect((await world.as(cittadino).post(`/ambiti/${altrove.slug}/enti`, nuovoEnte({ codiceFiscale }))).status).toBe(201);
  });

  it('F-9: pressed five times, registers once', async () => {
    const key = newKey();
    const body = nuovoEnte();
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.as(cittadino).post<EnteView>(at(), body, { key })));
    expect(answers.every(x => x.status === 201 || x.status === 409)).toBe(true);
    const again = await world.as(cittadino).post<EnteView>(at(), body, { key });
    expect(again).toMatchObject({ status: 201, body: { codiceFiscale: body.codiceFiscale } });
    expect((await mails(again.body.id)).filter(m => m.tipo === 'ente.registrato')).toHaveLength(2);
  });
});

describe('the data of an ente', () => {
  it('keeps its identity once verified, also while suspended, and lets the rest change', async () => {
    const { body: nuovo } = await registra(cittadino);
    const { body: verificato } = await esegui(base.ufficio, nuovo, 'verifica');
    const { body: sospeso } = await esegui(base.ufficio, verificato, 'sospendi', MOTIVO);
    for (const [campo, valore] of [
      ['denominazione', 'Altro nome'],
      ['naturaGiuridica', 'fondazione'],
      ['codiceFiscale', nuovoCodiceFiscale()],
    ] as const) {
      const refused = await modifica(cittadino, sospeso, { [campo]: valore });
      expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer]).toEqual([409, 'ente.identita_bloccata', `/${campo}`]);
    }
    const changed = await modifica(cittadino, sospeso, { telefono: '0983 654321', aree: [base.ambito.area] });
    expect(changed.body).toMatchObject({
      stato: 'sospeso',
      telefono: '0983 654321',
      aree: [base.ambito.area],
      version: sospeso.version + 1,
    });
  });

  it('takes only areas of its own ambito', async () => {
    const altrove = await world.scenario.ambito();
    expect((await registra(cittadino, { aree: [base.ambito.area, altrove.area] })).body.errors?.[0]?.pointer).toBe('/aree/1');
    expect((await registra(cittadino, { aree: [base.ambito.area] })).body.aree).toEqual([base.ambito.area]);
  });

  it('demands the version that was seen', async () => {
    const { body: nuovo } = await registra(cittadino);
    await modifica(cittadino, nuovo, { telefono: '0983 000001' });
    expect((await modifica(cittadino, nuovo, { telefono: '0983 000002' })).body).toMatchObject({ code: 'versione.superata', version: 2 });
    expect((await world.as(cittadino).put<Problem>(at(`/${nuovo.id}`), dati(nuovo))).body.code).toBe('versione.mancante');
  });

  it('checks what is written: codes, RUNTS where due, declarations', async () => {
    const cases: [string, Record<string, unknown>][] = [
      ['/codiceFiscale', { codiceFiscale: '12345678901' }],
      ['/partitaIva', { partitaIva: '00000000000' }],
      ['/legaleRappresentante/codiceFiscale', { legaleRappresentante: { nome: 'A', cognome: 'B', codiceFiscale: 'RSSMRA85T10A562T' } }],
      ['/runts/sezione', { naturaGiuridica: 'odv' }],
      ['/runts/numero', { naturaGiuridica: 'odv', runts: { sezione: 'odv', numero: null } }],
      ['/dichiarazioneRappresentanza', { dichiarazioneRappresentanza: false }],
      ['/sedeLegale/cap', { sedeLegale: { indirizzo: 'Via', cap: '8706', comune: 'Rossano', provincia: 'CS' } }],
    ];
    for (const [pointer, fields] of cases) {
      const refused = await registra(cittadino, fields);
      expect([refused.status, refused.body.errors?.map(e => e.pointer)]).toEqual([400, [pointer]]);
    }
  });

  it('A-6: nobody sets by hand what belongs to the portal', async () => {
    const { body: nuovo } = await world.as(cittadino).get<EnteView>(at(`/${(await registra(cittadino)).body.id}`));
    const columns = {
      id: base.ente.id,
      ambitoId: base.ambito.id,
      ambito_id: base.ambito.id,
      stato: 'verificato',
      version: 9,
      statuto: { nome: 'a', bytes: 1, sha256: 'b' },
      motivazione: 'x',
      creato_at: '2020-01-01',
      operatori: [],
      azioni: ['verifica'],
    };
    for (const [name, value] of Object.entries(columns)) {
      expect((await registra(cittadino, { [name]: value })).status).toBe(400);
      expect((await modifica(cittadino, nuovo, { [name]: value })).status).toBe(400);
      expect(
        (
          await world
            .as(base.ufficio)
            .post(at(`/${nuovo.id}/azioni/verifica`), { [name]: name === 'motivazione' ? 'x' : value }, { version: nuovo.version })
        ).status,
      ).toBe(400);
    }
    expect((await world.as(cittadino).get<EnteView>(at(`/${nuovo.id}`))).body).toEqual(nuovo);
  });
});

describe('who sees which enti', () => {
  const elenco = async (chi: Persona, query = '') => (await world.as(chi).get<Pagina<EnteRigaView>>(at(query))).body.items;

  it('shows the offices all those of their ambito, an operatore their own, others none', async () => {
    const { body: mio } = await registra(cittadino);
    expect((await elenco(base.ufficio)).map(e => e.id).sort()).toEqual([base.ente.id, mio.id].sort());
    expect((await elenco(cittadino)).map(e => [e.id, e.azioni])).toEqual([[mio.id, []]]);
    expect(await elenco(base.referente)).toEqual([]);
    expect((await world.as(base.referente).get(at(`/${mio.id}`))).status).toBe(404);
    expect((await world.as(base.operatore).get(at(`/${mio.id}`))).status).toBe(404);
    expect((await world.as(null).get(at())).status).toBe(401);
  });

  it('A-5: an ente of another ambito is not there, whoever asks and however', async () => {
    const altrove = await world.scenario.base();
    const missing = await world.as(base.coordinatore).get<Problem>(at('/3f2504e0-4f89-41d3-9a0c-0305e82c3301'));
    const foreign = await world.as(base.coordinatore).get<Problem>(at(`/${altrove.ente.id}`));
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    expect(foreign.status).toBe(404);
    expect((await world.as(altrove.operatore).get(at(`/${altrove.ente.id}`))).status).toBe(404);
    expect((await world.as(base.coordinatore).get(`/ambiti/${altrove.ambito.slug}/enti/${altrove.ente.id}`)).status).toBe(404);
    expect(
      (await world.as(base.coordinatore).post(at(`/${altrove.ente.id}/azioni/sospendi`), { motivazione: MOTIVO }, { version: 1 })).status,
    ).toBe(404);
    expect((await elenco(altrove.coordinatore)).length).toBe(0);
  });

  it('lets one person act for several enti', async () => {
    const [primo, secondo] = [await registra(cittadino), await registra(cittadino)];
    expect((await elenco(cittadino)).map(e => e.id).sort()).toEqual([primo.body.id, secondo.body.id].sort());
    for (const { body } of [primo, secondo]) expect((await modifica(cittadino, body, { telefono: '0983 777777' })).status).toBe(200);
  });

  it('filters by state and words', async () => {
    const { body: nuovo } = await registra(cittadino, { denominazione: 'Cooperativa 100% Sociale' });
    expect((await elenco(base.ufficio, '?stato=in_verifica')).map(e => e.id)).toEqual([nuovo.id]);
    expect((await elenco(base.ufficio, `?q=${encodeURIComponent('100% soc')}`)).map(e => e.id)).toEqual([nuovo.id]);
    expect((await elenco(base.ufficio, `?q=${nuovo.codiceFiscale.slice(0, 9)}`)).map(e => e.id)).toEqual([nuovo.id]);
    expect(await elenco(base.ufficio, `?q=${encodeURIComponent('1_0%')}`)).toEqual([]);
  });

  it('walks the pages without missing or repeating a row', async () => {
    for (let i = 0; i < 6; i += 1) await world.scenario.ente(base.ambito, { stato: 'in_verifica' });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: Pagina<EnteRigaView> } = await world
        .as(base.ufficio)
        .get<Pagina<EnteRigaView>>(at(`?limit=3${cursor ? `&cursor=${cursor}` : ''}`));
      seen.push(...page.body.items.map(e => e.id));
      cursor = page.body.nextCursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
  });
});

describe('a suspended ente', () => {
  it('keeps its history, and can neither draft nor send designazioni', async () => {
    const draft = await world.scenario.designazione(base.ambito, base);
    const { body: ente } = await world.as(base.operatore).get<EnteView>(at(`/${base.ente.id}`));
    await esegui(base.ufficio, ente, 'sospendi', MOTIVO);
    const path = `/ambiti/${base.ambito.slug}`;
    const nuova = { avvisoId: base.avviso.id, tavoloId: base.tavolo.id, rappresentanti: [] };
    expect((await world.as(base.operatore).post<Problem>(`${path}/enti/${base.ente.id}/designazioni`, nuova)).body.code).toBe(
      'ente.non_verificato',
    );
    expect(
      (await world.as(base.operatore).post<Problem>(`${path}/designazioni/${draft.id}/azioni/invia`, {}, { version: 1 })).body.code,
    ).toBe('ente.non_verificato');
    const visto = await world.as(base.operatore).get<EnteView>(at(`/${base.ente.id}`));
    expect(visto.body.storia.map(s => s.azione)).toEqual(['ente.sospendi']);
    expect((await world.as(base.operatore).get(`${path}/designazioni/${draft.id}`)).status).toBe(200);
  });
});

describe('the identity of a verified ente', () => {
  const correggi = (chi: Persona, e: { id: string; version: number }, fields: object) =>
    world.as(chi).put<EnteView & Problem>(at(`/${e.id}/identita`), fields, { version: e.version });
  const PERCHE = 'L’assemblea del 3 marzo ha cambiato il nome dell’associazione.';
  const verificato = async () => {
    const { body } = await registra(cittadino, {});
    return (await esegui(base.ufficio, body, 'verifica')).body;
  };
  const identita = ({ denominazione, naturaGiuridica, codiceFiscale }: EnteView) => ({ denominazione, naturaGiuridica, codiceFiscale });

  it('is corrected by the office with a reason: the ente is told, the register keeps what it was, pages tell the new one', async () => {
    const ente = await verificato();
    expect((await world.as(base.ufficio).get<EnteView>(at(`/${ente.id}`))).body.puoCorreggereIdentita).toBe(true);
    const { status, body } = await correggi(base.ufficio, ente, {
      ...identita(ente),
      denominazione: 'Associazione dal Nome Nuovo',
      motivazione: PERCHE,
    });
    expect([status, body.denominazione, body.stato, body.version]).toEqual([
      200,
      'Associazione dal Nome Nuovo',
      'verificato',
      ente.version + 1,
    ]);
    const [atto] = await world.db.query<{ contenuto: object }[]>(
      `SELECT t.contenuto FROM registro r JOIN registro_dettaglio t USING (ambito_id, seq) WHERE r.ambito_id = $1 AND r.azione = 'ente.correggi_identita' AND r.oggetto_id = $2`,
      [base.ambito.id, ente.id],
    );
    expect(atto?.contenuto).toMatchObject({
      motivazione: PERCHE,
      prima: { denominazione: ente.denominazione },
      dopo: { denominazione: 'Associazione dal Nome Nuovo' },
    });
    expect(atto?.contenuto).not.toHaveProperty('prima.codiceFiscale');
    const lettera = (await mails(ente.id)).find(m => m.tipo === 'ente.identita_corretta' && m.a_indirizzo === cittadino.email)?.testo ?? '';
    for (const parole of [ente.denominazione, 'Associazione dal Nome Nuovo', PERCHE])
      expect(lettera.replaceAll(/\s+/g, ' ')).toContain(parole);
  });

  it('is corrected by nobody else, nor without a reason, nor into that of another verified ente, nor before it is verified', async () => {
    const [ente, altro] = [await verificato(), await verificato()];
    const nuova = { ...identita(ente), denominazione: 'Un altro nome', motivazione: PERCHE };
    expect((await correggi(cittadino, ente, nuova)).status).toBe(403);
    const codice = async (fields: object, e = ente) => {
      const { body } = await correggi(base.coordinatore, e, fields);
      return [body.code, body.errors?.[0]?.pointer];
    };
    expect(await codice({ ...nuova, motivazione: '' })).toEqual(['richiesta.non_valida', '/motivazione']);
    expect(await codice({ ...identita(ente), motivazione: PERCHE })).toEqual(['ente.identita_uguale', '/denominazione']);
    expect((await codice({ ...nuova, codiceFiscale: altro.codiceFiscale }))[0]).toBe('ente.altro_verificato');
    expect((await correggi(base.coordinatore, { ...ente, version: 1 }, nuova)).status).toBe(412);
    const { body: attende } = await registra(cittadino, {});
    expect((await codice(nuova, attende))[0]).toBe('ente.stato');
  });
});
