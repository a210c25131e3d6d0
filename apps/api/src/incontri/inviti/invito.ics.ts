import { inviteIcs, type EventoConvocato } from '../../platform/calendar/index.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { luogoDi, odgInRighe } from '../incontro/incontro.parole.js';
import type { DatiIncontro } from '../incontro/incontri.data.js';
import type { Casella } from '../incontro/invitati.js';

/** The identity of an incontro in every calendar, for its whole life: it does not change with the address of the portal. */
export const uidIncontro = (id: string): string => `incontro-${id}@tavoli-tematici`;

/** The incontro as one reader's calendar keeps it. `sequence` is theirs: it only grows. */
function eventoDi(d: DatiIncontro, origin: string, sequence: number, membro: boolean): EventoConvocato {
  const video = membro && d.linkVideo !== null ? `\n\nPer partecipare a distanza: ${d.linkVideo}` : '';
  return {
    uid: uidIncontro(d.id),
    sequence,
    stamp: d.now,
    createdAt: d.creatoAt,
    inizio: d.inizioAt,
    fine: d.fineAt,
    titolo: d.titolo,
    luogo: luogoDi(d),
    descrizione: `${d.tavoli.map(t => t.nome).join(', ')}\n\n${odgInRighe(d)}${video}`.trim(),
    url: `${origin}/${d.ambito.slug}/incontri/${d.id}`,
    stato: d.stato === 'annullato' ? 'CANCELLED' : 'CONFIRMED',
    organizer: { name: d.ambito.nomeEsteso, email: d.ambito.email },
  };
}

/** The calendar message for one invited person, with what they have answered: whoever is called for information may leave it unanswered. */
export function calendarioPer(
  d: DatiIncontro,
  origin: string,
  invitato: Casella,
  method: 'REQUEST' | 'CANCEL',
  tenuto: boolean,
): NonNullable<EmailDraft['calendar']> {
  const evento = eventoDi(d, origin, d.sequence + invitato.passaggi, true);
  const attendee = {
    name: invitato.nome,
    email: invitato.email,
    role: tenuto ? ('REQ-PARTICIPANT' as const) : ('OPT-PARTICIPANT' as const),
    ...detto(invitato),
  };
  return { method, ics: inviteIcs(method === 'CANCEL' ? { ...evento, stato: 'CANCELLED' } : evento, method, attendee) };
}

/** A calendar keeps one answer for all the seats: that they come, in whichever of them. */
function detto({ posti }: Casella): Pick<Parameters<typeof inviteIcs>[2], 'answer'> {
  if (posti.some(p => p.risposta === 'si')) return { answer: 'ACCEPTED' };
  return posti.every(p => p.risposta === 'no') ? { answer: 'DECLINED' } : {};
}
