import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/commands/commands.js';
import type { ResolvedPlace } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { chiudiMandati } from './mandati/mandati.js';
import { trattieni } from './mandati/chi-resta.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import { DESIGNAZIONE_KIND } from './designazione.kind.js';

/**
 * Starts a new draft, with the same people, that is to replace the accepted designazione `id`, which is held.
 * The old one keeps its seats until the new one is accepted. @returns the id of the draft. @throws ProblemError `designazione.esiste`
 */
export async function apriSostituzione(tx: Tx, id: string): Promise<string> {
  const nuova = randomUUID();
  await tx.db
    .query(
      `INSERT INTO designazione (ambito_id, id, avviso_id, posto_id, tavolo_id, ente_id, stato, sostituisce_id)
       SELECT ambito_id, $3, avviso_id, posto_id, tavolo_id, ente_id, 'bozza', id FROM designazione WHERE ambito_id = $1 AND id = $2`,
      [tx.ambitoId, id, nuova],
    )
    .catch(uniqueViolation('designazione_in_corso', 'designazione.esiste'));
  await tx.db.query(
    `INSERT INTO rappresentante (ambito_id, id, designazione_id, ordine, ruolo, nome, cognome, email, telefono, qualifica)
     SELECT ambito_id, gen_random_uuid(), $3, ordine, ruolo, nome, cognome, email, telefono, qualifica
     FROM rappresentante WHERE ambito_id = $1 AND designazione_id = $2`,
    [tx.ambitoId, id, nuova],
  );
  tx.registra('designazione.crea', 'designazione', nuova, { sostituisce: id });
  return nuova;
}

/** Ends the designazione that the one being accepted replaces, if any. @throws ProblemError `designazione.posto_sospeso` */
export async function chiudiSostituita(tx: Tx, place: ResolvedPlace): Promise<void> {
  const sospesa = await tx.db.query<unknown[]>(
    `SELECT 1 FROM designazione v JOIN designazione n ON v.ambito_id = n.ambito_id AND v.id = n.sostituisce_id
     WHERE n.ambito_id = $1 AND n.id = $2 AND v.stato = 'sospesa' FOR SHARE OF v`,
    [tx.ambitoId, place.id],
  );
  if (sospesa.length > 0) throw new ProblemError('designazione.posto_sospeso');
  const [rows] = await tx.db.query<[{ id: string }[], number]>(
    `UPDATE designazione v SET stato = 'sostituita', version = v.version + 1 FROM designazione n
     WHERE n.ambito_id = $1 AND n.id = $2 AND v.ambito_id = n.ambito_id AND v.id = n.sostituisce_id AND v.stato = 'accettata'
     RETURNING v.id`,
    [tx.ambitoId, place.id],
  );
  for (const { id } of rows) {
    await trattieni(tx.db, tx.ambitoId, { vecchia: id, nuova: place.id });
    await chiudiMandati(tx.db, tx.ambitoId, id, 'sostituita');
    tx.registra('designazione.sostituisci', 'designazione', id, { sostituitaDa: place.id });
    tx.annuncia(...news(DESIGNAZIONE_KIND, place, id));
  }
}
