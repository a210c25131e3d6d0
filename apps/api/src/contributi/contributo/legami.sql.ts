import { PASSI_DI_TRACCIA, PASSI_PUBBLICI, PUBBLICO, type TipoLegame } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { nomeDi } from '../../platform/access/nomi.js';
import { fra } from '../../platform/database/fra.js';
import { iso } from '../../platform/http/json-view.js';
import type { Lettore } from '../../platform/procedura/kind.js';
import type { Kinds } from '../../platform/procedura/kinds.js';
import type { OggettoPasso } from './passi.js';

interface Legabile {
  /** The step that the public timeline shows for it. */
  readonly passo: 'incontro' | 'verbale';
  /** Whether `$3` may be tied to a contributo of the tavolo `$2`. */
  readonly ammesso: string;
}

/** What a contributo can be tied to: a new kind (elaborato, obiettivo) is one entry here and one of `TIPI_LEGAME`; its `Kind` says how it is called. */
export const LEGABILI: Readonly<Record<TipoLegame, Legabile>> = {
  punto: {
    passo: 'incontro',
    ammesso: `SELECT 1 FROM incontro_punto p JOIN incontro_tavolo nt ON nt.ambito_id = p.ambito_id AND nt.incontro_id = p.incontro_id AND nt.tavolo_id = $2 WHERE p.ambito_id = $1 AND p.id = $3`,
  },
  verbale_sezione: {
    passo: 'verbale',
    ammesso: `SELECT 1 FROM verbale_sezione s JOIN verbale v ON v.ambito_id = s.ambito_id AND v.id = s.verbale_id
      JOIN incontro_tavolo nt ON nt.ambito_id = v.ambito_id AND nt.incontro_id = v.incontro_id AND nt.tavolo_id = $2 WHERE s.ambito_id = $1 AND s.id = $3`,
  },
};

/** Who reads, and the kinds that say how the things at the far ends are called: of features that know this one, so that it knows none of them. */
export interface Chi extends Lettore {
  readonly kinds: Kinds;
}

const TIPI = Object.entries(LEGABILI) as [TipoLegame, Legabile][];

/** The links of `c` with what the reader may see at their far ends, as rows x(id, tipo, passo, oggetto_id, titolo, pubblico, area, at). */
const legamiDi = (chi: Chi): string =>
  TIPI.map(
    ([tipo, l]) => `SELECT g.id, g.tipo, '${l.passo}' AS passo, g.oggetto_id, o.titolo, o.pubblico, o.area, o.at
    FROM contributo_legame g ${nomeDi(chi.kinds.name(tipo), 'g.oggetto_id', 'g.ambito_id', 'o', chi)} WHERE g.ambito_id = c.ambito_id AND g.contributo_id = c.id AND g.tipo = '${tipo}'`,
  ).join(' UNION ALL ');

/** All links whose far end the reader may see, for staff; `a` is the ambito. */
export const legami = (chi: Chi): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'tipo', x.tipo, 'oggettoId', x.oggetto_id, 'titolo', x.titolo, 'percorso', '/' || a.slug || '/' || coalesce(x.pubblico, x.area)) ORDER BY x.at, x.id), '[]') FROM (${legamiDi(chi)}) x) AS legami`;

/** The accepted elaborati that name `c` among their sources: the line of the Piano it changed. */
const elaborati = (chi: Chi): string => `SELECT DISTINCT ON (l.id) 2, 'elaborato', k.at, l.titolo, l.pubblico, NULL
    FROM elaborato_fonte f ${nomeDi(chi.kinds.name('elaborato'), 'f.elaborato_id', 'f.ambito_id', 'l', { ...chi, actor: PUBBLICO })}
    JOIN elaborato_accoglimento k ON k.ambito_id = l.ambito_id AND k.elaborato_id = l.id
    WHERE f.ambito_id = c.ambito_id AND f.tipo = 'contributo' AND f.oggetto_id = c.id`;

/** What the own steps of `c` name. */
const nominati = (chi: Chi): string =>
  (['contributo', 'tavolo'] as const satisfies readonly OggettoPasso[])
    .map(
      tipo =>
        `LEFT ${nomeDi(chi.kinds.name(tipo), 'w.oggetto_id', `CASE WHEN w.oggetto_tipo = '${tipo}' THEN w.ambito_id END`, `n_${tipo}`, chi)}`,
    )
    .join(' ');

/**
 * The timeline of `c` as JSON: its own steps and what it is tied to, in the order of time, in words that the reader may read. `riservati`: also the steps that passed before publication.
 */
export const filo = (
  chi: Chi,
  riservati: boolean,
): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object('tipo', x.tipo, 'at', ${iso('x.at')}, 'titolo', x.titolo, 'percorso', '/' || a.slug || '/' || x.percorso, 'motivazione', x.motivazione) ORDER BY x.at, x.n), '[]')
  FROM (SELECT 0 AS n, w.tipo, w.at, coalesce(n_contributo.titolo, n_tavolo.titolo) AS titolo, coalesce(n_contributo.pubblico, n_contributo.area, n_tavolo.pubblico) AS percorso, ${riservati ? 'w.motivazione' : `CASE WHEN w.tipo IN ${fra(PASSI_DI_TRACCIA)} THEN NULL ELSE w.motivazione END`} AS motivazione
      FROM contributo_passo w ${nominati(chi)} WHERE w.ambito_id = c.ambito_id AND w.contributo_id = c.id ${riservati ? '' : `AND (w.tipo IN ${fra(PASSI_PUBBLICI)} OR w.tipo IN ${fra(PASSI_DI_TRACCIA)} AND w.at >= c.pubblicato_at)`}
    UNION ALL SELECT DISTINCT ON (y.passo, y.pubblico, y.area) 1, y.passo, y.at, y.titolo, coalesce(y.pubblico, y.area), NULL FROM (${legamiDi(chi)}) y
    UNION ALL ${elaborati(chi)}) x) AS filo`;

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
