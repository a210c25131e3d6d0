import { DESIGNAZIONI_DA_DECIDERE, ETICHETTE_RETTIFICA, formatDataOra, type CambioAvviso, type ChiarimentoInput } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';

const CHI_RISPONDE = 'gli enti che hanno una designazione in corso per l’avviso';
export const MAILS = mails('avviso', {
  proroga: { to: CHI_RISPONDE, when: 'la chiusura dell’avviso viene spostata' },
  annulla: { to: CHI_RISPONDE, when: 'l’avviso viene annullato' },
  chiarimento: { to: CHI_RISPONDE, when: 'è pubblicato un chiarimento sull’avviso' },
  rettifica: { to: CHI_RISPONDE, when: 'l’avviso viene rettificato' },
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
export function emailAvviso(row: AvvisoPerEmail, azione: 'proroga' | 'annulla', motivazione: string): EmailDraft[] {
  const annullato = azione === 'annulla';
  const fatto = annullato
    ? `l’avviso «${row.titolo}» è stato annullato.`
    : `la chiusura dell’avviso «${row.titolo}» è stata spostata a ${formatDataOra(row.chiudeAt)}.`;
  return aChiRisponde(row, azione, row.version, {
    subject: annullato ? `Avviso annullato: ${row.titolo}` : `Avviso prorogato: ${row.titolo}`,
    paragraphs: [fatto, `Motivo: ${motivazione}`],
  });
}

/** What every mail to them has in common. @param volta makes the key of each act its own */
const aChiRisponde = (
  row: AvvisoPerEmail,
  quale: keyof typeof MAILS,
  volta: number,
  rest: Pick<EmailDraft, 'subject' | 'paragraphs'>,
): EmailDraft[] =>
  row.enti.map(to => ({
    chiave: `avviso.${quale}:${row.id}:${to.address}:${volta}`,
    tipo: MAILS[quale].tipo,
    to,
    action: { label: 'Vedi l’avviso', path: `/${row.ambitoSlug}/avvisi/${row.id}` },
    about: { ambitoId: row.ambitoId, tipo: 'avviso', id: row.id },
    ...rest,
  }));

/** A question of somebody else may be theirs. */
export const emailChiarimento = (
  row: AvvisoPerEmail,
  { numero, domanda, risposta }: ChiarimentoInput & { readonly numero: number },
): EmailDraft[] =>
  aChiRisponde(row, 'chiarimento', numero, {
    subject: `Nuovo chiarimento: ${row.titolo}`,
    paragraphs: [
      `è pubblicato un chiarimento sull’avviso «${row.titolo}», a cui il tuo ente sta rispondendo.`,
      `Domanda: ${domanda}`,
      `Risposta: ${risposta}`,
    ],
  });

export interface RettificaPerEmail {
  readonly numero: number;
  readonly cambi: readonly CambioAvviso[];
  readonly motivazione: string;
}

/** What changed by name; what it said and says is on the page. */
export const emailRettifica = (row: AvvisoPerEmail, { numero, cambi, motivazione }: RettificaPerEmail): EmailDraft[] =>
  aChiRisponde(row, 'rettifica', numero, {
    subject: `Avviso rettificato: ${row.titolo}`,
    paragraphs: [
      `l’avviso «${row.titolo}», a cui il tuo ente sta rispondendo, è stato rettificato.`,
      `Che cosa cambia: ${cambi.map(c => ETICHETTE_RETTIFICA[c.campo].toLowerCase()).join(', ')}.`,
      `Motivo: ${motivazione}`,
      'Nella pagina dell’avviso trovi com’era e com’è. La tua risposta resta valida: guarda se vuoi cambiarla.',
    ],
  });
