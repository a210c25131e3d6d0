import { correggi, CORREZIONE, type AzioneCorrezione, type Documento, type StatoCorrezione } from '@tavoli/shared';
import { placeOf } from '../../platform/commands/context.js';
import type { Tx } from '../../platform/commands/commands.js';
import type { Answer, Answering } from '../../platform/procedura/answers.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { scriviDocumento } from '../verbale/sezioni.service.js';
import { VERBALE_KIND } from '../verbale/verbale.kind.js';

interface Correzione {
  readonly sezioneId: string;
  readonly passaggio: string;
  readonly proposta: string;
  readonly autore: string;
}

/** What becomes of a proposed correction; taken in, it changes the text and is credited in its history. */
export const correzioneRisposta: Answer<StatoCorrezione, AzioneCorrezione, Correzione> = {
  kind: VERBALE_KIND,
  word: 'correzione',
  table: 'verbale_correzione',
  whole: 'verbale_id',
  during: ['in_revisione'],
  transitions: CORREZIONE,
  reads: 'x.sezione_id AS "sezioneId", x.passaggio, x.proposta, x.autore_nome AS autore',
  effects: { accogli: applica, respingi: null, rinvia: null },
};

/** @throws ProblemError `verbale.passaggio_non_trovato`: who writes has changed it since */
async function applica({ tx, ctx, part }: Answering<Correzione>): Promise<void> {
  const documento = correggi(await documentoDi(tx, placeOf(ctx).id, part.sezioneId), part.passaggio, part.proposta);
  if (documento === null) throw new ProblemError('verbale.passaggio_non_trovato');
  await scriviDocumento(tx.db, ctx, part.sezioneId, { documento }, `${ctx.actor.nome}, su proposta di ${part.autore}`);
}

/** The text of a part of the verbale, held. @throws ProblemError 400 on `/sezioneId` */
export async function documentoDi(tx: Tx, verbaleId: string, sezioneId: string): Promise<Documento> {
  const [row] = await tx.db.query<{ documento: Documento }[]>(
    'SELECT documento FROM verbale_sezione WHERE ambito_id = $1 AND verbale_id = $2 AND id = $3 FOR UPDATE',
    [tx.ambitoId, verbaleId, sezioneId],
  );
  if (!row) throw fieldProblem('richiesta.non_valida', '/sezioneId', 'Questa parte non è del verbale.');
  return row.documento;
}
