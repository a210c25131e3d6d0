import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { formatData, type EnteAlTavoloView, type TavoloView, type FormatoTabella } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { tableFile } from '../platform/xlsx/table-file.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { renderElencoRappresentanti } from './elenco-rappresentanti.pdf.js';
import { TavoliQueries } from './tavoli.queries.js';

type Row = EnteAlTavoloView & EnteAlTavoloView['rappresentanti'][number];

const ISSUED = `
  SELECT jsonb_build_object('nome', a.nome_esteso, 'capofila', a.capofila) AS ambito,
    greatest(a.creato_at, (SELECT max(greatest(m.dal, m.al)) FROM mandato m WHERE m.ambito_id = a.id AND m.tavolo_id = $2),
      (SELECT max(greatest(d.ammessa_at, d.accettata_at)) FROM designazione d WHERE d.ambito_id = a.id AND d.tavolo_id = $2)) AS "aggiornatoAt"
  FROM ambito a WHERE a.id = $1`;

/** The elenco dei rappresentanti of a tavolo, as anyone may take it: the same names as its public page. */
@Injectable()
export class TavoliExport {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: TavoliQueries,
    private readonly renderer: PdfRenderer,
  ) {}

  async tabella(ctx: RequestContext, formato: FormatoTabella): Promise<FileAnswer> {
    const tavolo = await this.queries.uno(ctx);
    const columns = [
      ['Ente', (r: Row) => r.denominazione],
      ['In qualità di', (r: Row) => r.veste],
      ['Ruolo', (r: Row) => r.ruolo],
      ['Nome', (r: Row) => r.nome],
      ['Cognome', (r: Row) => r.cognome],
      ['Dal', (r: Row) => formatData(new Date(r.dal))],
    ] as const;
    return tableFile(formato, { name: `rappresentanti-${tavolo.slug}`, sheet: 'Rappresentanti', columns, rows: rows(tavolo) });
  }

  /** @throws ProblemError `pdf.non_disponibile` */
  async pdf(ctx: RequestContext): Promise<FileAnswer> {
    const tavolo = await this.queries.uno(ctx);
    const { ambitoId, id } = placeOf(ctx);
    const [issued] = await this.db.query<{ ambito: { nome: string; capofila: string }; aggiornatoAt: Date }[]>(ISSUED, [ambitoId, id]);
    if (!issued) throw new Error('The ambito of this tavolo is gone.');
    const { nome, piano, referente, enti } = tavolo;
    const body = await renderElencoRappresentanti(this.renderer, { ...issued, tavolo: { nome, piano: piano.titolo, referente }, enti });
    return { body, name: `rappresentanti-${tavolo.slug}.pdf`, mediaType: 'application/pdf' };
  }
}

function rows(tavolo: TavoloView): Row[] {
  return tavolo.enti.flatMap(ente => ente.rappresentanti.map(persona => ({ ...ente, ...persona })));
}
