import type { EntityManager } from 'typeorm';
import type { EmailDraft } from '../../platform/email/email.types.js';
import type { ResolvedPlace } from '../../platform/commands/context.js';
import { creaSegretiInvito } from '../../incontri/incontro/invitati.js';
import { emailInRevisione, type InRevisione, type Strada } from '../verbale/verbali.emails.js';
import { LETTORI, type Lettore } from './lettori.js';

/** A verbale in revision, with those who read it. */
export interface DaAvvisare extends InRevisione {
  readonly ambitoSlug: string;
  readonly per: readonly Lettore[];
}

/** SELECT of verbali `v` with their incontro `n`: rows of `DaAvvisare`. */
export const DA_AVVISARE = `SELECT v.ambito_id AS "ambitoId", a.slug AS "ambitoSlug", v.id, v.tavolo_id AS "tavoloId", v.incontro_id AS "incontroId", n.titolo, v.revisione_fino_at AS fino, ${LETTORI} AS per
  FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id JOIN ambito a ON a.id = v.ambito_id`;

/** One mail to each of those who read it: with a fresh link of their own, that asks for no account; who was not called there signs in. */
export async function aiLettori(
  db: EntityManager,
  verbale: DaAvvisare,
  scrivi: (v: InRevisione, to: EmailDraft['to'], strada: Strada) => EmailDraft,
): Promise<EmailDraft[]> {
  const { ambitoId, ambitoSlug, id, per } = verbale;
  const chiamati = per.flatMap(({ invitatoId }) => (invitatoId === null ? [] : [{ id: invitatoId }]));
  const segreti = await creaSegretiInvito(db, ambitoId, chiamati);
  return per.map(({ name, address, invitatoId }) => {
    const segreto = segreti.get(invitatoId ?? '');
    const strada =
      segreto === undefined
        ? { path: `/${ambitoSlug}/area/verbali/${id}`, secret: false }
        : { path: `/invito/verbale#${segreto}`, secret: true };
    return scrivi(verbale, { name, address }, strada);
  });
}

/** Its members hear at once that they may read it. */
export async function avvisiRevisione(db: EntityManager, { ambitoId, id }: Pick<ResolvedPlace, 'ambitoId' | 'id'>): Promise<EmailDraft[]> {
  const [verbale] = await db.query<DaAvvisare[]>(`${DA_AVVISARE} WHERE v.ambito_id = $1 AND v.id = $2`, [ambitoId, id]);
  return verbale === undefined ? [] : aiLettori(db, verbale, emailInRevisione);
}
