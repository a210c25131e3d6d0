import { DESIGNAZIONI_DA_DECIDERE, formatDataOra } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';

export const MAILS = mails('avviso', {
  proroga: { to: 'gli enti che hanno una designazione in corso per l’avviso', when: 'la chiusura dell’avviso viene spostata' },
  annulla: { to: 'gli enti che hanno una designazione in corso per l’avviso', when: 'l’avviso viene annullato' },
});

export interface AvvisoPerEmail {
  readonly id: string;
  readonly ambitoId: string;
  readonly titolo: string;
  readonly chiudeAt: Date;
  readonly version: number;
  readonly ambitoSlug: string;
  readonly enti: readonly { name: string; address: string }[];
}

/** Enti that have a designazione under way for this avviso. */
const SQL = `
  SELECT v.id, v.ambito_id AS "ambitoId", v.titolo, v.chiude_at AS "chiudeAt", v.version, a.slug AS "ambitoSlug",
    (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('name', e.denominazione, 'address', e.email)), '[]')
       FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
       WHERE d.ambito_id = v.ambito_id AND d.avviso_id = v.id AND d.stato IN ${fra(DESIGNAZIONI_DA_DECIDERE)}) AS enti
  FROM avviso v JOIN ambito a ON a.id = v.ambito_id WHERE v.ambito_id = $1 AND v.id = $2`;

export async function leggiAvvisoPerEmail(db: EntityManager, ambitoId: string, id: string): Promise<AvvisoPerEmail> {
  const [row] = await db.query<AvvisoPerEmail[]>(SQL, [ambitoId, id]);
  if (!row) throw new Error('The avviso of this mail is gone.');
  return row;
}

/** Tells the enti that are answering that the closing moved, or that the avviso was annulled. */
export function emailAvviso(row: AvvisoPerEmail, azione: keyof typeof MAILS, motivazione: string): EmailDraft[] {
  const annullato = azione === 'annulla';
  const fatto = annullato
    ? `l’avviso «${row.titolo}» è stato annullato.`
    : `la chiusura dell’avviso «${row.titolo}» è stata spostata a ${formatDataOra(row.chiudeAt)}.`;
  return row.enti.map(to => ({
    chiave: `avviso.${azione}:${row.id}:${to.address}:${row.version}`,
    tipo: MAILS[azione].tipo,
    to,
    subject: annullato ? `Avviso annullato: ${row.titolo}` : `Avviso prorogato: ${row.titolo}`,
    paragraphs: [fatto, `Motivo: ${motivazione}`],
    action: { label: 'Vedi l’avviso', path: `/${row.ambitoSlug}/avvisi/${row.id}` },
    about: { ambitoId: row.ambitoId, tipo: 'avviso', id: row.id },
  }));
}
