import { modificheDiParole } from './diff-parole.js';
import { Documento } from './documento.schema.js';
import type { Segno, Testo } from './documento.tipi.js';
import { blocchiDiTesto, compatta, conTesti, fetta, puliziaTesto, segnoDi, testo, testoDeiTesti } from './nodi.js';

/** A page shows a space that does not break as any space, and so it is copied: both are found. Positions stay the same. */
const conSpaziSemplici = (t: string) => t.replace(/\s/g, ' ');

/** Where the passage begins, in every block where it does: also where two occurrences overlap. */
function posizioni(testoBlocco: string, passaggio: string): number[] {
  const trovate: number[] = [];
  for (let i = testoBlocco.indexOf(passaggio); i >= 0; i = testoBlocco.indexOf(passaggio, i + 1)) trovate.push(i);
  return trovate;
}

/**
 * Marks of new words: those of the words they replace; of words put in between, those on both sides. Near an omitted passage they
 * are omitted too: a correction must not publish what somebody left out.
 */
function segniNuovi(tolti: readonly Testo[], prima: Testo | undefined, dopo: Testo | undefined): Segno[] {
  const vicini = [prima, dopo].filter(t => t !== undefined);
  const comuni = vicini[0]?.marks?.filter(s => vicini.every(t => t.marks?.some(x => JSON.stringify(x) === JSON.stringify(s)))) ?? [];
  const segni = (tolti[0] ? (tolti[0].marks ?? []) : comuni).filter(s => s.type !== 'omissis');
  const omissis = (tolti.length > 0 ? tolti : vicini).map(t => segnoDi(t, 'omissis')).find(s => s !== undefined);
  return omissis ? [...segni, omissis] : segni;
}

function correggiTesti(testi: readonly Testo[], da: number, passaggio: string, nuovo: string): Testo[] {
  const lunghezza = testoDeiTesti(testi).length;
  const fatti = fetta(testi, 0, da);
  let i = da;
  for (const m of modificheDiParole(passaggio, nuovo)) {
    const fine = i + m.tolto.length;
    if (m.aggiunto !== '')
      fatti.push(testo(m.aggiunto, segniNuovi(fetta(testi, i, fine), fetta(testi, i - 1, i)[0], fetta(testi, fine, fine + 1)[0])));
    fatti.push(...fetta(testi, fine, fine + m.poi.length));
    i = fine + m.poi.length;
  }
  return compatta([...fatti, ...fetta(testi, i, lunghezza)]);
}

/**
 * The document with the only occurrence of a passage put right; null where the passage is not found, is found more than once, runs
 * over several paragraphs, or where the result would not be a document.
 */
export function correggi(doc: Documento, passaggio: string, nuovo: string): Documento | null {
  const cercato = conSpaziSemplici(puliziaTesto(passaggio));
  if (cercato === '') return null;
  let quante = 0;
  for (const blocco of blocchiDiTesto(doc)) quante += posizioni(conSpaziSemplici(testoDeiTesti(blocco.content)), cercato).length;
  if (quante !== 1) return null;
  const corretto = conTesti(doc, testi => {
    const intero = testoDeiTesti(testi);
    const da = conSpaziSemplici(intero).indexOf(cercato);
    return da < 0 ? [...testi] : correggiTesti(testi, da, intero.slice(da, da + cercato.length), puliziaTesto(nuovo));
  });
  const esito = Documento.safeParse(corretto);
  return esito.success ? esito.data : null;
}
