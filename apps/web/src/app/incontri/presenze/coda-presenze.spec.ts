import { STATI_PRESENZA, type StatoPresenza, type VocePresenza } from '@tavoli/shared';
import fc from 'fast-check';
import { CodaPresenze, type Deposito } from './coda-presenze';

type Stato = StatoPresenza | null;
const AT = '2026-11-23T15:00:00.000Z';

const deposito = (): Deposito => {
  const dati = new Map<string, string>();
  return { get: key => dati.get(key) ?? null, set: (key, value) => dati.set(key, value), remove: key => dati.delete(key) };
};

/** The API's rule: a tap is written only on the value it was made on; the same value again changes nothing. */
class Salvati {
  readonly #posti = new Map<string, { id: string; stato: Stato; rilevataAt: string | null; da: 'io' | 'altri' | null }>();
  #ora = 0;

  constructor(ids: readonly string[]) {
    for (const id of ids) this.#posti.set(id, { id, stato: null, rilevataAt: null, da: null });
  }

  posti = () => [...this.#posti.values()];
  stato = (id: string) => this.#posti.get(id)?.stato ?? null;

  scrivi(id: string, stato: Stato, da: 'io' | 'altri'): void {
    this.#posti.set(id, { id, stato, da, rilevataAt: String((this.#ora += 1)) });
  }

  ricevi(voci: readonly VocePresenza[]): { postoId: string; attuale: Stato }[] {
    return voci.flatMap(({ postoId, stato, prima }) => {
      const attuale = this.stato(postoId);
      if (attuale === prima && attuale !== stato) this.scrivi(postoId, stato, 'io');
      return attuale === prima || attuale === stato ? [] : [{ postoId, attuale }];
    });
  }
}

function scena(ids = ['a', 'b']) {
  const salvati = new Salvati(ids);
  const browser = deposito();
  let coda = new CodaPresenze(browser, 'coda');
  const manda = (esito: 'bene' | 'senza_risposta' | 'mai_arrivate') => {
    if (coda.incerta) coda.riconcilia(salvati.posti());
    const voci = coda.parti(salvati.posti());
    if (voci.length === 0 || esito === 'mai_arrivate') return voci;
    const rifiutate = salvati.ricevi(voci);
    if (esito === 'bene') coda.arrivate(voci, rifiutate);
    return voci;
  };
  return {
    salvati,
    browser,
    manda,
    coda: () => coda,
    ricarica: () => (coda = new CodaPresenze(browser, 'coda')),
    tocca: (id: string, stato: StatoPresenza) => coda.tocca(id, stato, salvati.stato(id), AT),
  };
}

describe('The queue of taps on a phone', () => {
  it('shows a tap at once, sends it, and then holds nothing', () => {
    const { coda, tocca, manda, salvati, browser } = scena();
    tocca('a', 'titolare');
    expect(coda().mostrato({ id: 'a', stato: null })).toBe('titolare');
    expect(coda().daInviare).toBe(1);
    expect(manda('bene')).toEqual([{ postoId: 'a', stato: 'titolare', prima: null, at: AT }]);
    expect([salvati.stato('a'), coda().daInviare, browser.get('coda')]).toEqual(['titolare', 0, null]);
  });

  it('sends of a seat only what was last wanted, and nothing when that is what was there', () => {
    const { tocca, manda, coda } = scena();
    for (const stato of STATI_PRESENZA) tocca('a', stato);
    expect(manda('bene')).toMatchObject([{ stato: 'assente', prima: null }]);
    tocca('a', 'titolare');
    tocca('a', 'assente');
    expect(coda().daInviare).toBe(0);
  });

  it('survives a reload, also of taps whose answer never came, without asking anybody about one’s own taps', () => {
    const { tocca, manda, ricarica, coda, salvati } = scena();
    tocca('a', 'titolare');
    manda('senza_risposta');
    tocca('a', 'supplente');
    tocca('b', 'giustificato');
    ricarica();
    expect(coda().incerta).toBe(true);
    manda('bene');
    expect([salvati.stato('a'), salvati.stato('b'), coda().daInviare, coda().conflitti]).toEqual(['supplente', 'giustificato', 0, []]);
  });

  it('tells of a seat that somebody changed meanwhile; what is kept is what was chosen', () => {
    for (const scelta of ['mia', 'salvata'] as const) {
      const { tocca, manda, coda, salvati } = scena();
      tocca('a', 'titolare');
      salvati.scrivi('a', 'assente', 'altri');
      manda('bene');
      expect(coda().conflitti).toEqual([{ postoId: 'a', mia: 'titolare', salvata: 'assente' }]);
      expect([coda().mostrato({ id: 'a', stato: 'assente' }), coda().contato({ id: 'a', stato: 'assente' })]).toEqual([
        'titolare',
        'assente',
      ]);
      coda().decidi('a', scelta, AT);
      manda('bene');
      expect([salvati.stato('a'), coda().conflitti]).toEqual([scelta === 'mia' ? 'titolare' : 'assente', []]);
    }
  });

  it('does not repeat a tap that was written, lost its answer and was then put back by somebody', () => {
    const { tocca, manda, coda, salvati } = scena();
    tocca('a', 'titolare');
    manda('bene');
    tocca('a', 'assente');
    manda('senza_risposta');
    salvati.scrivi('a', 'titolare', 'altri');
    manda('bene');
    expect(salvati.stato('a')).toBe('titolare');
    expect(coda().conflitti).toEqual([{ postoId: 'a', mia: 'assente', salvata: 'titolare' }]);
  });

  it('a tap on a seat in conflict changes one’s own side only, and agreeing ends it', () => {
    const { tocca, manda, coda, salvati } = scena();
    tocca('a', 'titolare');
    salvati.scrivi('a', 'assente', 'altri');
    manda('bene');
    tocca('a', 'supplente');
    expect(coda().conflitti).toMatchObject([{ mia: 'supplente' }]);
    expect(coda().daInviare).toBe(0);
    tocca('a', 'assente');
    expect(coda().conflitti).toEqual([]);
  });

  it('works where the browser stores nothing, and says that it does not last', () => {
    const salvati = new Salvati(['a']);
    const coda = new CodaPresenze({ get: () => null, set: () => undefined, remove: () => undefined }, 'coda');
    coda.tocca('a', 'titolare', null, AT);
    expect([coda.durevole, coda.daInviare]).toEqual([false, 1]);
    const voci = coda.parti(salvati.posti());
    coda.arrivate(voci, salvati.ricevi(voci));
    expect([salvati.stato('a'), coda.daInviare]).toEqual(['titolare', 0]);
  });

  it('two tabs share one queue', () => {
    const { browser, tocca, coda } = scena();
    const altra = new CodaPresenze(browser, 'coda');
    tocca('a', 'titolare');
    altra.tocca('b', 'assente', null, AT);
    expect([coda().daInviare, altra.daInviare]).toEqual([2, 2]);
  });

  it.each(['{ rotto', '{}', '[]', '"x"', '{"voci":[{"postoId":1}],"conflitti":[{"postoId":"a","mia":"forse"}]}'])(
    'starts empty over «%s»',
    testo => {
      const browser = deposito();
      browser.set('coda', testo);
      const coda = new CodaPresenze(browser, 'coda');
      expect([coda.daInviare, coda.conflitti]).toEqual([0, []]);
    },
  );

  it('whatever the network, the reloads and the others do: nothing lost, nothing overwritten unread', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const stato = fc.constantFrom(...STATI_PRESENZA);
    const passo = fc.oneof(
      fc.record({ che: fc.constant('tocca' as const), id, stato }),
      fc.record({ che: fc.constant('altri' as const), id, stato }),
      fc.record({
        che: fc.constant('manda' as const),
        esito: fc.constantFrom('bene' as const, 'senza_risposta' as const, 'mai_arrivate' as const),
      }),
      fc.record({ che: fc.constant('ricarica' as const) }),
      fc.record({ che: fc.constant('decidi' as const), id, scelta: fc.constantFrom('mia' as const, 'salvata' as const) }),
    );
    fc.assert(
      fc.property(fc.array(passo, { maxLength: 40 }), passi => {
        const { coda, tocca, manda, ricarica, salvati } = scena(['a', 'b', 'c']);
        const voluto = new Map<string, StatoPresenza>();
        for (const p of passi) {
          if (p.che === 'tocca') {
            tocca(p.id, p.stato);
            voluto.set(p.id, p.stato);
          }
          if (p.che === 'altri') salvati.scrivi(p.id, p.stato, 'altri');
          if (p.che === 'manda') manda(p.esito);
          if (p.che === 'ricarica') ricarica();
          if (p.che === 'decidi' && coda().conflitti.some(c => c.postoId === p.id)) {
            coda().decidi(p.id, p.scelta, AT);
            if (p.scelta === 'salvata') voluto.delete(p.id);
          }
        }
        for (let i = 0; i < 4; i += 1) manda('bene');
        expect(coda().daInviare).toBe(0);
        coda().aggiorna(salvati.posti());
        for (const posto of salvati.posti()) {
          const mia = voluto.get(posto.id);
          const inConflitto = coda().conflitti.find(c => c.postoId === posto.id);
          // What I wanted is saved; or others wrote last, and that stays: if they wrote before my tap arrived, I am asked.
          if (inConflitto) expect([inConflitto.mia, inConflitto.salvata, posto.da]).toEqual([mia, posto.stato, 'altri']);
          else if (mia !== undefined && posto.da !== 'altri') expect(posto.stato).toBe(mia);
        }
        if (!passi.some(p => p.che === 'altri')) expect(coda().conflitti).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
