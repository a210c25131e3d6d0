import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  IN_BOZZA,
  contenutoVuoto,
  MODELLI,
  type AzioneElaborato,
  type ElaboratoAzioneInput,
  type ElaboratoInput,
  type ElaboratoModificaInput,
  type ElaboratoView,
} from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { edit, hold } from '../platform/procedura/hold.js';
import { Steps } from '../platform/procedura/steps.js';
import { AccoglimentoService } from './accoglimento.service.js';
import { ElaboratiQueries } from './elaborato/elaborati.queries.js';
import { ELABORATO_KIND } from './elaborato/elaborato.kind.js';
import { parteCampi } from './elaborato/campi.sql.js';
import { elaboratoProcedura } from './elaborato.procedura.js';
import { news } from '../platform/realtime/news.js';

/** Commands on an elaborato as a whole; its parts are written one by one (`parti.service.ts`). */
@Injectable()
export class ElaboratiService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: ElaboratiQueries,
    private readonly accoglimento: AccoglimentoService,
  ) {}

  /** A new one at the tavolo of the URL, with the empty parts of its kind. */
  async crea(ctx: RequestContext, input: ElaboratoInput): Promise<ElaboratoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const id = randomUUID();
      await tx.db.query('INSERT INTO elaborato (ambito_id, id, tavolo_id, tipo, titolo, scrivono) VALUES ($1, $2, $3, $4, $5, $6)', [
        place.ambitoId,
        id,
        place.id,
        input.tipo,
        input.titolo,
        input.scrivono,
      ]);
      const vuote = MODELLI[input.tipo].map(m => ({ chiave: m.chiave, titolo: m.titolo, contenuto: contenutoVuoto(m.tipo) }));
      const parti = [...vuote, ...(await parteCampi(tx.db, place.ambitoId, input.tipo))];
      await tx.db.query(
        `INSERT INTO elaborato_sezione (ambito_id, id, elaborato_id, ordine, chiave, titolo, contenuto)
         SELECT $1, gen_random_uuid(), $2, x.n - 1, x.s->>'chiave', x.s->>'titolo', x.s->'contenuto' FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS x (s, n)`,
        [place.ambitoId, id, JSON.stringify(parti)],
      );
      tx.registra('elaborato.crea', 'elaborato', id, { tipo: input.tipo, titolo: input.titolo });
      tx.annuncia(...news(ELABORATO_KIND, place, id));
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** Title and who writes. @throws ProblemError 412, `elaborato.stato` outside the draft */
  async modifica(ctx: RequestContext, input: ElaboratoModificaInput): Promise<ElaboratoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { titolo, scrivono } = input;
      await edit(tx, ctx, ELABORATO_KIND, { from: IN_BOZZA, set: { titolo, scrivono, aggiornato_at: new Date() } });
      tx.registra('elaborato.modifica', 'elaborato', place.id, { titolo: input.titolo, scrivono: input.scrivono });
      tx.annuncia(...news(ELABORATO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** A draft that was never consulted, and that no scheda points at. @throws ProblemError 412, `elaborato.stato`, `elaborato.collegato` */
  async elimina(ctx: RequestContext): Promise<void> {
    const place = placeOf(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      // Who links a scheda to it holds it FOR SHARE: the link is seen, or the obiettivo is already gone.
      await hold(tx, ctx, ELABORATO_KIND, { from: IN_BOZZA });
      const linked = await tx.db.query<unknown[]>(
        `SELECT 1 FROM elaborato_sezione WHERE ambito_id = $1 AND chiave = 'obiettivo' AND contenuto->>'obiettivoId' = $2 LIMIT 1`,
        [place.ambitoId, place.id],
      );
      if (linked.length > 0) throw new ProblemError('elaborato.collegato');
      const [rows] = await tx.db.query<[{ titolo: string }[], number]>(
        `DELETE FROM elaborato WHERE ambito_id = $1 AND id = $2 AND consultato_at IS NULL RETURNING titolo`,
        [place.ambitoId, place.id],
      );
      if (rows.length === 0) throw new ProblemError('elaborato.stato');
      tx.registra('elaborato.elimina', 'elaborato', place.id, { titolo: rows[0]?.titolo });
      tx.annuncia(...news(ELABORATO_KIND, place, place.id));
      return null;
    });
  }

  /** A step of the procedure (`elaborato.procedura.ts`). @throws ProblemError 400, 409, 412, and the refusals of the step */
  esegui(ctx: RequestContext, azione: AzioneElaborato, input: ElaboratoAzioneInput): Promise<ElaboratoView> {
    return this.steps.take(elaboratoProcedura, ctx, azione, input, (db, { id }) => this.queries.unoIn(db, ctx, id), this.accoglimento);
  }
}
