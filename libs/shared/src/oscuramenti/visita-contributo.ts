import { SEGNO_OMISSIS, testiPubblici, type TestiContributo } from '../contributi/contributo.rules.js';
import type { Omissis } from '../contributi/contributo.schema.js';
import { OSCURATO, type Taglio } from '../verbali/documento/index.js';
import { forseCon, testoCon, type Forbici } from './forbici.js';
import { oscuraTesto, unisciTagli, type Brano } from './oscura.rules.js';

/** What everyone reads of a contributo: its texts, where it comes from, what was left out and why, and the answer it had. */
export interface TestiPubblicatiContributo {
  readonly testi: TestiContributo;
  readonly zona: string | null;
  readonly provenienza: string | null;
  readonly motivoOmissis: string | null;
  readonly motivazione: string | null;
  /** Steps of its timeline that say why. */
  readonly passi: readonly { readonly id: string; readonly motivazione: string }[];
}

export const conContributo = (f: Forbici, c: TestiPubblicatiContributo): TestiPubblicatiContributo => ({
  testi: {
    titolo: testoCon(f, 'titolo', 'Titolo', c.testi.titolo),
    testo: testoCon(f, 'testo', 'Testo', c.testi.testo),
    risposte: c.testi.risposte.map((r, i) => ({
      domanda: testoCon(f, `domanda.${i}`, 'La domanda del tavolo', r.domanda),
      testo: testoCon(f, `risposta.${i}`, r.domanda, r.testo),
    })),
  },
  zona: forseCon(f, 'zona', 'Zona', c.zona),
  provenienza: forseCon(f, 'provenienza', 'A nome di', c.provenienza),
  motivoOmissis: forseCon(f, 'motivoOmissis', 'Perché alcune parti non sono pubblicate', c.motivoOmissis),
  motivazione: forseCon(f, 'motivazione', 'La risposta del tavolo', c.motivazione),
  passi: c.passi.map((p, i) => ({ ...p, motivazione: testoCon(f, `passo.${i}`, 'La sua strada', p.motivazione) })),
});

/** A field of what its author wrote. */
type Campo = Pick<Omissis, 'campo' | 'indice'>;

/**
 * The words of the author and what of them is left out, once the public twin is blacked out: a passage of the twin is found in the original, pieces left out
 * stay left out. `testiPubblici` of what comes back is the twin blacked out.
 */
export function oscuraOriginale(
  testi: TestiContributo,
  omissis: readonly Omissis[],
  f: Forbici,
): { testi: TestiContributo; omissis: Omissis[] } {
  const nuovi: Omissis[] = [];
  const pubblici = testiPubblici(testi, omissis);
  const campo = ({ campo, indice }: Campo, originale: string, brano: Brano): string => {
    const suoi = omissis.filter(o => o.campo === campo && o.indice === indice);
    const oscurato = oscuraCampo(originale, suoi, brano, f);
    nuovi.push(...oscurato.tolti.map(o => ({ campo, indice, ...o })));
    return oscurato.testo;
  };
  const fatti = {
    titolo: campo({ campo: 'titolo', indice: 0 }, testi.titolo, { chiave: 'titolo', dove: 'Titolo', testo: pubblici.titolo }),
    testo: campo({ campo: 'testo', indice: 0 }, testi.testo, { chiave: 'testo', dove: 'Testo', testo: pubblici.testo }),
    risposte: testi.risposte.map((r, indice) => {
      const brano = { chiave: `risposta.${indice}`, dove: r.domanda, testo: pubblici.risposte[indice]?.testo ?? '' };
      const domanda = testoCon(f, `domanda.${indice}`, 'La domanda del tavolo', r.domanda);
      return { domanda, testo: campo({ campo: 'risposta', indice }, r.testo, brano) };
    }),
  };
  return { testi: fatti, omissis: nuovi };
}

/** One field blacked out, with what was left out of it where it stands now. */
function oscuraCampo(originale: string, omissis: readonly Omissis[], brano: Brano, f: Forbici): { testo: string; tolti: Taglio[] } {
  const tolti = unisciTagli(originale, omissis);
  const nuovi = unisciTagli(brano.testo, f(brano)).flatMap(t => nellOriginale(originale, tolti, t));
  const tagli = unisciTagli(originale, nuovi);
  return { testo: oscuraTesto(originale, tagli), tolti: tolti.map(o => spostato(o, tagli)) };
}

/** Where in the original a piece of the twin stands; the sign of what is left out stands for no place. */
function nellOriginale(originale: string, tolti: readonly Taglio[], t: Taglio): Taglio[] {
  const trovati: Taglio[] = [];
  let da = 0;
  let scarto = 0;
  for (const o of [...tolti, { dal: originale.length, al: originale.length }]) {
    const [dal, al] = [Math.max(t.dal + scarto, da), Math.min(t.al + scarto, o.dal)];
    if (dal < al) trovati.push({ dal, al });
    scarto += o.al - o.dal - SEGNO_OMISSIS.length;
    da = o.al;
  }
  return trovati;
}

function spostato(o: Taglio, tagli: readonly Taglio[]): Taglio {
  const scarto = tagli.filter(t => t.al <= o.dal).reduce((n, t) => n + OSCURATO.length - (t.al - t.dal), 0);
  return { dal: o.dal + scarto, al: o.al + scarto };
}
