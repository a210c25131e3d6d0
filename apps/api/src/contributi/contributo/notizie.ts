import {
  type AzioneContributo,
  CONTRIBUTO,
  ETICHETTE_STATO_CONTRIBUTO,
  PUBBLICO,
  STATI_PUBBLICI,
  type StatoContributo,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { nomeDi } from '../../platform/access/nomi.js';
import type { ResolvedPlace } from '../../platform/commands/context.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { CONTRIBUTO_KIND } from './contributo.kind.js';
import { avvisaChiSegue, ritiraNotizie } from '../../seguiti/avvisa.js';
import type { Notizia } from '../../seguiti/seguiti.emails.js';

type Dove = Pick<ResolvedPlace, 'ambitoId' | 'ambitoSlug' | 'id'>;

/** To who follows a contributo: where it stands now. Nothing of steps that are not public. */
export async function notizieContributo(db: EntityManager, dove: Dove, azione: AzioneContributo): Promise<EmailDraft[]> {
  return notizia(db, dove, CONTRIBUTO[azione].to);
}

/** What is read of it has changed: the news still waiting are told anew, in the words that stand now. */
export async function rifaiNotizie(db: EntityManager, dove: Dove, stato: StatoContributo): Promise<EmailDraft[]> {
  const solo = await ritiraNotizie(db, dove.ambitoId, 'contributo', dove.id);
  return solo.length === 0 ? [] : notizia(db, dove, stato, solo);
}

async function notizia(
  db: EntityManager,
  { ambitoId, ambitoSlug, id }: Dove,
  stato: StatoContributo,
  solo?: readonly string[],
): Promise<EmailDraft[]> {
  if (!(STATI_PUBBLICI as readonly string[]).includes(stato)) return [];
  const args: unknown[] = [ambitoId, id];
  const [c] = await db.query<{ titolo: string; version: number }[]>(
    `SELECT o.titolo, c.version FROM contributo c ${nomeDi(CONTRIBUTO_KIND.names.contributo, 'c.id', 'c.ambito_id', 'o', { actor: PUBBLICO, ambitoId, args })} WHERE c.ambito_id = $1 AND c.id = $2`,
    args,
  );
  if (!c) return [];
  return avvisaChiSegue(db, { ...notiziaStato({ ambitoId, ambitoSlug, id }, c, stato), ...(solo === undefined ? {} : { solo }) });
}

/** What who follows a contributo hears of where it stands. */
export const notiziaStato = (
  { ambitoId, ambitoSlug, id }: Dove,
  c: { titolo: string; version: number },
  stato: StatoContributo,
): Notizia => ({
  ambitoId,
  tipo: 'contributo',
  oggettoId: id,
  occasione: String(c.version),
  subject: `${ETICHETTE_STATO_CONTRIBUTO[stato]}: ${c.titolo}`,
  paragraphs: [
    `c’è una novità sul contributo «${c.titolo}», che segui: ora è «${ETICHETTE_STATO_CONTRIBUTO[stato].toLowerCase()}». Nella pagina trovi la motivazione e tutta la sua strada.`,
  ],
  action: { label: 'Apri la pagina del contributo', path: `/${ambitoSlug}/contributi/${id}` },
});
