import { tra, DISPONIBILITA_APERTE, type StatoDisponibilita } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { holdOther, writeOther } from '../../platform/procedura/hold.js';
import { follow } from '../../platform/procedura/steps.js';
import { DISPONIBILITA_KIND } from './disponibilita.kind.js';
import { disponibilitaProcedura } from './disponibilita.procedura.js';

/** The search of a day led to this draft: it is closed, and names it. */
export async function usaDisponibilita(tx: Tx, ctx: RequestContext, id: string, incontroId: string): Promise<void> {
  const { stato, version } = await holdOther<StatoDisponibilita>(tx, DISPONIBILITA_KIND, id);
  if (tra(DISPONIBILITA_APERTE, stato)) {
    const place = { ...placeOf(ctx), kind: 'disponibilita', id, version };
    await follow(disponibilitaProcedura, tx, ctx, 'chiudi', { place, version, input: {} }, undefined);
  }
  await writeOther(tx, DISPONIBILITA_KIND, id, { incontro_id: incontroId });
}
