import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  ADESIONI_ARRIVATE,
  formatDataBreve,
  NUMERO_DI_REGISTRO,
  numeroSuAnno,
  protocolliInParole,
  scriviEuro,
  type StatoAdesione,
  type TipoRisorsa,
  type ProtocolloDetto,
  type FormatoTabella,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import type { FileAnswer } from '../../platform/http/send-file.js';
import { tableFile } from '../../platform/xlsx/table-file.js';
import { protocolliIn } from '../../protocolli/protocolli.sql.js';

interface Row {
  readonly id: string;
  readonly ente: string;
  readonly codiceFiscale: string;
  readonly stato: StatoAdesione;
  readonly anno: number;
  readonly numero: number;
  readonly protocolliNoti: readonly ProtocolloDetto[];
  readonly inviataAt: Date;
  readonly tipo: TipoRisorsa | null;
  readonly descrizione: string | null;
  /** Whole cents, as the driver gives a bigint. */
  readonly centesimi: string | null;
}

const PAGE = 200;

/** The adesioni that were sent, as a sheet: one row for each resource. */
@Injectable()
export class AdesioniExport {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  tabella(ctx: RequestContext, formato: FormatoTabella): FileAnswer {
    const columns = [
      ['Ente', (r: Row) => r.ente],
      ['Codice fiscale', (r: Row) => r.codiceFiscale],
      ['Stato', (r: Row) => r.stato],
      [NUMERO_DI_REGISTRO, (r: Row) => numeroSuAnno(r)],
      ['Protocollo del comune', (r: Row) => protocolliInParole(r.protocolliNoti)],
      ['Inviata', (r: Row) => formatDataBreve(r.inviataAt)],
      ['Risorsa', (r: Row) => r.tipo],
      ['Descrizione', (r: Row) => r.descrizione],
      // Without points, so that a sheet takes it for a number.
      ['Valore in euro', (r: Row) => (r.centesimi === null ? '' : scriviEuro(Number(r.centesimi)).replaceAll('.', ''))],
    ] as const;
    return tableFile(formato, { name: 'adesioni', sheet: 'Adesioni', columns, rows: this.rows(placeOf(ctx).ambitoId) });
  }

  private async *rows(ambitoId: string): AsyncGenerator<Row> {
    for (let after: string | null = null; ;) {
      const page: Row[] = await this.page(ambitoId, after);
      yield* page;
      const last = page.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  /** The resources of the next `PAGE` adesioni. */
  private page(ambitoId: string, after: string | null): Promise<Row[]> {
    return this.db.query<Row[]>(
      `SELECT p.*, r.tipo, r.descrizione, r.centesimi
       FROM (SELECT d.ambito_id, d.id, e.denominazione AS ente, e.codice_fiscale AS "codiceFiscale", d.stato, d.protocollo_anno AS anno, d.protocollo_numero AS numero, ${protocolliIn('adesione', 'd.ambito_id', 'd.id')} AS "protocolliNoti", d.inviata_at AS "inviataAt"
             FROM adesione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
             WHERE d.ambito_id = $1 AND d.stato IN ${fra(ADESIONI_ARRIVATE)} AND ($2::uuid IS NULL OR d.id > $2::uuid) ORDER BY d.id LIMIT ${PAGE}) p
       LEFT JOIN adesione_risorsa r ON r.ambito_id = p.ambito_id AND r.adesione_id = p.id ORDER BY p.id, r.ordine`,
      [ambitoId, after],
    );
  }
}
