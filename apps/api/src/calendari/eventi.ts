import { luogoDi, odgInRighe } from '../incontri/incontro.parole.js';
import { uidIncontro } from '../incontri/invito.ics.js';
import type { EventoCalendario } from '../platform/calendar/index.js';
import type { IncontroInCalendario } from './calendari.queries.js';

/** Longer agendas are cut: the page has them whole, and 500 incontri stay under 1 MB. */
const LONGEST = 1000;

/** An incontro as a feed carries it. The video address is for those who are called, not for the public. */
export function eventoPubblicato(n: IncontroInCalendario, origin: string, perMembri: boolean): EventoCalendario {
  const url = `${origin}/${n.ambitoSlug}/incontri/${n.id}`;
  const odg = odgInRighe(n);
  const parts = [n.tavoli.join(', '), odg.length > LONGEST ? `${odg.slice(0, LONGEST)}…` : odg, perMembri && n.linkVideo !== null ? `Videochiamata: ${n.linkVideo}` : '', url];
  return {
    uid: uidIncontro(n.id),
    sequence: n.sequence,
    stamp: n.aggiornatoAt,
    createdAt: n.creatoAt,
    inizio: n.inizioAt,
    fine: n.fineAt,
    titolo: n.stato === 'annullato' ? `Annullato: ${n.titolo}` : n.titolo,
    luogo: luogoDi(n),
    descrizione: parts.filter(Boolean).join('\n\n'),
    url,
    stato: n.stato === 'annullato' ? 'CANCELLED' : 'CONFIRMED',
  };
}
