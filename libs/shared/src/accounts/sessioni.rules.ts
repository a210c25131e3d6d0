import { relazioniDi, type Actor } from '../permissions/actor.js';
import { ruoliTenuti, UFFICI_DOVE, type Ruolo } from '../permissions/ruoli.js';

/** Staff see the recapiti of others, and their desks stand in open offices. */
const ORE_STAFF = 12;

/** After how many hours without a request a session ends, by the role that is held. Nobody without an office is troubled for two weeks. */
export const ORE_INATTIVE = {
  ...(Object.fromEntries(ruoliTenuti(...UFFICI_DOVE).map(ruolo => [ruolo, ORE_STAFF])) as Record<Ruolo, number>),
  nessuno: 14 * 24,
} as const;

/** The shortest of those that hold for this person. */
export const oreInattive = (actor: Actor): number =>
  relazioniDi(actor).some(r => UFFICI_DOVE.includes(r.dove)) ? ORE_STAFF : ORE_INATTIVE.nessuno;
