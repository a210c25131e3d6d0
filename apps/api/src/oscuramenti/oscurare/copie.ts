import { forbiciParole, VERBALI_DA_PUBBLICARE, type TipoTesto } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../../platform/database/fra.js';
import type { Archivio } from './archivio.js';
import { conValore, type Genere } from './genere.js';

/** Columns that may tell words of a published text without being public themselves: what staff and members write and read of it, and what is printed later. */
interface Copia {
  readonly tabella: string;
  readonly colonne: Readonly<Record<string, Genere>>;
  /** Which rows `x`: `$1` is the ambito, `$2` the id of the text. */
  readonly dove: string;
  /** Who is changing the same thing must notice. */
  readonly version?: true;
}

/** All verbali of the incontro of a verbale: those that correct it repeat it. */
const GRUPPO = `(SELECT o.id FROM verbale v JOIN verbale o ON o.ambito_id = v.ambito_id AND o.incontro_id = v.incontro_id WHERE v.ambito_id = $1 AND v.id = $2)`;
const SEZIONI = `(SELECT s.id FROM verbale_sezione s WHERE s.ambito_id = $1 AND s.verbale_id IN ${GRUPPO})`;
const PARTI = `(SELECT s.id FROM elaborato_sezione s WHERE s.ambito_id = $1 AND s.elaborato_id = $2)`;

/** Every one of them, by the text whose words they may tell. A spec reads the schema: a column of these tables that is not here nor among `SENZA_PAROLE` fails it. */
export const COPIE: Readonly<Partial<Record<TipoTesto, readonly Copia[]>>> = {
  verbale: [
    { tabella: 'verbale', colonne: { rettifica_motivo: 'testo', motivazione: 'testo' }, dove: `x.id IN ${GRUPPO}`, version: true },
    {
      tabella: 'verbale_sezione',
      colonne: { titolo: 'testo', documento: 'documento', decisioni: 'json', impegni: 'json' },
      dove: `x.verbale_id IN ${GRUPPO}`,
      version: true,
    },
    { tabella: 'verbale_versione', colonne: { documento: 'documento' }, dove: `x.sezione_id IN ${SEZIONI}` },
    {
      tabella: 'verbale_correzione',
      colonne: { passaggio: 'testo', proposta: 'testo', motivo: 'testo', risposta: 'testo' },
      dove: `x.verbale_id IN ${GRUPPO}`,
    },
    { tabella: 'impegno', colonne: { testo: 'testo', chi: 'testo', motivazione: 'testo' }, dove: `x.verbale_id IN ${GRUPPO}` },
    {
      tabella: 'incontro_punto',
      colonne: { titolo: 'testo' },
      dove: `x.incontro_id = (SELECT v.incontro_id FROM verbale v WHERE v.ambito_id = $1 AND v.id = $2)`,
    },
  ],
  elaborato: [
    { tabella: 'elaborato', colonne: { titolo: 'testo', motivazione: 'testo', anticipo_motivo: 'testo', file: 'json' }, dove: 'x.id = $2' },
    { tabella: 'elaborato_sezione', colonne: { titolo: 'testo', contenuto: 'contenuto' }, dove: 'x.elaborato_id = $2', version: true },
    { tabella: 'elaborato_versione', colonne: { contenuto: 'contenuto' }, dove: `x.sezione_id IN ${PARTI}` },
    { tabella: 'elaborato_commento', colonne: { passaggio: 'testo', testo: 'testo', risposta: 'testo' }, dove: 'x.elaborato_id = $2' },
    { tabella: 'allegato', colonne: { titolo: 'testo' }, dove: 'x.elaborato_id = $2' },
  ],
  contributo: [
    { tabella: 'contributo', colonne: { riesame_motivo: 'testo', riesame_risposta: 'testo' }, dove: 'x.id = $2' },
    { tabella: 'contributo_precedente', colonne: { testi: 'json' }, dove: 'x.contributo_id = $2' },
    { tabella: 'contributo_passo', colonne: { motivazione: 'testo' }, dove: 'x.contributo_id = $2' },
  ],
  // Whoever answers a question sends it along; of a public contributo it is the twin that is chosen.
  tavolo: [
    {
      tabella: 'contributo',
      colonne: { testi: { campi: ['domanda'] } },
      dove: 'x.tavolo_id = $2 AND x.pubblico IS NULL',
      version: true,
    },
    {
      tabella: 'contributo_precedente',
      colonne: { testi: { campi: ['domanda'] } },
      dove: 'x.contributo_id IN (SELECT c.id FROM contributo c WHERE c.ambito_id = $1 AND c.tavolo_id = $2 AND c.pubblico IS NULL)',
    },
  ],
  // A verbale that is still being written begins with the points of its incontro; of a published one it is the twin that is chosen.
  incontro: [
    {
      tabella: 'verbale_sezione',
      colonne: { titolo: 'testo' },
      dove: `x.verbale_id IN (SELECT v.id FROM verbale v WHERE v.ambito_id = $1 AND v.incontro_id = $2 AND v.stato IN ${fra(VERBALI_DA_PUBBLICARE)})`,
      version: true,
    },
  ],
};

/** Blacks the words out in every copy that there is of a text, and keeps how each was. @returns how many rows changed */
export async function oscuraCopie(
  db: EntityManager,
  ambitoId: string,
  { tipo, id }: { tipo: TipoTesto; id: string },
  parole: readonly string[],
  archivio: Archivio,
): Promise<number> {
  let cambiate = 0;
  const forbici = forbiciParole(parole);
  for (const copia of COPIE[tipo] ?? []) {
    const colonne = Object.keys(copia.colonne);
    const righe = await db.query<(Record<string, unknown> & { ctid: string })[]>(
      `SELECT x.ctid::text AS ctid, ${colonne.map(c => `x.${c}`).join(', ')} FROM ${copia.tabella} x WHERE x.ambito_id = $1 AND ${copia.dove} FOR UPDATE`,
      [ambitoId, id],
    );
    for (const { ctid, ...prima } of righe) {
      const dopo = Object.fromEntries(colonne.map(c => [c, conValore(forbici, copia.colonne[c] ?? 'json', '', '', prima[c])]));
      const diverse = colonne.filter(c => JSON.stringify(dopo[c]) !== JSON.stringify(prima[c]));
      if (diverse.length === 0) continue;
      archivio.tieni(copia.tabella, Object.fromEntries(diverse.map(c => [c, prima[c]])));
      const valori = diverse.map(c => (copia.colonne[c] === 'testo' ? dopo[c] : JSON.stringify(dopo[c])));
      await db.query(
        `UPDATE ${copia.tabella} SET ${diverse.map((c, i) => `${c} = $${i + 2}`).join(', ')}${copia.version ? ', version = version + 1' : ''} WHERE ctid = $1::tid`,
        [ctid, ...valori],
      );
      cambiate += 1;
    }
  }
  return cambiate;
}
