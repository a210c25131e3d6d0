import type { EnteRigaView, EnteView, InvitoOperatoreView, InvitoView, Pagina, Problem } from '@tavoli/shared';
import { newAddress } from '../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../testing/app.js';
import { nuovoCodiceFiscale } from '../../testing/scenario/enti.js';
import type { Persona } from '../../testing/scenario.js';
import { Bus } from '../platform/realtime/bus.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
/** Somebody to be invited: another one for each test, since one address may not be written to without end. */
let nuova: string;
let base: Base;
let estraneo: Persona;
const riautenticati: string[] = [];
beforeAll(async () => {
  world = await testWorld();
  world.app.get(Bus).on('account', event => riautenticati.push(event.accountId));
});
beforeEach(async () => {
  nuova = newAddress();
  base = await world.scenario.base();
  estraneo = await world.scenario.persona();
});
afterAll(() => world.close());

const at = (path = '') => `/ambiti/${base.ambito.slug}/enti/${base.ente.id}${path}`;
const ente = async (chi: Persona = base.operatore) => (await world.as(chi).get<EnteView>(at())).body;
const mails = (tipo: string) =>
  world.db.query<{ a_indirizzo: string; testo: string }[]>(
    'SELECT a_indirizzo, testo FROM email WHERE oggetto_id = $1 AND tipo = $2 ORDER BY a_indirizzo',
    [base.ente.id, tipo],
  );
const invita = (email: string, chi = base.operatore) => world.as(chi).post<InvitoOperatoreView & Problem>(at('/inviti'), { email });
const usa = (chi: Persona | null, segreto: string) => world.as(chi).post<InvitoView & Problem>('/inviti/operatore/usa', { segreto });
const rimuovi = (chi: Persona, id: string) => world.as(chi).delete<Problem>(at(`/operatori/${id}`));
const chiedi = (chi: Persona, codiceFiscale: string) =>
  world.as(chi).post<Problem>(`/ambiti/${base.ambito.slug}/richieste-ingresso`, { codiceFiscale, messaggio: 'Sono la nuova segretaria.' });
const rispondi = (chi: Persona, id: string, azione: 'accogli' | 'respingi') =>
  world.as(chi).post<EnteView & Problem>(at(`/richieste/${id}/azioni/${azione}`));

async function segretoPer(email: string): Promise<string> {
  const testo = (await mails('operatore.invito')).filter(m => m.a_indirizzo === email).at(-1)?.testo ?? '';
  return /\/inviti\/operatore#([A-Za-z0-9_-]{43})/.exec(testo)?.[1] ?? '';
}

async function codiceFiscaleValido(): Promise<string> {
  const codiceFiscale = nuovoCodiceFiscale();
  await world.db.query('UPDATE ente SET codice_fiscale = $2 WHERE id = $1', [base.ente.id, codiceFiscale]);
  return codiceFiscale;
}

/** The announcement travels through PostgreSQL. */
async function riautenticato(accountId: string): Promise<void> {
  while (!riautenticati.includes(accountId)) await new Promise(resolve => setTimeout(resolve, 5));
}

describe('an invitation', () => {
  it('makes an operatore of who holds the link, once, and tells the ente', async () => {
    expect((await invita(nuova)).status).toBe(201);
    const segreto = await segretoPer(nuova);
    const letto = await world.as(null).get<InvitoView>('/inviti/operatore', { headers: { 'x-segreto': segreto } });
    expect(letto.body).toMatchObject({
      ente: { denominazione: base.ente.denominazione },
      ambito: { slug: base.ambito.slug },
      email: nuova,
    });
    expect((await usa(null, segreto)).status).toBe(401);
    expect((await usa(estraneo, segreto)).status).toBe(200);
    await riautenticato(estraneo.id);
    const visto = await ente(estraneo);
    expect(visto.operatori.map(o => o.email).sort()).toEqual([base.operatore.email, estraneo.email].sort());
    expect([visto.inviti, visto.storia[0]?.azione]).toEqual([[], 'operatore.accetta_invito']);
    expect((await mails('operatore.entrato')).map(m => m.a_indirizzo)).toEqual([base.ente.email, base.operatore.email].sort());
    const again = await usa(await world.scenario.persona(), segreto);
    expect(again.body.code).toBe('collegamento.non_valido');
  });

  it('opens the door once, however many press at the same moment', async () => {
    await invita(nuova);
    const segreto = await segretoPer(nuova);
    const persone = await Promise.all(Array.from({ length: 5 }, () => world.scenario.persona()));
    const answers = await Promise.all(persone.map(p => usa(p, segreto)));
    expect(answers.map(x => x.status).sort()).toEqual([200, 404, 404, 404, 404]);
    expect((await ente()).operatori).toHaveLength(2);
  });

  it('is mailed once when asked twice, and renewed later with a new link', async () => {
    await invita(nuova);
    const primo = await segretoPer(nuova);
    await invita(nuova);
    expect(await mails('operatore.invito')).toHaveLength(1);
    await world.db.query(`UPDATE operatore_invito SET scade_at = scade_at - interval '1 hour' WHERE ente_id = $1`, [base.ente.id]);
    expect((await invita(nuova)).status).toBe(201);
    expect(await mails('operatore.invito')).toHaveLength(2);
    expect((await usa(estraneo, primo)).body.code).toBe('collegamento.non_valido');
    expect((await ente()).inviti).toHaveLength(1);
  });

  it('expires, and can be taken back', async () => {
    const { body: invito } = await invita(nuova);
    const segreto = await segretoPer(nuova);
    await world.db.query(`UPDATE operatore_invito SET scade_at = now() - interval '1 second' WHERE id = $1`, [invito.id]);
    expect((await usa(estraneo, segreto)).body.code).toBe('collegamento.scaduto');
    expect((await world.as(base.operatore).delete(at(`/inviti/${invito.id}`))).status).toBe(204);
    expect((await usa(estraneo, segreto)).body.code).toBe('collegamento.non_valido');
    expect((await world.as(base.operatore).delete(at(`/inviti/${invito.id}`))).status).toBe(404);
  });

  it('is not for who is an operatore already, nor without end, nor sent by others', async () => {
    expect((await invita(base.operatore.email)).body.errors).toEqual([
      expect.objectContaining({ pointer: '/email', code: 'operatore.gia_presente' }),
    ]);
    expect((await invita('a@prova.test', base.ufficio)).status).toBe(403);
    expect((await invita('a@prova.test', estraneo)).status).toBe(404);
    for (let i = 0; i < 20; i += 1) expect((await invita(`molti${i}@prova.test`)).status).toBe(201);
    expect((await invita('uno-di-troppo@prova.test')).body.code).toBe('operatore.troppi_inviti');
  });

  it('leaves no secret in the registro nor in what the ente reads', async () => {
    await invita(nuova);
    const segreto = await segretoPer(nuova);
    const details = await world.db.query<{ contenuto: unknown }[]>('SELECT contenuto FROM registro_dettaglio WHERE ambito_id = $1', [
      base.ambito.id,
    ]);
    expect(segreto).toHaveLength(43);
    expect(JSON.stringify(details) + JSON.stringify(await ente())).not.toContain(segreto);
  });

  it('A-6: takes an address and nothing else', async () => {
    for (const name of ['id', 'enteId', 'ente_id', 'segreto_hash', 'scadeAt', 'accountId']) {
      expect((await world.as(base.operatore).post(at('/inviti'), { email: 'a@prova.test', [name]: base.ambito.id })).status).toBe(400);
    }
    expect((await ente()).inviti).toEqual([]);
  });
});

describe('a request to join', () => {
  it('is mailed to the operatori, who may take the person in', async () => {
    const cf = await codiceFiscaleValido();
    expect((await chiedi(estraneo, cf)).status).toBe(202);
    expect((await mails('operatore.richiesta')).map(m => m.a_indirizzo)).toEqual([base.operatore.email]);
    const [richiesta] = (await ente()).richieste;
    expect(richiesta).toMatchObject({ email: estraneo.email, messaggio: 'Sono la nuova segretaria.' });
    const accolta = await rispondi(base.operatore, richiesta?.id ?? '', 'accogli');
    expect(accolta.body).toMatchObject({ richieste: [], operatori: [{}, {}] });
    await riautenticato(estraneo.id);
    expect((await ente(estraneo)).puoModificare).toBe(true);
    expect((await mails('operatore.richiesta_accolta')).map(m => m.a_indirizzo)).toEqual([estraneo.email]);
    expect((await rispondi(base.operatore, richiesta?.id ?? '', 'respingi')).body.code).toBe('operatore.richiesta_decisa');
  });

  it('may be declined, and the person is told', async () => {
    await chiedi(estraneo, await codiceFiscaleValido());
    const [richiesta] = (await ente()).richieste;
    expect((await rispondi(base.ufficio, richiesta?.id ?? '', 'respingi')).status).toBe(200);
    expect((await world.as(estraneo).get(at())).status).toBe(404);
    expect((await mails('operatore.richiesta_respinta')).map(m => m.a_indirizzo)).toEqual([estraneo.email]);
  });

  it('B-12: answers the same whether there is such an ente or not', async () => {
    const registered = await chiedi(estraneo, await codiceFiscaleValido());
    const unknown = await chiedi(estraneo, nuovoCodiceFiscale());
    const repeated = await chiedi(estraneo, (await ente()).codiceFiscale);
    expect([unknown.status, unknown.text]).toEqual([registered.status, registered.text]);
    expect([repeated.status, repeated.text]).toEqual([registered.status, registered.text]);
    expect(await mails('operatore.richiesta')).toHaveLength(1);
  });

  it('has an end in number, known or unknown the ente', async () => {
    const cf = await codiceFiscaleValido();
    const altri = await Promise.all(Array.from({ length: 10 }, () => world.scenario.ente(base.ambito)));
    for (const altro of altri) {
      await world.db.query(
        'INSERT INTO operatore_richiesta (ambito_id, id, ente_id, account_id, messaggio) VALUES ($1, gen_random_uuid(), $2, $3, $4)',
        [base.ambito.id, altro.id, estraneo.id, 'x'],
      );
    }
    const [known, unknown] = [await chiedi(estraneo, cf), await chiedi(estraneo, nuovoCodiceFiscale())];
    expect([known.body.code, unknown.body.code]).toEqual(['operatore.troppe_richieste', 'operatore.troppe_richieste']);
    expect([known.status, Number(known.headers['retry-after'])]).toEqual([429, 86_400]);
  });

  it('is answered by whoever comes first: two at once decide once', async () => {
    await chiedi(estraneo, await codiceFiscaleValido());
    const [richiesta] = (await ente()).richieste;
    const answers = await Promise.all(
      (['accogli', 'respingi', 'accogli', 'respingi'] as const).map((azione, i) =>
        rispondi(i % 2 ? base.ufficio : base.operatore, richiesta?.id ?? '', azione),
      ),
    );
    expect(answers.map(x => x.status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('is answered also by an invitation accepted at the same moment', async () => {
    await chiedi(estraneo, await codiceFiscaleValido());
    await invita(estraneo.email);
    const segreto = await segretoPer(estraneo.email);
    const [richiesta] = (await ente()).richieste;
    const answers = await Promise.all([usa(estraneo, segreto), rispondi(base.operatore, richiesta?.id ?? '', 'accogli')]);
    expect(answers.map(x => x.status).sort()).toEqual([200, 409]);
    const visto = await ente();
    expect([visto.operatori.length, visto.richieste]).toEqual([2, []]);
  });

  it('of another ente is not there', async () => {
    await chiedi(estraneo, await codiceFiscaleValido());
    const [richiesta] = (await ente()).richieste;
    const altro = await world.scenario.ente(base.ambito);
    const suo = await world.scenario.operatore(base.ambito, altro);
    expect(
      (await world.as(suo).post(`/ambiti/${base.ambito.slug}/enti/${altro.id}/richieste/${richiesta?.id}/azioni/accogli`)).status,
    ).toBe(404);
    expect((await rispondi(suo, richiesta?.id ?? '', 'accogli')).status).toBe(404);
  });
});

describe('who leaves', () => {
  const operatoreId = async (chi: Persona) => (await ente()).operatori.find(o => o.email === chi.email)?.id ?? '';

  it('A-8: sees nothing more from that moment, and what is open ends', async () => {
    const collega = await world.scenario.operatore(base.ambito, base.ente);
    expect((await world.as(collega).get(at())).status).toBe(200);
    riautenticati.length = 0;
    expect((await rimuovi(base.operatore, await operatoreId(collega))).status).toBe(204);
    await riautenticato(collega.id);
    expect((await world.as(collega).get(at())).status).toBe(404);
    expect((await world.as(collega).get<Pagina<EnteRigaView>>(`/ambiti/${base.ambito.slug}/enti`)).body.items).toEqual([]);
    expect((await mails('operatore.rimosso')).map(m => m.a_indirizzo)).toEqual([collega.email]);
    expect((await rimuovi(base.operatore, base.ambito.id)).status).toBe(404);
  });

  it('is never the last one', async () => {
    expect((await rimuovi(base.operatore, await operatoreId(base.operatore))).body.code).toBe('operatore.ultimo');
    expect((await rimuovi(base.ufficio, await operatoreId(base.operatore))).body.code).toBe('operatore.ultimo');
  });

  it('F-10: also when two remove each other at the same moment, time and again', async () => {
    for (let i = 0; i < 10; i += 1) {
      const collega = await world.scenario.operatore(base.ambito, base.ente);
      const [mio, suo] = [await operatoreId(base.operatore), await operatoreId(collega)];
      const answers = await Promise.all([
        rimuovi(base.operatore, suo),
        rimuovi(collega, mio),
        rimuovi(base.ufficio, mio),
        rimuovi(base.coordinatore, suo),
      ]);
      expect(answers.filter(x => x.status === 204)).toHaveLength(1);
      const [left] = (await ente(base.ufficio)).operatori;
      base = { ...base, operatore: left?.email === collega.email ? collega : base.operatore };
      expect((await ente(base.ufficio)).operatori).toHaveLength(1);
    }
  });

  it('is removed by those of the ente or by the offices, not by others', async () => {
    const collega = await world.scenario.operatore(base.ambito, base.ente);
    const id = await operatoreId(collega);
    const altrove = await world.scenario.base();
    for (const chi of [estraneo, base.referente, altrove.coordinatore, altrove.operatore])
      expect((await rimuovi(chi, id)).status).toBe(404);
    expect((await rimuovi(base.ufficio, id)).status).toBe(204);
  });
});
