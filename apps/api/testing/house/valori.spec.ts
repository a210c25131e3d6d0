import { conOrigine, dellIncontro, delTavolo, RUOLI_INCARICO, STATI_PUBBLICI } from '@tavoli/shared';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { onServer } from '../run-server.js';
import { PARZIALI, VALORI } from './valori.js';

/** A list of words in a CHECK: `stato = ANY (ARRAY['bozza'::text, …])`, as PostgreSQL writes `IN` down. */
const LISTA = /(?<!\w)(\w{1,63})"?\)?(?:::text)? (?:= ANY|<> ALL) \(+(?:ARRAY\[([^\]]*)\]|'\{([^}]*)\}')/g;

interface Elenco {
  /** `tabella.colonna`. */
  readonly colonna: string;
  readonly vincolo: string;
  readonly valori: readonly string[];
  /** The whole CHECK is that the column holds one of these. */
  readonly intero: boolean;
}

let database: TestDatabase;
let elenchi: Elenco[];
beforeAll(async () => {
  database = await createTestDatabase();
  const checks = await onServer(database.url, async client => {
    const { rows } = await client.query<{ tabella: string; vincolo: string; definizione: string }>(
      `SELECT conrelid::regclass::text AS tabella, conname AS vincolo, pg_get_constraintdef(oid) AS definizione FROM pg_constraint
       WHERE contype = 'c' AND conrelid <> 0 AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    );
    return rows;
  });
  elenchi = checks.flatMap(({ tabella, vincolo, definizione }) => {
    const trovati = [...definizione.matchAll(LISTA)];
    if (trovati.length === 0 && /ANY|ALL/.test(definizione)) throw new Error(`What is this? ${tabella} ${vincolo}: ${definizione}`);
    return trovati.map(([, colonna = '', array, graffe]) => ({
      colonna: `${tabella}.${colonna}`,
      vincolo: `${tabella}.${vincolo}`,
      valori: array === undefined ? (graffe ?? '').split(',') : [...array.matchAll(/'([^']*)'/g)].map(([, v = '']) => v),
      intero: /^CHECK \(\(\w+ = ANY \(ARRAY\[[^\]]*\]\)\)\)$/.test(definizione),
    }));
  });
});
afterAll(() => database.drop());

describe('what the database lets a column hold', () => {
  const dice = (e: Elenco) => (e.intero ? VALORI[e.colonna] : PARZIALI[e.vincolo]);

  it('is what the code declares: for every CHECK with a list of words', () => {
    expect(elenchi.length).toBeGreaterThan(40);
    const diverse = elenchi
      .filter(e => [...e.valori].sort().join() !== [...(dice(e) ?? [])].sort().join())
      .map(
        e =>
          `${e.intero ? e.colonna : e.vincolo}: ${e.valori.join(', ')} | ${dice(e)?.join(', ') ?? 'nobody declares it in testing/house/valori.ts'}`,
      );
    expect(diverse).toEqual([]);
  });

  it('is declared of no column that is free', () => {
    const note = new Set(elenchi.map(e => (e.intero ? e.colonna : e.vincolo)));
    expect([...Object.keys(VALORI), ...Object.keys(PARZIALI)].filter(nome => !note.has(nome))).toEqual([]);
  });

  it('A-2: of an incarico is a tavolo, or an incontro, exactly where its role is declared to be of one', async () => {
    const found: string[] = [];
    await onServer(database.url, async client => {
      const { rows } = await client.query<{ regola: string }>(
        `SELECT pg_get_expr(conbin, conrelid) AS regola FROM pg_constraint WHERE contype = 'c' AND conrelid = 'incarico'::regclass AND pg_get_expr(conbin, conrelid) ~ 'ruolo'`,
      );
      const tutte = rows.map(r => `coalesce((${r.regola}), true)`).join(' AND ');
      for (const ruolo of RUOLI_INCARICO)
        for (const tavolo of ['NULL', 'gen_random_uuid()'])
          for (const incontro of ['NULL', 'gen_random_uuid()']) {
            const asked = await client.query<{ ok: boolean }>(
              `SELECT ${tutte} AS ok FROM (SELECT i.* FROM (SELECT NULL::incarico AS x) y, LATERAL jsonb_populate_record(y.x, jsonb_build_object('ruolo', '${ruolo}',
                 'tavolo_id', ${tavolo}, 'incontro_id', ${incontro}, 'origine', ${conOrigine(ruolo) ? "'atto'" : 'NULL'})) i) i`,
            );
            const giusto = delTavolo(ruolo) === (tavolo !== 'NULL') && dellIncontro(ruolo) === (incontro !== 'NULL');
            if (asked.rows[0]?.ok !== giusto) found.push(`${ruolo}, ${tavolo}, ${incontro}`);
          }
    });
    expect(found).toEqual([]);
  });

  it('gives every state in the lists of contributi a place of its own among those sorted by state', async () => {
    const places = await onServer(database.url, async client => {
      const { rows } = await client.query<{ regola: string }>(
        `SELECT pg_get_expr(adbin, adrelid) AS regola FROM pg_attrdef JOIN pg_attribute a ON a.attrelid = adrelid AND a.attnum = adnum
         WHERE adrelid = 'contributo'::regclass AND a.attname = 'ordine_stato'`,
      );
      const asked = await client.query<{ stato: string; posto: number }>(
        `SELECT stato, ${rows[0]?.regola} AS posto FROM unnest($1::text[]) AS stato`,
        [[...STATI_PUBBLICI, 'nessuno']],
      );
      return asked.rows;
    });
    expect(places.filter((p, i) => places.findIndex(q => q.posto === p.posto) !== i)).toEqual([]);
  });
});
