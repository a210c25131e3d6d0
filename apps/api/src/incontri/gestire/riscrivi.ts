import { IN_BOZZA, type IncontroInput } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { edit, remove } from '../../platform/procedura/hold.js';
import { chiediConsensi } from '../incontro/congiunti.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';
import { colonne, scriviParti, tipoDi } from './bozza.js';

/** Whether the time or the place are another than those of the draft. */
const CAMBIA = `SELECT inizio_at <> $1 OR fine_at <> $2 OR sede IS DISTINCT FROM $3::jsonb OR link_video IS DISTINCT FROM $4 AS cambia FROM incontro WHERE ambito_id = $5 AND id = $6`;
const RISCRIVI = `UPDATE incontro SET titolo = $1, inizio_at = $2, fine_at = $3, sede = $4, link_video = $5, seconda_convocazione = $6, tipo = $9, aggiornato_at = now()
  WHERE ambito_id = $7 AND id = $8`;

/** Writes the draft of the URL again, within an act under way. @throws ProblemError `incontro.stato`, `versione.superata` */
export async function riscrivi(tx: Tx, ctx: RequestContext, input: IncontroInput): Promise<void> {
  const place = placeOf(ctx);
  const { ambitoId, id, tavoloId = null } = place;
  const version = await edit(tx, ctx, INCONTRO_KIND, { from: IN_BOZZA });
  const [prima] = await tx.db.query<{ cambia: boolean }[]>(CAMBIA, [...colonne(input).slice(1, 5), ambitoId, id]);
  await tx.db.query(RISCRIVI, [...colonne(input), ambitoId, id, tipoDi(tavoloId, input)]);
  const chiesti = await scriviParti(tx.db, { ambitoId, incontroId: id, tavoloId, chi: ctx.actor, cambia: prima?.cambia ?? true }, input);
  await chiediConsensi(
    tx,
    place.ambitoSlug,
    tavoloId ?? '',
    chiesti.map(chiesto => ({ incontroId: id, tavoloId: chiesto, titolo: input.titolo, inizio: new Date(input.inizioAt), version })),
  );
  tx.registra('incontro.modifica', 'incontro', id);
}

/** Deletes the draft of the URL, within an act under way. @throws as `riscrivi` */
export async function eliminaBozza(tx: Tx, ctx: RequestContext): Promise<void> {
  await remove(tx, ctx, INCONTRO_KIND, { from: IN_BOZZA });
  tx.registra('incontro.elimina', 'incontro', placeOf(ctx).id);
}
