import type { Documento, Testo } from './documento.tipi.js';
import { blocchiDiTesto, compatta, conTesti, fetta, segnoDi, testo, testoDeiTesti } from './nodi.js';
import { collegamentiChe } from './omissis.js';

/** What stands in the place of a passage that was blacked out after publication. */
export const OSCURATO = '[oscurato]';

/** From `dal` to before `al`, in UTF-16 units. */
export interface Taglio {
  readonly dal: number;
  readonly al: number;
}

/** The text of each paragraph and heading, in reading order. */
export const testiDeiBlocchi = (doc: Documento): string[] => [...blocchiDiTesto(doc)].map(b => testoDeiTesti(b.content));

/**
 * The document with passages blacked out: `tagli` tells which, of each paragraph and heading, apart and in order. Links that a passage stood on, or whose
 * address spells it, are gone as well.
 */
export function oscuraDocumento(doc: Documento, tagli: (testoBlocco: string, n: number) => readonly Taglio[]): Documento {
  const tolti: Testo[] = [];
  let n = 0;
  const tagliato = conTesti(doc, testi => {
    const di = tagli(testoDeiTesti(testi), n++);
    tolti.push(...di.flatMap(t => fetta(testi, t.dal, t.al)));
    return di.length === 0 ? [...testi] : taglia(testi, di);
  });
  if (tolti.length === 0) return doc;
  const senza = collegamentiChe(tagliato, tolti);
  return conTesti(tagliato, testi =>
    compatta(
      testi.map(t =>
        testo(
          t.text,
          t.marks?.filter(s => s.type !== 'link' || !senza.has(s.attrs.href)),
        ),
      ),
    ),
  );
}

/** An omitted run stays omitted, also where it is blacked out. */
function taglia(testi: readonly Testo[], tagli: readonly Taglio[]): Testo[] {
  const fatti: Testo[] = [];
  let da = 0;
  for (const { dal, al } of tagli) {
    const omissis = fetta(testi, dal, al)
      .map(t => segnoDi(t, 'omissis'))
      .find(s => s !== undefined);
    fatti.push(...fetta(testi, da, dal), testo(OSCURATO, omissis ? [omissis] : []));
    da = al;
  }
  return [...fatti, ...fetta(testi, da, testoDeiTesti(testi).length)];
}
