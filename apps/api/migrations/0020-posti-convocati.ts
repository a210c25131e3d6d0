import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each seat is called for itself, also where one mailbox holds several: an invitation is of a mailbox, a tavolo and an ente. */
const POSTO = `
ALTER TABLE invitato DROP CONSTRAINT invitato_ambito_id_incontro_id_email_key;
ALTER TABLE invitato ADD CONSTRAINT invitato_posto UNIQUE NULLS NOT DISTINCT (ambito_id, incontro_id, email, tavolo_id, ente_id);`;

/** The seats that were left out of what is convened and not begun, because their mailbox was called for another: they wait for an answer of their own. */
const LASCIATI_FUORI = `
INSERT INTO invitato (ambito_id, id, incontro_id, ruolo, nome, email, tavolo_id, ente_id, rappresentante_id)
SELECT DISTINCT ON (n.id, r.email, m.tavolo_id, m.ente_id) n.ambito_id, gen_random_uuid(), n.id, m.ruolo, r.nome || ' ' || r.cognome, r.email, m.tavolo_id, m.ente_id, m.rappresentante_id
FROM incontro n JOIN incontro_tavolo nt ON nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id
JOIN mandato m ON m.ambito_id = nt.ambito_id AND m.tavolo_id = nt.tavolo_id AND m.al IS NULL AND m.dal <= n.convocato_at
JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
WHERE n.stato = 'convocato' AND n.inizio_at > now()
  AND EXISTS (SELECT 1 FROM invitato i WHERE i.ambito_id = n.ambito_id AND i.incontro_id = n.id AND i.email = r.email AND i.revocato_at IS NULL)
  AND (NOT EXISTS (SELECT 1 FROM incontro_membro f WHERE f.ambito_id = n.ambito_id AND f.incontro_id = n.id)
    OR EXISTS (SELECT 1 FROM incontro_membro f WHERE f.ambito_id = n.ambito_id AND f.incontro_id = n.id AND f.rappresentante_id = m.rappresentante_id))
ORDER BY n.id, r.email, m.tavolo_id, m.ente_id, m.ruolo DESC
ON CONFLICT DO NOTHING;`;

export class PostiConvocati1700000000020 implements MigrationInterface {
  name = 'PostiConvocati1700000000020';
  /** What it runs, in order. */
  readonly sql = [POSTO, LASCIATI_FUORI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
