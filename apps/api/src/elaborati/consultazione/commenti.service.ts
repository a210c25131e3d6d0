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
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { Answers } from '../../platform/procedura/answers.js';
import { leggiDalLink, letturaDi } from './dal-link.js';
import { commentoRisposta } from './commento.risposta.js';
import { ElaboratiQueries } from '../elaborato/elaborati.queries.js';
import { live } from '../../platform/realtime/news.js';
import { leggiVoci } from '../elaborato/voci.sql.js';
import { ELABORATO_KIND } from '../elaborato/elaborato.kind.js';

/** So many of one person may wait for an answer at one elaborato. */
const IN_ATTESA_MASSIMI = 50;

/** SQL: all links that were mailed to the person of the link `$4`. */
const STESSA_PERSONA = `SELECT x.id FROM elaborato_lettore x JOIN elaborato_lettore mio ON mio.ambito_id = x.ambito_id AND mio.rappresentante_id = x.rappresentante_id
  WHERE mio.ambito_id = $1 AND mio.id = $4`;

/** Who comments: an account, or a member by their mailed link. */
type Autore = { readonly nome: string } & (
  { readonly account: string | null; readonly lettore: null } | { readonly account: null; readonly lettore: string }
);

/** What members say during the consultation, and the answers they are given. */
@Injectable()
export class CommentiService {
  constructor(
    private readonly commands: Commands,
    private readonly answers: Answers,
    private readonly queries: ElaboratiQueries,
  ) {}

  /** @throws ProblemError `elaborato.consultazione_chiusa`, `elaborato.passaggio_non_trovato` */
  commenta(ctx: RequestContext, input: CommentoInput): Promise<ElaboratoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await commenta(tx, place.id, input, { account: ctx.actor.id, lettore: null, nome: ctx.actor.nome });
      tx.annuncia(live(ELABORATO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** The same by a mailed link, which carries no key: the same words sent twice are one comment. @throws ProblemError 404, `consultazione.non_siedi`, and as above */
  commentaDalLink(ctx: RequestContext, input: CommentoInput): Promise<ElaboratoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { id, tavoloId, nome } = await letturaDi(tx.db, ctx);
      await commenta(tx, id, input, { account: null, lettore: place.id, nome });
      tx.annuncia(live(ELABORATO_KIND, { ...place, tavoloId }, id));
      return leggiDalLink(tx.db, this.queries, ctx);
    });
  }

  /** What becomes of a comment (`commento.risposta.ts`). @throws ProblemError 400 on `/motivazione`, 404, `elaborato.stato` */
  rispondi(ctx: RequestContext, commentoId: string, azione: AzioneCommento, input: EsitoCommentoInput): Promise<ElaboratoView> {
    return this.answers.give(commentoRisposta, ctx, commentoId, azione, input, (db, id) => this.queries.unoIn(db, ctx, id));
  }
}

async function commenta(tx: Tx, elaboratoId: string, input: CommentoInput, autore: Autore): Promise<void> {
  // Held: of two that arrive at once the second finds the first.
  const [row] = await tx.db.query<{ aperta: boolean; miei: number }[]>(
    `SELECT stato = 'in_consultazione' AND consultazione_fino_at > clock_timestamp() AS aperta,
       (SELECT count(*)::int FROM elaborato_commento c WHERE c.ambito_id = l.ambito_id AND c.elaborato_id = l.id AND c.stato = 'aperto' AND (c.autore = $3 OR c.lettore_id IN (${STESSA_PERSONA}))) AS miei
     FROM elaborato l WHERE l.ambito_id = $1 AND l.id = $2 FOR UPDATE`,
    [tx.ambitoId, elaboratoId, autore.account, autore.lettore],
  );
  if (!row?.aperta) throw new ProblemError('elaborato.consultazione_chiusa');
  if (row.miei >= IN_ATTESA_MASSIMI) throw new ProblemError('elaborato.troppi_commenti');
  await demandPassaggio(tx, elaboratoId, input);
  if (autore.lettore !== null && (await giaDetto(tx, elaboratoId, input, autore.lettore))) return;
  const id = randomUUID();
  await tx.db.query(
    'INSERT INTO elaborato_commento (ambito_id, id, elaborato_id, sezione_id, passaggio, testo, autore, lettore_id, autore_nome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.ambitoId, id, elaboratoId, input.sezioneId, input.passaggio, input.testo, autore.account, autore.lettore, autore.nome],
  );
  tx.registra('elaborato.commenta', 'elaborato', elaboratoId, {
    commento: id,
    ...(autore.lettore === null ? {} : { lettoreId: autore.lettore }),
  });
}

/** By the same person, whichever of their links they opened. */
async function giaDetto(tx: Tx, elaboratoId: string, { sezioneId, passaggio, testo }: CommentoInput, lettore: string): Promise<boolean> {
  const rows = await tx.db.query<unknown[]>(
    `SELECT 1 FROM elaborato_commento c WHERE c.ambito_id = $1 AND c.elaborato_id = $2 AND c.stato = 'aperto' AND c.lettore_id IN (${STESSA_PERSONA})
       AND c.sezione_id IS NOT DISTINCT FROM $3 AND c.passaggio IS NOT DISTINCT FROM $5 AND c.testo = $6`,
    [tx.ambitoId, elaboratoId, sezioneId, lettore, passaggio, testo],
  );
  return rows.length > 0;
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
