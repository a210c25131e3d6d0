import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  normalizzaSpazi,
  testoDiContenuto,
  type AzioneCommento,
  type CommentoInput,
  type ContenutoSezione,
  type ElaboratoView,
  type EsitoCommentoInput,
} from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { Answers } from '../platform/procedura/answers.js';
import { commentoRisposta } from './commento.risposta.js';
import { ElaboratiQueries } from './elaborati.queries.js';
import { live } from '../platform/realtime/news.js';
import { leggiVoci } from './elaborato/voci.sql.js';
import { ELABORATO_KIND } from './elaborato/elaborato.kind.js';

/** What members say during the consultation, and the answers they are given. */
@Injectable()
export class CommentiService {
  constructor(
    private readonly commands: Commands,
    private readonly answers: Answers,
    private readonly queries: ElaboratiQueries,
  ) {}

  /** @throws ProblemError `elaborato.consultazione_chiusa`, `elaborato.passaggio_non_trovato` */
  async commenta(ctx: RequestContext, input: CommentoInput): Promise<ElaboratoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const [row] = await tx.db.query<{ aperta: boolean }[]>(
        `SELECT stato = 'in_consultazione' AND consultazione_fino_at > clock_timestamp() AS aperta FROM elaborato WHERE ambito_id = $1 AND id = $2 FOR SHARE`,
        [place.ambitoId, place.id],
      );
      if (!row?.aperta) throw new ProblemError('elaborato.consultazione_chiusa');
      await demandPassaggio(tx, place.id, input);
      const id = randomUUID();
      await tx.db.query(
        'INSERT INTO elaborato_commento (ambito_id, id, elaborato_id, sezione_id, passaggio, testo, autore, autore_nome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [place.ambitoId, id, place.id, input.sezioneId, input.passaggio, input.testo, ctx.actor.id, ctx.actor.nome],
      );
      tx.registra('elaborato.commenta', 'elaborato', place.id, { commento: id });
      tx.annuncia(live(ELABORATO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** What becomes of a comment (`commento.risposta.ts`). @throws ProblemError 400 on `/motivazione`, 404, `elaborato.stato` */
  rispondi(ctx: RequestContext, commentoId: string, azione: AzioneCommento, input: EsitoCommentoInput): Promise<ElaboratoView> {
    return this.answers.give(commentoRisposta, ctx, commentoId, azione, input, (db, id) => this.queries.unoIn(db, ctx, id));
  }
}

async function demandPassaggio(tx: Tx, elaboratoId: string, { sezioneId, passaggio }: CommentoInput): Promise<void> {
  if (sezioneId === null) {
    if (passaggio !== null) throw fieldProblem('richiesta.non_valida', '/sezioneId', 'Indica in quale parte si trova il passaggio.');
    return;
  }
  const [row] = await tx.db.query<{ contenuto: ContenutoSezione }[]>(
    'SELECT contenuto FROM elaborato_sezione WHERE ambito_id = $1 AND elaborato_id = $2 AND id = $3',
    [tx.ambitoId, elaboratoId, sezioneId],
  );
  if (!row) throw fieldProblem('richiesta.non_valida', '/sezioneId', 'Questa parte non è dell’elaborato.');
  if (passaggio === null) return;
  const testo = testoDiContenuto(row.contenuto, await leggiVoci(tx.db, tx.ambitoId));
  if (!normalizzaSpazi(testo).includes(normalizzaSpazi(passaggio))) throw fieldProblem('elaborato.passaggio_non_trovato', '/passaggio');
}
