import { randomUUID } from 'node:crypto';
import {
  fineDiIncarico,
  GIORNI_INVITO_INCARICO,
  instantToRomeWall,
  type IncaricoInput,
  type IncaricoView,
  type RuoloIncarico,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../platform/commands/commands.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { attoDiFine, chiudiScaduti } from './fine.js';
import { emailAssegnato, emailInvitoIncarico, emailScaduto, type AmbitoPerEmail } from './incarichi.emails.js';
import { unIncarico } from './incarichi.sql.js';
import { creaInvito } from './inviti.js';

/** An incarico to be given: what the form says, of any role. */
export type DaAffidare = Omit<IncaricoInput, 'email' | 'ruolo'> & { readonly ruolo: RuoloIncarico; readonly incontroId: string | null };

const CREA = `
  INSERT INTO incarico (ambito_id, id, account_id, invitato_email, invitato_at, ruolo, tavolo_id, incontro_id, origine, verbale_id, atto_numero, atto_data, dal, scade_il, comune_di)
  VALUES ($1, $2, $3, $4, CASE WHEN $4::text IS NULL THEN NULL ELSE now() END, $5, $6, $7, $8, $9, $10, $11,
    CASE WHEN $12::date IS NULL OR $12::date = (now() AT TIME ZONE 'Europe/Rome')::date THEN now() ELSE $12::date::timestamp AT TIME ZONE 'Europe/Rome' END, $13, $14)`;

const oggi = (): string => instantToRomeWall(new Date()).slice(0, 10);

/**
 * Gives an incarico to who holds the address, in the caller's transaction; who has no account is invited by mail, and holds nothing until they take it.
 * `da`: who gives it, by name.
 * @throws ProblemError `incarico.account_assente` on `/email` of an account that was never confirmed, `incarico.esiste`; 400 on `/scadeIl`
 */
export async function affida(tx: Tx, da: string, email: string, dati: DaAffidare): Promise<IncaricoView> {
  const scadeIl = dati.scadeIl ?? (dati.incontroId === null ? fineDiIncarico(dati.dal ?? oggi()) : null);
  if (scadeIl !== null && scadeIl < oggi()) throw fieldProblem('richiesta.non_valida', '/scadeIl', 'La fine è già passata.');
  await chiudi(tx);
  const accountId = await accountDi(tx.db, email);
  const id = randomUUID();
  await tx.db
    .query(CREA, [
      ...[tx.ambitoId, id, accountId, accountId === null ? email : null],
      ...[dati.ruolo, dati.tavoloId, dati.incontroId, dati.origine, dati.verbaleId],
      ...[dati.atto?.numero ?? null, dati.atto?.data ?? null, dati.dal, scadeIl, dati.comuneDi],
    ])
    .catch(uniqueViolation('incarico_in_corso', 'incarico.esiste'));
  const incarico = await unIncarico(tx.db, tx.ambitoId, id);
  tx.registra(accountId === null ? 'incarico.invita' : 'incarico.assegna', 'incarico', id, { ...dati, scadeIl, accountId });
  await scrivi(tx, da, incarico);
  if (accountId !== null) tx.annuncia({ t: 'account', accountId });
  tx.annuncia({ t: 'pagine', ambitoSlug: (await leggiAmbito(tx)).slug }); // the page of a tavolo names its referente
  return incarico;
}

/** Those of this ambito that are past their last day leave room for another. */
async function chiudi(tx: Tx): Promise<void> {
  for (const finito of await chiudiScaduti(tx.db, tx.ambitoId)) {
    const { azione, oggettoTipo, oggettoId, contenuto } = attoDiFine(finito);
    tx.registra(azione, oggettoTipo, oggettoId, contenuto);
    tx.email(emailScaduto(finito));
    if (finito.accountId !== null) tx.annuncia({ t: 'account', accountId: finito.accountId });
  }
}

async function scrivi(tx: Tx, da: string, incarico: IncaricoView): Promise<void> {
  const ambito = await leggiAmbito(tx);
  if (!incarico.invitato) return tx.email(emailAssegnato(ambito, incarico, da));
  const finoA = new Date(Date.now() + GIORNI_INVITO_INCARICO * 86_400_000);
  tx.email(emailInvitoIncarico(ambito, incarico, da, await creaInvito(tx.db, tx.ambitoId, incarico.id), finoA));
}

async function accountDi(db: EntityManager, email: string): Promise<string | null> {
  const [row] = await db.query<{ id: string; confermato: boolean }[]>(
    'SELECT id, email_confermata_at IS NOT NULL AS confermato FROM account WHERE email = $1',
    [email],
  );
  if (row?.confermato === false) throw fieldProblem('incarico.account_assente', '/email');
  return row?.id ?? null;
}

export async function leggiAmbito(tx: Tx): Promise<AmbitoPerEmail> {
  const [row] = await tx.db.query<[AmbitoPerEmail]>('SELECT id, slug, nome FROM ambito WHERE id = $1', [tx.ambitoId]);
  return row;
}
