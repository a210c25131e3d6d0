import type { Numerazione, StatoDossier, StatoPiano, TipoAllegato } from '@tavoli/shared';
import type { BadgeTone } from '../ui/stati';

interface Etichetta {
  readonly label: string;
  readonly tone: BadgeTone;
}

export const STATI_PIANO_IN_PAROLE: Readonly<Record<StatoPiano, Etichetta>> = {
  in_preparazione: { label: 'In preparazione', tone: 'warning' },
  chiuso: { label: 'Dossier chiuso', tone: 'primary' },
  pubblicato: { label: 'Pubblicato', tone: 'success' },
};

export const STATI_DOSSIER_IN_PAROLE: Readonly<Record<StatoDossier, Etichetta>> = {
  in_coda: { label: 'In attesa', tone: 'neutral' },
  in_corso: { label: 'In corso', tone: 'warning' },
  pronto: { label: 'Pronto', tone: 'success' },
  fallito: { label: 'Non riuscito', tone: 'danger' },
};

export const TIPI_ALLEGATO_IN_PAROLE: Readonly<Record<TipoAllegato, string>> = {
  elaborato: 'Elaborato accolto',
  verbali: 'Verbali pubblicati',
  elenco_rappresentanti: 'Elenco dei rappresentanti',
  registro_presenze: 'Registro degli incontri e delle presenze',
  contributi: 'Contributi e risposte',
  atto: 'Atto (un PDF da caricare)',
};

/** Below the title of an allegato, which often says the kind already. */
export const COSA_CONTIENE: Readonly<Record<TipoAllegato, string>> = {
  elaborato: 'Elaborato accolto',
  verbali: 'I verbali pubblicati',
  elenco_rappresentanti: 'Chi siede ai tavoli',
  registro_presenze: 'Gli enti presenti a ogni incontro',
  contributi: 'I contributi pubblicati, con le risposte',
  atto: 'Atto caricato',
};

export const NUMERAZIONI_IN_PAROLE: Readonly<Record<Numerazione, string>> = { lettere: 'Lettere: A, B, C…', numeri: 'Numeri: 1, 2, 3…' };
