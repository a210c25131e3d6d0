import { conData, conGiorno, frase, type StatoDiretto } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails, type Mail } from '../platform/email/mails.js';
import type { InvitoPerEmail } from './diretti.emails.data.js';

const ALL_ENTE = 'l’ente invitato, alla sua e-mail e alla sua PEC';
const A_CHI_INVITA = 'chi invita gli enti';
export const MAILS = mails(
  'diretto',
  {
    invito: { to: ALL_ENTE, when: 'l’ambito gli offre un posto a un tavolo, senza avviso' },
    sollecito: { to: ALL_ENTE, when: 'l’invito aspetta risposta da venti giorni' },
    ritirato: { to: ALL_ENTE, when: 'l’ambito ritira l’invito' },
    ricevuta: { to: ALL_ENTE, when: 'l’ente nomina i suoi rappresentanti' },
    nominata: { to: A_CHI_INVITA, when: 'l’ente invitato nomina i suoi rappresentanti' },
    declinata: { to: A_CHI_INVITA, when: 'l’ente invitato non accetta' },
    scaduta: { to: A_CHI_INVITA, when: 'l’invito scade senza risposta' },
  },
  { garantite: true },
);

type Rest = Pick<EmailDraft, 'subject' | 'paragraphs'> & Partial<EmailDraft>;

/** What every mail of an invitation has in common; `occasione` keeps the key unique for each act. */
function mail(i: InvitoPerEmail, { tipo }: Mail, to: EmailDraft['to'], occasione: string, rest: Rest): EmailDraft {
  return {
    chiave: `${tipo}:${i.id}:${to.address}:${occasione}`,
    tipo,
    to,
    about: { ambitoId: i.ambitoId, tipo: 'invito_diretto', id: i.id },
    facts: [
      ['Ente', i.ente],
      ['Ambito', i.ambito],
      ['Atto', `n. ${i.atto.numero} ${conGiorno('del', i.atto.data)}`],
    ],
    ...rest,
  };
}

const deiTavoli = (i: InvitoPerEmail): string => {
  const nomi = i.posti.map(p => `«${p.tavolo}»`);
  return nomi.length === 1 ? `al tavolo ${nomi[0]}` : `ai tavoli ${new Intl.ListFormat('it').format(nomi)}`;
};
/** The first term that ends. */
const termine = (i: InvitoPerEmail): Date => new Date(Math.min(...i.posti.map(p => Date.parse(p.scadeAt))));

const rispondi = (segreto: string): Pick<EmailDraft, 'action' | 'secret'> => ({
  action: { label: 'Rispondi all’invito', path: `/nomina#${segreto}` },
  secret: true,
});

/** To the ente: who invites it, where, by which act, and the link that needs no account. @param occasione of the sending */
export function emailInvito(i: InvitoPerEmail, segreto: string, occasione: string): EmailDraft[] {
  return i.perEnte.map(to =>
    mail(i, MAILS.invito, to, occasione, {
      subject: `Invito ${deiTavoli(i)}: nominate chi vi rappresenta`,
      paragraphs: [
        frase`${i.da}, per [il nomeEsteso], invita ${i.ente} a sedere ${deiTavoli(i)}.`,
        `Potete nominare i vostri rappresentanti ${conData('entro il', termine(i))}, oppure rispondere che non partecipate. Non serve un account: basta questo collegamento.`,
        'Chi nominate riceverà un messaggio e darà il suo consenso: solo allora siederà al tavolo.',
      ],
      ...rispondi(segreto),
      why: `Ricevete questo messaggio perché ${i.da} ha indicato questo indirizzo per invitarvi.`,
    }),
  );
}

export function emailSollecito(i: InvitoPerEmail, segreto: string, occasione: string): EmailDraft[] {
  return i.perEnte.map(to =>
    mail(i, MAILS.sollecito, to, occasione, {
      subject: `Promemoria: l’invito ${deiTavoli(i)} aspetta la vostra risposta`,
      paragraphs: [
        frase`${i.da}, per [il nomeEsteso], ha invitato ${i.ente} a sedere ${deiTavoli(i)}. Non abbiamo ancora ricevuto una risposta.`,
        `Potete rispondere ${conData('entro il', termine(i))}.`,
      ],
      ...rispondi(segreto),
    }),
  );
}

export function emailRitirato(
  i: InvitoPerEmail,
  posto: { readonly id: string; readonly tavolo: string },
  motivazione: string,
): EmailDraft[] {
  return i.perEnte.map(to =>
    mail(i, MAILS.ritirato, to, posto.id, {
      subject: `Invito ritirato: ${posto.tavolo}`,
      paragraphs: [
        frase`l’invito a ${i.ente} per il tavolo «${posto.tavolo}» [del nomeEsteso] è stato ritirato. Non dovete fare nulla.`,
        `Motivo: ${motivazione}`,
      ],
    }),
  );
}

/** What the ente is told of its own answer: what happens next. */
export function emailRicevuta(i: InvitoPerEmail, posto: { readonly id: string; readonly tavolo: string }): EmailDraft[] {
  return i.perEnte.map(to =>
    mail(i, MAILS.ricevuta, to, posto.id, {
      subject: `Nomina ricevuta: ${posto.tavolo}`,
      paragraphs: [
        `abbiamo ricevuto la nomina di ${i.ente} per il tavolo «${posto.tavolo}».`,
        'Abbiamo scritto alle persone nominate per chiedere il loro consenso: da quando lo danno siedono al tavolo.',
      ],
    }),
  );
}

const ESITO: Readonly<
  Record<'nominata' | 'declinata' | 'scaduta', (ente: string, tavolo: string) => readonly [subject: string, testo: string]>
> = {
  nominata: (ente, tavolo) => [
    `${ente} ha nominato chi lo rappresenta`,
    `${ente} ha nominato i suoi rappresentanti per il tavolo «${tavolo}». Siedono al tavolo da quando danno il consenso.`,
  ],
  declinata: (ente, tavolo) => [
    `${ente} non partecipa al tavolo «${tavolo}»`,
    `${ente} ha risposto che non partecipa al tavolo «${tavolo}».`,
  ],
  scaduta: (ente, tavolo) => [
    `${ente} non ha risposto all’invito`,
    `l’invito a ${ente} per il tavolo «${tavolo}» è scaduto senza risposta. Lo potete rinnovare.`,
  ],
};

/** To who invites: what became of the seat. */
export function emailEsito(
  i: InvitoPerEmail,
  posto: { readonly id: string; readonly tavolo: string; readonly version: number },
  stato: Extract<StatoDiretto, 'nominata' | 'declinata' | 'scaduta'>,
  motivo = '',
): EmailDraft[] {
  const [subject, testo] = ESITO[stato](i.ente, posto.tavolo);
  return i.perUffici.map(to =>
    mail(i, MAILS[stato], to, `${posto.id}:${posto.version}`, {
      subject,
      paragraphs: [testo, ...(motivo === '' ? [] : [`Ha scritto: ${motivo}`])],
      action: { label: 'Vedi gli inviti', path: `/${i.ambitoSlug}/area/posti-diretti` },
    }),
  );
}
