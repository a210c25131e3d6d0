import { hasPermission, relazioniDi, type Actor, type Dove, type Permission } from '@tavoli/shared';

export const roomOfAccount = (accountId: string): string => `account:${accountId}`;
export const roomOfSessione = (sessioneId: string): string => `sessione:${sessioneId}`;

/** The rooms of the places where roles are held: their name, and the permission that opens them to a role held there. */
const STANZE: Readonly<Partial<Record<Dove, { readonly nome: string; readonly permesso: Permission }>>> = {
  ambito: { nome: 'ambito', permesso: 'live.ambito' },
  tavolo: { nome: 'tavolo', permesso: 'live.tavolo' },
  ente: { nome: 'ente', permesso: 'live.ente' },
  seggio: { nome: 'seggi', permesso: 'live.seggio' },
};

/** The rooms whose events an actor may hear: exactly where they hold a role that may listen there, and their own. */
export function roomsOf(actor: Actor, sessioneId: string): string[] {
  const rooms = relazioniDi(actor).flatMap(({ ruolo, dove, ambitoId, oggettoId }) => {
    const stanza = STANZE[dove];
    return stanza !== undefined && hasPermission([ruolo], stanza.permesso) ? [`${stanza.nome}:${oggettoId ?? ambitoId ?? ''}`] : [];
  });
  rooms.push(roomOfSessione(sessioneId));
  if (actor.id !== null) rooms.push(roomOfAccount(actor.id));
  return [...new Set(rooms)];
}
