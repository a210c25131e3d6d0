import type { ProvaDecadenzaView } from '@tavoli/shared';
import { fieldProblem } from '../platform/problem/problem.error.js';

/** @throws ProblemError 400 on `/incontri`, of one at which nothing was recorded of the ente */
export function scelti(prove: readonly ProvaDecadenzaView[], incontri: readonly string[]): ProvaDecadenzaView[] {
  const unici = new Set(incontri);
  const fatti = prove.filter(p => unici.has(p.incontro.id));
  if (fatti.length !== unici.size)
    throw fieldProblem(
      'richiesta.non_valida',
      '/incontri',
      'Scegli tra gli incontri in cui è stata registrata la presenza o l’assenza dell’ente.',
    );
  return fatti;
}
