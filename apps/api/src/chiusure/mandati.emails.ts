import { conGiorno } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';

export const MAILS = mails('mandato', {
  finito: { to: 'gli enti e le persone che sedevano ai tavoli', when: 'il Piano è finito, e con lui i mandati' },
  in_scadenza: { to: 'chi coordina l’ambito', when: 'tra meno di 60 giorni finiscono il Piano e i mandati' },
});

/** An ambito whose seats end with the Piano, at these tavoli. */
export interface FineDeiMandati {
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  /** `YYYY-MM-DD`: the last day. */
  readonly fino: string;
  readonly tavoli: readonly string[];
}
type Chi = EmailDraft['to'];

const mail = (
  f: FineDeiMandati,
  tipo: EmailDraft['tipo'],
  to: Chi,
  rest: Pick<EmailDraft, 'subject' | 'paragraphs' | 'action'>,
): EmailDraft => ({
  chiave: `${tipo}:${f.ambitoId}:${f.fino}:${f.tavoli.join(',')}:${to.address}`.slice(0, 480),
  tipo,
  to,
  about: { ambitoId: f.ambitoId, tipo: 'ambito', id: f.ambitoId, tavoloId: null },
  facts: f.tavoli.map(t => ['Tavolo', t] as const),
  ...rest,
});

/** One mail to each, with all their seats. */
export const emailFiniti = (f: FineDeiMandati, to: Chi): EmailDraft =>
  mail(f, MAILS.finito.tipo, to, {
    subject: 'Il mandato ai tavoli è finito',
    paragraphs: [
      `${conGiorno('il', f.fino)} è finito il Piano, e con lui il mandato a questi tavoli: nessuno vi siede più, e non arrivano altri inviti.`,
      'Gli incontri tenuti, i verbali e gli elaborati restano negli atti. Per il nuovo Piano l’ambito pubblicherà un nuovo avviso.',
      'Non devi fare nulla: grazie per il lavoro fatto.',
    ],
  });

export const emailInScadenza = (f: FineDeiMandati, to: Chi): EmailDraft =>
  mail(f, MAILS.in_scadenza.tipo, to, {
    subject: 'Tra poco finiscono i mandati ai tavoli',
    paragraphs: [
      `${conGiorno('il', f.fino)} finisce il Piano: per la regola dell’ambito finiscono anche i mandati di chi siede a questi tavoli.`,
      'Prima di quel giorno puoi pubblicare il nuovo avviso. Se i tavoli continuano, togli la regola «I mandati finiscono con il Piano» dalle regole dei tavoli.',
    ],
    action: { label: 'Vedi le regole', path: `/${f.ambitoSlug}/area/impostazioni/regole` },
  });
