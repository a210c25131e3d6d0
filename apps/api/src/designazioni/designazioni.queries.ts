import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  DESIGNAZIONE,
  DESIGNAZIONI_COL_POSTO,
  DESIGNAZIONI_PRESENTATE,
  hasPermission,
  instantToRomeWall,
  puoAncoraIntegrare,
  rolesIn,
  tra,
  type AzioneDesignazione,
  type ConteggiView,
  type DesignazioneRigaView,
  type DesignazioneView,
  type DesignazioniQuery,
  type Pagina,
  type Ruolo,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleWhere } from '../platform/access/visible.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';
import { ledgerSql } from '../platform/email/ledger.sql.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { conteggiDi } from '../platform/tabelle/conteggi.js';
import { cercata, paginaDi, strette, type Righe } from '../platform/tabelle/tabella.js';
import { storiaSql } from '../platform/registro/storia.js';
import { tiene } from '../posti/siede.sql.js';
import {
  DECADENZA,
  DESIGNAZIONI,
  FROM,
  LIMITE_TAVOLI,
  PERSONA,
  PERSONA_RIGA,
  persone,
  RIGA,
  SCOPERTO,
  type FiltroDesignazioni,
  type OrdineDesignazioni,
} from './designazioni.sql.js';
import { DESIGNAZIONE_KIND } from './designazione.kind.js';

type Riga = Omit<DesignazioneRigaView, 'azioni'> & { tavoloId: string; enteId: string };
type Una = Omit<
  DesignazioneView,
  'azioni' | 'puoModificare' | 'puoCompletare' | 'puoRegistrareDimissioni' | 'puoAprireDecadenza' | 'puoCorreggere'
> & {
  tavoloId: string;
  enteId: string;
};

/** Reads of designazioni; who may see what is applied in SQL. */
@Injectable()
export class DesignazioniQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One page of the designazioni that the actor may see, latest first unless they ask otherwise. Always one query, whatever the number of rows. */
  async elenco(ctx: RequestContext, query: DesignazioniQuery): Promise<Pagina<DesignazioneRigaView>> {
    const { ambitoId } = placeOf(ctx);
    const righe = strette(DESIGNAZIONI, this.viste(ctx, query), query);
    const colonne = `${RIGA}, ${persone(PERSONA_RIGA)}`;
    const pagina = await paginaDi<Riga, OrdineDesignazioni>(this.db, DESIGNAZIONI, colonne, righe, query);
    return {
      ...pagina,
      items: pagina.items.map(({ tavoloId, enteId, ...row }) => ({
        ...row,
        azioni: azioni(row, rolesIn(ctx.actor, { ambitoId, tavoloId, enteId })),
      })),
    };
  }

  /** How many there are, and how many for each value of each filter. */
  conteggi(ctx: RequestContext, query: DesignazioniQuery): Promise<ConteggiView<FiltroDesignazioni>> {
    return conteggiDi(this.db, DESIGNAZIONI, this.viste(ctx, query), query);
  }

  /** The one the URL names. */
  una(ctx: RequestContext): Promise<DesignazioneView> {
    return this.unaIn(this.db.manager, ctx, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** The same, inside a transaction. */
  async unaIn(db: EntityManager, ctx: RequestContext, ambitoId: string, id: string): Promise<DesignazioneView> {
    const [row] = await db.query<Una[]>(
      `SELECT ${RIGA}, ${persone(PERSONA)}, coalesce(d.dichiarazioni, CASE WHEN d.inviata_at IS NULL THEN (SELECT jsonb_agg(x || '{"resa": false}' ORDER BY n) FROM jsonb_array_elements(v.dichiarazioni) WITH ORDINALITY AS q (x, n)) END, '[]') AS dichiarazioni,
         d.motivazione, ${iso('d.reinviata_at')} AS "reinviataAt", d.causa_fine AS "causaFine", jsonb_build_object('titolari', coalesce(v.posti_titolari, o.titolari), 'supplenti', coalesce(v.posti_supplenti, o.supplenti)) AS posti,
         (SELECT n.id FROM designazione n WHERE n.ambito_id = d.ambito_id AND n.sostituisce_id = d.id AND ${tiene('n')}) AS "sostituitaDa", ${SCOPERTO}, ${DECADENZA}, ${LIMITE_TAVOLI},
         ${ledgerSql('d.ambito_id', 'd.id')} AS emails, ${storiaSql('d.ambito_id', 'd.id')} AS storia
       ${FROM} WHERE d.ambito_id = $1 AND d.id = $2`,
      [ambitoId, id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { tavoloId, enteId, ...view } = row;
    const roles = rolesIn(ctx.actor, { ambitoId, tavoloId, enteId });
    return {
      ...view,
      emails: hasPermission(roles, 'email.elenca') ? view.emails : [],
      azioni: azioni(row, roles),
      ...puo(row, roles),
      puoModificare: row.stato === 'bozza' && hasPermission(roles, 'designazione.modifica'),
      puoCompletare: row.stato === 'da_integrare' && hasPermission(roles, 'designazione.reinvia'),
      puoCorreggere: tra(DESIGNAZIONI_PRESENTATE, row.stato) && hasPermission(roles, 'designazione.correggi'),
    };
  }

  /** What the actor may see, with the words they look for: for the list and the export. */
  viste(ctx: RequestContext, query: Pick<DesignazioniQuery, 'q'>): Righe {
    const ambitoId = placeOf(ctx).ambitoId;
    const args: unknown[] = [ambitoId];
    const clauses = ['d.ambito_id = $1', visibleWhere(DESIGNAZIONE_KIND, ctx.actor, ambitoId, args)];
    const like = cercata(query.q);
    if (like !== null) {
      const parole = `$${args.push(like)}`;
      clauses.push(`(e.denominazione ILIKE ${parole} OR EXISTS (SELECT 1 FROM rappresentante r
        WHERE r.ambito_id = d.ambito_id AND r.designazione_id = d.id AND r.nome || ' ' || r.cognome ILIKE ${parole}))`);
    }
    return { where: clauses.join(' AND '), args };
  }
}

/** What else than steps may be begun from its page. */
function puo({ stato, decadenza, rappresentanti }: Una, roles: readonly Ruolo[]) {
  const colPosto = tra(DESIGNAZIONI_COL_POSTO, stato);
  return {
    puoRegistrareDimissioni:
      colPosto && hasPermission(roles, 'designazione.registra_dimissioni') && rappresentanti.some(r => r.consenso === 'dato'),
    puoAprireDecadenza: colPosto && decadenza === null && hasPermission(roles, 'decadenza.apri'),
  };
}

/** What was sent back is not refused as long as its ente has time. */
function azioni(riga: Pick<DesignazioneRigaView, 'stato' | 'integrareEntro'>, roles: readonly Ruolo[]): AzioneDesignazione[] {
  const presto = puoAncoraIntegrare(riga, instantToRomeWall(new Date()).slice(0, 10));
  return azioniPermesse('designazione', DESIGNAZIONE, riga.stato, roles).filter(azione => !(presto && azione === 'respingi'));
}
