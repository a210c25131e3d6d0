import { VERBALI_APPROVATI, type ApprovazioneInput } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';

/**
 * Where the tavolo approved: the verbale must be of one of its incontri, and approved itself. What is kept are ids: its words are read there.
 * @throws ProblemError `elaborato.serve_approvazione`, `elaborato.verbale_non_valido`, `elaborato.decisione_non_trovata`
 */
export async function leggiApprovazione(
  db: EntityManager,
  ctx: RequestContext,
  input: ApprovazioneInput | undefined,
): Promise<ApprovazioneInput> {
  if (input === undefined) throw fieldProblem('elaborato.serve_approvazione', '/approvazione/verbaleId');
  const { ambitoId, tavoloId } = placeOf(ctx);
  const [verbale] = await db.query<unknown[]>(
    `SELECT 1 FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
     WHERE v.ambito_id = $1 AND v.id = $2 AND v.stato IN ${fra(VERBALI_APPROVATI)}
       AND EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id AND nt.tavolo_id = $3) FOR SHARE OF v`,
    [ambitoId, input.verbaleId, tavoloId],
  );
  if (verbale === undefined) throw fieldProblem('elaborato.verbale_non_valido', '/approvazione/verbaleId');
  const [sezione] = await db.query<{ decisioni: unknown[] }[]>(
    'SELECT decisioni FROM verbale_sezione WHERE ambito_id = $1 AND verbale_id = $2 AND id = $3',
    [ambitoId, input.verbaleId, input.sezioneId],
  );
  if (!sezione || (input.decisione !== null && sezione.decisioni[input.decisione] === undefined)) {
    throw fieldProblem('elaborato.decisione_non_trovata', sezione ? '/approvazione/decisione' : '/approvazione/sezioneId');
  }
  return input;
}
