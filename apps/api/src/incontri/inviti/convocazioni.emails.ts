import { frase, invitatoInFrase, type Risposta } from '@tavoli/shared';
import type { EmailDraft } from '../../platform/email/email.types.js';
import type { DatiIncontro } from '../incontro/incontri.data.js';
import { quandoDi } from '../incontro/incontro.parole.js';
import type { Casella } from '../incontro/invitati.js';
import { emailDiIncontro, fatti, haSupplente, MAILS, passa, perConoscenza, risposte, type Atto } from './incontri.emails.js';
import { calendarioPer } from './invito.ics.js';

/** Who holds no seat is not *convocato*: it may be the very one who convenes. */
function inChePosto(i: Casella, tutti: readonly Casella[]): string {
  if (perConoscenza(i, tutti))
    return 'ti informiamo dell’incontro qui sotto: è atteso il titolare del tuo ente, che se non può ti passerà il posto.';
  if (i.enteId !== null) return frase`[sei convocato|sei convocata|ti convochiamo] all’incontro qui sotto.`;
  if (i.ruolo === 'osservatore') return 'l’incontro qui sotto è convocato: vi sei tra gli osservatori, senza diritto di voto.';
  return i.ruolo === 'ospite'
    ? 'sei tra gli ospiti dell’incontro qui sotto.'
    : `l’incontro qui sotto è convocato: vi prendi parte ${invitatoInFrase(i.ruolo, 'come ')}.`;
}

/** A calendar message carries one event, and each date is answered for itself: so each date has its mail, and who reads the first knows that others follow. */
const inSerie = ({ insieme = 1 }: Atto): string[] =>
  insieme === 1 ? [] : [`Fa parte di una serie di ${insieme} incontri convocati insieme: ricevi un messaggio per ogni data.`];

/** @param tutti who is called, those before included: of a seat, one may be written to when the other was */
export function emailConvocazione(
  atto: Atto,
  invitati: readonly Casella[],
  urgenza: string | null,
  tutti: readonly Casella[] = invitati,
): EmailDraft[] {
  const { dati: d } = atto;
  return invitati.map(i =>
    emailDiIncontro(atto, MAILS.convocazione, i, {
      subject: `Convocazione: ${d.titolo}, ${quandoDi(d)}`,
      paragraphs: [
        inChePosto(i, tutti),
        ...(urgenza === null ? [] : [`La convocazione è urgente: ${urgenza}`]),
        ...inSerie(atto),
        'L’invito allegato si aggiunge al tuo calendario. Facci sapere se ci sarai: bastano un tocco e nessuna password.',
      ],
      facts: fatti(d, i),
      ...risposte(atto, i, haSupplente(i, tutti)),
      calendar: calendarioPer(d, atto.origin, i, 'REQUEST', !perConoscenza(i, tutti)),
    }),
  );
}

type Ore = Pick<DatiIncontro, 'inizioAt' | 'fineAt'>;

/** Only the place is another: what people answered about coming holds. */
export const stessaOra = (prima: Ore, dopo: Ore): boolean =>
  prima.inizioAt.getTime() === dopo.inizioAt.getTime() && prima.fineAt.getTime() === dopo.fineAt.getTime();

/** @param prima when it was to begin before the move */
export function emailSpostamento(atto: Atto, invitati: readonly Casella[], prima: Ore): EmailDraft[] {
  const { dati: d } = atto;
  const soloLuogo = stessaOra(prima, d);
  return invitati.map(i => {
    // Out of the calendar of who handed all their seats over: it is in that of the supplente.
    const fuori = i.posti.every(passa);
    return emailDiIncontro(atto, MAILS.spostamento, i, {
      subject: `${soloLuogo ? 'Cambia il luogo' : 'Spostato'}: ${d.titolo}, ${quandoDi(d)}`,
      paragraphs: [
        soloLuogo
          ? 'l’incontro qui sotto cambia luogo. L’ora resta la stessa.'
          : `l’incontro che era fissato per ${quandoDi(prima)} è stato spostato.`,
        `Motivo: ${atto.motivazione ?? ''}`,
        `${fuori ? '' : 'Il tuo calendario si aggiorna con l’invito allegato. '}${cheCosaRisponde(i, soloLuogo)}`,
      ],
      facts: fatti(d, i),
      ...risposte(atto, i, haSupplente(i, invitati)),
      ...(fuori ? {} : { calendar: calendarioPer(d, atto.origin, i, 'REQUEST', !perConoscenza(i, invitati)) }),
    });
  });
}

function cheCosaRisponde({ posti }: Casella, soloLuogo: boolean): string {
  if (!soloLuogo) return 'Ti chiediamo di rispondere di nuovo, perché la data o l’ora sono cambiate.';
  return siRisponde({ posti }, 'il nuovo luogo cambia qualcosa');
}

/** @param se what may make one answer otherwise */
function siRisponde({ posti }: Pick<Casella, 'posti'>, se: string): string {
  if (posti.some(p => p.risposta === 'in_attesa')) return 'Facci sapere se ci sarai: bastano un tocco e nessuna password.';
  const resta = 'La tua risposta resta valida';
  const [p] = posti;
  if (posti.length > 1 || p === undefined) return `${resta} per ogni posto. Se ${se} per te, puoi rispondere di nuovo.`;
  return `${resta}: ${DETTO[p.risposta]}. Se ${se} per te, puoi rispondere di nuovo.`;
}

const DETTO: Readonly<Record<Risposta, string>> = {
  in_attesa: 'non hai ancora risposto',
  si: 'hai detto che ci sarai',
  no: 'hai detto che non potrai esserci',
  passa: 'hai passato il posto al supplente',
};

/** What an integrazione tells. */
export interface Cambiamento {
  /** Told to everyone, in plain words; empty: only guests are added, and they alone are written to. */
  readonly cambia: readonly string[];
  /** Whether calendars show another thing than before. */
  readonly calendario: boolean;
  /** Punti are added, or documents: else words are corrected. */
  readonly aggiunge: boolean;
  /** What is added may only be discussed. */
  readonly soloDiscussione: boolean;
  readonly urgenza: string | null;
}

/**
 * What is added to the convocation, or corrected in it: the date and the place are those that they know, and so is what they answered.
 * @param tutti who is called @param parte of the act: several may leave the calendars as they are
 */
export function emailIntegrazione(
  atto: Atto,
  avvisate: readonly Casella[],
  tutti: readonly Casella[],
  cambia: Cambiamento,
  parte: number,
): EmailDraft[] {
  const { dati: d } = atto;
  return avvisate.map(i => {
    const calendario = cambia.calendario && !i.posti.every(passa);
    const mail = emailDiIncontro(atto, MAILS.integrazione, i, {
      subject: `${cambia.aggiunge ? 'Integrazione' : 'Rettifica'}: ${d.titolo}, ${quandoDi(d)}`,
      paragraphs: [
        `la convocazione dell’incontro qui sotto è stata ${cambia.aggiunge ? 'integrata' : 'corretta'}. La data, l’ora e il luogo restano gli stessi.`,
        ...(cambia.soloDiscussione ? [SENZA_PREAVVISO] : []),
        ...(cambia.urgenza === null ? [] : [`L’integrazione è urgente: ${cambia.urgenza}`]),
        ...(atto.motivazione === null ? [] : [`Motivo: ${atto.motivazione}`]),
        `${calendario ? 'Il tuo calendario si aggiorna con l’invito allegato. ' : ''}${siRisponde(i, 'cambia qualcosa')}`,
      ],
      facts: [['Che cosa cambia', cambia.cambia.join('\n')], ...fatti(d, i)],
      ...risposte(atto, i, haSupplente(i, tutti)),
      ...(calendario ? { calendar: calendarioPer(d, atto.origin, i, 'REQUEST', !perConoscenza(i, tutti)) } : {}),
    });
    return { ...mail, chiave: `${mail.chiave}.${parte}` };
  });
}

const SENZA_PREAVVISO =
  'Di quello che si aggiunge si può discutere, ma non decidere: mancano i giorni di preavviso che servono per una decisione.';

export function emailAnnullamento(atto: Atto, invitati: readonly Casella[]): EmailDraft[] {
  const { dati: d } = atto;
  return invitati.map(i =>
    emailDiIncontro(atto, MAILS.annullamento, i, {
      subject: `Annullato: ${d.titolo}, ${quandoDi(d)}`,
      paragraphs: [
        'l’incontro qui sotto è stato annullato e sparisce dal tuo calendario con il messaggio allegato.',
        `Motivo: ${atto.motivazione ?? ''}`,
      ],
      facts: fatti(d, i),
      action: { label: 'Vedi la pagina dell’incontro', path: `/${d.ambito.slug}/incontri/${d.id}` },
      calendar: calendarioPer(d, atto.origin, i, 'CANCEL', true),
    }),
  );
}

/** To who was called and does not sit there any more. */
export function emailNonPiuInvitato(atto: Atto, usciti: readonly Casella[]): EmailDraft[] {
  const { dati: d } = atto;
  return usciti.map(i =>
    emailDiIncontro(atto, MAILS.uscita, i, {
      subject: frase`[Non sei più atteso|Non sei più attesa|Non ti aspettiamo più]: ${d.titolo}`,
      paragraphs: [
        'non sei più tra gli invitati all’incontro qui sotto, perché adesso non vi hai un posto. Il messaggio allegato lo toglie dal tuo calendario.',
      ],
      facts: [['Incontro', d.titolo]],
      calendar: calendarioPer(d, atto.origin, i, 'CANCEL', true),
    }),
  );
}

/** To a supplente whose titolare is called no more: the seat is theirs. */
export function emailSubentro(atto: Atto, supplenti: readonly Casella[]): EmailDraft[] {
  const { dati: d } = atto;
  return supplenti.map(s =>
    emailDiIncontro(atto, MAILS.subentro, s, {
      subject: `Tocca a te: ${d.titolo}, ${quandoDi(d)}`,
      paragraphs: ['il titolare del tuo ente non siede più al tavolo: a questo incontro sei atteso tu. Facci sapere se ci sarai.'],
      facts: fatti(d, s),
      ...risposte(atto, s, false),
      calendar: calendarioPer(d, atto.origin, s, 'REQUEST', true),
    }),
  );
}
