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
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { attoDiFine, chiudiScaduti } from './fine.js';
import { emailAssegnato, emailInvitoIncarico, emailScaduto, type AmbitoPerEmail } from './incarichi.emails.js';
import { aperto, tieneNellAmbito } from './chi.sql.js';
import { INCARICHI, unIncarico } from './incarichi.sql.js';
import { creaInviti } from './inviti.js';

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
  const accountId = await contoDi(tx.db, email);
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
  await scriviIncarichi(tx, da, [id]);
  if (accountId !== null) tx.annuncia({ t: 'account', accountId });
  tx.annuncia({ t: 'pagine', ambitoSlug: (await leggiAmbito(tx)).slug }); // the page of a tavolo names its referente
  return incarico;
}

/** Those of this ambito that are past their last day leave room for another. */
export async function chiudi(tx: Tx): Promise<void> {
  for (const finito of await chiudiScaduti(tx.db, tx.ambitoId)) {
    const { azione, oggettoTipo, oggettoId, contenuto } = attoDiFine(finito);
    tx.registra(azione, oggettoTipo, oggettoId, contenuto);
    tx.email(emailScaduto(finito));
    if (finito.accountId !== null) tx.annuncia({ t: 'account', accountId: finito.accountId });
  }
}

/** Writes to who was given them; who has no account gets a link of their own. @returns how many */
export async function scriviIncarichi(tx: Tx, da: string, ids: readonly string[]): Promise<number> {
  const ambito = await leggiAmbito(tx);
  const dati = await tx.db.query<IncaricoView[]>(`${INCARICHI()} AND ${aperto('i')} AND i.id = ANY($2::uuid[])`, [tx.ambitoId, ids]);
  const segreti = await creaInviti(
    tx.db,
    tx.ambitoId,
    dati.filter(i => i.invitato).map(i => i.id),
  );
  const finoA = new Date(Date.now() + GIORNI_INVITO_INCARICO * 86_400_000);
  for (const incarico of dati) {
    const segreto = segreti.get(incarico.id);
    tx.email(segreto === undefined ? emailAssegnato(ambito, incarico, da) : emailInvitoIncarico(ambito, incarico, da, segreto, finoA));
  }
  return dati.length;
}

async function contoDi(db: EntityManager, email: string): Promise<string | null> {
  const conto = (await contiDi(db, [email])).get(email);
  if (conto?.confermato === false) throw fieldProblem('incarico.account_assente', '/email');
  return conto?.id ?? null;
}

/** The accounts of addresses. */
export async function contiDi(
  db: EntityManager,
  emails: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly confermato: boolean }>> {
  const rows = await db.query<{ email: string; id: string; confermato: boolean }[]>(
    'SELECT email, id, email_confermata_at IS NOT NULL AS confermato FROM account WHERE email = ANY($1::text[])',
    [emails],
  );
  return new Map(rows.map(row => [row.email, row]));
}

/** @throws ProblemError `incarico.ultimo_coordinatore` when nobody would be left who gives incarichi */
export async function demandChiAssegna(db: EntityManager, ambitoId: string): Promise<void> {
  const rows = await db.query<unknown[]>(
    `SELECT 1 FROM incarico i WHERE i.ambito_id = $1 AND ${tieneNellAmbito('i', 'incarico.assegna')} LIMIT 1`,
    [ambitoId],
  );
  if (rows.length === 0) throw new ProblemError('incarico.ultimo_coordinatore');
}

export async function leggiAmbito(tx: Tx): Promise<AmbitoPerEmail> {
  const [row] = await tx.db.query<[AmbitoPerEmail]>('SELECT id, slug, nome FROM ambito WHERE id = $1', [tx.ambitoId]);
  return row;
}
