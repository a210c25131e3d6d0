import { DESIGNAZIONI } from './designazioni.js';
import { ELABORATI } from './elaborati.js';
import { INCONTRI } from './incontri.js';
import type { Tappa } from './tappa.js';
import { VERBALI } from './verbali.js';

/** The columns of tavolo × phase, in order. A new one is one file, and one line here. */
export const TAPPE: readonly Tappa[] = [DESIGNAZIONI, INCONTRI, VERBALI, ELABORATI];
