import * as z from 'zod';
import { type Reads, identifier, instant } from '../kernel/view.js';
import { incontroRigaView, puntoView } from './incontro.views.js';
import { quorumView } from './quorum.views.js';

/** An incontro as it goes on, for whoever may see its page: what is discussed and numbers, nobody's name. */
export const incontroDalVivoView = incontroRigaView
  .pick({ id: true, titolo: true, stato: true, inizioAt: true, fineAt: true, tavoli: true })
  .extend({
    apertoAt: instant.nullable(),
    chiusoAt: instant.nullable(),
    punti: z.array(puntoView.pick({ id: true, titolo: true, minuti: true, iniziatoAt: true, soloDiscussione: true })),
    puntoCorrente: identifier.nullable(),
    /** Since when that punto is discussed: taken up again, another moment than its first beginning. */
    puntoDal: instant.nullable(),
    /** As the presences give it now; of the day, once it is over; null before it begins. */
    quorum: quorumView.nullable(),
  });
export type IncontroDalVivoView = Reads<typeof incontroDalVivoView>;
