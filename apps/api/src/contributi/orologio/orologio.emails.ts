import { conData } from '@tavoli/shared';
import { mails } from '../../platform/email/mails.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import type { ContributoPerEmail } from '../contributo/contributi.emails.data.js';
import { alloStaff } from '../contributo/contributi.emails.js';

export const MAILS = mails('contributo', {
  promemoria: { to: 'chi legge i contributi del tavolo', when: 'si avvicina il termine per leggerne uno o per rispondere' },
  sollecito: { to: 'i coordinatori', when: 'è passato il termine per leggere un contributo o per rispondere' },
});

/** Before a clock runs out, to who must act; after, to the coordinatore. */
export function emailOrologio(d: ContributoPerEmail, passato: boolean): EmailDraft[] {
  const che = d.moderareEntroAt === null ? 'avere una risposta' : 'essere letto e pubblicato o respinto';
  const quando = (d.moderareEntroAt ?? d.rispondereEntroAt) as Date;
  const occasione = `${d.id}:${quando.toISOString()}`;
  return passato
    ? alloStaff(d, MAILS.sollecito, d.perCoordinatori, occasione, {
        subject: `Termine passato: ${d.titolo}`,
        paragraphs: [
          `questo contributo doveva ${che} ${conData('entro il', quando)}. Chi è referente del tavolo «${d.tavolo}» ha già ricevuto un avviso.`,
        ],
      })
    : alloStaff(d, MAILS.promemoria, d.perReferenti, occasione, {
        subject: `Il termine si avvicina: ${d.titolo}`,
        paragraphs: [`questo contributo deve ${che} ${conData('entro il', quando)}. Il termine è pubblico.`],
      });
}
