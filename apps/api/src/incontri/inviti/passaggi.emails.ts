import type { EmailDraft } from '../../platform/email/email.types.js';
import { secretOf } from '../../platform/tokens/secret.js';
import { quandoDi } from '../incontro/incontro.parole.js';
import type { Casella } from '../incontro/invitati.js';
import { emailDiIncontro, fatti, MAILS, risposte, type Atto } from './incontri.emails.js';
import { calendarioPer } from './invito.ics.js';

/** A mailbox in whose hands a seat came or went, and whether it is still expected for another. */
export interface Mano {
  readonly casella: Casella;
  /** It is called for other seats too: the event stays in its calendar. */
  readonly resta: boolean;
  /** For one of those it is expected, not told for information only. */
  readonly atteso: boolean;
}

/** The seat changes hands: out of the calendar of the one, unless called for another seat, into that of the other as the one expected. */
export function emailPassaggio(atto: Atto, titolare: Mano, supplenti: readonly Mano[]): EmailDraft[] {
  const { dati: d } = atto;
  const { casella: t, resta } = titolare;
  const esce = resta ? 'L’incontro resta nel tuo calendario per gli altri tuoi posti.' : 'L’incontro esce dal tuo calendario.';
  const lascia = emailDiIncontro(atto, MAILS.passaggio, t, {
    subject: `Hai passato il posto: ${d.titolo}`,
    paragraphs: [
      `hai passato il tuo posto per questo incontro${t.ente === null ? '' : ` (${t.ente})`}. ${esce} Se cambi idea puoi riprenderlo fino all’inizio.`,
    ],
    facts: fatti(d, t),
    ...risposte(atto, t, false),
    action: { label: 'Ci sarò: riprendo il posto', path: `/invito#${secretOf(atto.segreti, t.id)}.si` },
    links: [],
    calendar: resta ? calendarioPer(d, atto.origin, t, 'REQUEST', titolare.atteso) : calendarioPer(d, atto.origin, t, 'CANCEL', true),
  });
  const subentra = supplenti.map(({ casella: s }) =>
    emailDiIncontro(atto, MAILS.subentro, s, {
      subject: `Tocca a te: ${d.titolo}, ${quandoDi(d)}`,
      paragraphs: [
        `${t.nome} non può partecipare e ti passa il posto. L’invito allegato aggiorna il tuo calendario: facci sapere se ci sarai.`,
      ],
      facts: fatti(d, s),
      ...risposte(atto, s, false),
      calendar: calendarioPer(d, atto.origin, s, 'REQUEST', true),
    }),
  );
  return [lascia, ...subentra];
}

/** The titolare takes the seat back. */
export function emailRipresa(atto: Atto, titolare: Mano, supplenti: readonly Mano[]): EmailDraft[] {
  const { dati: d } = atto;
  const { casella: t } = titolare;
  const riprende = emailDiIncontro(atto, MAILS.ripresa, t, {
    subject: `Hai ripreso il posto: ${d.titolo}`,
    paragraphs: [`hai ripreso il tuo posto per questo incontro${t.ente === null ? '' : ` (${t.ente})`}, che è nel tuo calendario.`],
    facts: fatti(d, t),
    ...risposte(atto, t, supplenti.length > 0),
    calendar: calendarioPer(d, atto.origin, t, 'REQUEST', true),
  });
  const torna = supplenti.map(({ casella: s, atteso }) =>
    emailDiIncontro(atto, MAILS.ripresa, s, {
      subject: `Non tocca più a te: ${d.titolo}`,
      paragraphs: [`${t.nome} parteciperà e riprende il posto. L’incontro resta nel tuo calendario${atteso ? '' : ' per conoscenza'}.`],
      facts: fatti(d, s),
      ...risposte(atto, s, false),
      calendar: calendarioPer(d, atto.origin, s, 'REQUEST', atteso),
    }),
  );
  return [riprende, ...torna];
}
