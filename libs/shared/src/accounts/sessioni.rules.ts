import type { Actor } from '../permissions/actor.js';

/**
 * After how many hours without a request a session ends, by the role that is held: staff see the recapiti of others, and their desks
 * stand in open offices. Nobody else is troubled for two weeks.
 */
export const ORE_INATTIVE = { amministratore: 12, coordinatore: 12, ufficio_di_piano: 12, referente: 12, nessuno: 14 * 24 } as const;

/** The shortest of those that hold for this person. */
export function oreInattive({ amministratore, incarichi }: Pick<Actor, 'amministratore' | 'incarichi'>): number {
  return Math.min(
    ORE_INATTIVE.nessuno,
    ...(amministratore ? [ORE_INATTIVE.amministratore] : []),
    ...incarichi.map(({ ruolo }) => ORE_INATTIVE[ruolo]),
  );
}
