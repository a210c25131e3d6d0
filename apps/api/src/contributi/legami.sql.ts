import type { TipoLegame } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { iso } from '../platform/http/json-view.js';

interface Legabile {
  /** SELECT with columns id, titolo, percorso, at, pubblico and ambito_id of everything of this kind; `percorso` is within the ambito. */
  readonly oggetti: string;
  /** The step that the public timeline shows for it. */
  readonly passo: 'incontro' | 'verbale';
  /** Whether `$3` may be tied to a contributo of the tavolo `$2`. */
  readonly ammesso: string;
}

/** What a contributo can be tied to: a new kind (elaborato, obiettivo) is one entry here and one of `TIPI_LEGAME`. */
export const LEGABILI: Readonly<Record<TipoLegame, Legabile>> = {
  punto: {
    oggetti: `SELECT p.ambito_id, p.id, n.titolo || ': ' || p.titolo AS titolo, 'incontri/' || n.id AS percorso, n.inizio_at AS at, n.stato <> 'bozza' AS pubblico
      FROM incontro_punto p JOIN incontro n ON n.ambito_id = p.ambito_id AND n.id = p.incontro_id`,
    passo: 'incontro',
    ammesso: `SELECT 1 FROM incontro_punto p JOIN incontro_tavolo nt ON nt.ambito_id = p.ambito_id AND nt.incontro_id = p.incontro_id AND nt.tavolo_id = $2 WHERE p.ambito_id = $1 AND p.id = $3`,
  },
  verbale_sezione: {
    oggetti: `SELECT s.ambito_id, s.id, n.titolo || ': ' || s.titolo AS titolo, 'verbali/' || v.id AS percorso, coalesce(u.at, n.inizio_at) AS at, v.stato = 'pubblicato' AS pubblico
      FROM verbale_sezione s JOIN verbale v ON v.ambito_id = s.ambito_id AND v.id = s.verbale_id JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
      LEFT JOIN verbale_pubblicazione u ON u.ambito_id = v.ambito_id AND u.verbale_id = v.id`,
    passo: 'verbale',
    ammesso: `SELECT 1 FROM verbale_sezione s JOIN verbale v ON v.ambito_id = s.ambito_id AND v.id = s.verbale_id
      JOIN incontro_tavolo nt ON nt.ambito_id = v.ambito_id AND nt.incontro_id = v.incontro_id AND nt.tavolo_id = $2 WHERE s.ambito_id = $1 AND s.id = $3`,
  },
};

const TIPI = Object.entries(LEGABILI);

/** The links of `c` with their far ends, as rows x(id, tipo, passo, oggetto_id, titolo, percorso, at, pubblico). */
const LEGAMI_DI = TIPI.map(
  ([tipo, l]) => `SELECT g.id, g.tipo, '${l.passo}' AS passo, g.oggetto_id, o.titolo, o.percorso, o.at, o.pubblico
    FROM contributo_legame g JOIN LATERAL (SELECT * FROM (${l.oggetti}) q WHERE q.ambito_id = g.ambito_id AND q.id = g.oggetto_id) o ON true
    WHERE g.ambito_id = c.ambito_id AND g.contributo_id = c.id AND g.tipo = '${tipo}'`,
).join(' UNION ALL ');

/** All links, for staff; `a` is the ambito. */
export const LEGAMI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'tipo', x.tipo, 'oggettoId', x.oggetto_id, 'titolo', x.titolo, 'percorso', '/' || a.slug || '/' || x.percorso) ORDER BY x.at, x.id), '[]') FROM (${LEGAMI_DI}) x) AS legami`;

/** The accepted elaborati that name `c` among their sources: the line of the Piano it changed. */
const ELABORATI = `SELECT DISTINCT ON (l.id) 2, 'elaborato', k.at, l.titolo, '/' || a.slug || '/elaborati/' || l.id, NULL
    FROM elaborato_fonte f JOIN elaborato l ON l.ambito_id = f.ambito_id AND l.id = f.elaborato_id AND l.stato = 'accolto'
    JOIN elaborato_accoglimento k ON k.ambito_id = l.ambito_id AND k.elaborato_id = l.id
    WHERE f.ambito_id = c.ambito_id AND f.tipo = 'contributo' AND f.oggetto_id = c.id`;

/** Steps that only the author and staff read: what was said before publication. */
const RISERVATI = `('modifica_chiesta', 'ripresentato', 'respinto', 'riesame_chiesto', 'ritirato', 'omissis')`;

/**
 * The timeline of `c` as JSON: its own steps and what it is tied to, in the order of time. `pubblico` leaves out what passed before publication and
 * what is not public yet at the other end.
 */
export const filo = (pubblico: boolean): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object('tipo', x.tipo, 'at', ${iso('x.at')}, 'titolo', x.titolo, 'percorso', x.percorso, 'motivazione', x.motivazione) ORDER BY x.at, x.n), '[]')
  FROM (SELECT 0 AS n, w.tipo, w.at, w.titolo, w.percorso, w.motivazione FROM contributo_passo w WHERE w.ambito_id = c.ambito_id AND w.contributo_id = c.id ${pubblico ? `AND w.tipo NOT IN ${RISERVATI}` : ''}
    UNION ALL SELECT DISTINCT ON (y.passo, y.percorso) 1, y.passo, y.at, y.titolo, '/' || a.slug || '/' || y.percorso, NULL FROM (${LEGAMI_DI}) y WHERE ${pubblico ? 'y.pubblico' : 'true'}
    UNION ALL ${ELABORATI}) x) AS filo`;

/** The contributi of each punto of an incontro pass into the section of its verbale that speaks of it: staff leave those that were not discussed out. */
export async function portaContributi(db: EntityManager, ambitoId: string, verbaleId: string): Promise<void> {
  await db.query(
    `INSERT INTO contributo_legame (ambito_id, contributo_id, tipo, oggetto_id)
     SELECT g.ambito_id, g.contributo_id, 'verbale_sezione', s.id FROM verbale_sezione s
     JOIN contributo_legame g ON g.ambito_id = s.ambito_id AND g.tipo = 'punto' AND g.oggetto_id = s.punto_id
     WHERE s.ambito_id = $1 AND s.verbale_id = $2 ON CONFLICT DO NOTHING`,
    [ambitoId, verbaleId],
  );
}
