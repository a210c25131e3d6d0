import type { Portale } from '../incontri/convocare/congeda.js';
import type { Tx } from '../platform/commands/commands.js';
import type { ResolvedPlace } from '../platform/commands/context.js';
import { writeOther } from '../platform/procedura/hold.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import { tiene } from '../posti/siede.sql.js';
import { DESIGNAZIONE_KIND } from './designazione.kind.js';
import { termina } from './governo.js';

/** The designazione by which the ente of a place has its seat at the tavolo of that place, held. @throws ProblemError `decadenza.posto_finito` */
export async function postoDi(tx: Tx, { tavoloId, enteId }: ResolvedPlace): Promise<string> {
  const [row] = await tx.db.query<{ id: string }[]>(
    `SELECT d.id FROM designazione d WHERE d.ambito_id = $1 AND d.tavolo_id = $2 AND d.ente_id = $3 AND ${tiene('d')} FOR NO KEY UPDATE`,
    [tx.ambitoId, tavoloId, enteId],
  );
  if (!row) throw new ProblemError('decadenza.posto_finito');
  return row.id;
}

/** The seat is lost by the decision of a procedimento: whose reasons stay there, and are read by who may read them. */
export async function decadi(tx: Tx, place: ResolvedPlace, own: Portale, id: string): Promise<void> {
  await writeOther(tx, DESIGNAZIONE_KIND, id, { stato: 'decaduta', finita_at: new Date(), motivazione: null });
  await termina({ tx, place: { ...place, id }, own }, 'decadenza');
  tx.registra('designazione.decadi', 'designazione', id, { decadenzaId: place.id });
  tx.annuncia(...news(DESIGNAZIONE_KIND, place, id));
}
