import { randomUUID } from 'node:crypto';
import type { StatoCaricamento } from '@tavoli/shared';
import type { World } from '../app.js';

/** An import of one comune that is written nowhere else. */
export async function unCaricamento(db: World['db'], ambito: { readonly id: string }, stato: StatoCaricamento): Promise<{ id: string }> {
  const id = randomUUID();
  const righe = [
    { n: 1, celle: ['Codice ISTAT', 'Comune', 'Codice catastale', 'Abitanti'] },
    { n: 2, celle: ['999001', 'Comune di Prova', 'Z999', '10'] },
  ];
  const piano = [{ riga: 2, esito: 'nuova', titolo: 'Comune di Prova', differenze: [], errori: [] }];
  const fatto = stato !== 'simulazione';
  await db.query(
    `INSERT INTO caricamento (ambito_id, id, tipo, stato, file, righe, colonne, piano, effetti, conteggi, messaggi, eseguito_at, annullato_at)
     VALUES ($1, $2, 'comuni', $3, $4, $5, $6, $7, $8, $9, $10, CASE WHEN $11 THEN now() END, CASE WHEN $3 = 'annullato' THEN now() END)`,
    [
      ambito.id,
      id,
      stato,
      JSON.stringify({ nome: 'comuni.csv', bytes: 10, formato: 'csv', codifica: 'UTF-8', separatore: ';', foglio: null, righe: 1 }),
      fatto ? null : JSON.stringify(righe),
      JSON.stringify(['istat', 'nome', 'belfiore', 'abitanti']),
      stato === 'annullato' ? null : JSON.stringify(piano),
      stato === 'eseguito' ? JSON.stringify({ nuove: [], aggiornate: [] }) : null,
      JSON.stringify({ nuova: 1, aggiorna: 0, uguale: 0, errore: 0 }),
      fatto ? 'nessuno' : null,
      fatto,
    ],
  );
  return { id };
}
