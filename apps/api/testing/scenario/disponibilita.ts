import { randomUUID } from 'node:crypto';
import type { StatoDisponibilita } from '@tavoli/shared';
import { hashSecret, newSecret } from '../../src/platform/tokens/secret.js';
import type { World } from '../app.js';
import type { AmbitoWorld, TavoloWorld } from '../scenario.js';

/** Two days proposed for an incontro of the tavolo, and somebody who was asked, with their link. `finita`: its term is past. */
export async function unaDisponibilita(
  { db }: Pick<World, 'db'>,
  ambito: AmbitoWorld,
  tavolo: TavoloWorld,
  { stato = 'aperta', finita = false }: { readonly stato?: StatoDisponibilita; readonly finita?: boolean } = {},
): Promise<{ id: string; segreto: string; date: readonly string[] }> {
  const [id, segreto, date] = [randomUUID(), newSecret(), [randomUUID(), randomUUID()]];
  await db.query(
    `INSERT INTO disponibilita (ambito_id, id, tavolo_id, titolo, messaggio, link_video, entro_at, stato)
     VALUES ($1, $2, $3, 'Incontro da fissare', 'Dura due ore.', 'https://video.esempio.it/stanza', now() + make_interval(days => $5), $4)`,
    [ambito.id, id, tavolo.id, stato, finita ? -1 : 5],
  );
  for (const [n, data] of date.entries())
    await db.query(
      `INSERT INTO disponibilita_data (ambito_id, id, disponibilita_id, inizio_at, fine_at)
       VALUES ($1, $2, $3, now() + make_interval(days => $4), now() + make_interval(days => $4, hours => 2))`,
      [ambito.id, data, id, 10 + n],
    );
  await db.query(
    `INSERT INTO disponibilita_persona (ambito_id, id, disponibilita_id, nome, email, enti, segreto_hash) VALUES ($1, gen_random_uuid(), $2, 'Prova Chiesta', $3, 'Associazione Prova', $4)`,
    [ambito.id, id, `chiesta.${id}@prova.test`, hashSecret(segreto)],
  );
  return { id, segreto, date };
}
