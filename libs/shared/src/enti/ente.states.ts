import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_ENTE = ['in_verifica', 'da_integrare', 'verificato', 'respinto', 'sospeso'] as const;
export type StatoEnte = (typeof STATI_ENTE)[number];
export const ETICHETTE_STATO_ENTE: Record<StatoEnte, string> = {
  in_verifica: 'In verifica',
  da_integrare: 'Da completare',
  verificato: 'Verificato',
  respinto: 'Respinto',
  sospeso: 'Sospeso',
};

/** What became of somebody's request to act for an ente. */
export const ESITI_INGRESSO = ['accolta', 'respinta'] as const;
export type EsitoIngresso = (typeof ESITI_INGRESSO)[number];

const ENTE_INSIEMI = {
  in_verifica: ['iscritti', 'da_riconoscere'],
  da_integrare: ['iscritti', 'da_riconoscere'],
  verificato: ['iscritti', 'riconosciuti', 'in_regola'],
  respinto: ['da_riconoscere'],
  sospeso: ['iscritti', 'riconosciuti'],
} as const satisfies Insiemi<StatoEnte>;
/** The office has not refused it. */
export const ENTI_ISCRITTI = inInsieme(ENTE_INSIEMI, 'iscritti');
/** The office has checked that it is what it says. */
export const ENTI_RICONOSCIUTI = inInsieme(ENTE_INSIEMI, 'riconosciuti');
/** The office has not said yet that it is what it says. */
export const ENTI_DA_RICONOSCERE = inInsieme(ENTE_INSIEMI, 'da_riconoscere');
/** Its seats are filled: while it is suspended nobody sits for it, and nothing has to be put back afterwards. */
export const ENTI_IN_REGOLA = inInsieme(ENTE_INSIEMI, 'in_regola');

export const AZIONI_ENTE = ['verifica', 'chiedi_integrazione', 'respingi', 'ripresenta', 'sospendi', 'riattiva'] as const;
export type AzioneEnte = (typeof AZIONI_ENTE)[number];

/** Life of an ente in an ambito. One that lacks something, or is refused, corrects its data and asks again with `ripresenta`. */
export const ENTE: TransitionTable<StatoEnte, AzioneEnte> = {
  verifica: { from: ['in_verifica'], to: 'verificato' },
  chiedi_integrazione: { from: ['in_verifica'], to: 'da_integrare', motivata: true },
  respingi: { from: ['in_verifica', 'da_integrare'], to: 'respinto', motivata: true },
  ripresenta: { from: ['da_integrare', 'respinto'], to: 'in_verifica' },
  sospendi: { from: ['verificato'], to: 'sospeso', motivata: true },
  riattiva: { from: ['sospeso'], to: 'verificato' },
};
