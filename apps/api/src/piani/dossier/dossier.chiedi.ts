import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { uniqueViolation } from '../../platform/commands/unique-violation.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { write } from '../../platform/procedura/hold.js';
import { PIANO_KIND } from '../piano/piano.kind.js';
import { live } from '../../platform/realtime/news.js';

/** Asks for a dossier of the Piano, which is held; a final one closes it when it is made (`dossier.esito.ts`). @throws ProblemError `piano.senza_allegati`, `dossier.in_corso` */
export async function chiediDossier(tx: Tx, ctx: RequestContext, finale: boolean): Promise<string> {
  const { id } = placeOf(ctx);
  const version = await write(tx, ctx, PIANO_KIND);
  const [{ allegati } = { allegati: 0 }] = await tx.db.query<{ allegati: number }[]>(
    'SELECT count(*)::int AS allegati FROM allegato WHERE ambito_id = $1 AND piano_id = $2',
    [tx.ambitoId, id],
  );
  if (allegati === 0) throw new ProblemError('piano.senza_allegati');
  const [row] = await tx.db
    .query<{ versione: number }[]>(
      `INSERT INTO dossier (ambito_id, id, piano_id, versione, finale, piano_version, richiesto_da, richiesto_nome)
       SELECT $1, $3, $2, 1 + coalesce((SELECT max(d.versione) FROM dossier d WHERE d.ambito_id = $1 AND d.piano_id = $2), 0), $4, $5::int, $6, $7 RETURNING versione`,
      [tx.ambitoId, id, randomUUID(), finale, version, ctx.actor.id, ctx.actor.nome],
    )
    .catch(uniqueViolation('dossier_aperto', 'dossier.in_corso'));
  tx.registra(finale ? 'piano.avvia_chiusura' : 'piano.compila', 'piano', id, { versione: row?.versione });
  tx.annuncia(live(PIANO_KIND, { ambitoId: tx.ambitoId }, id), { t: 'work', name: 'dossier' });
  return id;
}
