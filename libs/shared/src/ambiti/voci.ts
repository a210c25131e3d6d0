import { riga } from '../kernel/fields.js';

/** Lists of the ambito with their source: where money comes from, the essential levels (LEPS), what the Region asks for. */
export const ELENCHI_AMBITO = ['fondi', 'leps', 'obiettivi'] as const;
export type ElencoAmbito = (typeof ELENCHI_AMBITO)[number];

/** How a code is written: no text, which could say something of somebody. */
const CODICE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._/-]{0,28}[\p{L}\p{N}])?$/u;
export const codiceVoce = (manca: string) => riga(30, manca).regex(CODICE, 'Usa solo lettere, cifre, spazi, punti e trattini.');

/** A voce as it is named where it is used: its code never changes. */
export interface NomeVoce {
  readonly codice: string;
  readonly titolo: string;
}
/** The names of the lists of an ambito, or those that a document keeps. */
export type NomiVoci = Readonly<Record<ElencoAmbito, readonly NomeVoce[]>>;

/** What every ambito had before its lists were its own: what was accepted then has codes, and these are their names. */
const DI_PRIMA: Readonly<Record<ElencoAmbito, Readonly<Record<string, string>>>> = {
  fondi: {
    fondo_nazionale: 'Fondi nazionali',
    regionale: 'Fondi regionali',
    comunale: 'Risorse dei comuni',
    pnrr: 'PNRR',
    fse: 'Fondo sociale europeo',
    terzo_settore: 'Risorse proprie del Terzo settore',
    altro: 'Altre risorse',
  },
  leps: {
    servizio_sociale: 'Servizio sociale professionale',
    pua: 'Accesso: punto unico di accesso',
    progetto_individuale: 'Valutazione multidimensionale e progetto personalizzato',
    supervisione: 'Supervisione del personale dei servizi sociali',
    dimissioni_protette: 'Dimissioni protette',
    prevenzione_famiglie: 'Prevenzione dell’allontanamento familiare (P.I.P.P.I.)',
    pronto_intervento: 'Pronto intervento sociale',
    residenza: 'Accompagnamento per la residenza anagrafica e il fermo posta',
    anziani_domicilio: 'Assistenza domiciliare agli anziani non autosufficienti',
    sollievo: 'Servizi sociali di sollievo',
    dopo_di_noi: 'Vita indipendente e «Dopo di noi»',
    inclusione: 'Sostegno e percorsi di inclusione contro la povertà',
  },
  obiettivi: {},
};

/** How the ambito calls a voce, or the document that keeps its names; a code that nobody named says itself. */
export const nomeVoce = (nomi: NomiVoci | undefined, elenco: ElencoAmbito, codice: string): string =>
  nomi?.[elenco].find(v => v.codice === codice)?.titolo ?? DI_PRIMA[elenco][codice] ?? codice;

const voci = (di: Readonly<Record<string, string>>) =>
  Object.entries(di).map(([codice, titolo]) => ({ codice, titolo, fonte: null, anno: null, ritirata: false }));

/** What a new ambito starts from, to be changed: no source is cited that nobody read (dopo-i-tavoli §8.2 and §15.2). */
export const VOCI_CONSUETE = {
  fondi: voci({
    fnps: 'Fondo nazionale per le politiche sociali',
    fondo_poverta: 'Fondo per la lotta alla povertà',
    fna: 'Fondo per le non autosufficienze',
    fondo_dopo_di_noi: 'Fondo «Dopo di noi»',
    ...DI_PRIMA.fondi,
    compartecipazione: 'Compartecipazione di chi usa i servizi',
    sanita: 'Quota sanitaria',
  }),
  leps: voci({
    ...DI_PRIMA.leps,
    supporto: 'Servizi di supporto',
    contributi_anziani: 'Contributi per anziani non autosufficienti',
  }),
  obiettivi: voci(DI_PRIMA.obiettivi),
};
