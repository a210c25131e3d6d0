import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  conSetteCifre,
  formatProtocollo,
  type OggettoProtocollato,
  type ProtocolliView,
  type ProtocolloCorrezione,
  type ProtocolloDati,
  type ProtocolloInput,
} from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { insert } from '../platform/database/rows.js';
import { hold, remove, write } from '../platform/procedura/hold.js';
import { Kinds } from '../platform/procedura/kinds.js';
import { placeSql } from '../platform/procedura/kind.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import type { ResolvedPlace } from '../platform/commands/context.js';
import { PROTOCOLLO_KIND } from './protocollo.kind.js';
import { ProtocolliQueries } from './protocolli.queries.js';
import { kindDi } from './protocolli.sql.js';

interface Oggetto {
  readonly tipo: OggettoProtocollato;
  readonly oggettoId: string;
}
type Scritto = Oggetto & ProtocolloDati;

const GIA = uniqueViolation('protocollo_esterno_uno', 'protocollo.gia_scritto');

/** Writes down the numbers that offices gave. Each stands in the register of acts, on the thing it is of. */
@Injectable()
export class ProtocolliService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: ProtocolliQueries,
    private readonly kinds: Kinds,
  ) {}

  /** @throws ProblemError `protocollo.gia_scritto` on the same number of the same thing */
  scrivi(ctx: RequestContext, { tipo, oggettoId, ...dati }: ProtocolloInput): Promise<ProtocolliView> {
    const { ambitoId } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const numero = conSetteCifre(dati.numero);
      await insert(tx.db, 'protocollo_esterno', { ...dati, numero, ambitoId, id: randomUUID(), oggettoTipo: tipo, oggettoId }).catch(GIA);
      return this.detto(tx, ctx, { tipo, oggettoId }, 'scrivi', { protocollo: formatProtocollo({ ...dati, numero }), verso: dati.verso });
    });
  }

  /** @throws ProblemError `versione.superata`, `protocollo.gia_scritto` */
  correggi(ctx: RequestContext, { motivazione, ...dati }: ProtocolloCorrezione): Promise<ProtocolliView> {
    return this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      await hold(tx, ctx, PROTOCOLLO_KIND);
      const prima = await this.letto(tx, ctx);
      const dopo = { ...dati, numero: conSetteCifre(dati.numero) };
      await write(tx, ctx, PROTOCOLLO_KIND, dopo).catch(GIA);
      return this.detto(tx, ctx, prima, 'correggi', { motivazione, prima: campi(prima), dopo });
    });
  }

  /** @throws ProblemError `versione.superata` */
  togli(ctx: RequestContext, motivazione: string): Promise<ProtocolliView> {
    return this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      const prima = await this.letto(tx, ctx);
      await remove(tx, ctx, PROTOCOLLO_KIND);
      return this.detto(tx, ctx, prima, 'togli', { motivazione, prima: campi(prima) });
    });
  }

  private async letto(tx: Tx, ctx: RequestContext): Promise<Scritto> {
    const [row] = await tx.db.query<Scritto[]>(
      `SELECT oggetto_tipo AS tipo, oggetto_id AS "oggettoId", verso, amministrazione, aoo, registro, numero, data::text AS data
       FROM protocollo_esterno WHERE ambito_id = $1 AND id = $2`,
      [tx.ambitoId, placeOf(ctx).id],
    );
    if (row === undefined) throw new ProblemError('risorsa.non_trovata');
    return row;
  }

  /** Recorded and announced where the thing stands. */
  private async detto(
    tx: Tx,
    ctx: RequestContext,
    { tipo, oggettoId }: Oggetto,
    azione: string,
    contenuto: Record<string, unknown>,
  ): Promise<ProtocolliView> {
    const { ambitoSlug } = placeOf(ctx);
    const kind = this.kinds.of(kindDi(tipo));
    tx.registra(`protocollo.${azione}`, kind.kind, oggettoId, contenuto);
    const [where] = await tx.db.query<ResolvedPlace[]>(placeSql(kind, 'x.id = $2::uuid'), [ambitoSlug, oggettoId]);
    if (where !== undefined) tx.annuncia(...news(kind, where, oggettoId));
    return this.queries.diIn(tx.db, ctx, { tipo, oggettoId });
  }
}

const campi = ({ tipo: _, oggettoId: __, ...dati }: Scritto): ProtocolloDati => dati;
