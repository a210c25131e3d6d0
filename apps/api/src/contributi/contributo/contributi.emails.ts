import { conData, type AzioneContributo, ETICHETTE_MOTIVO, frase, type MotivoRespingimento } from '@tavoli/shared';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { emailASconosciuto } from '../../messaggi/fixed-words.js';
import { mails, type Mail } from '../../platform/email/mails.js';
import type { ContributoPerEmail } from './contributi.emails.data.js';

const AUTORE = 'chi lo ha scritto, e chi ha scritto quelli uniti a questo';
const REFERENTI = 'chi legge i contributi del tavolo';
export const MAILS = mails('contributo', {
  conferma: { to: 'l’indirizzo scritto nel contributo', when: 'il contributo è mandato da un indirizzo non ancora confermato' },
  ricevuto: { to: AUTORE, when: 'il contributo arriva al tavolo' },
  da_moderare: { to: REFERENTI, when: 'arrivano contributi; una volta l’ora al massimo per ogni tavolo' },
  pubblica: { to: AUTORE, when: 'il contributo è pubblicato' },
  chiedi_modifica: { to: AUTORE, when: 'si chiede di cambiarlo prima di pubblicarlo' },
  respingi: { to: AUTORE, when: 'il contributo non viene pubblicato' },
  esamina: { to: AUTORE, when: 'il tavolo comincia a esaminarlo' },
  accogli: { to: AUTORE, when: 'il contributo è accolto' },
  accogli_in_parte: { to: AUTORE, when: 'il contributo è accolto in parte' },
  non_accogliere: { to: AUTORE, when: 'il contributo non è accolto' },
  rinvia: { to: AUTORE, when: 'la risposta è rinviata' },
  unisci: { to: AUTORE, when: 'il contributo è unito a un altro' },
  omissis: { to: AUTORE, when: 'cambia ciò che si legge del contributo' },
  spostato: { to: AUTORE, when: 'il contributo passa a un altro tavolo' },
  spostato_qui: { to: REFERENTI, when: 'un contributo arrivato a un altro tavolo passa a questo' },
  ripresentato: { to: REFERENTI, when: 'chi lo ha scritto lo corregge e lo manda di nuovo' },
  ritirato: { to: AUTORE, when: 'il contributo è ritirato' },
});

type Parti = Pick<EmailDraft, 'subject' | 'paragraphs'> & Partial<EmailDraft>;

const fatti = (d: ContributoPerEmail): EmailDraft['facts'] => [
  ['Contributo', d.titolo],
  ['Codice', d.codice],
  ['Tavolo', d.tavolo],
];
const about = (d: ContributoPerEmail, id = d.id) => ({ ambitoId: d.ambitoId, tipo: 'contributo', id, tavoloId: d.tavoloId });
const entro = (at: Date | null): string => (at === null ? '' : ` ${conData('entro il', at)}`);

/** To everyone who wrote it, those of merged ones included: each to their own page, each in their own words. */
export function agliAutori(d: ContributoPerEmail, { tipo }: Mail, parti: (proprio: ContributoPerEmail) => Parti): EmailDraft[] {
  return d.autori
    .map(autore => ({ autore, proprio: { ...d, titolo: autore.titolo, codice: autore.codice } }))
    .map(({ autore, proprio }) => ({
      chiave: `${tipo}:${d.id}:${autore.contributoId}:${d.version}`,
      tipo,
      to: autore,
      about: about(d, autore.contributoId),
      facts: fatti(proprio),
      action: { label: 'Segui il contributo', path: `/contributo#${autore.segreto}` },
      secret: true,
      why: `Ricevi questo messaggio perché hai mandato un contributo al tavolo «${d.tavolo}».`,
      ...parti(proprio),
    }));
}

/** To staff. `occasione` keeps the key unique: the same is never written twice. */
export function alloStaff(
  d: ContributoPerEmail,
  { tipo }: Mail,
  to: ContributoPerEmail['perReferenti'],
  occasione: string,
  parti: Parti,
): EmailDraft[] {
  return to.map(chi => ({
    chiave: `${tipo}:${occasione}:${chi.address}`,
    tipo,
    to: chi,
    about: about(d),
    facts: fatti(d),
    action: { label: 'Apri il contributo', path: `/${d.ambitoSlug}/area/contributi-ricevuti/${d.id}` },
    ...parti,
  }));
}

/** To the address that nobody has confirmed yet: only the link of this mail lets the contributo in. */
export const emailConferma = (d: ContributoPerEmail, address: string, segreto: string): EmailDraft =>
  emailASconosciuto({
    tipo: MAILS.conferma.tipo,
    chiave: `contributo.conferma:${d.id}:${address}:${d.version}`,
    address,
    path: `/contributo/conferma#${segreto}`,
    about: about(d),
    secret: true,
  });

/** It is in the queue: receipt to the author, one notice an hour and tavolo to who moderates. */
export function emailRicevuto(d: ContributoPerEmail, now: Date): EmailDraft[] {
  return [
    ...agliAutori(d, MAILS.ricevuto, p => ({
      subject: `Abbiamo ricevuto il tuo contributo (${p.codice})`,
      paragraphs: [
        `il tuo contributo per il tavolo «${d.tavolo}» è arrivato. Il codice della ricevuta è ${p.codice}.`,
        `Chi è referente del tavolo lo legge e decide se pubblicarlo${entro(d.moderareEntroAt)}. Ti scriviamo a ogni passaggio.`,
        'Conserva questo messaggio: dal collegamento puoi sempre vedere a che punto è, scaricare la ricevuta o ritirarlo.',
      ],
    })),
    ...alloStaff(d, MAILS.da_moderare, d.perReferenti, `${d.tavoloId}:${now.toISOString().slice(0, 13)}`, {
      subject: `Nuovi contributi da leggere: ${d.tavolo}`,
      paragraphs: [
        `è arrivato un contributo per il tavolo «${d.tavolo}»; altri possono seguire. Leggilo e decidi se pubblicarlo${entro(d.moderareEntroAt)}.`,
      ],
      action: { label: 'Vedi i contributi da leggere', path: `/${d.ambitoSlug}/area/contributi-ricevuti?tavolo=${d.tavoloId}` },
    }),
  ];
}

const PASSI: Readonly<Record<Exclude<AzioneContributo, 'respingi'>, (d: ContributoPerEmail) => Parti>> = {
  pubblica: d => ({
    subject: `Il tuo contributo è pubblicato: ${d.titolo}`,
    paragraphs: [
      'il tuo contributo ora si può leggere sul portale.',
      `Il tavolo risponde${entro(d.rispondereEntroAt)}, spiegando il perché.`,
    ],
  }),
  chiedi_modifica: d => ({
    subject: `Il tuo contributo ha bisogno di una modifica: ${d.titolo}`,
    paragraphs: ['prima di pubblicare il tuo contributo ti chiediamo di cambiarlo. Apri la pagina, correggi il testo e invialo di nuovo.'],
  }),
  esamina: d => ({
    subject: `Il tavolo esamina il tuo contributo: ${d.titolo}`,
    paragraphs: [`il tavolo «${d.tavolo}» ha cominciato a esaminare il tuo contributo e risponde${entro(d.rispondereEntroAt)}.`],
  }),
  accogli: d => ({
    subject: `Il tuo contributo è accolto: ${d.titolo}`,
    paragraphs: [`il tavolo «${d.tavolo}» ha accolto il tuo contributo.`],
  }),
  accogli_in_parte: d => ({
    subject: `Il tuo contributo è accolto in parte: ${d.titolo}`,
    paragraphs: [`il tavolo «${d.tavolo}» ha accolto in parte il tuo contributo. Se non ti convince puoi chiedere il riesame, una volta.`],
  }),
  non_accogliere: d => ({
    subject: `Il tuo contributo non è accolto: ${d.titolo}`,
    paragraphs: [`il tavolo «${d.tavolo}» non ha accolto il tuo contributo. Se non ti convince puoi chiedere il riesame, una volta.`],
  }),
  rinvia: d => ({
    subject: `La risposta al tuo contributo è rinviata: ${d.titolo}`,
    paragraphs: [`il tavolo «${d.tavolo}» riprenderà il tuo contributo più avanti.`],
  }),
  unisci: d => ({
    subject: `Il tuo contributo è stato unito a un altro: ${d.titolo}`,
    paragraphs: [
      'il tuo contributo parla della stessa cosa di un altro: lo abbiamo unito a quello. Ti scriviamo a ogni passaggio, come prima.',
    ],
  }),
};

export const perche = (motivazione: string | null): string[] => (motivazione === null ? [] : [`Motivazione: ${motivazione}`]);

/** What the author hears of a step of staff. */
export function emailPasso(
  d: ContributoPerEmail,
  azione: AzioneContributo,
  motivazione: string | null,
  motivo: MotivoRespingimento | null,
): EmailDraft[] {
  if (azione !== 'respingi') {
    const passo = PASSI[azione];
    return agliAutori(d, MAILS[azione], p => ({ ...passo(p), paragraphs: [...passo(p).paragraphs, ...perche(motivazione)] }));
  }
  return agliAutori(d, MAILS.respingi, p => ({
    subject: `Il tuo contributo non viene pubblicato: ${p.titolo}`,
    paragraphs: [
      `non possiamo pubblicare il tuo contributo. ${motivo === null ? '' : ETICHETTE_MOTIVO[motivo]}`.trim(),
      ...perche(motivazione),
      frase`Se non ti convince puoi chiedere il riesame, una volta: decide [il coordinatore].`,
    ],
  }));
}

export const emailOmissis = (d: ContributoPerEmail): EmailDraft[] =>
  agliAutori(d, MAILS.omissis, p => ({
    subject: `È cambiato ciò che si legge del tuo contributo: ${p.titolo}`,
    paragraphs: [
      'abbiamo cambiato le parti del tuo contributo che non vengono pubblicate. Il testo che hai scritto resta conservato. Nella pagina vedi che cosa si legge ora e perché.',
    ],
  }));

/** The author, and who finds it in their queue now. */
export function emailSpostato(d: ContributoPerEmail, motivazione: string): EmailDraft[] {
  return [
    ...agliAutori(d, MAILS.spostato, p => ({
      subject: `Il tuo contributo passa a un altro tavolo: ${p.titolo}`,
      paragraphs: [`il tuo contributo riguarda il tavolo «${d.tavolo}»: lo abbiamo passato a quello.`, ...perche(motivazione)],
    })),
    ...alloStaff(d, MAILS.spostato_qui, d.perReferenti, `${d.id}:${d.version}`, {
      subject: `Un contributo passa al tavolo ${d.tavolo}: ${d.titolo}`,
      paragraphs: ['un contributo arrivato a un altro tavolo ora è tra i tuoi.', ...perche(motivazione)],
    }),
  ];
}

export const emailRipresentato = (d: ContributoPerEmail): EmailDraft[] =>
  alloStaff(d, MAILS.ripresentato, d.perReferenti, `${d.id}:${d.version}`, {
    subject: `Contributo corretto da rileggere: ${d.titolo}`,
    paragraphs: [
      `chi ha scritto questo contributo lo ha cambiato come chiesto. Leggilo e decidi se pubblicarlo${entro(d.moderareEntroAt)}.`,
    ],
  });

export const emailRitirato = (d: ContributoPerEmail): EmailDraft[] =>
  agliAutori(d, MAILS.ritirato, p => ({
    subject: `Contributo ritirato: ${p.titolo}`,
    paragraphs: ['il contributo è stato ritirato da chi lo ha scritto. Non si legge più sul portale.'],
  }));
