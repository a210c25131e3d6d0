import { conGiorno, ETICHETTE_MOTIVO_DECADENZA, formatData } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import type { DecadenzaPerEmail } from './decadenze.emails.data.js';

const A_TUTTI = 'l’ente (anche alla PEC), i suoi operatori e le persone che lo rappresentano';
export const MAILS = mails(
  'decadenza',
  {
    avviata: { to: A_TUTTI, when: 'il coordinatore apre un procedimento di decadenza' },
    termine: {
      to: 'l’ente (anche alla PEC) e i suoi operatori',
      when: 'mancano tre giorni al termine per scrivere e l’ente non ha scritto',
    },
    memorie: { to: 'chi decide', when: 'l’ente presenta le sue memorie' },
    decisa: { to: A_TUTTI, when: 'il procedimento si conclude con la decadenza' },
    archiviata: { to: A_TUTTI, when: 'il procedimento è archiviato' },
  },
  { garantite: true },
);

type A = EmailDraft['to'];

function mail(
  k: DecadenzaPerEmail,
  quale: keyof typeof MAILS,
  to: A,
  rest: Pick<EmailDraft, 'subject' | 'paragraphs'> & Partial<EmailDraft>,
): EmailDraft {
  return {
    chiave: `${MAILS[quale].tipo}:${k.id}:${to.address}:${k.version}`,
    tipo: MAILS[quale].tipo,
    to,
    about: { ambitoId: k.ambitoId, tipo: 'decadenza', id: k.id, tavoloId: k.tavoloId },
    ...rest,
  };
}

const action = (k: DecadenzaPerEmail, label = 'Vedi il procedimento') => ({ label, path: `/${k.ambitoSlug}/area/decadenze/${k.id}` });

/** What the law wants the communication to say: administration and office, object, who is responsible, where to read the papers (L. 241/1990, art. 8). */
const elementi = (k: DecadenzaPerEmail): NonNullable<EmailDraft['facts']> => [
  ['Oggetto', `Decadenza di ${k.ente} dal tavolo «${k.tavolo}»`],
  ['Motivo', ETICHETTE_MOTIVO_DECADENZA[k.motivo]],
  ...(k.fatti.length === 0 ? [] : [['Incontri', k.fatti.map(f => `${formatData(new Date(f.inizioAt))}: ${f.titolo}`).join('\n')] as const]),
  ['Ufficio', k.ufficio],
  ['Responsabile del procedimento', k.responsabile],
  ['Dove vedere gli atti', k.doveAtti],
  ['Si può scrivere', conGiorno('fino al', k.termine)],
];

/** The communication of the opening (L. 241/1990, artt. 7 and 8). */
export function emailAvviata(k: DecadenzaPerEmail): EmailDraft[] {
  const subject = `Avvio del procedimento di decadenza: ${k.tavolo}`;
  const fatto = `si è aperto un procedimento che può far perdere a ${k.ente} il posto al tavolo «${k.tavolo}».`;
  const resta = 'Finché non si conclude il posto resta dell’ente: chi lo rappresenta è convocato e partecipa come sempre.';
  const facts = elementi(k);
  return [
    ...k.perEnte.map(to =>
      mail(k, 'avviata', to, {
        subject,
        paragraphs: [
          fatto,
          `Ragioni: ${k.ragioni}`,
          `L’ente può presentare memorie ${conGiorno('entro il', k.termine)}: chi agisce per l’ente nel portale le scrive dalla pagina del procedimento.`,
          resta,
        ],
        facts,
        action: action(k, 'Leggi e presenta le memorie'),
      }),
    ),
    ...k.persone.map(to =>
      mail(k, 'avviata', to, {
        subject,
        paragraphs: [fatto, `Ragioni: ${k.ragioni}`, 'Può presentare memorie l’ente che ti ha indicato.', resta],
        facts,
      }),
    ),
  ];
}

export function emailTermine(k: DecadenzaPerEmail): EmailDraft[] {
  return k.perEnte.map(to =>
    mail(k, 'termine', to, {
      subject: `Ultimi giorni per scrivere: decadenza dal tavolo «${k.tavolo}»`,
      paragraphs: [
        `${k.ente} può ancora presentare memorie nel procedimento di decadenza dal tavolo «${k.tavolo}», ${conGiorno('fino al', k.termine)}.`,
        'Passato quel giorno il procedimento si può concludere anche senza.',
      ],
      action: action(k, 'Presenta le memorie'),
    }),
  );
}

export function emailMemorie(k: DecadenzaPerEmail): EmailDraft[] {
  return k.perChiDecide.map(to =>
    mail(k, 'memorie', to, {
      subject: `Memorie di ${k.ente}: decadenza dal tavolo «${k.tavolo}»`,
      paragraphs: [`${k.ente} ha presentato le sue memorie. Puoi leggerle e decidere: concludere con la decadenza, oppure archiviare.`],
      action: action(k, 'Leggi le memorie'),
    }),
  );
}

function esito(k: DecadenzaPerEmail, quale: 'decisa' | 'archiviata', subject: string, paragraphs: readonly string[]): EmailDraft[] {
  return [
    ...k.perEnte.map(to => mail(k, quale, to, { subject, paragraphs, action: action(k) })),
    ...k.persone.map(to => mail(k, quale, to, { subject, paragraphs })),
  ];
}

export const emailDecaduto = (k: DecadenzaPerEmail, motivo: string): EmailDraft[] =>
  esito(k, 'decisa', `Decadenza dal tavolo «${k.tavolo}»`, [
    `il procedimento si è concluso: da oggi ${k.ente} non siede più al tavolo «${k.tavolo}».`,
    `Motivazione: ${motivo}`,
    'Chi era convocato a un incontro riceve la disdetta per il calendario. L’ente può rispondere ai prossimi avvisi.',
  ]);

export const emailArchiviata = (k: DecadenzaPerEmail, motivo: string): EmailDraft[] =>
  esito(k, 'archiviata', `Procedimento archiviato: ${k.tavolo}`, [
    `il procedimento di decadenza di ${k.ente} dal tavolo «${k.tavolo}» è archiviato: l’ente tiene il suo posto.`,
    `Motivazione: ${motivo}`,
  ]);
