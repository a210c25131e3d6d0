import type { EntityManager } from 'typeorm';

/**
 * What becomes of every column that holds an address when its holder changes it. `segue`: it is the person, who keeps their seat, their
 * invitations, their contributi and what they follow; `finisce`: it was good for the old mailbox only; `resta`: why it stays as it is.
 * A column of addresses that is not here fails the tests: whoever adds one decides.
 */
export type Sorte = 'segue' | 'finisce' | { readonly resta: string };

const ENTE = { resta: 'Recapito dell’ente, non della persona: lo cambia l’ente.' };
const UFFICIO = { resta: 'Recapito di un ufficio.' };

export const INDIRIZZI: Readonly<Record<string, Sorte>> = {
  'account.email': { resta: 'È quello che cambia.' },
  'account_segreto.email': 'finisce',
  'rappresentante.email': 'segue',
  'invitato.email': 'segue',
  'disponibilita_persona.email': 'segue',
  'incontro_ospite.email': 'segue',
  'operatore_invito.email': 'segue',
  'incarico.invitato_email': { resta: 'Aspetta chi non ha un account: chi ne ha uno lo ha già preso.' },
  'contributo.autore_email': 'segue',
  'seguito.indirizzo': 'segue',
  'segnalazione.email': { resta: 'Scritto da chi segnala, e mai confermato: può non essere suo.' },
  'email_rinuncia.indirizzo': 'segue',
  'email_rinuncia_segreto.indirizzo': 'segue',
  'email.a_indirizzo': 'segue',
  'email.rispondi_a': UFFICIO,
  'ente.email': ENTE,
  'ente.email_verificata': ENTE,
  'ente.pec': ENTE,
  'ente.legale_rappresentante': ENTE,
  'firmatario.email': UFFICIO,
  'ambito.contatti': UFFICIO,
  'avviso.responsabile_email': UFFICIO,
};

/** Names of columns that may hold an address. */
export const SEMBRA_UN_INDIRIZZO = /(^|_)(email|pec|indirizzo|contatti|legale_rappresentante)($|_)|^rispondi_a$/;

/** Of these only what still waits follows: what was sent was sent there. */
const SOLO: Readonly<Record<string, string>> = { 'email.a_indirizzo': `t.stato = 'in_coda' AND t.tipo NOT LIKE 'account.%'` };

/** A seat that changed its address, to be written in the history of its designazione. */
export interface PostoSpostato {
  readonly ambitoId: string;
  readonly designazioneId: string;
  readonly rappresentanteId: string;
}

/**
 * Moves everything that is this person from one confirmed address to another, in the caller's transaction. A row stays where the same
 * thing is there already for the new address. @returns the seats, in the order of their ambiti
 */
export async function spostaIndirizzo(db: EntityManager, da: string, a: string): Promise<PostoSpostato[]> {
  const posti = await db.query<PostoSpostato[]>(
    `SELECT ambito_id AS "ambitoId", designazione_id AS "designazioneId", id AS "rappresentanteId" FROM rappresentante WHERE email = $1 ORDER BY ambito_id, id FOR NO KEY UPDATE`,
    [da],
  );
  for (const [name, sorte] of Object.entries(INDIRIZZI)) {
    if (sorte !== 'segue') continue;
    const [table = '', column = ''] = name.split('.');
    const taken = (await uniqueSets(db, table, column)).map(
      others =>
        ` AND NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.${column} = $2${others.map(o => ` AND x.${o} IS NOT DISTINCT FROM t.${o}`).join('')})`,
    );
    await db.query(
      `UPDATE ${table} t SET ${column} = $2 WHERE t.${column} = $1${SOLO[name] === undefined ? '' : ` AND ${SOLO[name]}`}${taken.join('')}`,
      [da, a],
    );
  }
  return posti;
}

/** With which other columns an address must be unique there, from the schema itself. */
async function uniqueSets(db: EntityManager, table: string, column: string): Promise<string[][]> {
  const rows = await db.query<{ columns: string[] }[]>(
    `SELECT array_agg(a.attname::text ORDER BY a.attnum) AS columns FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
     WHERE i.indrelid = $1::regclass AND i.indisunique GROUP BY i.indexrelid HAVING $2 = ANY(array_agg(a.attname::text))`,
    [table, column],
  );
  return rows.map(row => row.columns.filter(name => name !== column));
}
