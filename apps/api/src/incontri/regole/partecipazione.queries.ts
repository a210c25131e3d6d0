import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { assenzeDiFila, hasPermission, rolesIn, type PartecipazioneView, type RegoleTavolo, type StatoPresenza } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { regoleDi } from './regole.js';
import { delPosto } from '../../posti/del-posto.sql.js';
import { iso } from '../../platform/http/json-view.js';
import { assegna, conta } from '../../posti/siede.sql.js';
import { regoleTavolo } from '../../posti/regole.sql.js';

interface Row {
  readonly id: string;
  readonly denominazione: string;
  readonly designazioneId: string;
  readonly decadenzaId: string | null;
  readonly proposta: PartecipazioneView['proposta'];
  /** Of the incontri svolti that count for the ente, latest first. */
  readonly storia: readonly (StatoPresenza | null)[];
}

/** Seats were fixed when each incontro opened: so an ente counts only for incontri held while it sat there, and to which it was called (or came). */
const SQL = `
  SELECT e.id, e.denominazione, d.id AS "designazioneId",
    (SELECT k.id FROM decadenza k WHERE k.ambito_id = d.ambito_id AND k.tavolo_id = d.tavolo_id AND k.ente_id = d.ente_id AND k.stato = 'aperto') AS "decadenzaId",
    (SELECT CASE WHEN p.decadenza_id IS NULL THEN jsonb_build_object('at', ${iso('p.proposta_at')}, 'risposta', p.risposta) END FROM decadenza_proposta p
      WHERE p.ambito_id = d.ambito_id AND ${delPosto('p', 'd')} ORDER BY p.proposta_at DESC LIMIT 1) AS proposta, coalesce(jsonb_agg(p.stato ORDER BY n.inizio_at DESC) FILTER (WHERE n.id IS NOT NULL), '[]') AS storia
  FROM designazione d
  JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  LEFT JOIN presenza p ON p.ambito_id = d.ambito_id AND p.tavolo_id = d.tavolo_id AND p.ente_id = d.ente_id
  LEFT JOIN incontro n ON n.ambito_id = p.ambito_id AND n.id = p.incontro_id AND n.stato = 'svolto' AND ${conta('p')}
  WHERE d.ambito_id = $1 AND d.tavolo_id = $2 AND ${assegna('d')}
  GROUP BY e.id, e.denominazione, d.ambito_id, d.id, d.tavolo_id, d.ente_id ORDER BY e.denominazione`;

/** How the enti of a tavolo take part in it. */
@Injectable()
export class PartecipazioneQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async elenco(ctx: RequestContext): Promise<{ items: PartecipazioneView[] }> {
    const { ambitoId, id } = placeOf(ctx);
    const [tavolo] = await this.db.query<{ regole: Partial<RegoleTavolo> | null }[]>(
      `SELECT ${regoleTavolo('t')} AS regole FROM tavolo t WHERE ambito_id = $1 AND id = $2`,
      [ambitoId, id],
    );
    const rows = await this.db.query<Row[]>(SQL, [ambitoId, id]);
    // Who leads the incontri may be of an ente: what is proposed of another is for who weighs it.
    const valuta = hasPermission(rolesIn(ctx.actor, placeOf(ctx)), 'decadenza.valuta');
    const soglia = regoleDi(tavolo?.regole).assenzeDecadenza;
    return { items: rows.map(row => view(valuta ? row : { ...row, proposta: null }, soglia)) };
  }
}

function view({ id, denominazione, designazioneId, decadenzaId, proposta, storia }: Row, soglia: number): PartecipazioneView {
  const presenze = storia.filter(s => s === 'titolare' || s === 'supplente').length;
  const giustificate = storia.filter(s => s === 'giustificato').length;
  const diFila = assenzeDiFila(storia);
  return {
    ente: { id, denominazione },
    incontri: storia.length,
    presenze,
    giustificate,
    assenze: storia.length - presenze - giustificate,
    assenzeDiFila: diFila,
    designazioneId,
    decadenzaId,
    proposta,
    decadenzaProposta: soglia > 0 && diFila >= soglia,
  };
}
