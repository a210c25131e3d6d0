import type { RuoloIncarico } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { BATCH } from '../platform/jobs/batches.js';
import type { Act } from '../platform/registro/registro.js';
import { scaduto } from './chi.sql.js';
import type { DaDire } from './incarichi.emails.js';

/** An incarico whose last day is past, as it was closed. */
export interface Finito extends DaDire {
  readonly accountId: string | null;
  readonly incontroId: string | null;
}

const CHIUDI = `
  UPDATE incarico i SET al = (i.scade_il + 1)::timestamp AT TIME ZONE 'Europe/Rome' FROM ambito a, incarico x
    LEFT JOIN account ac ON ac.id = x.account_id LEFT JOIN tavolo t ON t.ambito_id = x.ambito_id AND t.id = x.tavolo_id
  WHERE x.ambito_id = i.ambito_id AND x.id = i.id AND a.id = i.ambito_id AND i.ctid = ANY (ARRAY(SELECT s.ctid FROM incarico s
    WHERE ($1::uuid IS NULL OR s.ambito_id = $1) AND ${scaduto('s')} ORDER BY s.scade_il, s.id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))
  RETURNING i.id, i.ambito_id AS "ambitoId", a.slug AS "ambitoSlug", a.nome AS ambito, i.ruolo, i.account_id AS "accountId", i.incontro_id AS "incontroId", i.scade_il::text AS "scadeIl",
    CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'nome', t.nome) END AS tavolo, coalesce(ac.nome, '') AS nome, coalesce(ac.cognome, '') AS cognome, coalesce(ac.email, i.invitato_email) AS email`;

/** Writes that what is past its last day has ended: it gave nothing any more since then. @param ambitoId null: everywhere. @returns at most a batch of them */
export async function chiudiScaduti(db: EntityManager, ambitoId: string | null): Promise<Finito[]> {
  const [rows] = await db.query<[Finito[], number]>(CHIUDI, [ambitoId]);
  return rows;
}

/** The act of the register of one that ended by itself. */
export const attoDiFine = ({ id, ruolo, accountId, tavolo, incontroId, scadeIl }: Finito & { readonly ruolo: RuoloIncarico }): Act => ({
  azione: 'incarico.scade',
  oggettoTipo: 'incarico',
  oggettoId: id,
  contenuto: { attore: 'Il portale, alla fine dell’incarico', ruolo, accountId, tavoloId: tavolo?.id ?? null, incontroId, scadeIl },
});
