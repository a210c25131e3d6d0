import type { EntityManager } from 'typeorm';
import type { ResolvedPlace } from '../platform/commands/context.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { avvisaChiSegue } from '../seguiti/avvisa.js';
import type { Notizia } from '../seguiti/seguiti.emails.js';

type Verbale = Pick<ResolvedPlace, 'ambitoId' | 'ambitoSlug' | 'id'>;
/** A tavolo of the incontro, and how the incontro is called. */
interface Tavolo {
  readonly id: string;
  readonly nome: string;
  readonly titolo: string;
}

/** To who follows the tavoli of a verbale: it can be read. */
export async function notizieVerbale(db: EntityManager, { ambitoId, ambitoSlug, id }: Verbale): Promise<EmailDraft[]> {
  const tavoli = await db.query<Tavolo[]>(
    `SELECT t.id, t.nome, n.titolo FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id JOIN incontro_tavolo nt ON nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id
     JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id WHERE v.ambito_id = $1 AND v.id = $2 ORDER BY t.codice`,
    [ambitoId, id],
  );
  const emails: EmailDraft[] = [];
  for (const tavolo of tavoli) emails.push(...(await avvisaChiSegue(db, notiziaVerbale({ ambitoId, ambitoSlug, id }, tavolo))));
  return emails;
}

/** What who follows the tavolo hears of its verbale. */
export const notiziaVerbale = ({ ambitoId, ambitoSlug, id }: Verbale, tavolo: Tavolo): Notizia => ({
  ambitoId,
  tipo: 'tavolo',
  oggettoId: tavolo.id,
  occasione: `verbale:${id}`,
  subject: `Nuovo verbale: ${tavolo.titolo}`,
  paragraphs: [`il verbale di «${tavolo.titolo}», del tavolo «${tavolo.nome}» che segui, è pubblicato.`],
  action: { label: 'Leggi il verbale', path: `/${ambitoSlug}/verbali/${id}` },
});
