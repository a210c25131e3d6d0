import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  AUTORE,
  azioniDa,
  PUBBLICO,
  RIESAMINABILI,
  type AzioneAutore,
  type ContributoAutoreView,
  type MioContributoView,
  type RegoleContributi,
  type StatoContributo,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext, type ResolvedPlace } from '../../platform/commands/context.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { Kinds } from '../../platform/procedura/kinds.js';
import { files, FROM, PUBBLICI, RIESAME, RIGA, unioni } from '../contributo/contributi.sql.js';
import { filo } from '../contributo/legami.sql.js';
import { regoleContributi } from '../regole/regole.js';
import { TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';

type Riga = Omit<ContributoAutoreView, 'azioni' | 'domande'> & {
  regole: Partial<RegoleContributi> | null;
  vuoto: boolean;
  uniti: unknown;
  pubblicatoAt: unknown;
  rispostoAt: unknown;
};

const AMBITO = `jsonb_build_object('nome', a.nome, 'slug', a.slug) AS ambito`;

/** The steps that are open to its author now. */
function azioniAutore(stato: StatoContributo, chiesto: boolean, vuoto: boolean): AzioneAutore[] {
  const riesame = !chiesto && !vuoto && (RIESAMINABILI as readonly string[]).includes(stato);
  return [...azioniDa(AUTORE, stato), ...(riesame ? (['chiedi_riesame'] as const) : [])];
}

/** A contributo as its author sees it, by the mailed secret or signed in. */
@Injectable()
export class AutoreQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(Kinds) private readonly kinds: Kinds,
  ) {}

  conSegreto(ctx: RequestContext): Promise<ContributoAutoreView> {
    return this.unoIn(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** @throws ProblemError 404 when it is not the own one */
  async mio(ctx: RequestContext, id: string): Promise<ContributoAutoreView> {
    const { ambitoId } = await this.place(ctx, id);
    return this.unoIn(this.db.manager, ambitoId, id);
  }

  /** The own ones, of every ambito, latest first. */
  async miei(ctx: RequestContext): Promise<{ items: MioContributoView[] }> {
    const rows = await this.db.query<(Omit<MioContributoView, 'azioni'> & { chiesto: boolean; vuoto: boolean })[]>(
      `SELECT c.id, c.codice, c.testi->>'titolo' AS titolo, c.stato, ${TAVOLO_BREVE} AS tavolo, ${AMBITO}, ${iso('c.inviato_at')} AS "inviatoAt", c.riesame_chiesto_at IS NOT NULL AS chiesto, c.svuotato_at IS NOT NULL AS vuoto
       ${FROM} JOIN ambito a ON a.id = c.ambito_id WHERE c.account_id = $1 ORDER BY c.inviato_at DESC, c.id`,
      [ctx.actor.id],
    );
    return { items: rows.map(({ chiesto, vuoto, ...row }) => ({ ...row, azioni: azioniAutore(row.stato, chiesto, vuoto) })) };
  }

  /** The place of the own contributo. @throws ProblemError 404 */
  async place(ctx: RequestContext, id: string): Promise<ResolvedPlace> {
    const [row] = await this.db.query<Omit<ResolvedPlace, 'kind'>[]>(
      `SELECT c.ambito_id AS "ambitoId", a.slug AS "ambitoSlug", c.id, c.tavolo_id AS "tavoloId", c.stato, c.version FROM contributo c JOIN ambito a ON a.id = c.ambito_id WHERE c.id = $1 AND c.account_id = $2`,
      [id, ctx.actor.id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return { ...row, kind: 'autore', holder: true };
  }

  async unoIn(db: EntityManager, ambitoId: string, id: string): Promise<ContributoAutoreView> {
    const args: unknown[] = [ambitoId, id];
    const chi = { actor: PUBBLICO, ambitoId, args, kinds: this.kinds };
    const [row] = await db.query<Riga[]>(
      `SELECT ${RIGA}, c.version, c.testi, c.pubblico, c.motivo_omissis AS "motivoOmissis", c.mostra_nome AS "mostraNome", ${AMBITO},
         ${iso('c.moderare_entro_at')} AS "moderareEntroAt", ${iso('c.rispondere_entro_at')} AS "rispondereEntroAt", c.motivo, c.motivazione, ${files()}, ${RIESAME}, ${unioni(chi)}, ${filo(chi, true)},
         CASE WHEN c.stato IN ${PUBBLICI} THEN '/' || a.slug || '/contributi/' || c.id END AS "percorsoPubblico", t.contributi AS regole, c.svuotato_at IS NOT NULL AS vuoto
       ${FROM} JOIN ambito a ON a.id = c.ambito_id WHERE c.ambito_id = $1 AND c.id = $2`,
      args,
    );
    if (!row) throw new ProblemError('collegamento.non_valido');
    const { regole, vuoto, uniti: _, pubblicatoAt: __, rispostoAt: ___, ...view } = row;
    return { ...view, azioni: azioniAutore(row.stato, row.riesame !== null, vuoto), domande: regoleContributi(regole).domande };
  }
}
