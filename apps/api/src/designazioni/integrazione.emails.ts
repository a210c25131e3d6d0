import { conGiorno } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import type { DesignazionePerEmail } from './designazioni.emails.data.js';
import { mailDi, pagina, type Persona } from './designazioni.emails.js';

const ALL_ENTE = 'l’ente e i suoi operatori';
export const MAILS = mails(
  'designazione',
  {
    da_integrare: { to: ALL_ENTE, when: 'chi la esamina chiede di completare la designazione' },
    completata: { to: ALL_ENTE, when: 'l’ente invia di nuovo la designazione completata' },
    da_riesaminare: { to: 'i referenti del tavolo', when: 'un ente invia di nuovo la designazione completata' },
    non_indicata: { to: 'la persona che l’ente non indica più', when: 'completando la designazione l’ente cambia le persone' },
  },
  { garantite: true },
);

/** Who is named no more. */
export type Tolta = Pick<Persona, 'nome' | 'cognome' | 'email'>;

/** `entro`: the last day, `YYYY-MM-DD`. */
export const emailDaIntegrare = (d: DesignazionePerEmail, motivo: string, entro: string): EmailDraft[] =>
  d.perEnte.map(to =>
    mailDi(d, MAILS.da_integrare, to, {
      subject: `Completa la designazione: ${d.tavolo}`,
      paragraphs: [
        `la designazione di ${d.ente} per il tavolo «${d.tavolo}» non è respinta, ma prima di accettarla serve ancora qualcosa.`,
        `Che cosa serve: ${motivo}`,
        `Puoi completarla e inviarla di nuovo ${conGiorno('entro il', entro)}. Vale sempre il giorno in cui l’hai inviata la prima volta, e resta lo stesso numero.`,
        'Chi è già indicato e resta com’è non deve rispondere di nuovo.',
      ],
      action: { label: 'Completa la designazione', path: pagina(d) },
    }),
  );

/** To the ente what was received, to whoever examines it that it is there again, to who is named no more that nothing is asked of them. */
export const emailCompletata = (d: DesignazionePerEmail, tolte: readonly Tolta[]): EmailDraft[] => [
  ...d.perEnte.map(to =>
    mailDi(d, MAILS.completata, to, {
      subject: `Designazione completata: ${d.tavolo}`,
      paragraphs: [
        `il portale ha ricevuto di nuovo la designazione di ${d.ente} per il tavolo «${d.tavolo}», completata. Il numero resta lo stesso e vale il giorno del primo invio.`,
        'Abbiamo scritto alle persone nuove per chiedere il loro consenso. Chi è referente del tavolo la esaminerà e ti faremo sapere l’esito.',
      ],
      action: { label: 'Vedi la designazione e la ricevuta', path: pagina(d) },
    }),
  ),
  ...d.perReferenti.map(to =>
    mailDi(d, MAILS.da_riesaminare, to, {
      subject: `Designazione completata, da esaminare: ${d.ente}`,
      paragraphs: [
        `${d.ente} ha completato la designazione per il tavolo «${d.tavolo}» e l’ha inviata di nuovo. Nella pagina trovi che cosa era stato chiesto.`,
      ],
      action: { label: 'Esamina la designazione', path: pagina(d) },
    }),
  ),
  ...tolte.map(p => nonIndicata(d, p)),
];

const nonIndicata = (d: DesignazionePerEmail, p: Tolta): EmailDraft =>
  mailDi(
    d,
    MAILS.non_indicata,
    { name: `${p.nome} ${p.cognome}`, address: p.email },
    {
      subject: `${d.ente} non ti indica più per il tavolo «${d.tavolo}»`,
      paragraphs: [
        `${d.ente} ha cambiato le persone che indica per il tavolo «${d.tavolo}»: tu non sei più tra queste.`,
        'Non devi fare nulla: se ti avevamo chiesto il consenso, non serve più.',
      ],
    },
  );
