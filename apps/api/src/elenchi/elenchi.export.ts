import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { ElenchiQueries } from './elenchi.queries.js';
import { renderElencoAmmessi } from './elenco-ammessi.pdf.js';

const INTORNO = `SELECT a.nome_esteso AS ambito, a.capofila, v.titolo AS avviso FROM ambito a JOIN avviso v ON v.ambito_id = a.id WHERE a.id = $1 AND v.id = $2`;

/** An elenco degli ammessi on paper, as anyone may take it: who was admitted, and nobody else. */
@Injectable()
export class ElenchiExport {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: ElenchiQueries,
    private readonly renderer: PdfRenderer,
  ) {}

  /** @throws ProblemError `risorsa.non_trovata`, `pdf.non_disponibile` */
  async pdf(ctx: RequestContext, id: string): Promise<FileAnswer> {
    const { ambitoId, id: avvisoId } = placeOf(ctx);
    const elenco = (await this.queries.elenco(ctx)).items.find(k => k.id === id);
    const [intorno] = await this.db.query<{ ambito: string; capofila: string; avviso: string }[]>(INTORNO, [ambitoId, avvisoId]);
    if (elenco === undefined || intorno === undefined) throw new ProblemError('risorsa.non_trovata');
    const body = await renderElencoAmmessi(this.renderer, { ...intorno, elenco });
    return { body, name: `elenco-ammessi-${elenco.ordine}.pdf`, mediaType: 'application/pdf' };
  }
}
