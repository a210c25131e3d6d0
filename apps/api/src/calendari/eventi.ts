import { romeWallToInstant } from '@tavoli/shared';
import { luogoDi, odgInRighe } from '../incontri/incontro/incontro.parole.js';
import { uidIncontro } from '../incontri/inviti/invito.ics.js';
import type { EventoCalendario } from '../platform/calendar/index.js';
import type { ImpegnoInCalendario, IncontroInCalendario } from './calendari.queries.js';

/** Longer lists of tavoli and agendas are cut: the page has them whole, and 500 incontri stay under 1 MB. */
const LONGEST = 400;

/** An incontro as a feed carries it. The video address is for those who are called, not for the public. */
export function eventoPubblicato(n: IncontroInCalendario, origin: string, perMembri: boolean): EventoCalendario {
  const url = `${origin}/${n.ambitoSlug}/incontri/${n.id}`;
  const oggetto = [n.tavoli.join(', '), odgInRighe(n)].filter(Boolean).join('\n\n');
  const parts = [
    oggetto.length > LONGEST ? `${oggetto.slice(0, LONGEST)}…` : oggetto,
    perMembri && n.linkVideo !== null ? `Videochiamata: ${n.linkVideo}` : '',
    url,
  ];
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

/** Half an hour in the morning of the day on which an impegno is due, which takes nobody's time. */
export function eventoImpegno(i: ImpegnoInCalendario, origin: string): EventoCalendario {
  const inizio = romeWallToInstant(`${i.entro}T09:00`);
  if (!inizio.ok) throw new RangeError(`${i.entro} has no nine in the morning.`);
  const url = `${origin}/${i.ambitoSlug}/area/tavoli/${i.tavoloSlug}/impegni`;
  return {
    uid: `impegno-${i.id}@tavoli-tematici`,
    sequence: 0,
    stamp: i.creatoAt,
    inizio: inizio.instant,
    fine: new Date(inizio.instant.getTime() + 1_800_000),
    titolo: `Scade un impegno: ${i.testo.length > 80 ? `${i.testo.slice(0, 80)}…` : i.testo}`,
    luogo: null,
    descrizione: [i.testo, `Se ne occupa: ${i.chi}`, `Tavolo: ${i.tavolo}`, url].join('\n\n'),
    url,
    stato: 'CONFIRMED',
    libero: true,
  };
}
