import { ETICHETTE_CAUSA, ETICHETTE_VESTE, type CausaCessazione, type Veste } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails, type Mail } from '../platform/email/mails.js';
import type { DesignazionePerEmail } from './designazioni.emails.data.js';
import { aPersona, attese, mailDi, pagina, type Persona } from './designazioni.emails.js';

const A_TUTTI = 'l’ente, i suoi operatori e le persone che lo rappresentano';
export const MAILS = mails(
  'posto',
  {
    sospeso: { to: A_TUTTI, when: 'il coordinatore sospende il posto al tavolo' },
    riattivato: { to: A_TUTTI, when: 'la sospensione del posto finisce' },
    cessato: { to: A_TUTTI, when: 'il coordinatore dichiara finito il posto al tavolo' },
    passato: { to: A_TUTTI, when: 'il tavolo confluisce in un altro, e il posto passa con lui' },
    veste: { to: A_TUTTI, when: 'l’ufficio corregge in che qualità l’ente siede' },
  },
  { garantite: true },
);

interface Parole {
  readonly subject: string;
  readonly ente: readonly string[];
  readonly persona: (p: Persona) => readonly string[];
}

/** To the ente, with the page of the designazione; and to those whom it concerns still, in words for each. */
function aTutti(d: DesignazionePerEmail, quale: Mail, { subject, ente, persona }: Parole): EmailDraft[] {
  const action = { label: 'Vedi la designazione', path: pagina(d) };
  return [
    ...d.perEnte.map(to => mailDi(d, quale, to, { subject, paragraphs: ente, action })),
    ...attese(d).map(p => mailDi(d, quale, aPersona(p), { subject, paragraphs: persona(p) })),
  ];
}

export function emailSospeso(d: DesignazionePerEmail, motivo: string): EmailDraft[] {
  const fatto = `il posto di ${d.ente} al tavolo «${d.tavolo}» è sospeso.`;
  const ora =
    'Finché dura la sospensione nessuno siede per l’ente: non viene convocato e non conta nel numero legale. Chi era già convocato riceve la disdetta per il calendario.';
  return aTutti(d, MAILS.sospeso, {
    subject: `Posto sospeso: ${d.tavolo}`,
    ente: [fatto, `Motivo: ${motivo}`, ora, 'Le persone indicate restano le stesse: al ritorno non serve una nuova designazione.'],
    persona: () => [fatto, `Motivo: ${motivo}`, ora, 'Non devi fare nulla: ti scriveremo quando la sospensione finisce.'],
  });
}

export function emailRiattivato(d: DesignazionePerEmail, motivo: string): EmailDraft[] {
  const fatto = `la sospensione del posto di ${d.ente} al tavolo «${d.tavolo}» è finita.`;
  return aTutti(d, MAILS.riattivato, {
    subject: `Posto di nuovo attivo: ${d.tavolo}`,
    ente: [fatto, `Motivo: ${motivo}`, 'Le persone che hanno dato il consenso siedono di nuovo al tavolo.'],
    persona: p => [
      fatto,
      `Motivo: ${motivo}`,
      p.consenso === 'dato'
        ? `Da oggi siedi di nuovo al tavolo come ${p.ruolo}. Se c’è un incontro già convocato, chi lo organizza può convocarti.`
        : 'Per sedere al tavolo manca solo il tuo consenso: lo puoi dare dal messaggio che ti abbiamo già mandato.',
    ],
  });
}

export function emailCessato(d: DesignazionePerEmail, causa: CausaCessazione, motivo: string): EmailDraft[] {
  const fatto = `il posto di ${d.ente} al tavolo «${d.tavolo}» è finito.`;
  const perche = `${ETICHETTE_CAUSA[causa]}. ${motivo}`;
  return aTutti(d, MAILS.cessato, {
    subject: `Posto finito: ${d.tavolo}`,
    ente: [fatto, `Motivo: ${perche}`, 'Gli incontri a cui l’ente ha preso parte restano negli atti del tavolo.'],
    persona: p => [
      fatto,
      `Motivo: ${perche}`,
      p.consenso === 'dato'
        ? 'Non siedi più al tavolo per l’ente. Non devi fare nulla: grazie per il lavoro fatto.'
        : 'Non serve più che tu risponda alla richiesta di consenso.',
    ],
  });
}

/** @param da the tavolo that went into the one of `d` */
export function emailPassato(d: DesignazionePerEmail, da: string, motivo: string): EmailDraft[] {
  const fatto = `il tavolo «${da}» è chiuso e confluisce nel tavolo «${d.tavolo}»: il posto di ${d.ente} passa a questo tavolo.`;
  const resta = 'Restano le stesse persone, nella stessa qualità e con il consenso già dato.';
  return aTutti(d, MAILS.passato, {
    subject: `Il vostro posto passa al tavolo ${d.tavolo}`,
    ente: [fatto, `Motivo: ${motivo}`, resta, 'Se chi vi rappresenta deve cambiare, puoi sostituire le persone dalla designazione.'],
    persona: p => [
      fatto,
      `Motivo: ${motivo}`,
      p.consenso === 'dato'
        ? `Da oggi siedi a questo tavolo come ${p.ruolo}: non devi fare nulla. Gli incontri del tavolo chiuso non si tengono più.`
        : 'Manca ancora il tuo consenso: lo puoi dare dal messaggio che ti abbiamo già mandato, e vale per questo tavolo.',
    ],
  });
}

export function emailVeste(d: DesignazionePerEmail, prima: Veste, motivo: string | null): EmailDraft[] {
  const ora = d.veste === null ? '' : ETICHETTE_VESTE[d.veste].toLowerCase();
  const paragrafi = [
    `da oggi ${d.ente} siede al tavolo «${d.tavolo}» come ${ora}, e non più come ${ETICHETTE_VESTE[prima].toLowerCase()}.`,
    ...(motivo === null ? [] : [`Motivo: ${motivo}`]),
    'Gli incontri già svolti restano come sono stati registrati.',
  ];
  return aTutti(d, MAILS.veste, { subject: `Cambia la qualità in cui sedete: ${d.tavolo}`, ente: paragrafi, persona: () => paragrafi });
}
