import type { EntityManager } from 'typeorm';
import { announce } from '../platform/realtime/bus.js';
import { cancellaPersona } from './cancella.js';
import { DATI_PERSONALI } from './dati-personali.js';

/** Of an address: forgotten; nothing was held; its person has an account, and closes it alone; its person sits at these tavoli, and first withdraws. */
export type Esito =
  { readonly tipo: 'dimenticato' | 'sconosciuto' | 'ha_account' } | { readonly tipo: 'siede'; readonly tavoli: readonly string[] };

/** Wherever an address of somebody without an account may stand that is forgotten when they ask. */
const CONOSCIUTO = Object.entries(DATI_PERSONALI)
  .filter(([nome, destino]) => typeof destino === 'string' && /(?<!^account(_segreto)?)\.(\w+_)?(email|indirizzo)$/.test(nome))
  .map(([nome]) => nome)
  .map(colonna => colonna.split('.'))
  .map(([tabella = '', colonna = '']) => `EXISTS (SELECT 1 FROM ${tabella} WHERE ${colonna} = $1)`);

/** Forgets who wrote, was named or followed without an account (GDPR art. 17), in the transaction of `db`. Acts stay, without the person. */
export async function dimenticaSenzaAccount(db: EntityManager, email: string): Promise<Esito> {
  const [row] = await db.query<{ account: boolean; noto: boolean; tavoli: string[] }[]>(
    `SELECT EXISTS (SELECT 1 FROM account WHERE email = $1) AS account, ${CONOSCIUTO.join(' OR ')} AS noto,
       ARRAY(SELECT t.nome FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id JOIN tavolo t ON t.ambito_id = m.ambito_id AND t.id = m.tavolo_id
         WHERE r.email = $1 AND m.al IS NULL ORDER BY t.nome) AS tavoli`,
    [email],
  );
  if (row?.account === true) return { tipo: 'ha_account' };
  if (row?.noto !== true) return { tipo: 'sconosciuto' };
  if (row.tavoli.length > 0) return { tipo: 'siede', tavoli: row.tavoli };
  await cancellaPersona(db, { accountId: null, email, nome: '' });
  // Names leave the public pages at once, wherever they stood.
  for (const { slug } of await db.query<{ slug: string }[]>('SELECT slug FROM ambito'))
    await announce(db, { t: 'pagine', ambitoSlug: slug });
  return { tipo: 'dimenticato' };
}
