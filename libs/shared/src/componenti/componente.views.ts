import * as z from 'zod';
import { RUOLI_RAPPRESENTANTE } from '../designazioni/designazione.schema.js';
import { NATURE_GIURIDICHE, VESTI } from '../enti/natura-giuridica.js';
import { identifier, instant, type Reads } from '../kernel/view.js';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';

/** A tavolo, or a sottogruppo, at which an ente sits now, and who sits for it: people are named after their consent, and only by name. */
export const postoPubblicoView = z.strictObject({
  tavolo: tavoloBreveView,
  sottogruppo: z.boolean(),
  veste: z.enum(VESTI),
  dal: instant,
  rappresentanti: z.array(z.strictObject({ ruolo: z.enum(RUOLI_RAPPRESENTANTE), nome: z.string(), cognome: z.string() })),
});
export type PostoPubblicoView = Reads<typeof postoPubblicoView>;

/** An ente that sits somewhere in the ambito, as everybody may read of it. */
export const componenteRigaView = z.strictObject({
  id: identifier,
  denominazione: z.string(),
  naturaGiuridica: z.enum(NATURE_GIURIDICHE),
  /** Of its registered office. */
  comune: z.string(),
  posti: z.array(postoPubblicoView),
});
export type ComponenteRigaView = Reads<typeof componenteRigaView>;

/** Its page: also where it sat, if it does no more. It has none as long as it never had a seat. */
export const componenteView = componenteRigaView.extend({
  usciti: z.array(z.strictObject({ tavolo: tavoloBreveView, al: instant })),
});
export type ComponenteView = Reads<typeof componenteView>;
