import type { Actor } from '@tavoli/shared';

export const roomOfAccount = (accountId: string): string => `account:${accountId}`;
export const roomOfSessione = (sessioneId: string): string => `sessione:${sessioneId}`;

/** The rooms whose events an actor may hear: exactly where they hold a role, and their own. */
export function roomsOf(actor: Actor, sessioneId: string): string[] {
  const rooms = actor.incarichi.map(i => (i.ruolo === 'referente' ? `tavolo:${i.tavoloId}` : `ambito:${i.ambitoId}`));
  rooms.push(...actor.enti.map(e => `ente:${e.enteId}`), ...actor.tavoli.map(t => `seggi:${t.tavoloId}`), roomOfSessione(sessioneId));
  if (actor.id !== null) rooms.push(roomOfAccount(actor.id));
  return [...new Set(rooms)];
}
