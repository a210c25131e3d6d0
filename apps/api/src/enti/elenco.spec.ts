import type { ConteggiView, EnteRigaView, EsitiInsiemeView, Pagina, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { nuovoCodiceFiscale } from '../../testing/scenario/enti.js';
import { queriesOf } from '../../testing/statements.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Ente = Awaited<ReturnType<World['scenario']['ente']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const at = (path = '') => `/ambiti/${base.ambito.slug}/enti${path}`;
const pagina = (query: string) => world.as(base.ufficio).get<Pagina<EnteRigaView> & Problem>(at(query));
const conteggi = async (query = '', chi = base.ufficio) => (await world.as(chi).get<ConteggiView>(at(`/conteggi${query}`))).body;
const stato = async (e: Ente) => {
  const [row] = await world.db.query<{ stato: string; version: number }[]>('SELECT stato, version FROM ente WHERE id = $1', [e.id]);
  return row as { stato: string; version: number };
};
const nominati = (enti: readonly Ente[]) => Promise.all(enti.map(async e => ({ id: e.id, version: (await stato(e)).version })));
const inVerifica = (fields: Parameters<World['scenario']['ente']>[1] = {}) =>
  world.scenario.ente(base.ambito, { stato: 'in_verifica', ...fields });
const manda = async (path: string, enti: readonly Ente[], chi = base.ufficio) =>
  world.as(chi).post<EsitiInsiemeView & Problem>(at(path), { enti: await nominati(enti) });
const mails = (enti: readonly Ente[]) => world.db.query<unknown[]>('SELECT 1 FROM email WHERE oggetto_id = ANY($1)', [enti.map(e => e.id)]);

describe('The enti as a table', () => {
  it.each(['denominazione', 'natura', 'comune', 'stato', 'registrato'])(
    'ordered by %s, both ways, page after page each row comes once',
    async ordina => {
      for (const nome of ['Zeta', 'alfa', 'Àncora', 'alfa', 'Beta']) await inVerifica({ denominazione: nome });
      const percorsi: string[][] = [];
      for (const verso of ['asc', 'desc']) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const { body }: { body: Pagina<EnteRigaView> } = await pagina(
            `?limit=2&ordina=${ordina}&verso=${verso}${cursor === null ? '' : `&cursor=${cursor}`}`,
          );
          seen.push(...body.items.map(e => e.id));
          cursor = body.nextCursor;
        } while (cursor !== null);
        percorsi.push(seen);
      }
      expect([new Set(percorsi[0]).size, percorsi[0]]).toEqual([6, percorsi[1]?.toReversed()]);
    },
  );

  it('names stand in the order of the dictionary, whatever their capitals', async () => {
    for (const nome of ['Zeta', 'alfa', 'Beta']) await inVerifica({ denominazione: nome });
    const { body } = await pagina('?ordina=denominazione&stato=in_verifica');
    expect(body.items.map(e => e.denominazione)).toEqual(['alfa', 'Beta', 'Zeta']);
  });

  it('a key that is none of its columns, or a cursor of another order, is refused', async () => {
    for (let i = 0; i < 2; i += 1) await inVerifica();
    const { body } = await pagina('?limit=1&ordina=denominazione');
    expect((await pagina('?ordina=email')).status).toBe(400);
    expect((await pagina(`?ordina=registrato&cursor=${body.nextCursor ?? ''}`)).status).toBe(400);
    expect((await pagina(`?ordina=stato&cursor=${body.nextCursor ?? ''}`)).status).toBe(400);
    const forged = Buffer.from(JSON.stringify(['a\0b', base.ente.id])).toString('base64url');
    expect((await pagina(`?ordina=denominazione&cursor=${forged}`)).status).toBe(400);
  });

  it('says how many there are, and for each value of a filter how many it would leave, the other filters being what they are', async () => {
    await inVerifica({ natura: 'aps' });
    await inVerifica({ natura: 'aps' });
    await inVerifica({ natura: 'fondazione' });
    const tutti = await conteggi();
    expect(tutti.totale).toBe(4);
    expect(tutti.filtri['stato']).toEqual([
      { valore: 'in_verifica', nome: null, n: 3 },
      { valore: 'verificato', nome: null, n: 1 },
    ]);
    const aps = await conteggi('?natura=aps');
    expect([aps.totale, aps.filtri['stato']]).toEqual([2, [{ valore: 'in_verifica', nome: null, n: 2 }]]);
    expect(Object.fromEntries((aps.filtri['natura'] ?? []).map(v => [v.valore, v.n]))).toMatchObject({ aps: 2, fondazione: 1 });
    expect((await pagina('?natura=aps&statuto=no')).body.items).toHaveLength(2);
  });

  it('counts only what the reader may see', async () => {
    await inVerifica();
    expect((await conteggi('', base.operatore)).totale).toBe(1);
  });

  it('takes two queries, however many rows there are', async () => {
    const costo = () => queriesOf(world.db, async () => void (await Promise.all([pagina(''), conteggi()])));
    await costo();
    const prima = await costo();
    for (let i = 0; i < 8; i += 1) await inVerifica();
    expect(await costo()).toBe(prima);
  });

  it('goes to a spreadsheet as it is filtered and ordered', async () => {
    for (const nome of ['Zeta', 'Beta']) await inVerifica({ denominazione: nome });
    const { text } = await world.as(base.ufficio).get<never>(at('/elenco.csv?stato=in_verifica&ordina=denominazione'));
    const [intestazione, ...righe] = text.trim().split('\r\n');
    expect(intestazione).toContain('Ente;Natura giuridica;Codice fiscale;Comune;Stato');
    expect(righe.map(r => r.split(';')[0])).toEqual(['Beta', 'Zeta']);
  });
});

describe('Several enti verified together', () => {
  it('each is judged by itself: what cannot be verified says why, and stops nobody', async () => {
    const [primo, secondo, cambiato] = [await inVerifica(), await inVerifica(), await inVerifica()];
    const body = { enti: (await nominati([primo, secondo, cambiato])).map((e, i) => (i === 2 ? { ...e, version: e.version + 7 } : e)) };
    const { body: answer, status } = await world.as(base.ufficio).post<EsitiInsiemeView>(at('/verifiche'), body);
    expect([status, answer.items.map(i => i.esito)]).toEqual([200, ['fatto', 'fatto', 'versione.superata']]);
    expect(await Promise.all([primo, secondo, cambiato].map(async e => (await stato(e)).stato))).toEqual([
      'verificato',
      'verificato',
      'in_verifica',
    ]);
    expect((await mails([primo])).length).toBeGreaterThan(0);
    const atti = await world.db.query<unknown[]>(`SELECT 1 FROM registro WHERE azione = 'ente.verifica' AND oggetto_id = ANY($1)`, [
      [primo.id, secondo.id],
    ]);
    expect(atti).toHaveLength(2);
  });

  it('the preview says the same, by the same rules, and leaves nothing behind', async () => {
    const codiceFiscale = nuovoCodiceFiscale();
    const doppi = [await inVerifica({ codiceFiscale }), await inVerifica({ codiceFiscale })];
    const altro = await inVerifica();
    const enti = [...doppi, altro];
    const { body, status } = await manda('/verifiche/anteprima', enti);
    expect([status, body.items.map(i => i.esito)]).toEqual([200, ['fatto', 'ente.altro_verificato', 'fatto']]);
    expect(body.items[1]?.perche).toContain('codice fiscale');
    expect(await Promise.all(enti.map(stato))).toEqual(Array(3).fill({ stato: 'in_verifica', version: 1 }));
    expect(await mails(enti)).toEqual([]);
    expect((await manda('/verifiche', enti)).body).toEqual(body);
  });

  it('is of the office alone, of enti of its ambito, a hundred at a time', async () => {
    const ente = await inVerifica();
    const altrove = await world.scenario.base();
    for (const path of ['/verifiche', '/verifiche/anteprima']) {
      expect((await manda(path, [ente], base.operatore)).status).toBe(403);
      expect((await manda(path, [altrove.ente])).status).toBe(404);
      const troppi = { enti: Array(101).fill({ id: ente.id, version: 1 }) };
      expect((await world.as(base.ufficio).post(at(path), troppi)).status).toBe(400);
    }
  });
});
