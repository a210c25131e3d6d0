import { inInsieme } from '../kernel/insiemi.js';

/** Steps of the way of a contributo, in the order in which they usually come: who reads each. What passes before it is public stays between its author and staff; of a trace everybody reads that it was, without its words. */
const PASSI = {
  inviato: ['pubblici'],
  confermato: ['pubblici'],
  modifica_chiesta: [],
  ripresentato: [],
  pubblicato: ['pubblici'],
  respinto: [],
  spostato: ['pubblici'],
  incontro: ['pubblici'],
  verbale: ['pubblici'],
  elaborato: ['pubblici'],
  in_esame: ['pubblici'],
  accolto: ['pubblici'],
  accolto_in_parte: ['pubblici'],
  non_accolto: ['pubblici'],
  rinviato: ['pubblici'],
  unito: ['pubblici'],
  riunito: ['pubblici'],
  riesame_chiesto: ['tracce'],
  riesame_riaperto: ['pubblici'],
  riesame_confermato: ['pubblici'],
  omissis: [],
  ritirato: [],
} as const;

export type TipoPasso = keyof typeof PASSI;
export const TIPI_PASSO = Object.keys(PASSI) as readonly TipoPasso[];
/** Those that everybody reads. */
export const PASSI_PUBBLICI = inInsieme(PASSI, 'pubblici');
/** Those of which everybody reads the day, and nobody but its author and staff the words. */
export const PASSI_DI_TRACCIA = inInsieme(PASSI, 'tracce');
