import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SottogruppiView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { siede } from '../posti/siede.sql.js';
import { breve } from '../tavoli/tavolo.sql.js';

const ITEMS =
  (): string => `(SELECT coalesce(jsonb_agg(${breve('g')} || jsonb_build_object('chiusoIl', g.chiuso_il, 'scopo', g.scopo, 'iniziaIl', g.inizia_il, 'finisceIl', g.finisce_il, 'version', g.version,
    'membri', (SELECT coalesce(jsonb_agg(m.rappresentante_id ORDER BY m.dal, m.id), '[]') FROM mandato m WHERE m.ambito_id = g.ambito_id AND m.tavolo_id = g.id AND ${siede('m')}))
    ORDER BY g.chiuso_il IS NOT NULL, g.codice, g.id), '[]')
  FROM tavolo g WHERE g.ambito_id = $1 AND g.padre_id = $2) AS items`;
const SIEDONO =
  (): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object('rappresentanteId', m.rappresentante_id, 'nome', r.nome || ' ' || r.cognome, 'ruolo', m.ruolo, 'ente', e.denominazione)
    ORDER BY e.denominazione, m.ruolo DESC, r.cognome, r.id), '[]')
  FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id JOIN ente e ON e.ambito_id = m.ambito_id AND e.id = m.ente_id
  WHERE m.ambito_id = $1 AND m.tavolo_id = $2 AND ${siede('m')}) AS siedono`;

@Injectable()
export class SottogruppiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The sottogruppi of a tavolo, and who may be put into them: for who leads it. */
  async elenco(ctx: RequestContext): Promise<SottogruppiView> {
    const { ambitoId, id } = placeOf(ctx);
    const [row] = await this.db.query<SottogruppiView[]>(`SELECT ${ITEMS()}, ${SIEDONO()}`, [ambitoId, id]);
    return row ?? { items: [], siedono: [] };
  }
}
