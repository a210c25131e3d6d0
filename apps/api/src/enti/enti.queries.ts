import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  ENTE,
  hasPermission,
  identitaBloccata,
  rolesIn,
  type Actor,
  type EnteRigaView,
  type EnteView,
  type EntiQuery,
  type FILTRI_ENTI,
  type ConteggiView,
  type ORDINI_ENTI,
  type Pagina,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleWhere } from '../platform/access/visible.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { conteggiDi } from '../platform/tabelle/conteggi.js';
import { cercata, paginaDi, strette, tutteDi, type Righe } from '../platform/tabelle/tabella.js';
import { ENTI, RIGA, UNO } from './enti.sql.js';
import { ENTE_KIND } from './ente.kind.js';

type Riga = Omit<EnteRigaView, 'azioni'>;
type ChiaveOrdine = (typeof ORDINI_ENTI)[number];
type ChiaveFiltro = (typeof FILTRI_ENTI)[number];
type Uno = Omit<EnteView, 'azioni' | 'puoModificare' | 'puoCorreggereIdentita'>;

/** Reads of enti: operatori see their own, the offices those of their ambito. */
@Injectable()
export class EntiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One page of the enti that the actor may see, latest first unless they ask otherwise: one query. */
  async elenco(ctx: RequestContext, query: EntiQuery): Promise<Pagina<EnteRigaView>> {
    const pagina = await paginaDi<Riga, ChiaveOrdine>(this.db, ENTI, RIGA, strette(ENTI, visti(ctx, query), query), query);
    return { ...pagina, items: pagina.items.map(row => riga(ctx, row)) };
  }

  /** The same, all of them, for a file. */
  async *tutti(ctx: RequestContext, query: EntiQuery): AsyncGenerator<EnteRigaView> {
    for await (const row of tutteDi<Riga, ChiaveOrdine>(this.db, ENTI, RIGA, strette(ENTI, visti(ctx, query), query), query))
      yield riga(ctx, row);
  }

  /** How many there are, and how many for each value of each filter. */
  conteggi(ctx: RequestContext, query: EntiQuery): Promise<ConteggiView<ChiaveFiltro>> {
    return conteggiDi(this.db, ENTI, visti(ctx, query), query);
  }

  /** The one the URL names. */
  uno(ctx: RequestContext): Promise<EnteView> {
    return this.unoIn(this.db.manager, ctx.actor, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** The same, inside a transaction. */
  async unoIn(db: EntityManager, actor: Actor, ambitoId: string, id: string): Promise<EnteView> {
    const [row] = await db.query<Uno[]>(UNO, [ambitoId, id, actor.id]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const roles = rolesAt(actor, ambitoId, id);
    const verifica = hasPermission(roles, 'ente.verifica');
    return {
      ...row,
      altreRegistrazioni: verifica ? row.altreRegistrazioni : [],
      coda: verifica ? row.coda : null,
      azioni: azioniPermesse('ente', ENTE, row.stato, roles),
      puoModificare: hasPermission(roles, 'ente.modifica'),
      puoCorreggereIdentita: identitaBloccata(row.stato) && hasPermission(roles, 'ente.correggi_identita'),
    };
  }
}

const rolesAt = (actor: Actor, ambitoId: string, enteId: string) => rolesIn(actor, { ambitoId, enteId });

function riga(ctx: RequestContext, row: Riga): EnteRigaView {
  const roles = rolesAt(ctx.actor, placeOf(ctx).ambitoId, row.id);
  return {
    ...row,
    altreRegistrazioni: hasPermission(roles, 'ente.verifica') ? row.altreRegistrazioni : 0,
    azioni: azioniPermesse('ente', ENTE, row.stato, roles),
  };
}

/** What the actor may see, with the words they look for. */
function visti(ctx: RequestContext, query: Pick<EntiQuery, 'q'>): Righe {
  const { ambitoId } = placeOf(ctx);
  const args: unknown[] = [ambitoId];
  const clauses = ['e.ambito_id = $1', visibleWhere(ENTE_KIND, ctx.actor, ambitoId, args)];
  const like = cercata(query.q);
  if (like !== null)
    clauses.push(`(e.denominazione ILIKE $${args.push(like)} OR e.codice_fiscale LIKE $${args.push(like.slice(1).toUpperCase())})`);
  return { where: clauses.join(' AND '), args };
}
