export type { EventoCalendario, EventoConvocato } from './evento.js';
export { feedIcs, inviteIcs, ripiegato, type Attendee, type Feed } from './ics.js';
