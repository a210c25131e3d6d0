import type { StatoContributo } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiAlTavolo, chiNellAmbito } from '../../incarichi/chi.sql.js';
import { nuovoSegreto } from './segreti.js';

interface Recipient {
  readonly name: string;
  readonly address: string;
}

/** Somebody who wrote a contributo, or one that was merged into it, with the secret of their own page. */
export interface Autore extends Recipient {
  readonly contributoId: string;
  readonly codice: string;
  /** As they wrote it: nobody else's words. */
  readonly titolo: string;
  readonly segreto: string;
}

/** All that the mails about one contributo may say, read once in the transaction of the act. */
export interface ContributoPerEmail {
  readonly id: string;
  readonly version: number;
  readonly codice: string;
  readonly titolo: string;
  readonly stato: StatoContributo;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly tavoloId: string;
  readonly tavolo: string;
  readonly moderareEntroAt: Date | null;
  readonly rispondereEntroAt: Date | null;
  readonly autori: readonly Autore[];
  readonly perReferenti: readonly Recipient[];
  readonly perCoordinatori: readonly Recipient[];
}

const sql = (): string => `
  SELECT c.id, c.version, c.codice, c.testi->>'titolo' AS titolo, c.stato, a.id AS "ambitoId", a.slug AS "ambitoSlug", t.id AS "tavoloId", t.nome AS tavolo,
    c.moderare_entro_at AS "moderareEntroAt", c.rispondere_entro_at AS "rispondereEntroAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('contributoId', x.id, 'codice', x.codice, 'titolo', x.testi->>'titolo', 'name', coalesce(x.autore_nome, ''), 'address', x.autore_email) ORDER BY x.inviato_at), '[]')
       FROM contributo x WHERE x.ambito_id = c.ambito_id AND (x.id = c.id OR x.unito_a = c.id) AND x.autore_email IS NOT NULL) AS autori,
    ${chiAlTavolo('contributo.pubblica', 'c.ambito_id', 'c.tavolo_id')} AS "perReferenti", ${chiNellAmbito('contributo.decidi_riesame', 'c.ambito_id')} AS "perCoordinatori"
  FROM contributo c JOIN ambito a ON a.id = c.ambito_id JOIN tavolo t ON t.ambito_id = c.ambito_id AND t.id = c.tavolo_id
  WHERE c.ambito_id = $1 AND c.id = $2`;

type Row = Omit<ContributoPerEmail, 'autori'> & { autori: Omit<Autore, 'segreto'>[] };

/** Reads it, and makes each author a fresh secret. */
export async function leggiPerEmail(db: EntityManager, ambitoId: string, id: string): Promise<ContributoPerEmail> {
  const [row] = await db.query<Row[]>(sql(), [ambitoId, id]);
  if (!row) throw new Error('The contributo of this mail is gone.');
  const autori: Autore[] = [];
  for (const autore of row.autori) autori.push({ ...autore, segreto: await nuovoSegreto(db, ambitoId, autore.contributoId, 'autore') });
  return { ...row, autori };
}
