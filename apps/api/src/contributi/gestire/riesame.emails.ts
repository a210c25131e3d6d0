import { conData, formatNumeroDiRegistro, frase, type DecisioneRiesame, type NumeroDiRegistroView } from '@tavoli/shared';
import { mails } from '../../platform/email/mails.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import type { ContributoPerEmail } from '../contributo/contributi.emails.data.js';
import { agliAutori, alloStaff, perche } from '../contributo/contributi.emails.js';

export const MAILS = mails('contributo', {
  riesame_chiesto: { to: 'chi decide i riesami', when: 'chi ha scritto il contributo chiede il riesame' },
  riesame_ricevuto: { to: 'chi ha scritto il contributo', when: 'ne chiede il riesame: è la ricevuta' },
  riesame_riapri: { to: 'chi ha scritto il contributo', when: 'la richiesta di riesame è accolta' },
  riesame_conferma: { to: 'chi ha scritto il contributo', when: 'il riesame conferma la risposta' },
});

/** The receipt of who asked: the number, the day, and by when it is decided on. */
export const emailRiesameRicevuto = (
  d: ContributoPerEmail,
  { numero, at, entro }: { numero: NumeroDiRegistroView; at: Date; entro: Date },
): EmailDraft[] =>
  agliAutori({ ...d, autori: d.autori.filter(a => a.contributoId === d.id) }, MAILS.riesame_ricevuto, p => ({
    subject: `Abbiamo ricevuto la richiesta di riesame (${p.codice})`,
    paragraphs: [
      `la tua richiesta di riesame è arrivata ${conData('il', at)}. ${formatNumeroDiRegistro(numero)}.`,
      frase`Decide [il coordinatore], ${conData('entro il', entro)}: ti scriviamo la decisione con il suo perché.`,
    ],
  }));

export const emailRiesameChiesto = (d: ContributoPerEmail, motivo: string, entro: Date): EmailDraft[] =>
  alloStaff(d, MAILS.riesame_chiesto, d.perCoordinatori, `${d.id}:${d.version}`, {
    subject: `Riesame da decidere: ${d.titolo}`,
    paragraphs: [
      `chi ha scritto questo contributo chiede di riesaminare la risposta. La decisione è tua, ${conData('entro il', entro)}.`,
      `Motivo: ${motivo}`,
    ],
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
