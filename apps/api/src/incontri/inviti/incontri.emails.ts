import { delTavolo, frase, invitatoInFrase, parolaInvitato, protocolliInParole } from '@tavoli/shared';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { mails, type Mail } from '../../platform/email/mails.js';
import { secretOf } from '../../platform/tokens/secret.js';
import type { DatiIncontro } from '../incontro/incontri.data.js';
import { luogoDi, odgInRighe, quandoDi } from '../incontro/incontro.parole.js';
import type { Casella, Invitato } from '../incontro/invitati.js';

export const MAILS = mails('incontro', {
  convocazione: {
    to: 'chi è convocato, e i supplenti per conoscenza',
    when: 'l’incontro è convocato; per chi si aggiunge dopo, quando viene convocato',
  },
  integrazione: {
    to: 'chi è convocato',
    when: 'si aggiunge o si corregge qualcosa nella convocazione: un punto, un documento, una parola',
  },
  spostamento: { to: 'chi è convocato', when: 'cambiano la data, l’ora o il luogo' },
  annullamento: { to: 'chi era convocato', when: 'l’incontro è annullato' },
  uscita: { to: 'chi era convocato e non siede più al tavolo', when: 'il posto finisce o l’ente è sospeso' },
  passaggio: { to: 'il titolare', when: 'passa il suo posto al supplente' },
  subentro: { to: 'il supplente', when: 'il titolare gli passa il posto, o non siede più al tavolo' },
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
  /** How many incontri of a series the same act calls: a mail follows for each. Left out: one. */
  readonly insieme?: number;
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
  if (i.ruolo === 'ospite') return 'Ricevi questo messaggio perché ti abbiamo invitato a questo incontro.';
  if (i.ruolo === 'osservatore') return `Ricevi questo messaggio perché segui i lavori ${tavoli}.`;
  if (i.ente !== null) return `Ricevi questo messaggio perché rappresenti ${elenco([...new Set(i.posti.flatMap(p => p.ente ?? []))])}.`;
  const di = delTavolo(i.ruolo) ? tavoli : frase`[del nomeEsteso]`;
  return `Ricevi questo messaggio perché sei ${invitatoInFrase(i.ruolo)} ${di}.`;
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
  ...(d.protocolliNoti.length === 0 ? [] : [['Protocollo del comune', protocolliInParole(d.protocolliNoti)] as const]),
  ...(d.punti.length === 0 ? [] : [['Ordine del giorno', odgInRighe(d)] as const]),
];

/** The ways to answer; the secret stands after `#`, the answer it proposes after a dot: only a button of the page gives it. */
export function risposte({ segreti }: Atto, i: Casella, conSupplente: boolean): Pick<EmailDraft, 'action' | 'links' | 'secret'> {
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

export const haSupplente = ({ posti }: Casella, tutti: readonly Casella[]): boolean =>
  posti.some(i => i.ruolo === 'titolare' && tutti.some(c => c.posti.some(s => s.ruolo === 'supplente' && stessoPosto(s, i))));

/** Who is called for information, in every seat: another is expected, the titolare or who has the seat from them. A supplente with no titolare is expected. */
export const perConoscenza = ({ posti }: Casella, tutti: readonly Casella[]): boolean =>
  posti.every(i => (i.ruolo === 'supplente' ? titolari(i, tutti).length > 0 && !titolari(i, tutti).some(passa) : passa(i)));
const titolari = (i: Invitato, tutti: readonly Casella[]): Invitato[] =>
  tutti.flatMap(c => c.posti.filter(t => t.ruolo === 'titolare' && stessoPosto(t, i)));
export const passa = (i: Invitato): boolean => i.ruolo === 'titolare' && i.risposta === 'passa';
const stessoPosto = (a: Invitato, b: Invitato): boolean => a.tavoloId === b.tavoloId && a.enteId === b.enteId;
