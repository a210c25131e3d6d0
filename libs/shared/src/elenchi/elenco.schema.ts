import * as z from 'zod';
import { riga } from '../kernel/fields.js';

/** The act that approves an elenco degli ammessi. `determinaData` is a day, `YYYY-MM-DD`, not to come. */
export const ElencoAmmessiInput = z.strictObject({
  determinaNumero: riga(40, 'Scrivi il numero della determina.'),
  determinaData: z.iso.date('Scrivi la data della determina, per esempio 31/12/2026.'),
});
export type ElencoAmmessiInput = z.infer<typeof ElencoAmmessiInput>;

/** When the people of an accepted ente begin to sit: at acceptance, or at the elenco degli ammessi that names the ente. A setting of the ambito. */
export const INIZI_MANDATO = ['accettazione', 'elenco'] as const;
export type InizioMandato = (typeof INIZI_MANDATO)[number];

export const MandatiInput = z.strictObject({ inizioMandato: z.enum(INIZI_MANDATO, 'Scegli da quando si siede.') });
export type MandatiInput = z.infer<typeof MandatiInput>;
