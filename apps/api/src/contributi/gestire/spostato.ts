import type { Tx } from '../../platform/commands/commands.js';
import type { ResolvedPlace } from '../../platform/commands/context.js';
import { news } from '../../platform/realtime/news.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailSpostato } from '../contributo/contributi.emails.js';
import { CONTRIBUTO_KIND } from '../contributo/contributo.kind.js';
import { scriviPasso } from '../contributo/passi.js';

/** A contributo has gone to another tavolo: its way says so, and so do the register and a mail to its author and to who finds it in their queue. */
export async function diceSpostato(tx: Tx, place: ResolvedPlace, tavoloId: string, motivazione: string): Promise<void> {
  await scriviPasso(tx.db, place.ambitoId, place.id, { tipo: 'spostato', motivazione, oggetto: { tipo: 'tavolo', id: tavoloId } });
  tx.registra('contributo.sposta', 'contributo', place.id, { da: place.tavoloId, a: tavoloId, motivazione });
  tx.email(...emailSpostato(await leggiPerEmail(tx.db, place.ambitoId, place.id), motivazione));
  tx.annuncia(...news(CONTRIBUTO_KIND, place, place.id), ...news(CONTRIBUTO_KIND, { ...place, tavoloId }, place.id));
}
