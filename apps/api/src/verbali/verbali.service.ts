import { Injectable } from '@nestjs/common';
import {
  correggi,
  type AzioneCorrezione,
  type AzioneVerbale,
  type CorrezioneInput,
  type EsitoCorrezioneInput,
  type VerbaleAzioneInput,
  type VerbaleView,
} from '@tavoli/shared';
import { randomUUID } from 'node:crypto';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { Answers } from '../platform/procedura/answers.js';
import { Steps } from '../platform/procedura/steps.js';
import { correzioneRisposta, documentoDi } from './correzione.risposta.js';
import { nasceVerbale } from './nascita.js';
import { PubblicazioneService } from './pubblicazione.service.js';
import { verbaleProcedura } from './verbale.procedura.js';
import { VerbaliQueries } from './verbali.queries.js';
import { news } from '../platform/realtime/news.js';
import { VERBALE_KIND } from './verbale.kind.js';

/** Commands on a verbale as a whole; its sections are written one by one (`sezioni.service.ts`). */
@Injectable()
export class VerbaliService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly answers: Answers,
    private readonly queries: VerbaliQueries,
    private readonly pubblicazione: PubblicazioneService,
  ) {}

  /** The verbale of the incontro in the URL: a new one, or the one there is. @throws ProblemError `verbale.incontro_non_aperto` */
  async crea(ctx: RequestContext): Promise<VerbaleView> {
    const place = placeOf(ctx);
    if (place.stato !== 'in_corso' && place.stato !== 'svolto') throw new ProblemError('verbale.incontro_non_aperto');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      // Two who begin at once begin the same one.
      await tx.db.query('SELECT 1 FROM incontro WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [place.ambitoId, place.id]);
      const [found] = await tx.db.query<{ id: string }[]>(
        'SELECT id FROM verbale WHERE ambito_id = $1 AND incontro_id = $2 AND rettifica_di IS NULL',
        [place.ambitoId, place.id],
      );
      if (found) return this.queries.unoIn(tx.db, ctx, found.id);
      const id = await nasceVerbale(tx.db, place.ambitoId, place.id);
      tx.registra('verbale.crea', 'verbale', id, { incontro: place.id });
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** A step of the procedure (`verbale.procedura.ts`). @throws ProblemError 400, 409, 412, and the refusals of the step */
  esegui(ctx: RequestContext, azione: AzioneVerbale, input: VerbaleAzioneInput): Promise<VerbaleView> {
    return this.steps.take(verbaleProcedura, ctx, azione, input, (db, { id }) => this.queries.unoIn(db, ctx, id), this.pubblicazione);
  }

  /** A member proposes a correction of a passage. @throws ProblemError `verbale.revisione_chiusa`, `verbale.passaggio_non_trovato` */
  async proponi(ctx: RequestContext, input: CorrezioneInput): Promise<VerbaleView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const [verbale] = await tx.db.query<{ aperta: boolean }[]>(
        `SELECT stato = 'in_revisione' AND revisione_fino_at > clock_timestamp() AS aperta FROM verbale WHERE ambito_id = $1 AND id = $2 FOR SHARE`,
        [place.ambitoId, place.id],
      );
      if (!verbale?.aperta) throw new ProblemError('verbale.revisione_chiusa');
      if (correggi(await documentoDi(tx, place.id, input.sezioneId), input.passaggio, input.proposta) === null)
        throw fieldProblem('verbale.passaggio_non_trovato', '/passaggio');
      const id = randomUUID();
      await tx.db.query(
        `INSERT INTO verbale_correzione (ambito_id, id, verbale_id, sezione_id, passaggio, proposta, motivo, autore, autore_nome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [place.ambitoId, id, place.id, input.sezioneId, input.passaggio, input.proposta, input.motivo, ctx.actor.id, ctx.actor.nome],
      );
      tx.registra('verbale.proponi_correzione', 'verbale', place.id, { correzione: id });
      tx.annuncia(...news(VERBALE_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** What becomes of a proposed correction (`correzione.risposta.ts`). @throws ProblemError 400 on `/motivazione`, 404, `verbale.stato`, `verbale.passaggio_non_trovato` */
  decidi(ctx: RequestContext, correzioneId: string, azione: AzioneCorrezione, input: EsitoCorrezioneInput): Promise<VerbaleView> {
    return this.answers.give(correzioneRisposta, ctx, correzioneId, azione, input, (db, id) => this.queries.unoIn(db, ctx, id));
  }
}
