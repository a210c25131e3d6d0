import { type AzioneContributo, CONTRIBUTO, ETICHETTE_STATO_CONTRIBUTO, STATI_PUBBLICI } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { ResolvedPlace } from '../platform/commands/context.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { avvisaChiSegue } from '../seguiti/avvisa.js';

/** To who follows a contributo: where it stands now. Nothing of steps that are not public. */
export async function notizieContributo(db: EntityManager, { ambitoId, ambitoSlug, id }: ResolvedPlace, azione: AzioneContributo): Promise<EmailDraft[]> {
  const { to } = CONTRIBUTO[azione];
  if (!(STATI_PUBBLICI as readonly string[]).includes(to)) return [];
  const [c] = await db.query<{ titolo: string; version: number }[]>(`SELECT coalesce(pubblico->>'titolo', codice) AS titolo, version FROM contributo WHERE ambito_id = $1 AND id = $2`, [ambitoId, id]);
  if (!c) return [];
  return avvisaChiSegue(db, {
    ambitoId, tipo: 'contributo', oggettoId: id, occasione: String(c.version),
    subject: `${ETICHETTE_STATO_CONTRIBUTO[to]}: ${c.titolo}`,
    paragraphs: [`c’è una novità sul contributo «${c.titolo}», che segui: ora è «${ETICHETTE_STATO_CONTRIBUTO[to].toLowerCase()}». Nella pagina trovi la motivazione e tutta la sua strada.`],
    action: { label: 'Apri la pagina del contributo', path: `/${ambitoSlug}/contributi/${id}` },
  });
}
