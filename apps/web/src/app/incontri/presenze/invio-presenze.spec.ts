import type { EsitoPresenzeView, PresenzeView, Problem, StatoPresenza, VocePresenza } from '@tavoli/shared';
import { UNREACHABLE } from '../../ui/problem';
import { CodaPresenze } from './coda-presenze';
import { InvioPresenze, SenzaRete } from './invio-presenze';

const AT = '2026-11-23T15:00:00.000Z';
const ids = ['a', 'b'];
type Risposta = 'bene' | 'senza_risposta' | 'mai' | Problem;

/** A phone with its queue and a sender, and the API as the test wants it. Time passes only when the test says so. */
function telefono() {
  const dati = new Map<string, string>();
  const coda = new CodaPresenze({ get: k => dati.get(k) ?? null, set: (k, v) => dati.set(k, v), remove: k => dati.delete(k) }, 'coda');
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
  const invio = new InvioPresenze(coda, {
    manda,
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
    const never = new InvioPresenze(t.coda, {
      ...(t.invio as unknown as { mondo: ConstructorParameters<typeof InvioPresenze>[1] }).mondo,
      manda: () => new Promise(() => undefined),
    });
    const end = never.svuota();
    await Promise.resolve();
    await t.passaIlTempo();
    expect(await end).toBe(false);
    expect([never.stato, t.coda.incerta]).toEqual(['irraggiungibile', true]);
  });
});
