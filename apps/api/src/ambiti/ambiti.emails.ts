import { conGiorno, frase } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiNellAmbito } from '../incarichi/chi.sql.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails, type Mail } from '../platform/email/mails.js';

const CHI = 'chi governa l’ambito';
export const MAILS = mails('ambito', {
  capofila: { to: CHI, when: 'cambia l’ente capofila' },
  comune_entra: { to: CHI, when: 'un comune entra nell’ambito' },
  comune_esce: { to: CHI, when: 'un comune esce dall’ambito' },
});

/** A change of who the ambito is made of, and whom it is told to. */
export interface CambioPerEmail {
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly version: number;
  /** Comune or capofila. */
  readonly nome: string;
  /** The first day of who comes, the last of who goes. */
  readonly giorno: string;
  readonly atto: string | null;
  readonly motivazione: string;
  readonly per: readonly EmailDraft['to'][];
}

/** Who governs the ambito: the mails of a change go to them. */
export async function chiGoverna(db: EntityManager, ambitoId: string): Promise<EmailDraft['to'][]> {
  const [row] = await db.query<{ chi: EmailDraft['to'][] }[]>(`SELECT ${chiNellAmbito('ambito.modifica', '$1::uuid')} AS chi`, [ambitoId]);
  return row?.chi ?? [];
}

const mail = (c: CambioPerEmail, { tipo }: Mail, subject: string, che: string): EmailDraft[] =>
  c.per.map(to => ({
    chiave: `${tipo}:${c.ambitoId}:${to.address}:${c.version}`,
    tipo,
    to,
    about: { ambitoId: c.ambitoId, tipo: 'ambito', id: c.ambitoId },
    subject,
    paragraphs: [che, `Motivo: ${c.motivazione}`, 'Quello che è stato scritto prima non cambia.'],
    facts: c.atto === null ? [] : [['Atto', c.atto]],
    action: { label: 'Vedi le impostazioni dell’ambito', path: `/${c.ambitoSlug}/area/impostazioni` },
    why: frase`Ricevi questo messaggio perché governi [il nomeEsteso].`,
  }));

export const emailCapofila = (c: CambioPerEmail): EmailDraft[] =>
  mail(c, MAILS.capofila, 'Cambia l’ente capofila', `${c.nome} è l’ente capofila ${conGiorno('dal', c.giorno)}.`);

export const emailComuneEntra = (c: CambioPerEmail): EmailDraft[] =>
  mail(c, MAILS.comune_entra, `${c.nome} entra nell’ambito`, `il Comune di ${c.nome} fa parte dell’ambito ${conGiorno('dal', c.giorno)}.`);

export const emailComuneEsce = (c: CambioPerEmail): EmailDraft[] =>
  mail(
    c,
    MAILS.comune_esce,
    `${c.nome} esce dall’ambito`,
    `il Comune di ${c.nome} fa parte dell’ambito fino ${conGiorno('al', c.giorno)}.`,
  );
