import type { Actor, FonteInput, TipoFonte } from '@tavoli/shared';
import { PUBBLICI } from '../contributi/contributi.sql.js';
import { visibleWhere } from '../platform/access/visible.js';

/**
 * What a kind of source must know of itself. **A new kind is added to `TIPI_FONTE` in libs/shared and here, nowhere else.** All SQL is
 * about the source `f` (a row of elaborato_fonte).
 */
interface TipoDiFonte {
  /** A scalar subquery giving jsonb: `titolo`, `dettaglio`, `pubblico` and `area` (pages within the ambito; null: none); null when the thing is not there. */
  readonly descrive: string;
  /** A query that finds a row when the thing is there, the part and the decisione too, and the actor may see it. */
  readonly trova: (actor: Actor, ambitoId: string, input: FonteInput) => { sql: string; args: unknown[] };
}

export const FONTI: Readonly<Record<TipoFonte, TipoDiFonte>> = {
  verbale: {
    descrive: `(SELECT jsonb_build_object('titolo', 'Verbale: ' || n.titolo,
        'dettaglio', coalesce(vs.titolo || CASE WHEN f.decisione IS NULL THEN '' ELSE ': ' || coalesce(vs.decisioni->f.decisione->>'testo', '') END, NULL),
        'pubblico', CASE WHEN v.stato = 'pubblicato' THEN 'verbali/' || v.id END, 'area', 'area/verbali/' || v.id, 'membri', v.stato <> 'bozza')
      FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
      LEFT JOIN verbale_sezione vs ON vs.ambito_id = v.ambito_id AND vs.verbale_id = v.id AND vs.id = f.parte_id
      WHERE v.ambito_id = f.ambito_id AND v.id = f.oggetto_id)`,
    trova: (actor, ambitoId, { oggettoId, parteId, decisione }) => {
      const args: unknown[] = [ambitoId, oggettoId];
      const visible = visibleWhere('verbale', actor, ambitoId, args);
      const part = parteId === null ? (decisione === null ? 'true' : 'false') : `EXISTS (SELECT 1 FROM verbale_sezione s WHERE s.ambito_id = v.ambito_id AND s.verbale_id = v.id AND s.id = $${args.push(parteId)}
        ${decisione === null ? '' : `AND jsonb_array_length(s.decisioni) > $${args.push(decisione)}::int`})`;
      return { sql: `SELECT 1 FROM verbale v WHERE v.ambito_id = $1 AND v.id = $2 AND ${visible} AND ${part}`, args };
    },
  },
  incontro: {
    descrive: `(SELECT jsonb_build_object('titolo', 'Incontro: ' || n.titolo, 'dettaglio', to_char(n.inizio_at AT TIME ZONE 'Europe/Rome', 'DD/MM/YYYY'),
        'pubblico', CASE WHEN n.stato <> 'bozza' THEN 'incontri/' || n.id END, 'area', 'area/incontri/' || n.id, 'membri', n.stato <> 'bozza')
      FROM incontro n WHERE n.ambito_id = f.ambito_id AND n.id = f.oggetto_id)`,
    trova: (actor, ambitoId, { oggettoId, parteId, decisione }) => {
      const args: unknown[] = [ambitoId, oggettoId];
      const visible = visibleWhere('incontro', actor, ambitoId, args);
      return { sql: `SELECT 1 FROM incontro n WHERE n.ambito_id = $1 AND n.id = $2 AND ${visible} AND ${parteId === null && decisione === null}`, args };
    },
  },
  contributo: {
    descrive: `(SELECT jsonb_build_object('titolo', 'Contributo: ' || coalesce(coalesce(c.pubblico, c.testi)->>'titolo', c.codice), 'dettaglio', c.codice,
        'pubblico', CASE WHEN c.stato IN ${PUBBLICI} THEN 'contributi/' || c.id END, 'area', 'area/contributi-ricevuti/' || c.id, 'membri', c.stato IN ${PUBBLICI})
      FROM contributo c WHERE c.ambito_id = f.ambito_id AND c.id = f.oggetto_id)`,
    trova: (actor, ambitoId, { oggettoId, parteId, decisione }) => {
      const args: unknown[] = [ambitoId, oggettoId];
      const visible = visibleWhere('contributo', actor, ambitoId, args);
      return { sql: `SELECT 1 FROM contributo c WHERE c.ambito_id = $1 AND c.id = $2 AND ${visible} AND ${parteId === null && decisione === null}`, args };
    },
  },
};

/** A source as the database describes it. */
export interface FonteDescritta {
  readonly id: string;
  readonly tipo: TipoFonte;
  readonly oggettoId: string;
  readonly parteId: string | null;
  readonly decisione: number | null;
  readonly inSezioneId: string | null;
  readonly cosa: { readonly titolo: string; readonly dettaglio: string | null; readonly pubblico: string | null; readonly area: string | null; readonly membri: boolean } | null;
}

const DESCRIVE = `CASE f.tipo ${Object.entries(FONTI).map(([tipo, { descrive }]) => `WHEN '${tipo}' THEN ${descrive}`).join(' ')} END`;

/** The sources of the elaborato `l`, as a JSON array of `FonteDescritta`. */
export const FONTI_DI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'tipo', f.tipo, 'oggettoId', f.oggetto_id, 'parteId', f.parte_id, 'decisione', f.decisione, 'inSezioneId', f.in_sezione_id, 'cosa', ${DESCRIVE}) ORDER BY f.creata_at, f.id), '[]')
  FROM elaborato_fonte f WHERE f.ambito_id = l.ambito_id AND f.elaborato_id = l.id) AS fonti`;
