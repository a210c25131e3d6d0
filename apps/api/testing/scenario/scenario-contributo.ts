import { randomUUID } from 'node:crypto';
import { CONTRIBUTI_ELENCATI, CONTRIBUTO, type StatoContributo, tra } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import { hashSecret, newSecret } from '../../src/platform/tokens/secret.js';
import type { AmbitoWorld, Persona, TavoloWorld } from '../scenario.js';

/** A state that no step without written reasons leads to. */
const MOTIVATI = Object.values(CONTRIBUTO).flatMap(passo => (passo.motivata === true ? [passo.to] : []));

export interface ContributoWorld {
  readonly id: string;
  readonly codice: string;
  readonly version: number;
  readonly email: string;
  /** Of the author's page, and of the mail that confirms. */
  readonly segreto: string;
  readonly conferma: string;
}

export interface CampiContributo {
  readonly stato?: StatoContributo;
  readonly titolo?: string;
  readonly testo?: string;
  readonly email?: string;
  readonly account?: Persona;
  /** Its clock runs for so many days; negative: past. */
  readonly scade?: number;
  readonly unitoA?: string;
}

/** Added to the number of a contributo for the one that it was merged into. */
const UNITI = 1_000_000;

/** Straight into the database; `n` makes its code and address. */
export async function inserisciContributo(
  db: DataSource,
  ambito: AmbitoWorld,
  tavolo: TavoloWorld,
  n: number,
  fields: CampiContributo,
): Promise<ContributoWorld> {
  const { stato = 'in_moderazione', scade = 4 } = fields;
  const c = {
    id: randomUUID(),
    codice: `CON-${String(n % 10_000).padStart(4, '0')}-${n < UNITI ? 'PRVA' : 'PRVB'}`,
    version: 1,
    email: fields.account?.email ?? fields.email ?? `autore${n}@prova.test`,
    segreto: newSecret(),
    conferma: newSecret(),
  };
  const testi = JSON.stringify({
    titolo: fields.titolo ?? `Contributo ${n}`,
    testo: fields.testo ?? 'Serve una navetta per il centro diurno.',
    risposte: [],
  });
  const pubblico = tra(CONTRIBUTI_ELENCATI, stato);
  const motivata = tra(MOTIVATI, stato);
  const principale =
    stato === 'unito' ? (fields.unitoA ?? (await inserisciContributo(db, ambito, tavolo, n + UNITI, { stato: 'pubblicato' })).id) : null;
  await db.query(
    `INSERT INTO contributo (ambito_id, id, tavolo_id, codice, stato, canale, tipo, testi, pubblico, provenienza, mostra_nome, autore_nome, autore_email, account_id, unito_a, motivazione, motivo,
       in_moderazione_dal, moderare_entro_at, pubblicato_at, rispondere_entro_at, risposto_at)
     VALUES ($1, $2, $3, $4, $5::text, 'web', 'proposta', $6, $7::jsonb, 'cittadino', false, 'Autrice Inventata', $8, $9, $10, $11::text, $12::text, now(),
       CASE WHEN $5 = 'in_moderazione' THEN now() + make_interval(days => $13) END, CASE WHEN $7::jsonb IS NOT NULL THEN now() END,
       CASE WHEN $5 IN ('pubblicato', 'in_esame') THEN now() + make_interval(days => $13) END, CASE WHEN $11::text IS NOT NULL AND $5 <> 'da_modificare' THEN now() END)`,
    [
      ambito.id,
      c.id,
      tavolo.id,
      c.codice,
      stato,
      testi,
      pubblico ? testi : null,
      c.email,
      fields.account?.id ?? null,
      principale,
      motivata ? 'Motivazione di prova.' : null,
      stato === 'respinto' ? 'fuori_tema' : null,
      scade,
    ],
  );
  await db.query(`INSERT INTO contributo_passo (ambito_id, contributo_id, tipo) VALUES ($1, $2, 'inviato')`, [ambito.id, c.id]);
  for (const scopo of ['autore', 'conferma'] as const) {
    await db.query('INSERT INTO contributo_segreto (segreto_hash, ambito_id, contributo_id, scopo) VALUES ($1, $2, $3, $4)', [
      hashSecret(scopo === 'autore' ? c.segreto : c.conferma),
      ambito.id,
      c.id,
      scopo,
    ]);
  }
  return c;
}
