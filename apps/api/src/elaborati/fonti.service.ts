import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { VERBALI_APPROVATI, type ElaboratoView, type FonteInput, type FontiPossibiliView, type UsoInElaboratoView } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { INCONTRO_KIND } from '../incontri/incontro/incontro.kind.js';
import { PUBBLICI } from '../contributi/contributo/contributi.sql.js';
import { visibleWhere } from '../platform/access/visible.js';
import { VERBALE_KIND } from '../verbali/verbale/verbale.kind.js';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { ElaboratiQueries } from './elaborato/elaborati.queries.js';
import { FROM, RIGA } from './elaborato/elaborati.sql.js';
import { FONTI } from './elaborato/fonti.tipi.js';
import { demandScrivibile } from './elaborato/scrivibile.js';
import { ELABORATO_KIND } from './elaborato/elaborato.kind.js';
import { live } from '../platform/realtime/news.js';

/** The thread: what an elaborato came from, and which elaborati came from a verbale. */
@Injectable()
export class FontiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly queries: ElaboratiQueries,
  ) {}

  /** What may be named as a source: verbali, incontri and published contributi of the tavolo that the writer may see, latest first. */
  async possibili(ctx: RequestContext): Promise<FontiPossibiliView> {
    const { ambitoId, tavoloId } = placeOf(ctx);
    const about = (kind: typeof VERBALE_KIND | typeof INCONTRO_KIND) => {
      const args: unknown[] = [ambitoId, tavoloId];
      return {
        args,
        where: `n.ambito_id = $1 AND EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id AND nt.tavolo_id = $2) AND ${visibleWhere(kind, ctx.actor, ambitoId, args)} ORDER BY n.inizio_at DESC, n.id`,
      };
    };
    const [v, n] = [about(VERBALE_KIND), about(INCONTRO_KIND)];
    const verbali = await this.db.query<FontiPossibiliView['verbali']>(
      `SELECT v.id, n.titolo, ${iso('n.inizio_at')} AS "inizioAt", v.stato IN ${fra(VERBALI_APPROVATI)} AS approvato,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'titolo', s.titolo, 'decisioni', (SELECT coalesce(jsonb_agg(d.x->>'testo' ORDER BY d.o), '[]') FROM jsonb_array_elements(s.decisioni) WITH ORDINALITY AS d (x, o))) ORDER BY s.ordine), '[]')
            FROM verbale_sezione s WHERE s.ambito_id = v.ambito_id AND s.verbale_id = v.id) AS sezioni
       FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id WHERE ${v.where}`,
      v.args,
    );
    const incontri = await this.db.query<FontiPossibiliView['incontri']>(
      `SELECT n.id, n.titolo, ${iso('n.inizio_at')} AS "inizioAt" FROM incontro n WHERE ${n.where}`,
      n.args,
    );
    const contributi = await this.db.query<FontiPossibiliView['contributi']>(
      `SELECT c.id, c.codice, c.pubblico->>'titolo' AS titolo FROM contributo c WHERE c.ambito_id = $1 AND c.tavolo_id = $2 AND c.pubblico IS NOT NULL AND c.stato IN ${PUBBLICI} ORDER BY c.pubblicato_at DESC, c.id`,
      [ambitoId, tavoloId],
    );
    return { verbali, incontri, contributi };
  }

  /** @throws ProblemError `elaborato.fonte_non_trovata`, `elaborato.fonte_presente`, `elaborato.stato`, `elaborato.non_scrivi` */
  async aggiungi(ctx: RequestContext, input: FonteInput): Promise<ElaboratoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await demandScrivibile(tx.db, ctx);
      await demandFonte(tx.db, ctx, input);
      await tx.db
        .query(
          'INSERT INTO elaborato_fonte (ambito_id, id, elaborato_id, tipo, oggetto_id, parte_id, decisione, in_sezione_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
          [place.ambitoId, randomUUID(), place.id, input.tipo, input.oggettoId, input.parteId, input.decisione, input.inSezioneId],
        )
        .catch(uniqueViolation('elaborato_fonte_una', 'elaborato.fonte_presente'));
      tx.annuncia(live(ELABORATO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  async togli(ctx: RequestContext, fonteId: string): Promise<void> {
    const place = placeOf(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      await demandScrivibile(tx.db, ctx);
      const [rows] = await tx.db.query<[unknown[], number]>(
        'DELETE FROM elaborato_fonte WHERE ambito_id = $1 AND elaborato_id = $2 AND id = $3 RETURNING id',
        [place.ambitoId, place.id, fonteId],
      );
      if (rows.length === 0) throw new ProblemError('risorsa.non_trovata');
      tx.annuncia(live(ELABORATO_KIND, place, place.id));
      return null;
    });
  }

  /** The thread the other way: which elaborati that the reader may see came from the verbale of the URL, or were approved in it. */
  async daVerbale(ctx: RequestContext): Promise<{ items: UsoInElaboratoView[] }> {
    const { ambitoId, id } = placeOf(ctx);
    const args: unknown[] = [ambitoId, id];
    const visible = visibleWhere(ELABORATO_KIND, ctx.actor, ambitoId, args);
    type Row = UsoInElaboratoView['elaborato'] & Pick<UsoInElaboratoView, 'parteId' | 'decisione' | 'uso'>;
    const rows = await this.db.query<Row[]>(
      `SELECT ${RIGA}, u.parte_id AS "parteId", u.decisione, u.uso ${FROM} JOIN (
         SELECT f.elaborato_id, f.parte_id, f.decisione, 'fonte' AS uso FROM elaborato_fonte f WHERE f.ambito_id = $1 AND f.tipo = 'verbale' AND f.oggetto_id = $2
         UNION ALL SELECT x.id, (x.approvazione->>'sezioneId')::uuid, (x.approvazione->>'decisione')::int, 'approvazione' FROM elaborato x WHERE x.ambito_id = $1 AND x.approvato_verbale_id = $2
       ) u ON u.elaborato_id = l.id WHERE l.ambito_id = $1 AND ${visible} ORDER BY l.titolo, l.id, u.uso`,
      args,
    );
    return {
      items: rows.map(({ parteId, decisione, uso, ...elaborato }) => ({
        elaborato,
        parteId,
        decisione,
        uso,
        percorso: elaborato.stato === 'accolto' ? `elaborati/${elaborato.id}` : `area/elaborati/${elaborato.id}`,
      })),
    };
  }
}

async function demandFonte(db: EntityManager, ctx: RequestContext, input: FonteInput): Promise<void> {
  const { ambitoId, id } = placeOf(ctx);
  if (input.inSezioneId !== null) {
    const own = await db.query<unknown[]>('SELECT 1 FROM elaborato_sezione WHERE ambito_id = $1 AND elaborato_id = $2 AND id = $3', [
      ambitoId,
      id,
      input.inSezioneId,
    ]);
    if (own.length === 0) throw fieldProblem('richiesta.non_valida', '/inSezioneId', 'Questa parte non è dell’elaborato.');
  }
  const search = FONTI[input.tipo].trova(ctx.actor, ambitoId, input);
  if ((await db.query<unknown[]>(search.sql, search.args)).length === 0) throw fieldProblem('elaborato.fonte_non_trovata', '/oggettoId');
}
