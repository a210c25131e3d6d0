import type { ElencoAmbito } from '../ambiti/voci.js';
import type { Contenuto, ContenutoSezione, TipoContenuto } from '../elaborati/blocchi.schema.js';
import type { CampoScritto } from '../elaborati/campi.schema.js';
import type { FotoElaborato } from '../elaborati/foto.views.js';
import { conDocumento, forseCon, testoCon, type Forbici } from './forbici.js';

/** What an accepted elaborato says, with the name of its tavolo as it was printed. Names of comuni are not of people. */
export const conElaborato = (f: Forbici, e: FotoElaborato): FotoElaborato => ({
  ...e,
  titolo: testoCon(f, 'titolo', 'Titolo', e.titolo),
  tavolo: { ...e.tavolo, nome: testoCon(f, 'tavolo', 'Nel documento: il nome del tavolo', e.tavolo.nome) },
  sezioni: e.sezioni.map((s, i) => ({
    ...s,
    titolo: testoCon(f, `sezione.${i}.titolo`, 'Titolo di una parte', s.titolo),
    contenuto: conContenuto(f, `sezione.${i}`, s.titolo, s.contenuto),
  })),
  file: e.file && { ...e.file, nome: testoCon(f, 'file', 'Nome del file', e.file.nome) },
  obiettivo: e.obiettivo && { ...e.obiettivo, titolo: forseCon(f, 'obiettivo', 'Obiettivo', e.obiettivo.titolo) },
  ...(e.voci !== undefined && { voci: conVoci(f, e.voci) }),
  fonti: e.fonti.map((x, i) => ({ ...x, titolo: testoCon(f, `fonte.${i}`, 'Da che cosa nasce', x.titolo) })),
  approvazione: conApprovazione(f, e.approvazione),
});

/** What the lists of the ambito were called. */
const conVoci = (f: Forbici, voci: NonNullable<FotoElaborato['voci']>): FotoElaborato['voci'] => {
  const di = (elenco: ElencoAmbito, dove: string) =>
    voci[elenco].map((v, i) => ({ ...v, titolo: testoCon(f, `voce.${elenco}.${i}`, dove, v.titolo) }));
  return {
    fondi: di('fondi', 'Nome di un fondo'),
    leps: di('leps', 'Nome di un LEPS'),
    obiettivi: di('obiettivi', 'Obiettivo della Regione'),
  };
};

/** Those of elaborati that were accepted long ago lack what was not asked for then, and go on lacking it. */
function conApprovazione(f: Forbici, a: FotoElaborato['approvazione']): FotoElaborato['approvazione'] {
  const dove = 'Perché è stato approvato prima';
  return {
    ...a,
    titolo: testoCon(f, 'approvazione.titolo', 'Dove è stato approvato', a.titolo),
    ...(a.testo !== undefined && { testo: testoCon(f, 'approvazione.testo', 'La decisione che lo approva', a.testo) }),
    ...(a.anticipo !== undefined && {
      anticipo: { ...a.anticipo, motivo: testoCon(f, 'approvazione.anticipo', dove, a.anticipo.motivo) },
    }),
  };
}

/** The words of one part: a text of it by its field, one that may be missing, and the rich text that it is. */
interface Parole {
  readonly testo: (campo: string, testo: string) => string;
  readonly forse: (campo: string, testo: string | null) => string | null;
  readonly documento: (documento: Contenuto<'testo'>['documento']) => Contenuto<'testo'>['documento'];
}

/** Codes, dates and amounts say nothing of anybody. */
const intatto = <C>(c: C): C => c;

/** What is said by a part of each kind. */
const VISITE: { readonly [T in TipoContenuto]: (c: Contenuto<T>, p: Parole) => Contenuto<T> } = {
  testo: (c, p) => ({ ...c, documento: p.documento(c.documento) }),
  elenco: (c, p) => ({ ...c, voci: c.voci.map((v, i) => p.testo(`${i}`, v)) }),
  priorita: (c, p) => ({
    ...c,
    voci: c.voci.map((v, i) => ({ titolo: p.testo(`${i}.titolo`, v.titolo), motivo: p.testo(`${i}.motivo`, v.motivo) })),
  }),
  dati: (c, p) => ({
    ...c,
    righe: c.righe.map((r, i) => ({
      dato: p.testo(`${i}.dato`, r.dato),
      valore: p.testo(`${i}.valore`, r.valore),
      periodo: p.forse(`${i}.periodo`, r.periodo),
      fonte: p.testo(`${i}.fonte`, r.fonte),
    })),
  }),
  destinatari: (c, p) => ({ ...c, righe: c.righe.map((r, i) => ({ ...r, gruppo: p.testo(`${i}.gruppo`, r.gruppo) })) }),
  azioni: (c, p) => ({
    ...c,
    righe: c.righe.map((r, i) => ({ azione: p.testo(`${i}.azione`, r.azione), chi: p.forse(`${i}.chi`, r.chi) })),
  }),
  risorse: (c, p) => ({
    ...c,
    righe: c.righe.map((r, i) => ({
      ...r,
      descrizione: p.forse(`${i}.descrizione`, r.descrizione),
      // Rows that were fixed before it was asked for go on having none.
      ...((r.soggetto ?? null) !== null && { soggetto: p.forse(`${i}.soggetto`, r.soggetto) }),
    })),
  }),
  indicatori: (c, p) => ({
    ...c,
    righe: c.righe.map((r, i) => ({
      ...r,
      nome: p.testo(`${i}.nome`, r.nome),
      unita: p.testo(`${i}.unita`, r.unita),
      fonte: p.forse(`${i}.fonte`, r.fonte),
    })),
  }),
  campi: (c, p) => ({ ...c, righe: c.righe.map((r, i) => conCampo(r, `${i}`, p)) }),
  collegamento: intatto,
  comuni: intatto,
  tempi: intatto,
  leps: intatto,
  obiettivi_regionali: intatto,
};

/** What is asked and what is answered. A chosen answer is one of those to choose from: it is left out where they are, so that it goes on being one of them. */
function conCampo(r: CampoScritto, qui: string, p: Parole): CampoScritto {
  const domanda = { etichetta: p.testo(`${qui}.etichetta`, r.etichetta), aiuto: p.forse(`${qui}.aiuto`, r.aiuto) };
  if (r.forma === 'testo') return { ...r, ...domanda, valore: p.forse(`${qui}.valore`, r.valore) };
  if (r.forma !== 'scelta') return { ...r, ...domanda };
  const opzioni = r.opzioni.map((o, j) => p.testo(`${qui}.opzioni.${j}`, o));
  const scelta = r.valore === null ? -1 : r.opzioni.indexOf(r.valore);
  return { ...r, ...domanda, opzioni, valore: opzioni[scelta] ?? r.valore };
}

/** A part of an elaborato, whatever it holds. */
export function conContenuto(f: Forbici, chiave: string, dove: string, c: ContenutoSezione): ContenutoSezione {
  const visita = VISITE[c.tipo] as (c: ContenutoSezione, p: Parole) => ContenutoSezione;
  return visita(c, {
    testo: (campo, testo) => testoCon(f, `${chiave}.${campo}`, dove, testo),
    forse: (campo, testo) => forseCon(f, `${chiave}.${campo}`, dove, testo),
    documento: documento => conDocumento(f, chiave, dove, documento),
  });
}
