import { formatDataOra } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';

export const MAILS = mails('verbale', {
  revisione: { to: 'chi siede ai tavoli dell’incontro', when: 'il giorno dopo si chiude la revisione del verbale' },
});

/** A verbale whose revision closes within a day, and its members. */
export interface InChiusura {
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly id: string;
  readonly tavoloId: string | null;
  readonly incontroId: string;
  readonly titolo: string;
  readonly fino: Date;
  readonly per: readonly { readonly name: string; readonly address: string }[];
}

export const emailRevisione = (v: InChiusura, to: EmailDraft['to']): EmailDraft => ({
  chiave: `verbale.revisione:${v.id}:${to.address}:${v.fino.toISOString()}`,
  tipo: MAILS.revisione.tipo,
  to,
  about: { ambitoId: v.ambitoId, tipo: 'verbale', id: v.id, tavoloId: v.tavoloId, filo: v.incontroId },
  subject: `Domani si chiude la revisione del verbale: ${v.titolo}`,
  paragraphs: [
    `fino a ${formatDataOra(v.fino)} puoi leggere il verbale di «${v.titolo}» e proporre correzioni.`,
    'Se per te va bene così non devi fare niente: chi non propone nulla acconsente.',
  ],
  action: { label: 'Leggi il verbale', path: `/${v.ambitoSlug}/area/verbali/${v.id}` },
  why: 'Ricevi questo messaggio perché siedi al tavolo.',
});
