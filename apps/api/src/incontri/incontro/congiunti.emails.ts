import { formatDataOra, frase } from '@tavoli/shared';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { mails } from '../../platform/email/mails.js';
import type { DatiIncontro } from './incontri.data.js';

export const MAILS = mails('incontro', {
  congiunto: { to: 'i referenti degli altri tavoli', when: 'un tavolo chiede di incontrarsi insieme al loro' },
  risposta_congiunto: { to: 'i referenti del tavolo che convoca', when: 'un altro tavolo dà o nega il consenso a incontrarsi insieme' },
});

/** A draft to which other tavoli are asked to come. */
export interface Richiesta {
  readonly incontroId: string;
  readonly tavoloId: string;
  readonly titolo: string;
  readonly inizio: Date;
  /** Of the draft as it is asked. */
  readonly version: number;
}

/** A referente, and the tavolo for which they answer. */
export interface ReferenteDi {
  readonly nome: string;
  readonly email: string;
  readonly tavolo_id: string;
  readonly tavolo: string;
}

/** What another tavolo has answered, and why. */
export interface Risposta {
  readonly tavolo: string;
  readonly si: boolean;
  readonly motivo: string | null;
}

export function emailRichiesta(ambitoId: string, slug: string, da: string, a: ReferenteDi, richieste: readonly Richiesta[]): EmailDraft[] {
  const [prima] = richieste;
  if (prima === undefined) return [];
  const quando = [...richieste].sort((x, y) => x.inizio.getTime() - y.inizio.getTime()).map(r => formatDataOra(r.inizio));
  return [
    {
      chiave: `incontro.congiunto:${prima.incontroId}:${a.tavolo_id}:${a.email}:${prima.version}`,
      tipo: MAILS.congiunto.tipo,
      to: { name: a.nome, address: a.email },
      subject: `Un incontro insieme: ${prima.titolo}`,
      paragraphs: [
        `il tavolo «${da}» vorrebbe incontrarsi insieme al tavolo «${a.tavolo}», di cui sei referente.`,
        'Nessuno viene convocato finché non dai il consenso. Se la data o il tema non vanno bene puoi negarlo, scrivendo perché.',
      ],
      facts: [
        ['Incontro', prima.titolo],
        ['Quando', quando.join('\n')],
      ],
      action: { label: 'Leggi e rispondi', path: `/${slug}/area/incontri/${prima.incontroId}` },
      about: { ambitoId, tipo: 'incontro', id: prima.incontroId, tavoloId: a.tavolo_id },
      why: `Ricevi questo messaggio perché sei referente del tavolo «${a.tavolo}».`,
    },
  ];
}

export function emailRisposta(
  ambitoId: string,
  slug: string,
  dati: DatiIncontro,
  r: ReferenteDi,
  { tavolo, si, motivo }: Risposta,
): EmailDraft {
  return {
    chiave: `incontro.risposta_congiunto:${dati.id}:${r.email}:${tavolo}:${String(si)}:${dati.now.getTime()}`,
    tipo: MAILS.risposta_congiunto.tipo,
    to: { name: r.nome, address: r.email },
    subject: `${si ? 'Consenso dato' : 'Consenso negato'}: ${dati.titolo}`,
    paragraphs: [
      `il tavolo «${tavolo}» ha ${si ? 'dato' : 'negato'} il consenso all’incontro «${dati.titolo}».`,
      ...(motivo === null ? [] : [`Motivo: ${motivo}`]),
      si
        ? 'Quando tutti i tavoli hanno risposto di sì puoi convocare.'
        : frase`Puoi cambiare data o tavoli nella bozza e chiedere di nuovo, oppure rivolgerti [al coordinatore].`,
    ],
    action: { label: 'Apri l’incontro', path: `/${slug}/area/incontri/${dati.id}` },
    about: { ambitoId, tipo: 'incontro', id: dati.id, tavoloId: r.tavolo_id },
  };
}
