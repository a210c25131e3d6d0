export type { EventoCalendario, EventoConvocato } from './evento.js';
export { feedIcs, inviteIcs, type Attendee, type Feed } from './ics.js';
