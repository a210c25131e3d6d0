import type { TipoSeguito } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { EmailDraft } from '../platform/email/email.types.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';
import { emailNotizia, MAILS, type Notizia } from './seguiti.emails.js';

/** Takes back the news of something that wait to be sent: their words may not be public any more. @returns the addresses that would have had them */
export async function ritiraNotizie(db: EntityManager, ambitoId: string, tipo: TipoSeguito, oggettoId: string): Promise<string[]> {
  const [rows] = await db.query<[{ a: string }[], number]>(
    `DELETE FROM email WHERE ambito_id = $1 AND oggetto_id = $2 AND tipo = $3 AND stato = 'in_coda' AND coalesce(presa_fino_at, '-infinity') < clock_timestamp() RETURNING a_indirizzo AS a`,
    [ambitoId, oggettoId, MAILS[tipo].tipo],
  );
  return [...new Set(rows.map(r => r.a))];
}

/** A fresh secret of a following, of which only the hash is kept. */
export async function segretoSeguito(db: EntityManager, ambitoId: string, id: string): Promise<string> {
  const segreto = newSecret();
  await db.query('INSERT INTO seguito_segreto (segreto_hash, ambito_id, seguito_id) VALUES ($1, $2, $3)', [
    hashSecret(segreto),
    ambitoId,
    id,
  ]);
  return segreto;
}

/** The mails to who follows it, each with its own way to stop; to be written in the transaction of what happened. */
export async function avvisaChiSegue(db: EntityManager, notizia: Notizia): Promise<EmailDraft[]> {
  const { ambitoId, tipo, oggettoId, solo = null } = notizia;
  const chi = await db.query<{ id: string; indirizzo: string }[]>(
    'SELECT id, indirizzo FROM seguito WHERE ambito_id = $1 AND tipo = $2 AND oggetto_id = $3 AND confermato_at IS NOT NULL AND ($4::text[] IS NULL OR indirizzo = ANY($4)) ORDER BY indirizzo',
    [ambitoId, tipo, oggettoId, solo],
  );
  const emails: EmailDraft[] = [];
  for (const { id, indirizzo } of chi) {
    const segreto = await segretoSeguito(db, ambitoId, id);
    emails.push(emailNotizia(notizia, indirizzo, segreto));
  }
  return emails;
}

/** Of somebody who has asked to hear of a page, and confirmed. */
export const NOTO_PER_SEGUITO = 'EXISTS (SELECT 1 FROM seguito s WHERE s.indirizzo = a AND s.confermato_at IS NOT NULL)';
