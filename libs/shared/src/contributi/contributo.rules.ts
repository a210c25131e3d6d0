import { avvisiPrivacy, type AvvisoPrivacy } from '../verbali/documento/avvisi-privacy.js';
import type { Omissis } from './contributo.schema.js';
import type { AperturaContributi } from './regole-contributi.schema.js';

/** Stands in the place of what is left out. */
export const SEGNO_OMISSIS = '[omissis]';

export type Ricezione = 'aperta' | 'non_ancora' | 'finita' | 'chiusa';

/** Whether the tavolo takes contributi at `now`: the opening instant is inside, the closing one outside. */
export function ricezione(apertura: AperturaContributi, now: Date): Ricezione {
  if (apertura.tipo === 'sempre') return 'aperta';
  if (apertura.tipo === 'chiusi') return 'chiusa';
  if (now < new Date(apertura.dal)) return 'non_ancora';
  return now < new Date(apertura.al) ? 'aperta' : 'finita';
}

type Tratto = Pick<Omissis, 'dal' | 'al'>;

/**
 * The text without the pieces left out; pieces that touch or overlap are one. Pieces beyond the end are cut to it, and a piece that would cut a
 * character in two takes it whole, so that nothing of it is left over.
 */
export function conOmissis(text: string, tratti: readonly Tratto[]): string {
  let out = '';
  let at = 0;
  for (const { dal, al } of uniti(text, tratti)) {
    out += text.slice(at, dal) + SEGNO_OMISSIS;
    at = al;
  }
  return out + text.slice(at);
}

function uniti(text: string, tratti: readonly Tratto[]): Tratto[] {
  const half = (at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
  const whole = tratti
    .filter(t => t.dal < t.al)
    .map(t => ({ dal: half(t.dal) ? t.dal - 1 : t.dal, al: Math.min(half(t.al) ? t.al + 1 : t.al, text.length) }))
    .filter(t => t.dal < text.length)
    .sort((a, b) => a.dal - b.dal);
  const out: { dal: number; al: number }[] = [];
  for (const t of whole) {
    const last = out.at(-1);
    if (last && t.dal <= last.al) last.al = Math.max(last.al, t.al);
    else out.push({ ...t });
  }
  return out;
}

/** The texts of a contributo, as its author wrote them or as the public reads them. */
export interface TestiContributo {
  readonly titolo: string;
  readonly testo: string;
  readonly risposte: readonly { readonly domanda: string; readonly testo: string }[];
}

/** The public twin of the texts. Answers are left out piece by piece as the text is; questions never. */
export function testiPubblici(testi: TestiContributo, omissis: readonly Omissis[]): TestiContributo {
  const di = (campo: Omissis['campo'], indice = 0) => omissis.filter(o => o.campo === campo && o.indice === indice);
  return {
    titolo: conOmissis(testi.titolo, di('titolo')),
    testo: conOmissis(testi.testo, di('testo')),
    risposte: testi.risposte.map((r, i) => ({ ...r, testo: conOmissis(r.testo, di('risposta', i)) })),
  };
}

/** Where in a contributo something looks private: the field, and the place within it. */
export interface AvvisoContributo extends AvvisoPrivacy {
  readonly campo: Omissis['campo'];
  readonly indiceRisposta: number;
}

/** What looks like somebody's private data. It warns whoever writes and whoever moderates, and blocks nobody. */
export function avvisiContributo(
  testi: Pick<TestiContributo, 'titolo' | 'testo'> & { readonly risposte: readonly { readonly testo: string }[] },
): AvvisoContributo[] {
  const at = (campo: Omissis['campo'], text: string, indiceRisposta = 0) => avvisiPrivacy(text).map(a => ({ ...a, campo, indiceRisposta }));
  return [...at('titolo', testi.titolo), ...at('testo', testi.testo), ...testi.risposte.flatMap((r, i) => at('risposta', r.testo, i))];
}
