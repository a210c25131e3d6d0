import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { conProtezione, TIPI, type Celle, type FormatoTabella, type TabellaQuery } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { tableFile } from '../platform/xlsx/table-file.js';
import { CaricamentiQueries } from './caricamenti.queries.js';
import { TIPI_API } from './tipi/index.js';

type Tabella = readonly (readonly string[])[];

/** Tables that may be imported: what the ambito holds, the template of a kind, the rows that were refused. */
@Injectable()
export class CaricamentiExport {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: CaricamentiQueries,
  ) {}

  /** All that the ambito holds of a kind, as an import would find it: nothing to change. */
  async esporta(ctx: RequestContext, { tipo, formato }: TabellaQuery): Promise<FileAnswer> {
    const { esistenti } = await TIPI_API[tipo].leggi(this.db.manager, placeOf(ctx).ambitoId);
    const righe = [...esistenti.values()].filter(e => e.nascosto !== true).map(e => this.riga(tipo, e.celle));
    return tabella(tipo, TIPI[tipo].nome, [this.testata(tipo), ...righe], formato);
  }

  /** The headings, and one row to show how. */
  modello({ tipo, formato }: TabellaQuery): FileAnswer {
    const esempio = Object.fromEntries(TIPI[tipo].campi.map(c => [c.percorso, c.esempio]));
    return tabella(`modello-${tipo}`, TIPI[tipo].nome, [this.testata(tipo), this.riga(tipo, esempio)], formato);
  }

  /** One row an error, to be put right in the file. */
  async errori(ctx: RequestContext): Promise<FileAnswer> {
    const righe = await this.queries.piano(ctx);
    const errori = righe.flatMap(r => r.errori.map(e => [String(r.riga), e.colonna ?? '', e.campo ?? '', e.valore, e.messaggio]));
    return tabella('errori', 'Errori', [['Riga', 'Colonna', 'Campo', 'Valore', 'Problema'], ...errori], 'csv');
  }

  private readonly testata = (tipo: TabellaQuery['tipo']): string[] => TIPI[tipo].campi.map(c => c.nome);
  private readonly riga = (tipo: TabellaQuery['tipo'], celle: Celle): string[] => TIPI[tipo].campi.map(c => celle[c.percorso] ?? '');
}

function tabella(nome: string, foglio: string, righe: Tabella, formato: FormatoTabella): FileAnswer {
  const [testata = [], ...rows] = righe;
  const columns = testata.map((titolo, i) => [titolo, (riga: readonly string[]) => conProtezione(riga[i] ?? '')] as const);
  return tableFile(formato, { name: nome, sheet: foglio, columns, rows });
}
