import { frase, type DecisioneRiesame } from '@tavoli/shared';
import { mails } from '../../platform/email/mails.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import type { ContributoPerEmail } from '../contributo/contributi.emails.data.js';
import { agliAutori, alloStaff, perche } from '../contributo/contributi.emails.js';

export const MAILS = mails('contributo', {
  riesame_chiesto: { to: 'chi decide i riesami', when: 'chi ha scritto il contributo chiede il riesame' },
  riesame_riapri: { to: 'chi ha scritto il contributo', when: 'la richiesta di riesame è accolta' },
  riesame_conferma: { to: 'chi ha scritto il contributo', when: 'il riesame conferma la risposta' },
});

export const emailRiesameChiesto = (d: ContributoPerEmail, motivo: string): EmailDraft[] =>
  alloStaff(d, MAILS.riesame_chiesto, d.perCoordinatori, `${d.id}:${d.version}`, {
    subject: `Riesame da decidere: ${d.titolo}`,
    paragraphs: ['chi ha scritto questo contributo chiede di riesaminare la risposta. La decisione è tua.', `Motivo: ${motivo}`],
  });

export const emailRiesameDeciso = (d: ContributoPerEmail, decisione: DecisioneRiesame, risposta: string): EmailDraft[] =>
  agliAutori(d, MAILS[`riesame_${decisione}`], p => ({
    subject: `Abbiamo deciso sul riesame: ${p.titolo}`,
    paragraphs: [
      decisione === 'riapri'
        ? frase`[il coordinatore] ha accolto la tua richiesta: il contributo viene riesaminato.`
        : frase`[il coordinatore] ha riesaminato la risposta e la conferma.`,
      ...perche(risposta),
    ],
  }));
