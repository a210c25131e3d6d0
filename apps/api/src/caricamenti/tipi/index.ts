import type { TipoCaricamento } from '@tavoli/shared';
import { comuni } from './comuni.js';
import { enti } from './enti.js';
import { incarichi } from './incarichi.js';
import { incontri } from './incontri.js';
import { posti } from './posti.js';
import type { Tipo } from './tipo.js';

export const TIPI_API: Readonly<Record<TipoCaricamento, Tipo>> = { comuni, enti, posti, incontri, incarichi };
