import { randomUUID } from 'node:crypto';
import type { StatoProposta } from '@tavoli/shared';
import type { World } from '../app.js';
import type { AmbitoWorld, Persona, TavoloWorld } from '../scenario.js';

/** A punto proposed to the tavolo, in that state, by somebody with an account. */
export async function unaProposta(
  { db, scenario }: Pick<World, 'db' | 'scenario'>,
  ambito: AmbitoWorld,
  tavolo: TavoloWorld,
  stato: StatoProposta = 'ricevuta',
): Promise<{ id: string; persona: Persona }> {
  const persona = await scenario.persona();
  const id = randomUUID();
  await db.query(
    `INSERT INTO proposta (ambito_id, id, tavolo_id, account_id, titolo, perche, minuti, stato, motivazione, decisa_at)
     VALUES ($1, $2, $3, $4, 'Trasporto sociale', 'Da tempo non se ne parla.', 20, $5, $6, CASE WHEN $6::text IS NOT NULL THEN now() END)`,
    [ambito.id, id, tavolo.id, persona.id, stato, stato === 'ricevuta' || stato === 'ritirata' ? null : 'Una risposta di prova.'],
  );
  return { id, persona };
}
