import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  DECADENZA,
  instantToRomeWall,
  PRESENTI,
  rolesIn,
  sentito,
  type DecadenzaRigaView,
  type DecadenzaView,
  type ProvaDecadenzaView,
  type ProveDecadenzaView,
  type RegoleTavolo,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { regoleDi } from '../incontri/regole/regole.js';
import { visibleWhere } from '../platform/access/visible.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { storiaSql } from '../platform/registro/storia.js';
import { conta, tiene } from '../posti/siede.sql.js';
import { TAVOLO_BREVE } from '../tavoli/tavolo.sql.js';
import { DECADENZA_KIND } from './decadenza.kind.js';
import { inAttesa } from './proposte.sql.js';

const RIGA = `k.id, k.stato, k.motivo, jsonb_build_object('id', e.id, 'denominazione', e.denominazione) AS ente, ${TAVOLO_BREVE} AS tavolo, ${iso('k.aperto_at')} AS "apertoAt",
  k.termine::text AS termine, EXISTS (SELECT 1 FROM decadenza_memoria w WHERE w.ambito_id = k.ambito_id AND w.decadenza_id = k.id) AS "haMemorie"`;
const FROM = `FROM decadenza k JOIN ente e ON e.ambito_id = k.ambito_id AND e.id = k.ente_id JOIN tavolo t ON t.ambito_id = k.ambito_id AND t.id = k.tavolo_id`;
const INCONTRO = `'incontro', jsonb_build_object('id', n.id, 'titolo', n.titolo), 'inizioAt', ${iso('n.inizio_at')}`;

const FATTI = `(SELECT coalesce(jsonb_agg(jsonb_build_object(${INCONTRO}, 'presenza', f.presenza) ORDER BY n.inizio_at DESC), '[]') FROM decadenza_fatto f
  JOIN incontro n ON n.ambito_id = f.ambito_id AND n.id = f.incontro_id WHERE f.ambito_id = k.ambito_id AND f.decadenza_id = k.id) AS fatti`;
const MEMORIE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('testo', w.testo, 'presentataAt', ${iso('w.presentata_at')}) ORDER BY w.presentata_at), '[]')
  FROM decadenza_memoria w WHERE w.ambito_id = k.ambito_id AND w.decadenza_id = k.id) AS memorie`;
/** The seat was filled after the opening: shown to who decides, and closes nothing by itself. */
const DOPO = `(SELECT count(*)::int FROM presenza p JOIN incontro n ON n.ambito_id = p.ambito_id AND n.id = p.incontro_id
  WHERE p.ambito_id = k.ambito_id AND p.tavolo_id = k.tavolo_id AND p.ente_id = k.ente_id AND p.stato IN ${fra(PRESENTI)} AND n.inizio_at > k.aperto_at) AS "presenzeDopo"`;

const UNA = `SELECT ${RIGA}, k.ragioni, k.ufficio, k.responsabile, k.dove_atti AS "doveAtti", k.motivazione, ${iso('k.chiuso_at')} AS "chiusoAt", ${FATTI}, ${MEMORIE}, ${DOPO},
    (SELECT d.id FROM designazione d WHERE d.ambito_id = k.ambito_id AND d.tavolo_id = k.tavolo_id AND d.ente_id = k.ente_id AND (${tiene('d')} OR d.stato = 'decaduta')
      ORDER BY d.accettata_at DESC LIMIT 1) AS "designazioneId", ${storiaSql('k.ambito_id', 'k.id')} AS storia, k.version
  ${FROM} WHERE k.ambito_id = $1 AND k.id = $2`;

/** What counts of the seat of the designazione `$2`: as attendance counts it. @see `conta` */
const PROVE = `SELECT jsonb_build_object(${INCONTRO}, 'presenza', p.stato) AS prova, n.id
  FROM designazione d JOIN presenza p ON p.ambito_id = d.ambito_id AND p.tavolo_id = d.tavolo_id AND p.ente_id = d.ente_id
  JOIN incontro n ON n.ambito_id = p.ambito_id AND n.id = p.incontro_id AND n.stato = 'svolto'
  WHERE d.ambito_id = $1 AND d.id = $2 AND p.stato IS NOT NULL AND ${conta('p')} ORDER BY n.inizio_at DESC`;

export async function leggiProve(db: EntityManager, ambitoId: string, designazioneId: string): Promise<ProvaDecadenzaView[]> {
  const righe = await db.query<{ prova: ProvaDecadenzaView }[]>(PROVE, [ambitoId, designazioneId]);
  return righe.map(r => r.prova);
}

/** How many days the ente of that tavolo has to write. */
export async function giorniContraddittorio(db: EntityManager, ambitoId: string, tavoloId: string | undefined): Promise<number> {
  const [tavolo] = await db.query<{ regole: Partial<RegoleTavolo> | null }[]>(
    'SELECT regole FROM tavolo WHERE ambito_id = $1 AND id = $2',
    [ambitoId, tavoloId],
  );
  return regoleDi(tavolo?.regole).giorniContraddittorio;
}

/** Reads of procedimenti di decadenza; never public, who may see what is applied in SQL. */
@Injectable()
export class DecadenzeQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async elenco(ctx: RequestContext): Promise<{ items: DecadenzaRigaView[] }> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const items = await this.db.query<DecadenzaRigaView[]>(
      `SELECT ${RIGA} ${FROM} WHERE k.ambito_id = $1 AND ${visibleWhere(DECADENZA_KIND, ctx.actor, ambitoId, args)}
       ORDER BY k.stato = 'aperto' DESC, k.termine DESC, k.id`,
      args,
    );
    return { items };
  }

  prove(ctx: RequestContext): Promise<ProveDecadenzaView> {
    return this.proveIn(this.db.manager, ctx);
  }

  /** The same, inside a transaction. */
  async proveIn(db: EntityManager, ctx: RequestContext): Promise<ProveDecadenzaView> {
    const { ambitoId, id, tavoloId } = placeOf(ctx);
    const items = await leggiProve(db, ambitoId, id);
    const giorni = await giorniContraddittorio(db, ambitoId, tavoloId ?? undefined);
    return { items, giorni, responsabile: ctx.actor.nome, proposta: await inAttesa(db, ambitoId, id) };
  }

  una(ctx: RequestContext): Promise<DecadenzaView> {
    return this.unaIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  /** The same, inside a transaction. */
  async unaIn(db: EntityManager, ctx: RequestContext, id: string): Promise<DecadenzaView> {
    const { ambitoId } = placeOf(ctx);
    const [row] = await db.query<Omit<DecadenzaView, 'azioni' | 'sentito'>[]>(UNA, [ambitoId, id]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const roles = rolesIn(ctx.actor, { ambitoId, tavoloId: row.tavolo.id, enteId: row.ente.id });
    return {
      ...row,
      sentito: sentito(row, instantToRomeWall(new Date()).slice(0, 10)),
      azioni: azioniPermesse('decadenza', DECADENZA, row.stato, roles),
    };
  }
}
