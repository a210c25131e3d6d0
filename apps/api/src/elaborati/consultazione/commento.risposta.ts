import { COMMENTO, type AzioneCommento, type StatoCommento } from '@tavoli/shared';
import type { Answer } from '../../platform/procedura/answers.js';
import { ELABORATO_KIND } from '../elaborato/elaborato.kind.js';

/** What becomes of a comment, in words: the text is changed by who writes it. */
export const commentoRisposta: Answer<StatoCommento, AzioneCommento, unknown> = {
  kind: ELABORATO_KIND,
  word: 'commento',
  table: 'elaborato_commento',
  whole: 'elaborato_id',
  during: ['in_consultazione'],
  transitions: COMMENTO,
  effects: { accogli: null, respingi: null },
};
