import type { DefinizioneTipo } from './campo.js';
import type { TipoCaricamento } from './caricamento.states.js';
import { COMUNI } from './comuni.campi.js';
import { ENTI } from './enti.campi.js';
import { INCARICHI } from './incarichi.campi.js';
import { INCONTRI } from './incontri.campi.js';
import { POSTI } from './posti.campi.js';

/** Every kind of caricamento: its page, its template, its reading and the test of the round trip are derived from this table. */
export const TIPI: Readonly<Record<TipoCaricamento, DefinizioneTipo>> = {
  comuni: COMUNI,
  enti: ENTI,
  posti: POSTI,
  incontri: INCONTRI,
  incarichi: INCARICHI,
};
