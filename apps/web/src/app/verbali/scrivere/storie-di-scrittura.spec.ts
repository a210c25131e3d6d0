import { type SezioneView, testoDi } from '@tavoli/shared';
import { SezioneSalvata, tutto } from '../../../testing/sezione-salvata';
import { testo } from '../../../testing/verbali';
import type { Autosalvataggio } from '../../scrittura/autosalvataggio';
import { componi, SCELTE_INIZIALI, type Stesura, stesuraDi, unisciStesure } from './stesura';

/** Same seed, same numbers. */
function caso(seed: number) {
  let state = seed >>> 0;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const righe = (s: Stesura) =>
  testoDi(s.documento)
    .split('\n')
    .filter(riga => riga !== '');
const conRiga = (s: Stesura, parola: string, dove: number): Stesura => {
  const tutte = righe(s);
  tutte.splice(dove, 0, parola);
  return { ...s, documento: testo(...tutte) };
};

/** Everything that is somewhere: saved at any time, on the page, or kept in the browser. */
function ritrovabile(api: SezioneSalvata, auto: Autosalvataggio<Stesura, SezioneView>): Set<string> {
  const { bozza } = api;
  const stesure = [
    ...api.storia.map(v => v.stesura),
    auto.stesura(),
    ...auto.scartate(),
    auto.conflitto()?.mia,
    bozza?.stesura,
    ...(bozza?.scartate ?? []),
  ];
  return new Set(stesure.flatMap(s => (s ? righe(s) : [])));
}

/** What I saved over, of what was there: with nothing of it that was not shown to me. */
function tolteAllaCieca({ storia }: SezioneSalvata, viste: ReadonlySet<string>): string[] {
  return storia.flatMap(({ da, stesura }, i) => {
    const prima = storia[i - 1];
    if (da !== 'me' || !prima) return [];
    const dopo = new Set(righe(stesura));
    return righe(prima.stesura).filter(riga => !dopo.has(riga) && !viste.has(riga));
  });
}

/** A history: typing, savings by others, lost network, lost answers, closed browsers, choices. */
async function storia(seed: number) {
  const random = caso(seed);
  const api = new SezioneSalvata();
  let auto = api.apri();
  const mie: string[] = [];
  const viste = new Set<string>();
  const persi: string[] = [];
  let conflitti = 0;
  const decidi = async () => {
    const c = auto.conflitto();
    if (!c) return;
    conflitti += 1;
    righe(c.loro).forEach(riga => viste.add(riga));
    const scelte = [componi(unisciStesure(c.base, c.mia, stesuraDi(c.loro)), SCELTE_INIZIALI), c.mia, stesuraDi(c.loro)];
    auto.decidi(scelte[random(3)] ?? c.mia);
    await tutto();
  };
  const passi: (() => void | Promise<void>)[] = [
    () => {
      if (auto.conflitto()) return;
      mie.push(`mia${mie.length}`);
      auto.scrivi(conRiga(auto.stesura(), mie.at(-1) ?? '', random(righe(auto.stesura()).length + 1)));
    },
    () => api.passaIlTempo(),
    () => api.salvaUnAltro(conRiga(stesuraDi(api.ora), `sua${api.storia.length}`, random(righe(api.ora).length + 1)).documento),
    () => void (api.rete = (['va', 'va', 'manca', 'perde_la_risposta'] as const)[random(4)] ?? 'va'),
    () => auto.arriva(api.ora),
    () => {
      auto.chiudi();
      auto = api.apri();
    },
    decidi,
  ];
  for (let i = 0; i < 30; i += 1) {
    await passi[random(passi.length)]?.();
    const there = ritrovabile(api, auto);
    persi.push(...mie.filter(parola => !there.has(parola)));
  }
  return { seed, conflitti, persi, alla_cieca: tolteAllaCieca(api, viste) };
}

describe('500 histories of writing', () => {
  it('F-8: what somebody else saved is never written over unseen, and nothing that I typed is lost', async () => {
    let conflitti = 0;
    for (let seed = 1; seed <= 500; seed += 1) {
      const { conflitti: quanti, ...esito } = await storia(seed);
      conflitti += quanti;
      expect(esito).toEqual({ seed, persi: [], alla_cieca: [] });
    }
    expect(conflitti).toBeGreaterThan(200);
  });
});
