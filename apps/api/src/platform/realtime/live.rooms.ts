import { hasPermission, PERMISSIONS, relazioniDi, type Actor, type Dove, type Permission } from '@tavoli/shared';

export const roomOfAccount = (accountId: string): string => `account:${accountId}`;
export const roomOfSessione = (sessioneId: string): string => `sessione:${sessioneId}`;

/** Of who holds a role there, where a permission (`live.tavolo`) opens it. */
export const roomOf = (dove: Dove, id: string): string => `${dove}:${id}`;

/** Of whoever has the public page of that thing open. */
export const roomOfPage = (kind: string, id: string): string => `pagina:${kind}:${id}`;

/** The rooms whose events an actor may hear: exactly where they hold a role that may listen there, and their own. */
export function roomsOf(actor: Actor, sessioneId: string): string[] {
  const rooms = relazioniDi(actor).flatMap(({ ruolo, dove, ambitoId, oggettoId }) => {
    const permission = `live.${dove}`;
    return permission in PERMISSIONS && hasPermission([ruolo], permission as Permission) ? [roomOf(dove, oggettoId ?? ambitoId ?? '')] : [];
  });
  rooms.push(roomOfSessione(sessioneId));
  if (actor.id !== null) rooms.push(roomOfAccount(actor.id));
  return [...new Set(rooms)];
}
