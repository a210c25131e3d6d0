import type { Documento, Nodo, Testo } from './documento.tipi.js';
import { blocchiDiTesto, collegamentiDi, compatta, conTesti, figli, jsonCanonico, segnoDi, testo } from './nodi.js';

/** What the public reads where a passage is left out. */
export const OMISSIS = '[omissis]';

export interface PassaggioOmissis {
  motivo: string;
  testo: string;
}

/** The passages left out, with their reasons: consecutive runs with the same reason are one passage. */
export function passaggiOmissis(doc: Documento): PassaggioOmissis[] {
  const passaggi: PassaggioOmissis[] = [];
  for (const blocco of blocchiDiTesto(doc)) {
    let motivoPrima: string | undefined;
    for (const t of blocco.content ?? []) {
      const motivo = segnoDi(t, 'omissis')?.attrs.motivo;
      const aperto = passaggi.at(-1);
      if (motivo !== undefined && aperto && motivo === motivoPrima) aperto.testo += t.text;
      else if (motivo !== undefined) passaggi.push({ motivo, testo: t.text });
      motivoPrima = motivo;
    }
  }
  return passaggi;
}

export function contieneOmissis(doc: Documento): boolean {
  return passaggiOmissis(doc).length > 0;
}

/** Letters and digits alone, as they would be read out of an address: `Mario Rossi` is in `/mario-rossi`. */
function nudo(scritto: string): string {
  let letto = scritto;
  try {
    letto = decodeURIComponent(scritto);
  } catch {
    // A per cent sign of its own: read as it is.
  }
  return letto
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a passage must not be betrayed by: itself, and what in it identifies on its own (addresses, numbers). Shorter is chance. */
function daNonDire(passaggio: string): string[] {
  const parole = passaggio.split(/\s+/).filter(p => /[@\d]/.test(p));
  return [passaggio, ...parole].map(nudo).filter(t => t.length >= 4);
}

/** An address that an omitted passage links to, or that spells one, would say in public what the text does not. */
function collegamentiDaTogliere(doc: Documento): Set<string> {
  const omessi = [...blocchiDiTesto(doc)].flatMap(b => b.content ?? []).filter(t => segnoDi(t, 'omissis'));
  return collegamentiChe(
    doc,
    omessi,
    passaggiOmissis(doc).map(p => p.testo),
  );
}

/** The addresses of a document that those runs linked to, or that spell what they (or the passages that they make up) said. */
export function collegamentiChe(
  doc: Documento,
  tolti: readonly Testo[],
  passaggi: readonly string[] = tolti.map(t => t.text),
): Set<string> {
  const daTogliere = new Set(tolti.map(t => segnoDi(t, 'link')?.attrs.href).filter(h => h !== undefined));
  const detti = passaggi.flatMap(daNonDire);
  for (const href of collegamentiDi(doc)) {
    const letto = nudo(href);
    if (detti.some(d => letto.includes(d))) daTogliere.add(href);
  }
  return daTogliere;
}

/** Each omitted run becomes `[omissis]`, once also where only spaces part two of them. */
function testiPubblici(testi: readonly Testo[], senza: ReadonlySet<string>): Testo[] {
  const pubblici: Testo[] = [];
  /** After an omitted passage, until something is said again: how many runs there were up to it. */
  let dopoOmissis: number | null = null;
  for (const t of testi) {
    if (segnoDi(t, 'omissis')) {
      if (dopoOmissis === null) pubblici.push(testo(OMISSIS));
      else pubblici.length = dopoOmissis;
      dopoOmissis = pubblici.length;
    } else {
      const segni = t.marks?.filter(s => s.type !== 'link' || !senza.has(s.attrs.href));
      pubblici.push(testo(t.text, segni));
      if (t.text.trim() !== '') dopoOmissis = null;
    }
  }
  return compatta(pubblici);
}

const SOLO_OMISSIS = jsonCanonico([testo(OMISSIS)]);

/** Nothing is left in it but the sign that something was. */
function soloOmissis(nodo: Nodo): boolean {
  if (nodo.type === 'paragraph' || nodo.type === 'heading') return jsonCanonico(nodo.content ?? []) === SOLO_OMISSIS;
  return (nodo.type === 'listItem' || nodo.type === 'bulletList' || nodo.type === 'orderedList') && figli(nodo).every(soloOmissis);
}

/** Of several neighbours left out whole one stays: how many they were says how long the passage was. Tables keep their shape. */
function senzaRipetizioni<T extends Nodo>(nodo: T): T {
  if (nodo.type === 'text' || nodo.type === 'paragraph' || nodo.type === 'heading' || nodo.type === 'table') return nodo;
  const content: Nodo[] = [];
  for (const figlio of figli(nodo).map(senzaRipetizioni)) {
    const prima = content.at(-1);
    if (!prima || prima.type !== figlio.type || !soloOmissis(prima) || !soloOmissis(figlio)) content.push(figlio);
  }
  return { ...nodo, content };
}

/** The public twin: the same text without the omitted passages, their length, their marks, their reasons and their links. */
export function senzaOmissis(doc: Documento): Documento {
  const senza = collegamentiDaTogliere(doc);
  return senzaRipetizioni(conTesti(doc, testi => testiPubblici(testi, senza)));
}
