import { formatDataOra } from '@tavoli/shared';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { mails } from '../../platform/email/mails.js';
import { secretOf } from '../../platform/tokens/secret.js';

export const MAILS = mails('disponibilita', {
  chiesta: { to: 'chi siede al tavolo, ciascuno con il suo collegamento', when: 'chi prepara gli incontri propone alcune date' },
});

/** Who is asked. */
export interface Chiesto {
  readonly id: string;
  readonly nome: string;
  readonly email: string;
  readonly enti: string;
}

/** What the mail says. */
export interface DisponibilitaPerEmail {
  readonly id: string;
  readonly ambitoId: string;
  readonly tavoloId: string;
  readonly tavolo: string;
  readonly titolo: string;
  readonly messaggio: string | null;
  readonly entroAt: Date;
  readonly date: readonly Date[];
}

/** One for each who is asked, with their link. */
export const emailChiesta = (d: DisponibilitaPerEmail, chiesti: readonly Chiesto[], segreti: ReadonlyMap<string, string>): EmailDraft[] =>
  chiesti.map(c => ({
    chiave: `${MAILS.chiesta.tipo}:${c.id}`,
    tipo: MAILS.chiesta.tipo,
    to: { name: c.nome, address: c.email },
    about: { ambitoId: d.ambitoId, tipo: 'tavolo', id: d.tavoloId, tavoloId: d.tavoloId },
    subject: `Quando puoi? ${d.titolo}`,
    paragraphs: [
      `stiamo cercando una data per un incontro del tavolo «${d.tavolo}», in cui siedi per ${c.enti}. Di’ quali di queste date vanno bene: non serve un account.`,
      ...(d.messaggio === null ? [] : [d.messaggio]),
      'Non è ancora una convocazione: quella arriva quando la data è scelta.',
    ],
    facts: [
      ['Tavolo', d.tavolo],
      ...d.date.map((data, i) => [`Data ${i + 1}`, formatDataOra(data)] as const),
      ['Rispondi entro', formatDataOra(d.entroAt)],
    ],
    action: { label: 'Di’ quando puoi', path: `/invito/date#${secretOf(segreti, c.id)}` },
    secret: true,
    why: `Ricevi questo messaggio perché rappresenti ${c.enti}.`,
  }));
