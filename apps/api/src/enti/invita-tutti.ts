import type { ParoleAmbito } from '@tavoli/shared';
import type { Tx } from '../platform/commands/commands.js';
import type { RequestContext } from '../platform/commands/context.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';
import { emailInvito } from './operatori.emails.js';

/** The office does not know when the ente will read it: longer than what one operatore sends another. */
const GIORNI = 30;

interface DaInvitare {
  readonly id: string;
  readonly version: number;
  readonly denominazione: string;
  readonly email: string;
  readonly ambitoSlug: string;
  readonly ambito: string;
  readonly segreto?: string;
  readonly scadeAt: Date;
}

const SENZA_NESSUNO = `
  SELECT e.id, e.version, e.denominazione, e.email, a.slug AS "ambitoSlug", a.nome AS ambito, now() + make_interval(days => ${GIORNI}) AS "scadeAt"
  FROM ente e JOIN ambito a ON a.id = e.ambito_id
  WHERE e.ambito_id = $1 AND e.id = ANY($2::uuid[])
    AND NOT EXISTS (SELECT 1 FROM operatore o WHERE o.ambito_id = e.ambito_id AND o.ente_id = e.id AND o.al IS NULL)
  ORDER BY e.id`;

const SALVA = `
  INSERT INTO operatore_invito (ambito_id, id, ente_id, email, segreto_hash, scade_at)
  SELECT $1, gen_random_uuid(), r.ente_id, r.email, decode(r.hash, 'hex'), $3 FROM jsonb_to_recordset($2::jsonb) AS r(ente_id uuid, email text, hash text)
  ON CONFLICT (ambito_id, ente_id, email) WHERE chiuso_at IS NULL DO UPDATE SET segreto_hash = excluded.segreto_hash, scade_at = excluded.scade_at`;

/** Invites, at their own addresses, those of the enti for whom nobody acts yet. Two statements, however many. @returns how many */
export async function invitaEnti(tx: Tx, ctx: RequestContext, ids: readonly string[]): Promise<number> {
  const enti = await tx.db.query<DaInvitare[]>(SENZA_NESSUNO, [tx.ambitoId, ids]);
  const [primo] = enti;
  if (primo === undefined) return 0;
  const segreti = enti.map(ente => ({ ente, segreto: newSecret() }));
  const righe = segreti.map(({ ente, segreto }) => ({ ente_id: ente.id, email: ente.email, hash: hashSecret(segreto).toString('hex') }));
  await tx.db.query(SALVA, [tx.ambitoId, JSON.stringify(righe), primo.scadeAt]);
  for (const { ente, segreto } of segreti) {
    tx.registra('operatore.invita', 'ente', ente.id, {});
    const dati = { ...ente, ambitoId: tx.ambitoId, parole: {} as ParoleAmbito, operatori: [], perEnte: [], perUffici: [] };
    tx.email(emailInvito(dati, { email: ente.email, segreto, scadeAt: ente.scadeAt }, ctx.actor.nome));
  }
  return enti.length;
}
