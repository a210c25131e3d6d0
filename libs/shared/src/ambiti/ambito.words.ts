import { articoloPlurale, conArticolo, maiuscola, secondoGenere, type Genere, type Parola, type Preposizione } from '../kernel/italiano.js';

/**
 * What an ambito calls by words of its own: Italy has one for each Region, and each ambito may choose others (`preset-regioni.ts`, dopo-i-tavoli §3).
 * Pages, mails and documents name the key, never the word: `[del piano]`.
 */
export const CHIAVI_PAROLE = [
  'piano',
  'programmaAnnuale',
  'ambito',
  'organoPolitico',
  'organoTecnico',
  'capofila',
  'tavolo',
  'coordinatore',
  'aziendaSanitaria',
  'distretto',
  'sportello',
  'relazione',
] as const;
export type ChiaveParola = (typeof CHIAVI_PAROLE)[number];

/** The words of an ambito, and its name in full: `l’Ambito distrettuale dell’Alto Pavese`. */
export type ParoleAmbito = Readonly<Record<ChiaveParola | 'nomeEsteso', Parola>>;

/** A word as an ambito keeps it: one that came with a preset and was not read in a source waits for the office, and nothing public says it meanwhile. */
export interface ParolaScelta extends Parola {
  readonly daConfermare?: boolean | undefined;
}
export type ParoleScelte = Readonly<Partial<Record<ChiaveParola | 'nomeEsteso', ParolaScelta>>>;

const m = (testo: string, plurale: string): Parola => ({ testo, plurale, articolo: 'il', genere: 'm' });
const ml = (testo: string, plurale: string): Parola => ({ testo, plurale, articolo: 'l’', genere: 'm' });
const lo = (testo: string, plurale: string): Parola => ({ testo, plurale, articolo: 'lo', genere: 'm' });
const f = (testo: string, plurale: string): Parola => ({ testo, plurale, articolo: 'la', genere: 'f' });
const fl = (testo: string, plurale: string): Parola => ({ testo, plurale, articolo: 'l’', genere: 'f' });

/** Usual words, where an ambito has chosen none and on pages that belong to no ambito. */
export const PAROLE: ParoleAmbito = {
  piano: m('Piano di Zona', 'Piani di Zona'),
  programmaAnnuale: m('programma annuale', 'programmi annuali'),
  ambito: ml('ambito territoriale sociale', 'ambiti territoriali sociali'),
  organoPolitico: f('Conferenza dei Sindaci', 'Conferenze dei Sindaci'),
  organoTecnico: ml('ufficio di piano', 'uffici di piano'),
  capofila: m('comune capofila', 'comuni capofila'),
  tavolo: m('tavolo tematico', 'tavoli tematici'),
  coordinatore: m('coordinatore', 'coordinatori'),
  aziendaSanitaria: fl('azienda sanitaria', 'aziende sanitarie'),
  distretto: m('distretto sanitario', 'distretti sanitari'),
  sportello: lo('sportello sociale', 'sportelli sociali'),
  relazione: f('relazione annuale', 'relazioni annuali'),
  nomeEsteso: ml('Ambito Territoriale Sociale', 'Ambiti Territoriali Sociali'),
};

/** Words that are true everywhere: what is said while the office has not confirmed those of a preset. */
export const PAROLE_NEUTRE: ParoleAmbito = {
  ...PAROLE,
  piano: m('Piano', 'Piani'),
  ambito: ml('ambito', 'ambiti'),
  organoPolitico: ml('organo politico', 'organi politici'),
  organoTecnico: ml('organo tecnico', 'organi tecnici'),
  capofila: ml('ente capofila', 'enti capofila'),
  tavolo: m('tavolo', 'tavoli'),
};

/** The name in full where an ambito has written none: the usual word, and its place. */
export const nomeConsueto = (nome: string): Parola => ml(`Ambito Territoriale Sociale di ${nome}`, '');

/** The words of an ambito as anybody reads them. */
export function paroleDi({ nome, parole }: { readonly nome: string; readonly parole: ParoleScelte | null }): ParoleAmbito {
  const scelte = Object.entries(parole ?? {}).map(([chiave, scelta]) => {
    const { daConfermare, ...parola } = scelta as ParolaScelta;
    return [chiave, daConfermare ? PAROLE_NEUTRE[chiave as ChiaveParola] : parola] as const;
  });
  return { ...PAROLE, nomeEsteso: nomeConsueto(nome), ...Object.fromEntries(scelte) };
}

const ALTRI_NOMI: Readonly<Record<string, ChiaveParola>> = {
  politico: 'organoPolitico',
  tecnico: 'organoTecnico',
  programma: 'programmaAnnuale',
};
const CHIAVI = [...CHIAVI_PAROLE, 'nomeEsteso', ...Object.keys(ALTRI_NOMI)];
const LEGAMI: Readonly<Record<string, Preposizione | null>> = {
  il: null,
  del: 'di',
  al: 'a',
  dal: 'da',
  nel: 'in',
  sul: 'su',
  'con il': 'con',
  'per il': 'per',
  'tra il': 'tra',
};
const POSTO = `(?:(${Object.keys(LEGAMI).join('|')}) )?(${CHIAVI.join('|')})(\\+)?`;

const inParole = (parole: ParoleAmbito) => (_: string, prima: string | undefined, quale: string, molti: string | undefined) => {
  const minuscola = quale.charAt(0).toLowerCase() + quale.slice(1);
  const parola = parole[ALTRI_NOMI[minuscola] ?? (minuscola as ChiaveParola)];
  const testo = molti === undefined ? parola.testo : parola.plurale;
  const inizio = prima ?? quale;
  const grande = inizio.charAt(0) !== inizio.charAt(0).toLowerCase();
  const articolo = molti === undefined ? parola.articolo : articoloPlurale(parola);
  const detto = prima === undefined ? testo : conArticolo(LEGAMI[prima.toLowerCase()] ?? null, articolo, testo);
  return grande ? maiuscola(detto) : detto;
};

const TRA_QUADRE = new RegExp(`\\[${POSTO}\\]`, 'gi');

/**
 * A text of ours with the words of the ambito in their places: `[piano]` alone, `[il piano]`, `[del …]`, `[al …]`, `[dal …]`, `[nel …]`, `[sul …]`,
 * `[con il …]`, `[per il …]`, `[tra il …]` with the article that the word wants; `+` for the plural (`[del tavolo+]`: `dei tavoli`); a capital where the place
 * has one (`[Il tecnico]`). What is in brackets and is none of these is left as it is.
 */
export const conParole = (testo: string, parole: ParoleAmbito): string => testo.replace(TRA_QUADRE, inParole(parole));

/*
 * Mails are written before it is known in whose name they leave and to whom: `frase` marks the places, and the layout fills them. The signs that mark
 * them are in the private area of Unicode, which no text that comes in keeps (`senzaControlli`): what somebody typed is never taken for a place.
 */
const APRE = '\ue000';
const CHIUDE = '\ue001';
const MARCATO = new RegExp(`${APRE}${POSTO}${CHIUDE}`, 'gi');
const PER_GENERE = /\ue000([^|\ue000\ue001]*)\|([^|\ue000\ue001]*)\|([^\ue000\ue001]*)\ue001/g;
const SCRITTO = /\[([^[\]]+)\]/g;

const marca = (testo: string): string =>
  testo.replace(SCRITTO, (tutto, dentro: string) =>
    dentro.split('|').length === 3 || new RegExp(`^${POSTO}$`, 'i').test(dentro) ? `${APRE}${dentro}${CHIUDE}` : tutto,
  );

/**
 * A sentence of a mail: `[del piano]` as in `conParole`, `[convocato|convocata|tra chi è convocato]` for who reads it: a man, a woman, somebody who has not said.
 * What is put into it (`${…}`) is taken as it is: brackets that somebody typed are theirs.
 */
export function frase(testi: TemplateStringsArray, ...valori: readonly (string | number)[]): string {
  return testi.map((testo, i) => marca(testo) + (i < valori.length ? String(valori[i]) : '')).join('');
}

/** A constant text of the code, for a sentence of a mail. */
export const dellaFrase = (testo: string): string => marca(testo);

/** The sentence as it is read, in the words of the ambito, by whom. */
export const leggi = (detta: string, parole: ParoleAmbito, genere: Genere | null): string =>
  detta
    .replace(MARCATO, inParole(parole))
    .replace(PER_GENERE, (_, uno: string, una: string, chiunque: string) => secondoGenere(genere, uno, una, chiunque));
