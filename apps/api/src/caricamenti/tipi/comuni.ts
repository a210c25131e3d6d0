import { COMUNI, ComuneInput, componi, scomponi, type Celle } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type * as z from 'zod';
import { aggiornaRighe, eliminaRighe, inserisciRighe } from './righe.js';
import { giudicaCon, type Mondo, type Pronta, type Tipo } from './tipo.js';

type Comune = z.infer<typeof ComuneInput>;

const TUTTI = `SELECT istat, nome, belfiore, abitanti FROM comune WHERE ambito_id = $1`;

async function leggi(db: EntityManager, ambitoId: string): Promise<Mondo> {
  const righe = await db.query<Comune[]>(`${TUTTI} ORDER BY nome, istat`, [ambitoId]);
  const esistenti = righe.map(riga => {
    const celle = scomponi(COMUNI, riga);
    return [riga.istat, { id: riga.istat, celle, traccia: JSON.stringify(celle) }] as const;
  });
  return {
    esistenti: new Map(esistenti),
    normale,
    chiave: celle => celle['istat'] ?? '',
    giudica: celle => giudicaCon(COMUNI, ComuneInput, componi(COMUNI, celle)),
  };
}

const valori = (righe: readonly Pronta[]): Comune[] => righe.map(r => r.valore as Comune);

/** Spreadsheets drop the zeros that a code begins with. */
const normale = (celle: Celle): Celle =>
  /^\d{4,5}$/.test(celle['istat'] ?? '') ? { ...celle, istat: (celle['istat'] ?? '').padStart(6, '0') } : celle;

export const comuni: Tipo = {
  tabella: 'comune',
  colonna: 'istat',
  proprie: [],
  leggi,
  id: istat => istat,
  blocca: (db, ambitoId) => db.query(`${TUTTI} ORDER BY istat FOR NO KEY UPDATE`, [ambitoId]),
  inserisci: (tx, righe) =>
    inserisciRighe(
      tx.db,
      'comune',
      valori(righe).map(c => ({ ...c, ambitoId: tx.ambitoId })),
    ),
  aggiorna: (tx, righe) => aggiornaRighe(tx.db, 'comune', tx.ambitoId, 'istat', valori(righe)),
  elimina: async (tx, ids) => void (await eliminaRighe(tx.db, 'comune', tx.ambitoId, 'istat', ids)),
};
