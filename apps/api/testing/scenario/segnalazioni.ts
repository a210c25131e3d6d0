import { randomUUID } from 'node:crypto';
import type { StatoSegnalazione } from '@tavoli/shared';
import type { World } from '../app.js';
import type { AmbitoWorld } from '../scenario.js';

/** Something that was found wrong, in that state. */
export async function unaSegnalazione(db: World['db'], ambito: AmbitoWorld, stato: StatoSegnalazione = 'nuova'): Promise<string> {
  const id = randomUUID();
  const risolta = stato === 'risolta';
  await db.query(
    `INSERT INTO segnalazione (ambito_id, id, stato, testo, pagina, email, motivazione, risolta_at)
     VALUES ($1, $2, $3, 'Il calendario non si apre.', '/prova/incontri', 'segnala@prova.test', $4, CASE WHEN $5 THEN now() END)`,
    [ambito.id, id, stato, risolta ? 'Abbiamo corretto il collegamento.' : null, risolta],
  );
  return id;
}
