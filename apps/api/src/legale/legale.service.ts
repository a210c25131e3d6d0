import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  contattiInParole,
  paroleDi,
  testoLegale,
  type AltroLegale,
  type AmbitoView,
  type Documento,
  type PaginaLegale,
  type PaginaLegaleInput,
  type PaginaLegaleView,
  type ParoleScelte,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';
import { demandSeen } from '../platform/procedura/hold.js';
import { ProblemError } from '../platform/problem/problem.error.js';

const SQL = `SELECT a.nome, a.parole, a.capofila, a.impostazioni->'dpo' AS dpo, a.impostazioni->>'dichiarazioneAccessibilita' AS "dichiarazioneAccessibilita", a.contatti, l.documento, coalesce(l.version, 0) AS version, ${iso('l.at')} AS at
  FROM ambito a LEFT JOIN LATERAL (SELECT * FROM pagina_legale l WHERE l.ambito_id = a.id AND l.pagina = $2 ORDER BY l.version DESC LIMIT 1) l ON true WHERE a.id = $1`;

type Row = Pick<AmbitoView, 'nome' | 'capofila' | 'contatti'> &
  AltroLegale & { parole: ParoleScelte | null; documento: Documento | null; version: number; at: string | null };

/** The pages that the law asks for: the ambito's own words, or those that come with the portal. */
@Injectable()
export class LegaleService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
  ) {}

  leggi(ctx: RequestContext, pagina: PaginaLegale): Promise<PaginaLegaleView> {
    return this.leggiIn(this.db.manager, placeOf(ctx).ambitoId, pagina);
  }

  /** A new version; the ones before are kept. @throws ProblemError `versione.superata` */
  async scrivi(ctx: RequestContext, pagina: PaginaLegale, { documento }: PaginaLegaleInput): Promise<PaginaLegaleView> {
    const { ambitoId, ambitoSlug } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      // Two who write at once: the second is told.
      await tx.db.query('SELECT 1 FROM ambito WHERE id = $1 FOR UPDATE', [ambitoId]);
      const { version } = await this.leggiIn(tx.db, ambitoId, pagina);
      demandSeen(ctx, version);
      await tx.db.query('INSERT INTO pagina_legale (ambito_id, pagina, version, documento) VALUES ($1, $2, $3, $4)', [
        ambitoId,
        pagina,
        version + 1,
        documento === null ? null : JSON.stringify(documento),
      ]);
      tx.registra('ambito.pagina_legale', 'ambito', ambitoId, { pagina, version: version + 1 });
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return this.leggiIn(tx.db, ambitoId, pagina);
    });
  }

  private async leggiIn(db: EntityManager, ambitoId: string, pagina: PaginaLegale): Promise<PaginaLegaleView> {
    const [row] = await db.query<Row[]>(SQL, [ambitoId, pagina]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return {
      pagina,
      documento: row.documento ?? testoLegale(pagina, contattiInParole({ ...row, parole: paroleDi(row) }), row),
      propria: row.documento !== null,
      aggiornataAt: row.at,
      version: row.version,
    };
  }
}
