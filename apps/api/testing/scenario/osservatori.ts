import { randomUUID } from 'node:crypto';
import type { StatoOsservatore } from '@tavoli/shared';
import type { World } from '../app.js';
import type { AmbitoWorld, Persona, TavoloWorld } from '../scenario.js';

/** From now on people may ask to follow it, or may not. */
export const ammetteOsservatori = (db: World['db'], tavolo: TavoloWorld, ammette: boolean): Promise<unknown> =>
  db.query(`UPDATE tavolo SET regole = coalesce(regole, '{}') || jsonb_build_object('ammetteOsservatori', $2::boolean) WHERE id = $1`, [
    tavolo.id,
    ammette,
  ]);

/** A request in that state, of somebody with an account. */
export async function unOsservatore(
  { db, scenario }: Pick<World, 'db' | 'scenario'>,
  ambito: AmbitoWorld,
  tavolo: TavoloWorld,
  stato: StatoOsservatore = 'ricevuta',
): Promise<{ id: string; persona: Persona }> {
  const persona = await scenario.persona();
  const id = randomUUID();
  await db.query(
    `INSERT INTO osservatore (ambito_id, id, tavolo_id, account_id, gruppo, perche, stato, motivazione) VALUES ($1, $2, $3, $4, 'Comitato di prova', 'Il tema ci riguarda.', $5, $6)`,
    [ambito.id, id, tavolo.id, persona.id, stato, stato === 'non_ammessa' || stato === 'cessata' ? 'Un motivo di prova.' : null],
  );
  return { id, persona };
}
