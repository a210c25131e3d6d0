import type {
  ElaboratoPubblicoView,
  ElaboratoRigaView,
  ElaboratoView,
  Pagina,
  Problem,
  SezioneElaboratoView,
  UsoInElaboratoView,
} from '@tavoli/shared';
import { RisorseDelleSchede1700000000084 } from '../../migrations/0084-risorse-delle-schede.js';
import { testWorld, type World } from '../../testing/app.js';
import { baseElaborati, documento, Elaborati, parte, RISORSA, schedaPiena, type BaseElaborati } from '../../testing/scenario/elaborati.js';
import { pdfGlyphs } from '../../testing/files/pdf-text.js';
import type { Persona } from '../../testing/scenario.js';

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

const testo = (text: string) => ({ tipo: 'testo' as const, documento: documento(text) });
const MOTIVO = { motivazione: 'Mancano i dati del secondo distretto.' };

describe('writing', () => {
  it('begins with the empty parts of its kind, and says what is missing', async () => {
    const e = await el.nuovo('scheda_progetto');
    expect(e.sezioni.map(s => [s.chiave, s.tipo])).toEqual([
      ['obiettivo', 'collegamento'],
      ['descrizione', 'testo'],
      ['destinatari', 'destinatari'],
      ['azioni', 'azioni'],
      ['comuni', 'comuni'],
      ['tempi', 'tempi'],
      ['risorse', 'risorse'],
      ['indicatori', 'indicatori'],
      ['leps', 'leps'],
      ['obiettivi_regionali', 'obiettivi_regionali'],
    ]);
    expect(e).toMatchObject({ stato: 'bozza', azioni: ['apri_consultazione'], puoScrivere: true, puoModificare: true, puoEliminare: true });
    expect(e.mancanze).toHaveLength(8);
  });

  it('a part saved on a version that is not the last is refused, and every version is kept', async () => {
    const e = await el.nuovo();
    const s = parte(e, 'testo');
    expect((await el.salva(e, s, testo('Il primo.'))).body.version).toBe(2);
    const late = await el.salva(e, s, testo('Il secondo.'), base.coordinatore);
    expect([late.status, late.body.code, late.body.version]).toEqual([412, 'versione.superata', 2]);
    const { body } = await world
      .as(base.referente)
      .get<{ items: { contenuto: unknown }[] }>(el.at(`/elaborati/${e.id}/sezioni/${s.id}/versioni`));
    expect(body.items.map(i => i.contenuto)).toEqual([testo('Il primo.')]);
  });

  it('two who save the same version at once: one is kept, the other is told', async () => {
    const e = await el.nuovo();
    const answers = await Promise.all(
      [base.referente, base.coordinatore].map(chi => el.salva(e, parte(e, 'testo'), testo('Insieme.'), chi)),
    );
    expect(answers.map(a => a.status).sort()).toEqual([200, 412]);
  });

  it('a part is one writer’s at a time; two parts are two people’s', async () => {
    const e = await el.nuovo();
    const tieni = (chiave: string, chi: Persona) =>
      world.as(chi).post<SezioneElaboratoView & Problem>(el.at(`/elaborati/${e.id}/sezioni/${parte(e, chiave).id}/tenuta`), {});
    expect((await tieni('testo', base.referente)).body.tenutaDa).toMatchObject({ tua: true });
    expect((await tieni('testo', base.coordinatore)).body.code).toBe('elaborato.sezione_tenuta');
    expect((await el.salva(e, parte(e, 'testo'), testo('Intanto.'), base.coordinatore)).body.code).toBe('elaborato.sezione_tenuta');
    expect((await tieni('premessa', base.coordinatore)).status).toBe(200);
    await world.as(base.referente).delete(el.at(`/elaborati/${e.id}/sezioni/${parte(e, 'testo').id}/tenuta`));
    expect((await tieni('testo', base.coordinatore)).status).toBe(200);
  });

  it('takes nothing of another kind, nothing out of the ambito, no fraction of a cent', async () => {
    const e = await el.nuovo('scheda_progetto');
    const code = async (chiave: string, contenuto: unknown) => {
      const { status, body } = await el.salva(e, parte(e, chiave), contenuto);
      return [status, body.errors?.[0]?.pointer];
    };
    expect(await code('tempi', testo('Altro.'))).toEqual([422, '/contenuto/tipo']);
    expect(await code('comuni', { tipo: 'comuni', istat: ['999999'] })).toEqual([400, '/contenuto/istat']);
    expect(await code('obiettivo', { tipo: 'collegamento', obiettivoId: e.id })).toEqual([400, '/contenuto/obiettivoId']);
    expect(await code('risorse', { tipo: 'risorse', righe: [{ fonte: 'pnrr', descrizione: null, centesimi: 0.1 }] })).toEqual([
      400,
      '/contenuto/righe/0/centesimi',
    ]);
    expect(await code('risorse', { tipo: 'risorse', righe: [{ fonte: 'pnrr', descrizione: null, centesimi: 1e17 }] })).toEqual([
      400,
      '/contenuto/righe/0/centesimi',
    ]);
    const fondo = (...fonti: string[]) => ({ tipo: 'risorse', righe: fonti.map(fonte => ({ fonte, descrizione: null, centesimi: 1 })) });
    expect(await code('risorse', fondo('pnrr', 'inventato'))).toEqual([400, '/contenuto/righe/1/fonte']);
    const paga = (chi: object) => ({ tipo: 'risorse', righe: [{ ...RISORSA, ...chi }] });
    expect(await code('risorse', paga({ paga: '999999' }))).toEqual([400, '/contenuto/righe/0/paga']);
    expect(await code('risorse', paga({ paga: 'altro' }))).toEqual([400, '/contenuto/righe/0/soggetto']);
    expect(await code('risorse', paga({ anno: 1999 }))).toEqual([400, '/contenuto/righe/0/anno']);
    expect(await code('leps', { tipo: 'leps', codici: ['inventato'] })).toEqual([400, '/contenuto/codici/0']);
    expect(await code('obiettivi_regionali', { tipo: 'obiettivi_regionali', codici: ['pnrr'] })).toEqual([400, '/contenuto/codici/0']);
    expect(await code('tempi', { tipo: 'tempi', dal: '2028-01-01', al: '2027-01-01' })).toEqual([400, '/contenuto/al']);
  });

  it('a fondo that the ambito withdrew stays where it was written, by its name, and is chosen no more', async () => {
    const [una, altra] = [await el.nuovo('scheda_progetto'), await el.nuovo('scheda_progetto')];
    const contenuto = (fonte: string, centesimi = 1) => ({ tipo: 'risorse' as const, righe: [{ ...RISORSA, fonte, centesimi }] });
    await el.scrivi(una, { risorse: contenuto('fse') });
    const { voci } = (await el.leggi(una)).riferimenti;
    const fondi = voci.fondi.map(v => ({ ...v, ritirata: v.codice === 'fse', fonte: null, anno: null }));
    const scrivi = (elenco: unknown) =>
      world.db.query(`UPDATE ambito SET impostazioni = jsonb_set(impostazioni, '{elenchi,fondi}', $2) WHERE id = $1`, [
        base.ambito.id,
        JSON.stringify(elenco),
      ]);
    await scrivi(fondi);
    const letta = await el.leggi(una);
    expect(letta.riferimenti.voci.fondi.find(v => v.codice === 'fse')).toEqual({
      codice: 'fse',
      titolo: 'Fondo sociale europeo',
      ritirata: true,
    });
    expect((await el.salva(letta, parte(letta, 'risorse'), contenuto('fse', 2))).status).toBe(200);
    const scelta = await el.salva(altra, parte(altra, 'risorse'), contenuto('fse'));
    expect([scelta.status, scelta.body.errors?.[0]]).toMatchObject([
      400,
      { pointer: '/contenuto/righe/0/fonte', message: '«Fondo sociale europeo» è stato ritirato: scegli un’altra voce.' },
    ]);
    await scrivi(fondi.map(v => ({ ...v, ritirata: false })));
  });

  it('money of before its years were asked for: what is written has a place for them, what was approved is handed in and fixed as it was', async () => {
    const obiettivo = await el.nuovo('obiettivo');
    const [scritta, approvata] = [await el.nuovo('scheda_progetto'), await el.nuovo('scheda_progetto')];
    const diPrima = {
      tipo: 'risorse',
      righe: [
        { fonte: 'pnrr', descrizione: 'locali', centesimi: 150 },
        { fonte: 'sanita', descrizione: null, centesimi: 7 },
      ],
    };
    for (const e of [scritta, approvata]) {
      await el.scrivi(e, schedaPiena(obiettivo.id, ['000001']));
      if (e === approvata) await el.porta(e, 'approvato');
      await world.db.query('UPDATE elaborato_sezione SET contenuto = $2 WHERE id = $1', [parte(e, 'risorse').id, JSON.stringify(diPrima)]);
    }
    for (const sql of new RisorseDelleSchede1700000000084().sql) await world.db.query(sql);
    const nuove = { anno: null, paga: null, soggetto: null };
    const dopo = await el.leggi(scritta);
    expect(parte(dopo, 'risorse').contenuto).toEqual({
      tipo: 'risorse',
      righe: [
        { ...diPrima.righe[0], ...nuove, quota: null },
        { ...diPrima.righe[1], ...nuove, quota: 'sanitaria' },
      ],
    });
    expect(dopo.mancanze.map(m => m.testo)).toEqual([
      'Scrivi l’anno delle risorse 1 e 2.',
      'Scegli chi paga le risorse 1 e 2.',
      'Scegli la quota della risorsa 1.',
    ]);
    expect((await el.porta(approvata, 'accolto')).stato).toBe('accolto');
    const { foto } = (await world.as(null).get<ElaboratoPubblicoView>(el.at(`/elaborati/${approvata.id}/pubblico`))).body;
    expect(foto.sezioni.find(s => s.chiave === 'risorse')?.contenuto).toEqual(diPrima);
  });

  it('who sits at the tavolo reads the draft, and writes only where the referente lets them', async () => {
    const chiuso = await el.nuovo();
    expect(await el.leggi(chiuso, base.membro)).toMatchObject({ puoScrivere: false, azioni: [], puoModificare: false });
    expect((await el.salva(chiuso, parte(chiuso, 'testo'), testo('Io.'), base.membro)).body.code).toBe('elaborato.non_scrivi');
    const aperto = await el.nuovo('documento_libero', { scrivono: 'rappresentanti' });
    expect((await el.salva(aperto, parte(aperto, 'testo'), testo('Io.'), base.membro)).status).toBe(200);
    const inConsultazione = await el.porta(aperto, 'in_consultazione');
    expect((await el.salva(inConsultazione, parte(inConsultazione, 'testo'), testo('Di nuovo.'), base.membro)).body.code).toBe(
      'elaborato.non_scrivi',
    );
    expect((await el.salva(inConsultazione, parte(inConsultazione, 'testo'), testo('Raccolto.'))).status).toBe(200);
  });

  it('is seen by nobody else until it is accepted, by everybody then', async () => {
    const e = await el.nuovo();
    await el.scrivi(e, { testo: testo('Per tutti.') });
    const seen = async (chi: Persona | null) => [
      (await world.as(chi).get(el.at(`/elaborati/${e.id}`))).status,
      (await world.as(chi).get(el.at(`/elaborati/${e.id}/pubblico`))).status,
      (await world.as(chi).get<Pagina<ElaboratoRigaView>>(el.at('/elaborati'))).body.items.length,
    ];
    expect([await seen(base.operatore), await seen(null), await seen(base.ufficio)]).toEqual([
      [404, 404, 0],
      [401, 404, 0],
      [200, 404, 1],
    ]);
    await el.porta(e, 'accolto');
    expect([await seen(base.operatore), await seen(null), await seen(base.membro)]).toEqual([
      [403, 200, 1],
      [401, 200, 1],
      [200, 200, 1],
    ]);
  });

  it('a draft nobody was asked about can be deleted, but not an obiettivo that a scheda points at', async () => {
    const [obiettivo, scheda] = [await el.nuovo('obiettivo'), await el.nuovo('scheda_progetto')];
    await el.scrivi(scheda, { obiettivo: { tipo: 'collegamento', obiettivoId: obiettivo.id } });
    const elimina = async (e: ElaboratoView) =>
      await world.as(base.referente).delete<Problem>(el.at(`/elaborati/${e.id}`), { version: e.version });
    expect((await elimina(obiettivo)).body.code).toBe('elaborato.collegato');
    expect([(await elimina(scheda)).status, (await elimina(obiettivo)).status]).toEqual([204, 204]);
    const consultato = await el.nuovo();
    await el.scrivi(consultato, { testo: testo('Sì.') });
    const indietro = await el.passo(await el.porta(consultato, 'in_consultazione'), 'restituisci', MOTIVO);
    expect([(await elimina(indietro.body)).body.code, indietro.body.puoEliminare]).toEqual(['elaborato.stato', false]);
  });
});

describe('consultation', () => {
  const commenta = (e: ElaboratoView, body: object, chi = base.membro) =>
    world.as(chi).post<ElaboratoView & Problem>(el.at(`/elaborati/${e.id}/commenti`), {
      sezioneId: parte(e, 'testo').id,
      passaggio: null,
      testo: 'Non sono d’accordo.',
      ...body,
    });
  const aperto = async () => {
    const e = await el.nuovo();
    await el.scrivi(e, { testo: testo('I posti letto sono dodici in tutto.') });
    return el.porta(e, 'in_consultazione');
  };

  it('tells the members, for seven days unless it is said otherwise', async () => {
    const e = await aperto();
    const giorni = (new Date(e.consultazioneFinoAt ?? 0).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(giorni)).toBe(7);
    const mails = await world.db.query<{ a: string; testo: string }[]>(
      `SELECT a_indirizzo AS a, testo FROM email WHERE oggetto_id = $1 AND tipo = 'elaborato.apri_consultazione' ORDER BY 1`,
      [e.id],
    );
    expect(mails).toHaveLength(2);
    expect(mails.map(m => m.a)).toContain(base.membro.email);
    expect(mails[0]?.testo).toContain(`/${base.ambito.slug}/area/elaborati/${e.id}`);
    expect((await el.passo(await el.nuovo(), 'apri_consultazione')).body.code).toBe('elaborato.vuoto');
  });

  it('a member comments a passage, each comment is answered in words, and none is left unanswered at the approval', async () => {
    const e = await aperto();
    const commentato = await commenta(e, { passaggio: 'posti letto sono dodici' });
    expect(commentato.body.commenti).toMatchObject([{ stato: 'aperto', autore: expect.stringContaining('Membro') as string, azioni: [] }]);
    expect((await el.passo(commentato.body, 'approva', { approvazione: await el.verbale() })).body.code).toBe('elaborato.commenti_aperti');
    const id = commentato.body.commenti[0]?.id ?? '';
    const rispondi = (giudizio: string, body: object, chi = base.referente) =>
      world.as(chi).post<ElaboratoView & Problem>(el.at(`/elaborati/${e.id}/commenti/${id}/esiti/${giudizio}`), body);
    expect((await rispondi('accogli', {})).status).toBe(400);
    expect((await rispondi('accogli', { motivazione: 'Giusto, correggiamo il dato.' }, base.membro)).status).toBe(403);
    expect((await rispondi('accogli', { motivazione: 'Giusto, correggiamo il dato.' })).body.commenti).toMatchObject([
      { stato: 'accolto', risposta: 'Giusto, correggiamo il dato.' },
    ]);
    expect((await rispondi('respingi', { motivazione: 'Ci abbiamo ripensato.' })).body.code).toBe('elaborato.stato');
  });

  it('a passage that is not there, and a time that is over, are told', async () => {
    const e = await aperto();
    expect((await commenta(e, { passaggio: 'quattordici' })).body.code).toBe('elaborato.passaggio_non_trovato');
    expect((await commenta(e, {}, base.operatore)).status).toBe(404);
    await world.db.query('UPDATE elaborato SET consultazione_fino_at = now() WHERE id = $1', [e.id]);
    expect((await commenta(e, {})).body.code).toBe('elaborato.consultazione_chiusa');
  });
});

describe('approval, handing in, acceptance', () => {
  const pieno = async () => {
    const e = await el.nuovo();
    await el.scrivi(e, { testo: testo('Il testo.') });
    return el.porta(e, 'in_consultazione');
  };

  it('is approved only in a verbale of the tavolo that is itself approved, in a decisione that is there', async () => {
    const e = await pieno();
    await el.finisceLaConsultazione(e);
    const giusto = await el.verbale('Si approva la scheda.');
    const bozza = await world.scenario.verbale(base.ambito, base.tavolo, 'in_revisione');
    const altrui = await world.scenario.verbale(base.ambito, await world.scenario.tavolo(base.ambito), 'approvato');
    const code = async (approvazione?: object) => (await el.passo(e, 'approva', approvazione ? { approvazione } : {})).body.code;
    expect(await code()).toBe('elaborato.serve_approvazione');
    expect(await code({ verbaleId: bozza.id, sezioneId: bozza.sezioneId, decisione: null })).toBe('elaborato.verbale_non_valido');
    expect(await code({ verbaleId: altrui.id, sezioneId: altrui.sezioneId, decisione: null })).toBe('risorsa.non_trovata');
    expect(await code({ ...giusto, decisione: 1 })).toBe('elaborato.decisione_non_trovata');
    expect(await code({ ...giusto, sezioneId: altrui.sezioneId })).toBe('risorsa.non_trovata');
    const done = await el.passo(e, 'approva', { approvazione: giusto });
    expect(done.body).toMatchObject({
      stato: 'approvato',
      approvazione: { ...giusto, testo: 'Si approva la scheda.' },
      puoScrivere: false,
    });
    const { body } = await world.as(base.referente).get<{ items: UsoInElaboratoView[] }>(el.at(`/verbali/${giusto.verbaleId}/elaborati`));
    expect(body.items).toMatchObject([{ elaborato: { id: e.id }, uso: 'approvazione', decisione: 0 }]);
  });

  it('before the consultation is over demands a reason, which stands in the page, in the PDF, in the JSON and in the register', async () => {
    const e = await pieno();
    const approvazione = await el.verbale();
    const presto = await el.passo(e, 'approva', { approvazione });
    expect([presto.status, presto.body.code, presto.body.errors?.[0]?.pointer]).toEqual([
      409,
      'elaborato.consultazione_aperta',
      '/motivazione',
    ]);
    const motivazione = 'Il bando regionale scade domani: il tavolo ha deciso di non aspettare.';
    const fatto = await el.passo(e, 'approva', { approvazione, motivazione });
    expect(fatto.body.approvazione?.anticipo).toEqual({ motivo: motivazione, finoAt: e.consultazioneFinoAt });
    await el.porta(fatto.body, 'accolto');
    const pubblico = await world.as(null).get<ElaboratoPubblicoView>(el.at(`/elaborati/${e.id}/pubblico`));
    expect(pubblico.body.foto.approvazione.anticipo?.motivo).toBe(motivazione);
    expect((await world.as(null).get(el.at(`/elaborati/${e.id}/elaborato.json`))).text).toContain(motivazione);
    expect(pdfGlyphs((await world.as(null).get(el.at(`/elaborati/${e.id}/elaborato.pdf`))).raw)).toContain('Motivodell’anticipo');
    // Sent back to be written again, it was approved no more: nor ahead of time.
    const altro = await pieno();
    const indietro = await el.passo((await el.passo(altro, 'approva', { approvazione, motivazione })).body, 'restituisci', { motivazione });
    const ancora = await el.porta(indietro.body, 'approvato');
    expect(ancora.approvazione?.anticipo).toBeUndefined();
  });

  it('waits for who is still writing', async () => {
    const e = await pieno();
    await world.as(base.coordinatore).post(el.at(`/elaborati/${e.id}/sezioni/${parte(e, 'testo').id}/tenuta`), {});
    expect((await el.passo(e, 'approva', { approvazione: await el.verbale() })).body.code).toBe('elaborato.si_sta_scrivendo');
  });

  it('is not handed in while something is missing: every missing part is told', async () => {
    const scheda = await el.nuovo('scheda_progetto');
    await el.scrivi(scheda, {
      descrizione: testo('Solo questo.'),
      destinatari: { tipo: 'destinatari', righe: [{ gruppo: 'Giovani', numero: null }] },
    });
    const approvato = await el.porta(scheda, 'approvato');
    const refused = await el.passo(approvato, 'consegna');
    expect([refused.status, refused.body.code]).toEqual([422, 'elaborato.incompleto']);
    expect(refused.body.errors?.map(x => x.pointer)).toEqual([
      '/sezioni/obiettivo',
      '/sezioni/destinatari',
      '/sezioni/azioni',
      '/sezioni/comuni',
      '/sezioni/tempi',
      '/sezioni/risorse',
      '/sezioni/indicatori',
    ]);
    expect(refused.body.errors?.[1]?.message).toBe('Scrivi quante persone riguarda: «Giovani».');
    expect(approvato.mancanze.map(m => m.testo)).toEqual(refused.body.errors?.map(x => x.message));
  });

  it('a whole scheda goes all the way; sent back with a reason, it begins again and is approved anew', async () => {
    const [obiettivo, scheda] = [await el.nuovo('obiettivo'), await el.nuovo('scheda_progetto')];
    await el.scrivi(
      scheda,
      schedaPiena(
        obiettivo.id,
        scheda.riferimenti.comuni.map(c => c.istat),
      ),
    );
    const consegnato = await el.porta(scheda, 'consegnato');
    expect((await el.passo(consegnato, 'accogli')).status).toBe(403);
    expect((await el.passo(consegnato, 'rimanda', {}, base.coordinatore)).status).toBe(400);
    const rimandato = await el.passo(consegnato, 'rimanda', MOTIVO, base.coordinatore);
    expect(rimandato.body).toMatchObject({ stato: 'da_rivedere', ...MOTIVO });
    const bozza = await el.passo(rimandato.body, 'riprendi');
    expect(bozza.body).toMatchObject({ stato: 'bozza', approvazione: null, puoScrivere: true });
    expect((await el.porta(bozza.body, 'accolto')).accoglimento).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const mails = await world.db.query<{ tipo: string; a: string }[]>(
      `SELECT tipo, a_indirizzo AS a FROM email WHERE oggetto_id = $1 AND tipo <> 'elaborato.apri_consultazione' ORDER BY creata_at, tipo`,
      [scheda.id],
    );
    expect(mails.map(m => [m.tipo, m.a])).toEqual([
      ['elaborato.consegna', base.coordinatore.email],
      ['elaborato.rimanda', base.referente.email],
      ['elaborato.consegna', base.coordinatore.email],
      ['elaborato.accogli', base.referente.email],
    ]);
  });

  it('is not handed in once the verbale that approved it went back to the draft', async () => {
    const approvato = await el.porta(await pieno(), 'approvato');
    await world.db.query(`UPDATE verbale SET stato = 'bozza' WHERE id = $1`, [approvato.approvazione?.verbaleId]);
    expect((await el.passo(approvato, 'consegna')).body.code).toBe('elaborato.verbale_non_valido');
  });
});
