import type { Actor, FonteInput, TipoFonte } from '@tavoli/shared';
import { CONTRIBUTO_KIND } from '../../contributi/contributo/contributo.kind.js';
import { INCONTRO_KIND } from '../../incontri/incontro/incontro.kind.js';
import { nomeDi } from '../../platform/access/nomi.js';
import { iso } from '../../platform/http/json-view.js';
import type { Lettore, Nome } from '../../platform/procedura/kind.js';
import { partiDiVerbale, RIFERIMENTO_VERBALE, VERBALE_KIND } from '../../verbali/verbale/verbale.kind.js';
import { visibleWhere } from '../../platform/access/visible.js';

/**
 * What a kind of source must know of itself. **A new one is added to `TIPI_FONTE` in libs/shared and here; its `Kind` says how it is called.**
 */
interface TipoDiFonte {
  readonly nome: Nome;
  /** A query that finds a row when the thing is there, the part and the decisione too, and the actor may see it. */
  readonly trova: (actor: Actor, ambitoId: string, input: FonteInput) => { sql: string; args: unknown[] };
}

export const FONTI: Readonly<Record<TipoFonte, TipoDiFonte>> = {
  verbale: {
    nome: VERBALE_KIND.names.verbale,
    trova: (actor, ambitoId, { oggettoId, parteId, decisione }) => {
      const args: unknown[] = [ambitoId, oggettoId];
      const visible = visibleWhere(VERBALE_KIND, actor, ambitoId, args);
      const part =
        parteId === null
          ? decisione === null
            ? 'true'
            : 'false'
          : `EXISTS (SELECT 1 FROM verbale_sezione s WHERE s.ambito_id = v.ambito_id AND s.verbale_id = v.id AND s.id = $${args.push(parteId)}
        ${decisione === null ? '' : `AND jsonb_array_length(s.decisioni) > $${args.push(decisione)}::int`})`;
      return { sql: `SELECT 1 FROM verbale v WHERE v.ambito_id = $1 AND v.id = $2 AND ${visible} AND ${part}`, args };
    },
  },
  incontro: {
    nome: INCONTRO_KIND.names.incontro,
    trova: (actor, ambitoId, { oggettoId, parteId, decisione }) => {
      const args: unknown[] = [ambitoId, oggettoId];
      const visible = visibleWhere(INCONTRO_KIND, actor, ambitoId, args);
      return {
        sql: `SELECT 1 FROM incontro n WHERE n.ambito_id = $1 AND n.id = $2 AND ${visible} AND ${parteId === null && decisione === null}`,
        args,
      };
    },
  },
  contributo: {
    nome: CONTRIBUTO_KIND.names.contributo,
    trova: (actor, ambitoId, { oggettoId, parteId, decisione }) => {
      const args: unknown[] = [ambitoId, oggettoId];
      const visible = visibleWhere(CONTRIBUTO_KIND, actor, ambitoId, args);
      return {
        sql: `SELECT 1 FROM contributo c WHERE c.ambito_id = $1 AND c.id = $2 AND ${visible} AND ${parteId === null && decisione === null}`,
        args,
      };
    },
  },
};

/** A source as the reader may know it. */
export interface FonteDescritta {
  readonly id: string;
  readonly tipo: TipoFonte;
  readonly oggettoId: string;
  readonly parteId: string | null;
  readonly decisione: number | null;
  readonly inSezioneId: string | null;
  /** `riferimento`: code, number and day, without anybody's words. Null where the reader may not see it, or where it is gone. */
  readonly cosa: {
    readonly titolo: string;
    readonly dettaglio: string | null;
    readonly riferimento: string;
    readonly pubblico: string | null;
    readonly area: string | null;
  } | null;
}

const TIPI = Object.keys(FONTI) as TipoFonte[];

/** The words of a part of a verbale and of its decisione: those of the twin for who does not read it whole. */
const parte = (
  chi: Lettore,
): string => `(SELECT w.sezione || CASE WHEN f.decisione IS NULL THEN '' ELSE ': ' || coalesce(w.decisioni->f.decisione->>'testo', '') END
  FROM (${partiDiVerbale(chi)}) w WHERE w.ambito_id = f.ambito_id AND w.verbale_id = f.oggetto_id AND w.id = f.parte_id)`;

/** One source `f` (columns `ambito_id`, `tipo`, `oggetto_id`, `parte_id`, `decisione`) as the reader may know it: JSON of `FonteDescritta['cosa']`. */
export const cosa = (chi: Lettore): string =>
  `CASE f.tipo ${TIPI.map(
    tipo => `WHEN '${tipo}' THEN (
  SELECT jsonb_build_object('titolo', o.titolo, 'dettaglio', ${tipo === 'verbale' ? parte(chi) : 'o.riferimento'}, 'riferimento', o.riferimento, 'pubblico', o.pubblico, 'area', o.area)
  FROM (SELECT 1) uno ${nomeDi(FONTI[tipo].nome, 'f.oggetto_id', 'f.ambito_id', 'o', chi)})`,
  ).join(' ')} END`;

/** The sources of the elaborato `l`, as a JSON array of `FonteDescritta`. */
export const fontiDi = (
  chi: Lettore,
): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'tipo', f.tipo, 'oggettoId', f.oggetto_id, 'parteId', f.parte_id, 'decisione', f.decisione, 'inSezioneId', f.in_sezione_id, 'cosa', ${cosa(chi)}) ORDER BY f.creata_at, f.id), '[]')
  FROM elaborato_fonte f WHERE f.ambito_id = l.ambito_id AND f.elaborato_id = l.id) AS fonti`;

/** Added to the approvazione of one that did not wait for the end of the consultation. */
const ANTICIPO = `CASE WHEN l.anticipo_motivo IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('anticipo', jsonb_build_object('finoAt', ${iso('l.anticipo_fino_at')}, 'motivo', l.anticipo_motivo)) END`;

/** Where the tavolo approved the elaborato `l`, by ids, number and day alone. */
export const APPROVAZIONE = `(SELECT l.approvazione || jsonb_build_object('titolo', ${RIFERIMENTO_VERBALE}) || ${ANTICIPO} FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
  WHERE v.ambito_id = l.ambito_id AND v.id = l.approvato_verbale_id) AS approvazione`;

/** Where the tavolo approved the elaborato `l`, in words that the reader may read: JSON of `ApprovazioneView`, null where it is not approved. */
export const approvazioneDi = (
  chi: Lettore,
): string => `(SELECT l.approvazione || jsonb_build_object('titolo', ${RIFERIMENTO_VERBALE} || coalesce(', ' || w.sezione, ''), 'testo', coalesce(w.decisioni->(l.approvazione->>'decisione')::int->>'testo', '')) || ${ANTICIPO}
  FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
  LEFT JOIN LATERAL (SELECT q.* FROM (${partiDiVerbale(chi)}) q WHERE q.ambito_id = v.ambito_id AND q.verbale_id = v.id AND q.id = (l.approvazione->>'sezioneId')::uuid) w ON true
  WHERE v.ambito_id = l.ambito_id AND v.id = l.approvato_verbale_id) AS approvazione`;
