import { ORE_INATTIVE, RUOLI_INCARICO } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { corre } from '../incarichi/chi.sql.js';
import { fra } from '../platform/database/fra.js';
import { BATCH, forEachRow } from '../platform/jobs/batches.js';
import { announce } from '../platform/realtime/bus.js';

/** A session that ended by itself is kept for so many days, so that whoever comes back is told why they must sign in again. */
const TOLD_DAYS = 7;

const STAFF = `CASE WHEN a.amministratore OR EXISTS (SELECT 1 FROM incarico i WHERE i.account_id = a.id AND ${corre('i')} AND i.ruolo IN ${fra(RUOLI_INCARICO)}) THEN ${ORE_INATTIVE.amministratore} END`;

/** Ends what is open (live channels too) of sessions that nobody uses: the reader of sessions admits none of them any more. */
export async function endIdleSessions(db: EntityManager): Promise<void> {
  await forEachRow<{ id: string; vecchia: boolean }>(
    after =>
      db.query(
        `SELECT s.id, s.vista_at < now() - make_interval(hours => least(${ORE_INATTIVE.nessuno}, ${STAFF}), days => ${TOLD_DAYS}) AS vecchia
     FROM sessione s JOIN account a ON a.id = s.account_id WHERE s.vista_at < now() - make_interval(hours => least(${ORE_INATTIVE.nessuno}, ${STAFF})) AND ($1::uuid IS NULL OR s.id > $1) ORDER BY s.id LIMIT ${BATCH}`,
        [after?.id ?? null],
      ),
    async ({ id, vecchia }) => {
      await announce(db, { t: 'sessione', sessioneId: id });
      if (vecchia) await db.query('DELETE FROM sessione WHERE id = $1', [id]);
      return 1;
    },
  );
}
