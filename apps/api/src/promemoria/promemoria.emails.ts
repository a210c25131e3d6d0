import { emailDiIncontro, fatti, type Atto } from '../incontri/inviti/incontri.emails.js';
import { quandoDi } from '../incontri/incontro/incontro.parole.js';
import type { Casella } from '../incontri/incontro/invitati.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import { secretOf } from '../platform/tokens/secret.js';
import { chiaveDi, type Quando } from './promemoria.queries.js';

export const MAILS = mails('incontro', {
  promemoria_settimana: { to: 'chi è invitato e non ha rinunciato ai promemoria', when: 'manca una settimana all’incontro' },
  promemoria_vigilia: { to: 'chi è invitato e non ha rinunciato ai promemoria', when: 'l’incontro è il giorno dopo' },
});

const TRA: Readonly<Record<Quando, string>> = { settimana: 'tra una settimana', vigilia: 'domani' };

/** @param rinunce secrets by invitato of the links that turn reminders off */
export function emailPromemoria(
  atto: Atto,
  invitati: readonly Casella[],
  quando: Quando,
  rinunce: ReadonlyMap<string, string>,
): EmailDraft[] {
  const { dati: d } = atto;
  return invitati.map(i => {
    const rinuncia = secretOf(rinunce, i.id);
    return {
      ...emailDiIncontro(atto, MAILS[`promemoria_${quando}`], i, {
        subject: `Promemoria: ${d.titolo}, ${quandoDi(d)}`,
        paragraphs: [`ti ricordiamo l’incontro di ${TRA[quando]}. Se non puoi più esserci, faccelo sapere.`],
        facts: fatti(d, i),
        action: { label: 'Conferma o cambia la tua risposta', path: `/invito#${secretOf(atto.segreti, i.id)}` },
        links: [{ label: 'Non mandarmi più promemoria', path: `/disiscrizione#${rinuncia}` }],
        secret: true,
        rinuncia: `/u/${rinuncia}`,
      }),
      chiave: chiaveDi(quando, d.id, i.email, d.sequence),
    };
  });
}
