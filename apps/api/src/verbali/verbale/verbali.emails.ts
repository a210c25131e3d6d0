import { formatDataOra } from '@tavoli/shared';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { mails } from '../../platform/email/mails.js';

export const MAILS = mails('verbale', {
  in_revisione: { to: 'chi siede ai tavoli dell’incontro', when: 'il verbale è pronto da rileggere' },
  revisione: { to: 'chi siede ai tavoli dell’incontro', when: 'il giorno dopo si chiude la revisione del verbale' },
});

/** A verbale in revision, as its members hear of it. */
export interface InRevisione {
  readonly ambitoId: string;
  readonly id: string;
  readonly tavoloId: string | null;
  readonly incontroId: string;
  readonly titolo: string;
  readonly fino: Date;
}

/** Where who gets the mail reads it. */
export interface Strada {
  readonly path: string;
  /** It holds a secret, which asks for no account. */
  readonly secret: boolean;
}

/** The revision begins. */
export const emailInRevisione = (v: InRevisione, to: EmailDraft['to'], strada: Strada): EmailDraft =>
  email(v, to, strada, 'in_revisione', `Verbale da rileggere: ${v.titolo}`);

/** The revision closes within a day. */
export const emailRevisione = (v: InRevisione, to: EmailDraft['to'], strada: Strada): EmailDraft =>
  email(v, to, strada, 'revisione', `Domani si chiude la revisione del verbale: ${v.titolo}`);

function email(v: InRevisione, to: EmailDraft['to'], { path, secret }: Strada, quale: keyof typeof MAILS, subject: string): EmailDraft {
  return {
    chiave: `${MAILS[quale].tipo}:${v.id}:${to.address}:${v.fino.toISOString()}`,
    tipo: MAILS[quale].tipo,
    to,
    about: { ambitoId: v.ambitoId, tipo: 'verbale', id: v.id, tavoloId: v.tavoloId, filo: v.incontroId },
    subject,
    paragraphs: [
      `fino a ${formatDataOra(v.fino)} puoi leggere il verbale di «${v.titolo}» e proporre correzioni.`,
      ...(secret ? ['Il collegamento è tuo e non chiede di registrarsi: non girarlo ad altri.'] : []),
      'Se per te va bene così non devi fare niente: chi non propone nulla acconsente.',
    ],
    action: { label: 'Leggi il verbale', path },
    secret,
    why: 'Ricevi questo messaggio perché siedi al tavolo.',
  };
}
