import type { EsitoPresenzeView, PresenzeView, Problem, StatoPresenza, VocePresenza } from '@tavoli/shared';
import { UNREACHABLE } from '../../ui/problem';
import { CodaPresenze } from './coda-presenze';
import { CodaPunti, type Passaggio } from './coda-punti';
import { InvioPresenze, SenzaRete } from './invio-presenze';

const AT = '2026-11-23T15:00:00.000Z';
const ids = ['a', 'b'];
type Risposta = 'bene' | 'senza_risposta' | 'mai' | Problem;

/** A phone with its queue and a sender, and the API as the test wants it. Time passes only when the test says so. */
function telefono() {
  const dati = new Map<string, string>();
  const deposito = {
    get: (k: string) => dati.get(k) ?? null,
    set: (k: string, v: string) => void dati.set(k, v),
    remove: (k: string) => void dati.delete(k),
  };
  const coda = new CodaPresenze(deposito, 'coda');
  const punti = new CodaPunti(deposito, 'punti');
  const salvati = new Map<string, StatoPresenza | null>(ids.map(id => [id, null]));
  const posti = () => ids.map(id => ({ id, stato: salvati.get(id) ?? null, rilevataAt: null }));
  const presenze = () => ({ posti: posti() }) as unknown as PresenzeView;
  const arrivi: VocePresenza[][] = [];
  const timers = new Map<() => void, number>();
  const rete = { collegata: true, risponde: 'bene' as Risposta };
  const manda = (voci: readonly VocePresenza[]): Promise<EsitoPresenzeView> => {
    if (rete.risponde === 'mai') return Promise.reject({ problem: UNREACHABLE });
    if (typeof rete.risponde === 'object') return Promise.reject({ problem: rete.risponde });
    arrivi.push([...voci]);
    for (const voce of voci) salvati.set(voce.postoId, voce.stato);
    return rete.risponde === 'bene' ? Promise.resolve({ presenze: presenze(), conflitti: [] }) : Promise.reject({ problem: UNREACHABLE });
  };
  const detti: (Passaggio | 'taps')[] = [];
  const superati: string[] = [];
  const passa = (passaggio: Passaggio): Promise<void> => {
    if (rete.risponde === 'mai') return Promise.reject({ problem: UNREACHABLE });
    if (typeof rete.risponde === 'object') return Promise.reject({ problem: rete.risponde });
    detti.push(...(arrivi.length > 0 ? (['taps'] as const) : []), passaggio);
    return rete.risponde === 'bene' ? Promise.resolve() : Promise.reject({ problem: UNREACHABLE });
  };
  const invio = new InvioPresenze(coda, punti, {
    manda,
    passa,
    superato: ({ code }) => superati.push(code),
    leggi: () => (rete.risponde === 'mai' ? Promise.reject({ problem: UNREACHABLE }) : Promise.resolve(presenze())),
    posti,
    inRete: () => rete.collegata,
    problema: error => (error instanceof SenzaRete ? UNREACHABLE : (error as { problem: Problem }).problem),
    cambiato: () => undefined,
    dopo: (ms, what) => {
      timers.set(what, ms);
      return () => timers.delete(what);
    },
    caso: () => 0.5,
    daSolo: async work => {
      await work();
      return true;
    },
  });
  const passaIlTempo = async () => {
    const [first] = timers;
    if (!first) throw new Error('Nothing waits.');
    timers.delete(first[0]);
    first[0]();
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    return first[1];
  };
  return {
    coda,
    punti,
    detti,
    superati,
    invio,
    salvati,
    arrivi,
    rete,
    timers,
    passaIlTempo,
    tocca: (id: string, stato: StatoPresenza) => coda.tocca(id, stato, salvati.get(id) ?? null, AT),
  };
}

describe('The sender of the queue', () => {
  it('sends taps made one after the other together, shortly after', async () => {
    const t = telefono();
    t.tocca('a', 'titolare');
    t.invio.prenota();
    t.tocca('b', 'assente');
    t.invio.prenota();
    await t.passaIlTempo();
    expect(t.arrivi.map(voci => voci.map(v => v.postoId))).toEqual([['a', 'b']]);
    expect([t.coda.daInviare, t.invio.stato, t.timers.size]).toEqual([0, 'fermo', 0]);
  });

  it('without network sends nothing, says so, and sends when it is back', async () => {
    const t = telefono();
    t.rete.collegata = false;
    t.tocca('a', 'titolare');
    expect(await t.invio.svuota()).toBe(false);
    expect([t.invio.stato, t.coda.incerta, t.coda.daInviare]).toEqual(['senza_rete', false, 1]);
    t.rete.collegata = true;
    expect(await t.invio.svuota()).toBe(true);
    expect([t.arrivi.length, t.invio.stato]).toEqual([1, 'fermo']);
  });

  it('tries again by itself, each time later, up to a minute', async () => {
    const t = telefono();
    t.rete.risponde = 'mai';
    t.tocca('a', 'titolare');
    await t.invio.svuota();
    const attese = [];
    for (let i = 0; i < 7; i += 1) attese.push(await t.passaIlTempo());
    expect(attese).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(t.invio.stato).toBe('irraggiungibile');
    t.rete.risponde = 'bene';
    await t.passaIlTempo();
    expect([t.salvati.get('a'), t.invio.stato, t.timers.size]).toEqual(['titolare', 'fermo', 0]);
  });

  it('after a lost answer looks before it sends: what was written is not sent twice', async () => {
    const t = telefono();
    t.rete.risponde = 'senza_risposta';
    t.tocca('a', 'titolare');
    await t.invio.svuota();
    t.rete.risponde = 'bene';
    t.tocca('b', 'supplente');
    await t.invio.svuota();
    expect(t.arrivi.map(voci => voci.map(v => v.postoId))).toEqual([['a'], ['b']]);
    expect(t.coda.daInviare).toBe(0);
  });

  it('keeps the taps and waits for somebody when the session has ended or the API refuses', async () => {
    for (const [status, stato] of [
      [401, 'sessione'],
      [409, 'rifiutato'],
    ] as const) {
      const t = telefono();
      t.rete.risponde = { ...UNREACHABLE, status, code: 'incontro.stato', title: 'No.' };
      t.tocca('a', 'titolare');
      await t.invio.svuota();
      expect([t.invio.stato, t.timers.size, t.coda.daInviare]).toEqual([stato, 0, 1]);
      t.rete.risponde = 'bene';
      expect(await t.invio.svuota()).toBe(true);
    }
  });

  it('does not wait for ever for an answer', async () => {
    const t = telefono();
    t.tocca('a', 'titolare');
    const never = new InvioPresenze(t.coda, t.punti, {
      ...(t.invio as unknown as { mondo: ConstructorParameters<typeof InvioPresenze>[2] }).mondo,
      manda: () => new Promise(() => undefined),
    });
    const end = never.svuota();
    await Promise.resolve();
    await t.passaIlTempo();
    expect(await end).toBe(false);
    expect([never.stato, t.coda.incerta]).toEqual(['irraggiungibile', true]);
  });

  it('sends the steps of the ordine del giorno after the taps, each in its turn', async () => {
    const t = telefono();
    t.rete.collegata = false;
    t.punti.passa('p1', null, AT);
    t.tocca('a', 'titolare');
    t.punti.passa('p2', null, AT);
    expect([await t.invio.svuota(), t.invio.daInviare]).toEqual([false, 3]);
    t.rete.collegata = true;
    expect(await t.invio.svuota()).toBe(true);
    expect(t.detti.map(d => (d === 'taps' ? d : [d.prima, d.puntoId]))).toEqual(['taps', [null, 'p1'], 'taps', ['p1', 'p2']]);
  });

  it('says a step again whose answer was lost, and drops all where somebody else went on', async () => {
    const t = telefono();
    t.rete.risponde = 'senza_risposta';
    t.punti.passa('p1', null, AT);
    expect([await t.invio.svuota(), t.punti.daInviare, t.invio.stato]).toEqual([false, 1, 'irraggiungibile']);
    t.rete.risponde = 'bene';
    expect(await t.invio.svuota()).toBe(true);
    expect(t.detti).toHaveLength(2);
    t.rete.risponde = { type: '', status: 409, code: 'incontro.punto_cambiato', title: '' };
    t.punti.passa('p2', 'p1', AT);
    t.punti.passa('p3', 'p1', AT);
    expect(await t.invio.svuota()).toBe(true);
    expect([t.punti.daInviare, t.superati, t.invio.stato]).toEqual([0, ['incontro.punto_cambiato'], 'fermo']);
  });
});
