import type { EntityManager } from 'typeorm';
import { PERSONA_CANCELLATA, type Persona } from './chi.js';

/** An address that belongs to nobody and to one row. */
const INDIRIZZO = (id: string): string => `'cancellata-' || ${id} || '@persona.invalid'`;

/** Whether a JSON column speaks of the address `$2`: of it whole, not of one that ends or begins like it. */
const NOMINA = (colonna: string): string =>
  `(position($2 IN ${colonna}::text) > 0 AND ${colonna}::text ~ ('(?<![[:alnum:]._%+-])' || regexp_replace($2, '([^[:alnum:]])', '\\\\\\1', 'g') || '(?![[:alnum:]-]|[.][[:alnum:]])'))`;

/** What is forgotten, in order; `$1` account (or null), `$2` address, `$3` name. Acts stay, without the person (`dati-personali.ts`). */
export const PASSI: readonly string[] = [
  // Of contributi that nobody ever read: all. Of the others: who wrote them.
  `DELETE FROM contributo WHERE (account_id = $1::uuid OR autore_email = $2) AND stato = 'da_confermare'`,
  `DELETE FROM contributo_segreto s USING contributo c WHERE c.ambito_id = s.ambito_id AND c.id = s.contributo_id AND (c.account_id = $1::uuid OR c.autore_email = $2)`,
  `UPDATE contributo SET provenienza_nome = CASE WHEN provenienza = 'cittadino' THEN NULL ELSE provenienza_nome END, autore_nome = NULL, autore_email = NULL, account_id = NULL, mostra_nome = mostra_nome AND provenienza <> 'cittadino', version = version + 1
     WHERE account_id = $1::uuid OR autore_email = $2`,
  `UPDATE elaborato_commento c SET autore_nome = '${PERSONA_CANCELLATA}' FROM elaborato_lettore x JOIN rappresentante r ON r.ambito_id = x.ambito_id AND r.id = x.rappresentante_id WHERE x.ambito_id = c.ambito_id AND x.id = c.lettore_id AND r.email = $2`,
  `DELETE FROM elaborato_lettore x USING rappresentante r WHERE r.ambito_id = x.ambito_id AND r.id = x.rappresentante_id AND r.email = $2`,
  `UPDATE rappresentante SET nome = 'Persona', cognome = 'cancellata', email = ${INDIRIZZO('id')}, telefono = NULL, qualifica = NULL, dimissioni_testo = NULL, segreto_hash = NULL WHERE email = $2`,
  `DELETE FROM invito_segreto s USING invitato i WHERE i.ambito_id = s.ambito_id AND i.id = s.invitato_id AND i.email = $2`,
  `UPDATE verbale_correzione c SET autore_nome = '${PERSONA_CANCELLATA}' FROM invitato i WHERE i.ambito_id = c.ambito_id AND i.id = c.invitato_id AND i.email = $2`,
  `UPDATE invitato SET nome = '${PERSONA_CANCELLATA}', email = ${INDIRIZZO('id')}, account_id = NULL WHERE email = $2 OR account_id = $1::uuid`,
  `DELETE FROM disponibilita_persona WHERE email = $2`,
  `DELETE FROM osservatore WHERE account_id = $1::uuid`,
  `DELETE FROM proposta WHERE account_id = $1::uuid`,
  `UPDATE incontro_ospite SET email = NULL WHERE email = $2`,
  `DELETE FROM operatore_invito WHERE email = $2`,
  `DELETE FROM incarico WHERE invitato_email = $2`,
  `DELETE FROM seguito WHERE indirizzo = $2`,
  `UPDATE segnalazione SET email = NULL WHERE email = $2`,
  `DELETE FROM email_rinuncia_segreto WHERE indirizzo = $2`,
  `DELETE FROM email_rinuncia WHERE indirizzo = $2`,
  // The proof that something was sent stays: when, what kind, with which outcome.
  `UPDATE email SET chiave = 'cancellata:' || id, a_nome = '${PERSONA_CANCELLATA}', a_indirizzo = ${INDIRIZZO('id')}, subject = '', testo = '', html = '', errore = NULL,
     stato = CASE WHEN stato = 'in_coda' THEN 'fallita' ELSE stato END WHERE a_indirizzo = $2`,
  `UPDATE verbale_correzione SET autore_nome = '${PERSONA_CANCELLATA}' WHERE autore = $1::uuid`,
  `UPDATE verbale_versione SET nome = '${PERSONA_CANCELLATA}' WHERE da = $1::uuid`,
  `UPDATE verbale_sezione SET tenuta_da = NULL, tenuta_nome = NULL, tenuta_fino_at = NULL WHERE tenuta_da = $1::uuid`,
  `UPDATE verbale_sezione SET aggiornata_da = '${PERSONA_CANCELLATA}' WHERE $1::uuid IS NOT NULL AND aggiornata_da = $3`,
  `UPDATE elaborato_commento SET autore_nome = '${PERSONA_CANCELLATA}' WHERE autore = $1::uuid`,
  `UPDATE elaborato_versione SET nome = '${PERSONA_CANCELLATA}' WHERE da = $1::uuid`,
  `UPDATE elaborato_sezione SET tenuta_da = NULL, tenuta_nome = NULL, tenuta_fino_at = NULL WHERE tenuta_da = $1::uuid`,
  `UPDATE elaborato_sezione SET aggiornata_da = '${PERSONA_CANCELLATA}' WHERE $1::uuid IS NOT NULL AND aggiornata_da = $3`,
  ...[
    ['presenza', 'rilevata_da'],
    ['contributo', 'raccolto_da'],
    ['impegno', 'chiuso_da'],
    ['dossier', 'richiesto_nome'],
  ].map(
    ([tabella, colonna]) => `UPDATE ${tabella} SET ${colonna} = '${PERSONA_CANCELLATA}' WHERE $1::uuid IS NOT NULL AND ${colonna} = $3`,
  ),
  `DELETE FROM idempotenza WHERE account_id = $1::uuid OR ${NOMINA('corpo')}`,
  // The chain of the registro holds no personal data: what was said in detail beside it may go, and the chain still holds.
  `DELETE FROM registro_dettaglio WHERE ${NOMINA('contenuto')}`,
  `DELETE FROM calendario_privato WHERE account_id = $1::uuid`,
  `DELETE FROM account_segreto WHERE account_id = $1::uuid OR email = $2`,
  `DELETE FROM sessione WHERE account_id = $1::uuid`,
  `DELETE FROM dispositivo_noto WHERE account_id = $1::uuid`,
  `DELETE FROM visita WHERE account_id = $1::uuid`,
  `UPDATE account SET email = ${INDIRIZZO('id')}, nome = 'Persona', cognome = 'cancellata', password_hash = NULL, email_confermata_at = NULL, amministratore = false WHERE id = $1::uuid`,
];

/** Forgets a person, in the transaction of `db`. What a public act says of them in its own words stays, as the law asks. */
export async function cancellaPersona(db: EntityManager, { accountId, email, nome }: Persona): Promise<void> {
  for (const sql of PASSI) {
    // Each statement is told only what it asks for: the database refuses a value that it does not use.
    const usati = [...new Set([...sql.matchAll(/\$(\d)/g)].map(m => Number(m[1])))];
    await db.query(
      sql.replace(/\$(\d)/g, (_, n: string) => `$${usati.indexOf(Number(n)) + 1}`),
      usati.map(n => [accountId, email, nome][n - 1]),
    );
  }
}
