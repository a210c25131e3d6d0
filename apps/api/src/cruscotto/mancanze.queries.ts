import { Injectable } from '@nestjs/common';
import type { MancanzaView, TipoMancanza } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { iso } from '../platform/http/json-view.js';
import { MANCANZE, type Mancanza } from './attese.js';
import type { Destinatario, RigaAttesa } from './attese/attesa.js';

type Row = Omit<RigaAttesa, 'dal' | 'entro'> & {
  readonly tipo: TipoMancanza;
  readonly chi: readonly Destinatario[];
  readonly dalAt: string | null;
  readonly entroAt: string | null;
  readonly ultimoSollecitoAt: string | null;
};

const tutte = (): string =>
  MANCANZE.map(
    ({ tipo, sql, manca }, n) =>
      `(SELECT ${n} AS ordine, '${tipo}' AS tipo, m.*, ${manca.chi()} AS chi FROM (${sql()}) m WHERE ${manca.quando ?? 'true'})`,
  ).join('\nUNION ALL ');

/** However many kinds there are, one query. $1: ambito; $2, $3: one thing of one kind, or null for all. */
const sqlOf = (): string => `
  SELECT x.tipo, x.oggetto AS "oggettoId", x.nome, x.altro, ${iso('x.dal')} AS "dalAt", ${iso('x.entro')} AS "entroAt", x.chi,
    CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'slug', t.slug, 'nome', t.nome) END AS tavolo,
    (SELECT ${iso('max(s.at)')} FROM sollecito s WHERE s.ambito_id = $1 AND s.tipo = x.tipo AND s.oggetto_id = x.oggetto) AS "ultimoSollecitoAt"
  FROM (${tutte()}) x LEFT JOIN tavolo t ON t.ambito_id = $1 AND t.id = x.tavolo
  WHERE ($2::text IS NULL OR (x.tipo = $2 AND x.oggetto = $3::uuid))
  ORDER BY x.ordine, x.dal NULLS LAST, x.nome, x.oggetto`;

export interface Trovata {
  readonly mancanza: Mancanza;
  readonly riga: RigaAttesa;
  readonly chi: readonly Destinatario[];
  readonly ultimoSollecitoAt: string | null;
}

/** What is missing in an ambito, and who holds it: the attese that nobody has seen to for too long. */
@Injectable()
export class MancanzeQueries {
  async tutte(db: EntityManager, ambitoId: string): Promise<MancanzaView[]> {
    return (await this.read(db, ambitoId, null, null)).map(vista);
  }

  /** One of them, if it is still missing. */
  async una(db: EntityManager, ambitoId: string, tipo: TipoMancanza, oggettoId: string): Promise<Trovata | null> {
    return (await this.read(db, ambitoId, tipo, oggettoId))[0] ?? null;
  }

  private async read(db: EntityManager, ambitoId: string, tipo: string | null, oggettoId: string | null): Promise<Trovata[]> {
    const rows = await db.query<Row[]>(sqlOf(), [ambitoId, tipo, oggettoId]);
    return rows.flatMap(({ tipo: found, ultimoSollecitoAt, dalAt, entroAt, chi, ...rest }) => {
      const mancanza = MANCANZE.find(m => m.tipo === found);
      const riga = { ...rest, dal: dalAt === null ? null : new Date(dalAt), entro: entroAt === null ? null : new Date(entroAt) };
      return mancanza ? [{ mancanza, ultimoSollecitoAt, chi, riga }] : [];
    });
  }
}

function vista({ mancanza, riga, chi, ultimoSollecitoAt }: Trovata): MancanzaView {
  return {
    tipo: mancanza.manca.tipo,
    oggettoId: riga.oggettoId,
    testo: mancanza.testo(riga),
    percorso: mancanza.percorso(riga),
    tavolo: riga.tavolo && { id: riga.tavolo.id, nome: riga.tavolo.nome },
    dal: riga.dal?.toISOString() ?? null,
    chi: chi.map(c => c.name),
    sollecito: chi.some(c => c.address !== null) ? (mancanza.manca.sollecito?.(riga) ?? null) : null,
    ultimoSollecitoAt,
  };
}
