import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  DESIGNAZIONI_CHE_ASPETTANO,
  DESIGNAZIONI_COL_POSTO,
  hasPermission,
  rolesIn,
  type ElenchiAmmessiView,
  type ElencoAmmessiView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';

/** What the next elenco of an avviso would take: what is decided, and in no elenco yet. `d` is the designazione, $1 the ambito, $2 the avviso. */
export const DA_ELENCARE = `d.ambito_id = $1 AND d.avviso_id = $2 AND (d.stato IN ${fra(DESIGNAZIONI_COL_POSTO)} OR d.stato = 'respinta')
  AND NOT EXISTS (SELECT 1 FROM elenco_ammessi_riga q WHERE q.ambito_id = d.ambito_id AND q.designazione_id = d.id)`;

const AMMESSI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('tavolo', y.tavolo_nome, 'enti', y.enti) ORDER BY y.codice), '[]') FROM (
    SELECT r.tavolo_nome, min(t.codice) AS codice, jsonb_agg(jsonb_build_object('denominazione', r.denominazione, 'veste', r.veste) ORDER BY r.denominazione) AS enti
    FROM elenco_ammessi_riga r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE r.ambito_id = k.ambito_id AND r.elenco_id = k.id AND r.ammessa GROUP BY d.tavolo_id, r.tavolo_nome) y) AS tavoli`;

const NON_AMMESSI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('denominazione', r.denominazione, 'tavolo', r.tavolo_nome, 'motivazione', d.motivazione) ORDER BY r.denominazione, r.tavolo_nome), '[]')
    FROM elenco_ammessi_riga r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
    WHERE r.ambito_id = k.ambito_id AND r.elenco_id = k.id AND NOT r.ammessa) AS "nonAmmessi"`;

const ELENCHI = `SELECT k.id, k.ordine, k.determina_numero AS "determinaNumero", to_char(k.determina_data, 'YYYY-MM-DD') AS "determinaData", ${iso('k.pubblicato_at')} AS "pubblicatoAt",
    ${AMMESSI}, ${NON_AMMESSI} FROM elenco_ammessi k WHERE k.ambito_id = $1 AND k.avviso_id = $2 ORDER BY k.ordine`;

const PROSSIMO = `SELECT count(*) FILTER (WHERE NOT respinta)::int AS ammesse, count(*) FILTER (WHERE respinta)::int AS "nonAmmesse", count(*) FILTER (WHERE attende_elenco)::int AS "inAttesa",
    (SELECT count(*)::int FROM designazione i WHERE i.ambito_id = $1 AND i.avviso_id = $2 AND i.stato IN ${fra(DESIGNAZIONI_CHE_ASPETTANO)}) AS "daDecidere",
    (SELECT v.stato = 'pubblicato' AND v.chiude_at <= now() FROM avviso v WHERE v.ambito_id = $1 AND v.id = $2) AS chiuso
  FROM (SELECT d.stato = 'respinta' AS respinta, d.attende_elenco FROM designazione d WHERE ${DA_ELENCARE}) x`;

type Prossimo = Omit<NonNullable<ElenchiAmmessiView['prossimo']>, 'puoPubblicare'> & { readonly chiuso: boolean };

/** The elenchi degli ammessi of an avviso: who was admitted to everybody, who was not to the offices. */
@Injectable()
export class ElenchiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  elenco(ctx: RequestContext): Promise<ElenchiAmmessiView> {
    return this.elencoIn(this.db.manager, ctx);
  }

  async elencoIn(db: EntityManager, ctx: RequestContext): Promise<ElenchiAmmessiView> {
    const { ambitoId, id } = placeOf(ctx);
    const roles = rolesIn(ctx.actor, { ambitoId });
    const items = await db.query<ElencoAmmessiView[]>(ELENCHI, [ambitoId, id]);
    if (!hasPermission(roles, 'avviso.segui')) return { items: items.map(k => ({ ...k, nonAmmessi: null })), prossimo: null };
    const [row] = await db.query<Prossimo[]>(PROSSIMO, [ambitoId, id]);
    if (row === undefined) return { items, prossimo: null };
    const { chiuso, ...prossimo } = row;
    const puoPubblicare = chiuso && prossimo.ammesse + prossimo.nonAmmesse > 0 && hasPermission(roles, 'avviso.pubblica_elenco');
    return { items, prossimo: { ...prossimo, puoPubblicare } };
  }
}
