import type { ParoleAmbito } from '../ambiti/ambito.words.js';
import { conParole } from '../ambiti/ambito.words.js';
import type { AttoAtteso, DirezioneAtto, TipoAtto } from './atto.schema.js';
import type { Organo } from './organi.js';

interface FaseModello {
  readonly chiave: ChiaveFase;
  readonly titolo: string;
  readonly organo: Organo;
  /** What citizens read. May name the bodies: see `conParole`. */
  readonly descrizione: string;
  readonly attesi: readonly AttoAtteso[];
}

/** Names by which other features find a phase of a template, whatever it is called there. */
export const CHIAVI_FASE = [
  'indirizzo',
  'organo_tecnico',
  'avviso',
  'tavoli',
  'bozza',
  'sindacati',
  'approvazione',
  'intesa',
  'accordo',
  'presentazione',
  'monitoraggio',
] as const;
export type ChiaveFase = (typeof CHIAVI_FASE)[number];

export const MODELLI_ITER = ['pavia', 'vuoto'] as const;
export type ModelloIter = (typeof MODELLI_ITER)[number];

export const ETICHETTE_MODELLO: Readonly<Record<ModelloIter, string>> = {
  pavia: 'Le 11 fasi consuete, dall’atto di indirizzo al monitoraggio',
  vuoto: 'Nessuna fase: le aggiungo io',
};

const entra = (tipo: TipoAtto, titolo: string): AttoAtteso => atteso('ingresso', tipo, titolo);
const esce = (tipo: TipoAtto, titolo: string): AttoAtteso => atteso('uscita', tipo, titolo);
function atteso(direzione: DirezioneAtto, tipo: TipoAtto, titolo: string): AttoAtteso {
  return { direzione, tipo, titolo };
}

/** Pavia's iter of 2006-2008 with the usual additions (domain.md, "Iter template"). Every ambito changes it as it likes. */
const PAVIA: readonly FaseModello[] = [
  {
    chiave: 'indirizzo',
    titolo: 'Atto di indirizzo',
    organo: 'sindaci',
    descrizione: '[Il politico] indica le priorità del nuovo Piano e dà il mandato ai tavoli.',
    attesi: [esce('atto_indirizzo', 'Atto di indirizzo')],
  },
  {
    chiave: 'organo_tecnico',
    titolo: 'Costituzione dell’organo tecnico',
    organo: 'comuni',
    descrizione: 'I comuni costituiscono [il tecnico] e nominano chi coordina e segue i tavoli.',
    attesi: [entra('atto_indirizzo', 'Atto di indirizzo'), esce('determina', 'Determina di costituzione')],
  },
  {
    chiave: 'avviso',
    titolo: 'Avviso e designazioni',
    organo: 'coordinatore',
    descrizione: 'Un avviso pubblico invita gli enti a indicare i propri rappresentanti ai tavoli.',
    attesi: [esce('avviso', 'Avviso pubblico'), esce('elenco', 'Elenco dei rappresentanti')],
  },
  {
    chiave: 'tavoli',
    titolo: 'Tavoli e focus group',
    organo: 'referenti',
    descrizione: 'I tavoli si incontrano, leggono i bisogni e preparano i loro elaborati.',
    attesi: [
      entra('elenco', 'Elenco dei rappresentanti'),
      esce('verbale', 'Verbali dei tavoli'),
      esce('elaborato', 'Elaborati dei tavoli'),
    ],
  },
  {
    chiave: 'bozza',
    titolo: 'Bozza del Piano',
    organo: 'tecnico',
    descrizione: '[Il tecnico] mette insieme gli elaborati e scrive la bozza del Piano.',
    attesi: [entra('elaborato', 'Elaborati dei tavoli'), esce('bozza', 'Bozza del Piano')],
  },
  {
    chiave: 'sindacati',
    titolo: 'Confronto con i sindacati',
    organo: 'sindacati',
    descrizione: 'Le organizzazioni sindacali, anche dei pensionati, leggono la bozza e presentano le loro osservazioni.',
    attesi: [entra('bozza', 'Bozza del Piano'), esce('verbale', 'Verbale del confronto')],
  },
  {
    chiave: 'approvazione',
    titolo: 'Approvazione del Piano',
    organo: 'sindaci',
    descrizione: '[Il politico] approva il Piano, e i sindaci lo sottoscrivono.',
    attesi: [entra('bozza', 'Bozza del Piano'), esce('delibera', 'Delibera di approvazione'), esce('piano', '[Piano]')],
  },
  {
    chiave: 'intesa',
    titolo: 'Intesa con l’azienda sanitaria',
    organo: 'asl',
    descrizione: '[Il aziendaSanitaria] esprime l’intesa sulle parti che riguardano la salute.',
    attesi: [entra('piano', '[Piano]'), esce('intesa', 'Atto di intesa')],
  },
  {
    chiave: 'accordo',
    titolo: 'Accordo di programma',
    organo: 'istituzioni',
    descrizione: 'Le istituzioni firmano l’accordo: chi fa che cosa, quando, con quali costi. Gli enti aderiscono con le loro risorse.',
    attesi: [entra('piano', '[Piano]'), esce('accordo', 'Accordo di programma')],
  },
  {
    chiave: 'presentazione',
    titolo: 'Presentazione e pubblicazione',
    organo: 'capofila',
    descrizione: 'Il Piano con i suoi allegati si manda alla Regione e si pubblica.',
    attesi: [entra('accordo', 'Accordo di programma'), esce('trasmissione', 'Nota di trasmissione alla Regione')],
  },
  {
    chiave: 'monitoraggio',
    titolo: 'Monitoraggio',
    organo: 'coordinatore',
    descrizione: 'Si guarda che cosa è stato fatto, con gli indicatori, e si segnalano le difficoltà.',
    attesi: [esce('relazione', '[Relazione]')],
  },
];

/** The phases a new iter starts with, in order, in the ambito's own words. */
export function fasiDelModello(modello: ModelloIter, parole: ParoleAmbito): readonly FaseModello[] {
  return (modello === 'pavia' ? PAVIA : []).map(fase => ({
    ...fase,
    descrizione: conParole(fase.descrizione, parole),
    attesi: fase.attesi.map(a => ({ ...a, titolo: conParole(a.titolo, parole) })),
  }));
}
