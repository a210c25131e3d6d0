import { delTavolo, nomeEsteso, parolaInvitato, type Risposta } from '@tavoli/shared';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { mails, type Mail } from '../../platform/email/mails.js';
import { secretOf } from '../../platform/tokens/secret.js';
import type { DatiIncontro } from '../incontro/incontri.data.js';
import { luogoDi, odgInRighe, quandoDi } from '../incontro/incontro.parole.js';
import { calendarioPer } from './invito.ics.js';
import type { Casella, Invitato } from '../incontro/invitati.js';

export const MAILS = mails('incontro', {
  convocazione: {
    to: 'chi è convocato, e i supplenti per conoscenza',
    when: 'l’incontro è convocato; per chi si aggiunge dopo, quando viene convocato',
  },
  spostamento: { to: 'chi è convocato', when: 'cambiano la data, l’ora o il luogo' },
  annullamento: { to: 'chi era convocato', when: 'l’incontro è annullato' },
  uscita: { to: 'chi era convocato e non siede più al tavolo', when: 'il posto finisce o l’ente è sospeso' },
  passaggio: { to: 'il titolare', when: 'passa il suo posto al supplente' },
  subentro: { to: 'il supplente', when: 'il titolare gli passa il posto' },
  ripresa: { to: 'il titolare e il supplente', when: 'il titolare riprende il posto che aveva passato' },
});

/** What the mails of one act have in common. */
export interface Atto {
  readonly dati: DatiIncontro;
  readonly origin: string;
  /** Secrets by invitato: what their links carry. */
  readonly segreti: ReadonlyMap<string, string>;
  /** It reaches people within 48 hours of the incontro. */
  readonly urgente: boolean;
  readonly motivazione: string | null;
}

type Parti = Pick<EmailDraft, 'subject' | 'paragraphs'> & Partial<EmailDraft>;

/** One mail about an incontro to one mailbox, for all the seats it was called for. Its key holds the SEQUENCE that they see: the same is never written twice. */
export function emailDiIncontro({ dati: d, urgente }: Atto, { tipo }: Mail, i: Casella, { subject, ...rest }: Parti): EmailDraft {
  return {
    chiave: `${tipo}:${d.id}:${i.email}:${d.sequence}.${i.passaggi}`,
    tipo,
    to: { name: i.nome, address: i.email },
    subject: urgente ? `Urgente: ${subject}` : subject,
    about: { ambitoId: d.ambito.id, tipo: 'incontro', id: d.id, tavoloId: i.tavoloId ?? d.tavoloId },
    why: perche(d, i),
    ...rest,
  };
}

function perche(d: DatiIncontro, i: Casella): string {
  const tavoli = d.tavoli.length === 1 ? `del tavolo «${d.tavoli[0]?.nome ?? ''}»` : 'dei tavoli che si riuniscono';
  if (i.ruolo === 'ospite') return 'Ricevi questo messaggio perché sei stato invitato a questo incontro.';
  if (i.ente !== null) return `Ricevi questo messaggio perché rappresenti ${elenco([...new Set(i.posti.flatMap(p => p.ente ?? []))])}.`;
  const di = delTavolo(i.ruolo) ? tavoli : `dell’${nomeEsteso(d.ambito.nome)}`;
  return `Ricevi questo messaggio perché sei ${parolaInvitato(i.ruolo)} ${di}.`;
}

const elenco = (voci: readonly string[]): string =>
  voci.length < 2 ? voci.join('') : `${voci.slice(0, -1).join(', ')} e ${voci.at(-1) ?? ''}`;

/** `Associazione Alfa (titolare, Anziani)`, one a line: said where a mailbox is called for more than one seat. */
const perChi = (d: DatiIncontro, { posti }: Casella): string =>
  posti
    .map(
      p => `${p.ente ?? p.nome} (${[parolaInvitato(p.ruolo), d.tavoli.find(t => t.id === p.tavoloId)?.nome].filter(Boolean).join(', ')})`,
    )
    .join('\n');

export const fatti = (d: DatiIncontro, i: Casella): NonNullable<EmailDraft['facts']> => [
  ['Incontro', d.titolo],
  ...(i.posti.length > 1 ? [['I tuoi posti', perChi(d, i)] as const] : []),
  [d.tavoli.length === 1 ? 'Tavolo' : 'Tavoli', d.tavoli.map(t => t.nome).join(', ')],
  ['Quando', quandoDi(d)],
  ['Dove', luogoDi(d)],
  ...(d.linkVideo === null ? [] : [['Videochiamata', d.linkVideo] as const]),
  ...(d.punti.length === 0 ? [] : [['Ordine del giorno', odgInRighe(d)] as const]),
];

/** The ways to answer; the secret stands after `#`, the answer it proposes after a dot: only a button of the page gives it. */
function risposte({ segreti }: Atto, i: Casella, conSupplente: boolean): Pick<EmailDraft, 'action' | 'links' | 'secret'> {
  const segreto = secretOf(segreti, i.id);
  if (i.posti.length > 1) return { action: { label: 'Rispondi per ogni posto', path: `/invito#${segreto}` }, secret: true };
  const path = (risposta: string) => `/invito#${segreto}.${risposta}`;
  const passa = { label: 'Non posso: passo il posto al supplente', path: path('passa') };
  return {
    action: { label: 'Ci sarò', path: path('si') },
    links: [{ label: 'Non potrò esserci', path: path('no') }, ...(conSupplente ? [passa] : [])],
    secret: true,
  };
}

const haSupplente = ({ posti }: Casella, tutti: readonly Casella[]): boolean =>
  posti.some(i => i.ruolo === 'titolare' && tutti.some(c => c.posti.some(s => s.ruolo === 'supplente' && stessoPosto(s, i))));

/** Who is called for information, in every seat: another is expected, the titolare or who has the seat from them. */
const perConoscenza = ({ posti }: Casella, tutti: readonly Casella[]): boolean =>
  posti.every(i => (i.ruolo === 'supplente' ? !tutti.some(c => c.posti.some(t => passa(t) && stessoPosto(t, i))) : passa(i)));
const passa = (i: Invitato): boolean => i.ruolo === 'titolare' && i.risposta === 'passa';
const stessoPosto = (a: Invitato, b: Invitato): boolean => a.tavoloId === b.tavoloId && a.enteId === b.enteId;

/** Who holds no seat is not *convocato*: it may be the very one who convenes. */
function inChePosto(i: Casella, tutti: readonly Casella[]): string {
  if (perConoscenza(i, tutti))
    return 'ti informiamo dell’incontro qui sotto: è atteso il titolare del tuo ente, che se non può ti passerà il posto.';
  if (i.enteId !== null) return 'sei convocato all’incontro qui sotto.';
  return i.ruolo === 'ospite'
    ? 'sei tra gli ospiti dell’incontro qui sotto.'
    : `l’incontro qui sotto è convocato: vi prendi parte come ${parolaInvitato(i.ruolo)}.`;
}

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
  if (posti.some(p => p.risposta === 'in_attesa')) return 'Facci sapere se ci sarai: bastano un tocco e nessuna password.';
  const resta = 'La tua risposta resta valida';
  const [p] = posti;
  if (posti.length > 1 || p === undefined)
    return `${resta} per ogni posto. Se il nuovo luogo cambia qualcosa per te, puoi rispondere di nuovo.`;
  return `${resta}: ${DETTO[p.risposta]}. Se il nuovo luogo cambia qualcosa per te, puoi rispondere di nuovo.`;
}

const DETTO: Readonly<Record<Risposta, string>> = {
  in_attesa: 'non hai ancora risposto',
  si: 'hai detto che ci sarai',
  no: 'hai detto che non potrai esserci',
  passa: 'hai passato il posto al supplente',
};

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
      subject: `Non sei più atteso: ${d.titolo}`,
      paragraphs: [
        'non sei più tra gli invitati all’incontro qui sotto, perché adesso non siedi al tavolo. Il messaggio allegato lo toglie dal tuo calendario.',
      ],
      facts: [['Incontro', d.titolo]],
      calendar: calendarioPer(d, atto.origin, i, 'CANCEL', true),
    }),
  );
}

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
