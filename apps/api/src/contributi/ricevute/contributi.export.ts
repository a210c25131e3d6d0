import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type CodaQuery,
  type CodaRigaView,
  ETICHETTE_CANALE,
  ETICHETTE_STATO_CONTRIBUTO,
  ETICHETTE_TIPO_CONTRIBUTO,
  formatDataOra,
  type FormatoTabella,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import type { FileAnswer } from '../../platform/http/send-file.js';
import { tableFile } from '../../platform/xlsx/table-file.js';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { AutoreQueries } from '../letture/autore.queries.js';
import { CodaQueries } from '../letture/coda.queries.js';
import { leggiRicevuta } from './ricevuta.data.js';
import { renderRicevutaContributo } from './ricevuta.pdf.js';

const PAGE = 1000;
const quando = (at: string | null): string => (at === null ? '' : formatDataOra(new Date(at)));

/** Files about contributi: the queue as CSV, the receipt as PDF. */
@Injectable()
export class ContributiExport {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly code: CodaQueries,
    private readonly autori: AutoreQueries,
    private readonly pdf: PdfRenderer,
  ) {}

  /** One row a contributo, only of the tavoli one works for; streamed page by page in constant memory. */
  tabella(ctx: RequestContext, query: CodaQuery, formato: FormatoTabella): FileAnswer {
    const columns = [
      ['Codice', (r: CodaRigaView) => r.codice],
      ['Titolo', (r: CodaRigaView) => r.titolo],
      ['Tavolo', (r: CodaRigaView) => r.tavolo.nome],
      ['Tipo', (r: CodaRigaView) => ETICHETTE_TIPO_CONTRIBUTO[r.tipo]],
      ['Stato', (r: CodaRigaView) => ETICHETTE_STATO_CONTRIBUTO[r.stato]],
      ['Comune', (r: CodaRigaView) => r.comune?.nome ?? ''],
      ['Zona', (r: CodaRigaView) => r.zona ?? ''],
      ['Come è arrivato', (r: CodaRigaView) => ETICHETTE_CANALE[r.canale]],
      ['Inviato', (r: CodaRigaView) => quando(r.inviatoAt)],
      ['Da leggere entro', (r: CodaRigaView) => quando(r.moderareEntroAt)],
      ['Pubblicato', (r: CodaRigaView) => quando(r.pubblicatoAt)],
      ['Da rispondere entro', (r: CodaRigaView) => quando(r.rispondereEntroAt)],
      ['In ritardo', (r: CodaRigaView) => (r.inRitardo ? 'sì' : 'no')],
    ] as const;
    return tableFile(formato, { name: 'contributi', sheet: 'Contributi', columns, rows: this.righe(ctx, query) });
  }

  /** The receipt, for its author or for the desk that prints it. @throws ProblemError `pdf.non_disponibile` */
  async ricevuta(ctx: RequestContext): Promise<FileAnswer> {
    const { ambitoId, id } = placeOf(ctx);
    return this.renderizza(ambitoId, id);
  }

  /** The same, of the own one by account. @throws ProblemError 404 */
  async ricevutaMia(ctx: RequestContext, id: string): Promise<FileAnswer> {
    const { ambitoId } = await this.autori.place(ctx, id);
    return this.renderizza(ambitoId, id);
  }

  private async renderizza(ambitoId: string, id: string): Promise<FileAnswer> {
    const data = await leggiRicevuta(this.db.manager, ambitoId, id);
    return { body: await renderRicevutaContributo(this.pdf, data), name: `ricevuta-${data.codice}.pdf`, mediaType: 'application/pdf' };
  }

  private async *righe(ctx: RequestContext, query: CodaQuery): AsyncGenerator<CodaRigaView> {
    let after: string | undefined;
    for (;;) {
      const page = await this.code.righe(ctx, query, after, PAGE);
      for (const { riga } of page) yield riga;
      after = page.at(-1)?.cursore;
      if (page.length < PAGE) return;
    }
  }
}
