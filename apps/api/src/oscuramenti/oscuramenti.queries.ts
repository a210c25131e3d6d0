import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  PIANI_FERMI,
  TIPI_TESTO,
  VERBALI_DA_PUBBLICARE,
  type OscurabileView,
  type OscuramentoView,
  type Pagina,
  type SchedaOscuramentoView,
  type SegnoSostituitoView,
  type TipoOscurabile,
  type TipoTesto,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { riguarda } from '../platform/email/ledger.sql.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { intera } from '../platform/http/intera.js';
import { Oscurabili } from './cose/index.js';
import { FileOscurabili } from './file/index.js';

/** Of a thing that is gone from the public, its kind is all there is to say. */
const titoloDi = (pubblicati: string): string =>
  `(SELECT jsonb_build_object('titolo', q.titolo, 'percorso', '/' || a.slug || q.percorso) FROM (${pubblicati}) q WHERE q.ambito_id = o.ambito_id AND q.id = o.oggetto_id LIMIT 1)`;

/** What can be blacked out, and what was. For the coordinatore alone. */
@Injectable()
export class OscuramentiQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly oscurabili: Oscurabili,
    private readonly file: FileOscurabili,
  ) {}

  /** Latest first; those that followed from another stand with it. */
  async elenco(ctx: RequestContext): Promise<Pagina<OscuramentoView>> {
    const items = await this.leggi(this.db.manager, ctx, 'o.origine_id IS NULL', []);
    return intera(items);
  }

  /** @throws ProblemError 404 */
  async unoIn(db: EntityManager, ctx: RequestContext, id: string): Promise<OscuramentoView> {
    const [view] = await this.leggi(db, ctx, 'o.id = $2', [id]);
    if (!view) throw new ProblemError('risorsa.non_trovata');
    return view;
  }

  /** Everything of a kind that is public now, latest first. */
  async pubblicati(ctx: RequestContext, tipo: TipoOscurabile): Promise<Pagina<OscurabileView>> {
    return intera(await this.trova(ctx, tipo, null));
  }

  /** @throws ProblemError 404 unless it is public */
  async scheda(ctx: RequestContext, tipo: TipoOscurabile, id: string): Promise<SchedaOscuramentoView> {
    const [cosa] = await this.trova(ctx, tipo, id);
    if (!cosa) throw new ProblemError('risorsa.non_trovata');
    const { ambitoId } = placeOf(ctx);
    const testo = eTesto(tipo) ? await this.oscurabili.di(tipo).leggi(this.db.manager, ctx, id) : null;
    const file = eTesto(tipo) ? null : await this.file.leggi(this.db.manager, ctx, tipo, id);
    if (testo === null && file === null) throw new ProblemError('risorsa.non_trovata');
    const [altro] = await this.db.query<Pick<SchedaOscuramentoView, 'dossier' | 'messaggiPartiti' | 'rettificaInCorso'>[]>(
      `SELECT EXISTS (SELECT 1 FROM piano_di_zona p WHERE p.ambito_id = $1 AND p.stato IN ${fra(PIANI_FERMI)}) AS dossier,
         (SELECT count(*)::int FROM email m WHERE m.ambito_id = $1 AND ${riguarda('$2::uuid')} AND m.stato = 'inviata') AS "messaggiPartiti",
         EXISTS (SELECT 1 FROM verbale v JOIN verbale r ON r.ambito_id = v.ambito_id AND r.incontro_id = v.incontro_id AND r.stato IN ${fra(VERBALI_DA_PUBBLICARE)} WHERE v.ambito_id = $1 AND v.id = $2) AS "rettificaInCorso"`,
      [ambitoId, id],
    );
    return {
      ...cosa,
      version: testo?.version ?? file?.version ?? 0,
      brani: testo?.brani ?? [],
      file: file === null ? null : { nome: file.nome, bytes: file.bytes, scarica: file.scarica },
      dossier: altro?.dossier ?? false,
      messaggiPartiti: altro?.messaggiPartiti ?? 0,
      rettificaInCorso: altro?.rettificaInCorso ?? false,
      oscuramenti: await this.leggi(this.db.manager, ctx, 'o.oggetto_id = $2', [id]),
    };
  }

  /** Latest first. */
  async sostituiti(ctx: RequestContext, percorso: string): Promise<Pagina<SegnoSostituitoView>> {
    const items = await this.db.query<SegnoSostituitoView[]>(
      `SELECT ${iso('o.at')} AS at, s.sostituito FROM oscuramento_segno s JOIN oscuramento o ON o.ambito_id = s.ambito_id AND o.id = s.oscuramento_id
       WHERE s.ambito_id = $1 AND s.percorso = $2 ORDER BY o.at DESC, o.id`,
      [placeOf(ctx).ambitoId, percorso],
    );
    return intera(items);
  }

  private trova(ctx: RequestContext, tipo: TipoOscurabile, id: string | null): Promise<OscurabileView[]> {
    return this.db.query<OscurabileView[]>(
      `SELECT $3::text AS tipo, q.id, q.titolo, '/' || a.slug || q.percorso AS percorso, ${iso('q.at')} AS "pubblicatoAt" FROM (${this.sql(tipo)}) q JOIN ambito a ON a.id = q.ambito_id
       WHERE q.ambito_id = $1 AND ($2::uuid IS NULL OR q.id = $2) ORDER BY q.at DESC NULLS LAST, q.id`,
      [placeOf(ctx).ambitoId, id, tipo],
    );
  }

  private sql(tipo: TipoOscurabile): string {
    return eTesto(tipo) ? this.oscurabili.di(tipo).pubblicati : this.file.pubblicati(tipo);
  }

  private async leggi(db: EntityManager, ctx: RequestContext, dove: string, args: readonly unknown[]): Promise<OscuramentoView[]> {
    const cosa = `(CASE o.tipo ${this.tipi()
      .map(t => `WHEN '${t}' THEN ${titoloDi(this.sql(t))}`)
      .join(' ')} END)`;
    return db.query<OscuramentoView[]>(
      `SELECT o.id, o.tipo, o.oggetto_id AS "oggettoId", coalesce(x.cosa->>'titolo', 'Documento tolto') AS titolo, coalesce(x.cosa->>'percorso', '/' || a.slug) AS percorso, ${iso('o.at')} AS at,
         coalesce((SELECT c.nome || ' ' || c.cognome FROM account c WHERE c.id = o.da), '') AS da, o.motivazione, o.passaggi,
         CASE WHEN d.id IS NULL OR d.stato = 'pronto' THEN 'compiuto' WHEN d.stato = 'fallito' THEN 'da_riprendere' ELSE 'in_corso' END AS stato,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('vecchia', i.vecchia, 'nuova', i.nuova) ORDER BY i.vecchia), '[]') FROM oscuramento_impronta i JOIN oscuramento z ON z.ambito_id = i.ambito_id AND z.id = i.oscuramento_id
            WHERE z.ambito_id = o.ambito_id AND (z.id = o.id OR z.origine_id = o.id)) AS impronte,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'nome', f.nome, 'bytes', f.bytes) ORDER BY f.nome, f.id), '[]') FROM oscuramento_originale f JOIN oscuramento z ON z.ambito_id = f.ambito_id AND z.id = f.oscuramento_id
            WHERE z.ambito_id = o.ambito_id AND (z.id = o.id OR z.origine_id = o.id)) AS originali,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('tipo', z.tipo, 'id', z.oggetto_id) ORDER BY z.tipo, z.id), '[]') FROM oscuramento z WHERE z.ambito_id = o.ambito_id AND z.origine_id = o.id) AS anche
       FROM oscuramento o JOIN ambito a ON a.id = o.ambito_id CROSS JOIN LATERAL (SELECT ${cosa} AS cosa) x LEFT JOIN dossier d ON d.ambito_id = o.ambito_id AND d.id = o.dossier_id
       WHERE o.ambito_id = $1 AND ${dove} ORDER BY o.at DESC, o.id`,
      [placeOf(ctx).ambitoId, ...args],
    );
  }

  private tipi(): TipoOscurabile[] {
    return [...TIPI_TESTO, ...this.file.tipi];
  }
}

export const eTesto = (tipo: TipoOscurabile): tipo is TipoTesto => (TIPI_TESTO as readonly string[]).includes(tipo);
