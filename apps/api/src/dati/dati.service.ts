import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LICENZA_DATI, type CatalogoDatiView, type Dataset, type FormatoDati } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { csvStream, type CsvColumn } from '../platform/csv/csv-stream.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { CATALOGO, DEFINIZIONI } from './dataset.js';
import { jsonStream, righe, type RigaDati } from './dati.stream.js';

/** Open data: what there is, and the files, streamed in constant memory. */
@Injectable()
export class DatiService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async catalogo(ctx: RequestContext): Promise<CatalogoDatiView> {
    return { titolare: await this.titolare(placeOf(ctx).ambitoId), licenza: LICENZA_DATI, dataset: CATALOGO };
  }

  async file(ctx: RequestContext, dataset: Dataset, formato: FormatoDati): Promise<FileAnswer> {
    const { ambitoId } = placeOf(ctx);
    const definizione = DEFINIZIONI[dataset];
    const rows = righe(this.db, ambitoId, definizione);
    if (formato === 'csv') {
      const columns = definizione.colonne.map(c => [c.nome, (r: RigaDati) => r[c.nome]] as const satisfies CsvColumn<RigaDati>);
      return { body: csvStream(columns, rows), name: `${dataset}.csv`, mediaType: 'text/csv; charset=utf-8' };
    }
    const testata = { dataset, titolo: definizione.titolo, titolare: await this.titolare(ambitoId), licenza: LICENZA_DATI };
    return { body: jsonStream(testata, rows), name: `${dataset}.json`, mediaType: 'application/json; charset=utf-8' };
  }

  private async titolare(ambitoId: string): Promise<string> {
    const [row] = await this.db.query<{ titolare: string }[]>(
      `SELECT nome_esteso || ' (' || capofila || ', ente capofila)' AS titolare FROM ambito WHERE id = $1`,
      [ambitoId],
    );
    return row?.titolare ?? '';
  }
}
