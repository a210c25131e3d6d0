import { DOCUMENTO_VUOTO } from '../verbali/documento/index.js';
import type { ContenutoSezione, TipoContenuto } from './blocchi.schema.js';

export const TIPI_ELABORATO = ['analisi_bisogni', 'priorita', 'obiettivo', 'scheda_progetto', 'documento_libero', 'file'] as const;
export type TipoElaborato = (typeof TIPI_ELABORATO)[number];

export const ETICHETTE_TIPO_ELABORATO: Readonly<Record<TipoElaborato, string>> = {
  analisi_bisogni: 'Analisi dei bisogni',
  priorita: 'Priorità',
  obiettivo: 'Obiettivo',
  scheda_progetto: 'Scheda di progetto',
  documento_libero: 'Documento libero',
  file: 'File',
};

/** One part of a kind of elaborato: its name, what to write there, and whether it may be handed in empty. */
export interface ModelloSezione {
  /** Stable name of the part within its kind. */
  readonly chiave: string;
  readonly titolo: string;
  /** One sentence for who writes. */
  readonly aiuto: string;
  readonly tipo: TipoContenuto;
  readonly obbligatoria: boolean;
}

const parte = (chiave: string, titolo: string, tipo: TipoContenuto, obbligatoria: boolean, aiuto: string): ModelloSezione => ({
  chiave,
  titolo,
  tipo,
  obbligatoria,
  aiuto,
});

/** The part of a scheda in which the ambito asks for what it needs beyond the others; there is none where it asks for nothing. */
export const PARTE_CAMPI = parte('campi', 'Altre informazioni', 'campi', false, 'Quello che l’ambito chiede in più di ogni scheda.');

/** The parts of each kind, in order (contents of the Piano: L. 328/2000 art. 19 c. 1). A file stands for itself. */
export const MODELLI: Readonly<Record<TipoElaborato, readonly ModelloSezione[]>> = {
  analisi_bisogni: [
    parte('contesto', 'Contesto', 'testo', true, 'Descrivi il territorio e le persone di cui si parla.'),
    parte('dati', 'Dati', 'dati', true, 'Riporta i dati usati, ciascuno con la sua fonte.'),
    parte('criticita', 'Punti critici', 'elenco', true, 'Elenca i problemi emersi, uno per riga.'),
    parte('risorse', 'Risorse presenti', 'elenco', false, 'Elenca servizi, enti e persone su cui si può già contare.'),
    parte('conclusioni', 'Conclusioni', 'testo', false, 'Che cosa ne segue per il Piano.'),
  ],
  priorita: [
    parte('premessa', 'Premessa', 'testo', false, 'Spiega come il tavolo ha scelto le priorità.'),
    parte('priorita', 'Priorità', 'priorita', true, 'Metti per prima la più urgente e di ciascuna scrivi il motivo.'),
  ],
  obiettivo: [
    parte('generale', 'Obiettivo generale', 'testo', true, 'Che cosa si vuole cambiare, e per chi.'),
    parte('specifici', 'Obiettivi specifici', 'elenco', true, 'Elenca i passi concreti, uno per riga.'),
    parte('risultato', 'Risultato atteso', 'testo', true, 'Da che cosa si capirà che l’obiettivo è raggiunto.'),
  ],
  scheda_progetto: [
    parte('obiettivo', 'Obiettivo', 'collegamento', true, 'Scegli l’obiettivo a cui il progetto risponde.'),
    parte('descrizione', 'Descrizione', 'testo', true, 'Spiega il progetto in poche righe.'),
    parte('destinatari', 'Destinatari', 'destinatari', true, 'A chi è rivolto e quante persone riguarda.'),
    parte('azioni', 'Azioni e chi fa che cosa', 'azioni', true, 'Elenca le azioni e chi se ne occupa.'),
    parte('comuni', 'Comuni', 'comuni', true, 'In quali comuni si svolge.'),
    parte('tempi', 'Tempi', 'tempi', true, 'Quando comincia e quando finisce.'),
    parte('risorse', 'Risorse economiche', 'risorse', true, 'Quanto costa e chi paga, fonte per fonte.'),
    parte('indicatori', 'Indicatori', 'indicatori', true, 'Come si misura il risultato: da dove si parte e dove si vuole arrivare.'),
    parte('leps', 'Livelli essenziali (LEPS)', 'leps', false, 'I livelli essenziali che il progetto aiuta a garantire.'),
    parte(
      'obiettivi_regionali',
      'Obiettivi della Regione',
      'obiettivi_regionali',
      false,
      'Gli obiettivi della Regione a cui il progetto contribuisce.',
    ),
  ],
  documento_libero: [
    parte('premessa', 'Premessa', 'testo', false, 'Facoltativa: perché il tavolo ha scritto questo documento.'),
    parte('testo', 'Testo', 'testo', true, 'Il testo del documento.'),
    parte('conclusioni', 'Conclusioni', 'testo', false, 'Facoltative: che cosa il tavolo chiede o propone.'),
  ],
  file: [],
};

/** What a part holds before anybody wrote in it. */
export function contenutoVuoto(tipo: TipoContenuto): ContenutoSezione {
  switch (tipo) {
    case 'testo':
      return { tipo, documento: DOCUMENTO_VUOTO };
    case 'elenco':
    case 'priorita':
      return { tipo, voci: [] };
    case 'collegamento':
      return { tipo, obiettivoId: null };
    case 'comuni':
      return { tipo, istat: [] };
    case 'tempi':
      return { tipo, dal: null, al: null };
    case 'leps':
    case 'obiettivi_regionali':
      return { tipo, codici: [] };
    case 'dati':
    case 'destinatari':
    case 'azioni':
    case 'risorse':
    case 'indicatori':
    case 'campi':
      return { tipo, righe: [] };
  }
}
