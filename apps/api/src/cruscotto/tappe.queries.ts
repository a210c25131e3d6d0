import type { ColonnaTappeView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { TAPPE } from './tappe/index.js';
import { statoTappa, type RigaTappa } from './tappe/tappa.js';

type Row = RigaTappa & { readonly chiave: string };

/** However many columns there are, one query; rows in the order of the tavoli of the cockpit. */
const SQL = `
  SELECT x.chiave, t.id AS "tavoloId", t.slug, x.fatte::int, x.aperte::int
  FROM (${TAPPE.map(({ chiave, sql }) => `SELECT '${chiave}' AS chiave, s.* FROM (${sql}) AS s(tavolo_id, fatte, aperte)`).join(' UNION ALL ')}) x
  JOIN tavolo t ON t.ambito_id = $1 AND t.id = x.tavolo_id ORDER BY t.codice, t.id`;

export interface Scadenze {
  /** Of the whole Piano. */
  readonly scadenza: string | null;
  readonly fasi: readonly { readonly chiave: string | null; readonly previstaAl: string | null }[];
}

/** Tavolo × phase, each column against the day foreseen for its phase, or for the Piano. */
export async function leggiTappe(
  db: EntityManager,
  ambitoId: string,
  scadenze: Scadenze | null,
  oggi: string,
): Promise<ColonnaTappeView[]> {
  const rows = await db.query<Row[]>(SQL, [ambitoId]);
  return TAPPE.map(tappa => {
    const entro = scadenze?.fasi.find(f => f.chiave === tappa.fase)?.previstaAl ?? scadenze?.scadenza ?? null;
    const celle = rows
      .filter(r => r.chiave === tappa.chiave)
      .map(r => ({ stato: statoTappa(tappa, r, entro, oggi), testo: tappa.testo(r), percorso: tappa.percorso(r) }));
    return { chiave: tappa.chiave, titolo: tappa.titolo, entro, celle };
  });
}
