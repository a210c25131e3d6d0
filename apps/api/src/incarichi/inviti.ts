import { GIORNI_INVITO_INCARICO } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { EmailDraft } from '../platform/email/email.types.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import type { Act } from '../platform/registro/registro.js';
import type { BusEvent } from '../platform/realtime/bus.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';
import { aperto, chiNellAmbito } from './chi.sql.js';
import { emailAccettato, type DaDire } from './incarichi.emails.js';

const VALE = (i: string): string =>
  `(${i}.account_id IS NULL AND ${aperto(i)} AND ${i}.invitato_at > now() - make_interval(days => ${GIORNI_INVITO_INCARICO}))`;

/** Makes the secrets of invitations, each good as long as it waits; those that were mailed before end. @returns them by incarico */
export async function creaInviti(db: EntityManager, ambitoId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const segreti = new Map(ids.map(id => [id, newSecret()]));
  if (ids.length === 0) return segreti;
  await db.query('DELETE FROM incarico_invito WHERE ambito_id = $1 AND incarico_id = ANY($2::uuid[])', [ambitoId, ids]);
  await db.query(
    'INSERT INTO incarico_invito (segreto_hash, ambito_id, incarico_id) SELECT s.hash, $1, s.id FROM unnest($2::bytea[], $3::uuid[]) AS s (hash, id)',
    [ambitoId, [...segreti.values()].map(hashSecret), ids],
  );
  await db.query('UPDATE incarico SET invitato_at = now() WHERE ambito_id = $1 AND id = ANY($2::uuid[])', [ambitoId, ids]);
  return segreti;
}

/** The address to which a secret was mailed. @throws ProblemError 404 `collegamento.non_valido`, 410 `collegamento.scaduto` */
export async function indirizzoInvitato(db: EntityManager, segreto: string): Promise<string> {
  const [row] = await db.query<{ email: string; vale: boolean }[]>(
    `SELECT i.invitato_email AS email, ${VALE('i')} AS vale FROM incarico_invito s JOIN incarico i ON i.ambito_id = s.ambito_id AND i.id = s.incarico_id
     WHERE s.segreto_hash = $1 AND i.account_id IS NULL`,
    [hashSecret(segreto)],
  );
  if (row === undefined) throw new ProblemError('collegamento.non_valido');
  if (!row.vale) throw new ProblemError('collegamento.scaduto');
  return row.email;
}

interface Preso extends Omit<DaDire, 'scadeIl'> {
  readonly per: readonly EmailDraft['to'][];
}

const PRENDI = `
  UPDATE incarico i SET account_id = ac.id, invitato_email = NULL FROM account ac, ambito a, incarico x LEFT JOIN tavolo t ON t.ambito_id = x.ambito_id AND t.id = x.tavolo_id
  WHERE ac.id = $1 AND x.ambito_id = i.ambito_id AND x.id = i.id AND a.id = i.ambito_id AND i.invitato_email = ac.email AND ${VALE('i')}
    AND NOT EXISTS (SELECT 1 FROM incarico gia WHERE gia.ambito_id = i.ambito_id AND gia.account_id = ac.id AND gia.ruolo = i.ruolo AND gia.al IS NULL
      AND gia.tavolo_id IS NOT DISTINCT FROM i.tavolo_id AND gia.incontro_id IS NOT DISTINCT FROM i.incontro_id)
  RETURNING i.id, i.ambito_id AS "ambitoId", a.slug AS "ambitoSlug", a.nome AS ambito, i.ruolo, ac.nome, ac.cognome, ac.email,
    CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'nome', t.nome) END AS tavolo, ${chiNellAmbito('incarico.assegna', 'i.ambito_id')} AS per`;

/** What an account leaves behind: its transaction records, mails and announces it. */
interface Lascia {
  readonly db: EntityManager;
  registra(ambitoId: string, act: Act): void;
  email(...drafts: readonly EmailDraft[]): void;
  annuncia(...events: readonly BusEvent[]): void;
}

/** Whoever comes to hold an address takes what was waiting for it: called wherever an account gets its address. */
export async function prendiIncarichi(tx: Lascia, accountId: string): Promise<void> {
  const [presi] = await tx.db.query<[Preso[], number]>(PRENDI, [accountId]);
  for (const { ambitoId, ambitoSlug, ambito, per, ...i } of presi) {
    await tx.db.query('DELETE FROM incarico_invito WHERE ambito_id = $1 AND incarico_id = $2', [ambitoId, i.id]);
    const contenuto = { attore: `${i.nome} ${i.cognome}`, ruolo: i.ruolo, accountId, tavoloId: i.tavolo?.id ?? null };
    tx.registra(ambitoId, { azione: 'incarico.accetta', oggettoTipo: 'incarico', oggettoId: i.id, contenuto });
    tx.email(...emailAccettato({ id: ambitoId, slug: ambitoSlug, nome: ambito }, i, per));
    tx.annuncia({ t: 'account', accountId }, { t: 'pagine', ambitoSlug });
  }
}

/** Forgets the addresses of who never answered. */
export const INVITI_SCADUTI = `account_id IS NULL AND NOT (${VALE('incarico')})`;
