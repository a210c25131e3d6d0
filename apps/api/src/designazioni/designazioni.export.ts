import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  formatDataOra,
  NUMERO_DI_REGISTRO,
  numeroSuAnno,
  protocolliInParole,
  type DesignazioniQuery,
  type RuoloRappresentante,
  type StatoConsenso,
  type StatoDesignazione,
  type Veste,
  type ProtocolloDetto,
  type FormatoTabella,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { tableFile } from '../platform/xlsx/table-file.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { strette, tutteDi } from '../platform/tabelle/tabella.js';
import { protocolliIn } from '../protocolli/protocolli.sql.js';
import { DesignazioniQueries } from './designazioni.queries.js';
import { DESIGNAZIONI, PERSONA_RIGA, persone, type OrdineDesignazioni } from './designazioni.sql.js';
import { readRicevuta } from './ricevuta/ricevuta.data.js';
import { renderRicevuta } from './ricevuta/ricevuta.pdf.js';

interface CsvRow extends Persona {
  readonly id: string;
  readonly ente: string;
  readonly tavolo: string;
  readonly stato: StatoDesignazione;
  readonly veste: Veste | null;
  readonly anno: number | null;
  readonly numero: number | null;
  readonly protocolliNoti: readonly ProtocolloDetto[];
  readonly inviataAt: Date | null;
}

interface Persona {
  readonly ruolo: RuoloRappresentante | null;
  readonly nome: string | null;
  readonly cognome: string | null;
  readonly email: string | null;
  readonly consenso: StatoConsenso | null;
}
type Letta = Omit<CsvRow, keyof Persona> & { readonly rappresentanti: readonly Persona[] };
const NESSUNO: Persona = { ruolo: null, nome: null, cognome: null, email: null, consenso: null };

const RIGA_CSV = `d.id, e.denominazione AS ente, t.nome AS tavolo, d.stato, d.veste, d.protocollo_anno AS anno, d.protocollo_numero AS numero,
  ${protocolliIn('designazione', 'd.ambito_id', 'd.id')} AS "protocolliNoti", d.inviata_at AS "inviataAt",
  ${persone(`${PERSONA_RIGA}, 'email', r.email`)}`;

/** Files about designazioni: the list as CSV, the receipt as PDF. */
@Injectable()
export class DesignazioniExport {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: DesignazioniQueries,
    private readonly pdf: PdfRenderer,
  ) {}

  /** One row a person, only what the actor may see; streamed page by page in constant memory. */
  tabella(ctx: RequestContext, query: DesignazioniQuery, formato: FormatoTabella): FileAnswer {
    const columns = [
      ['Ente', (r: CsvRow) => r.ente],
      ['Tavolo', (r: CsvRow) => r.tavolo],
      ['Stato', (r: CsvRow) => r.stato],
      ['In qualità di', (r: CsvRow) => r.veste ?? ''],
      [NUMERO_DI_REGISTRO, (r: CsvRow) => (r.numero === null || r.anno === null ? '' : numeroSuAnno({ numero: r.numero, anno: r.anno }))],
      ['Protocollo del comune', (r: CsvRow) => protocolliInParole(r.protocolliNoti)],
      ['Inviata', (r: CsvRow) => (r.inviataAt === null ? '' : formatDataOra(r.inviataAt))],
      ['Ruolo', (r: CsvRow) => r.ruolo ?? ''],
      ['Nome', (r: CsvRow) => r.nome ?? ''],
      ['Cognome', (r: CsvRow) => r.cognome ?? ''],
      ['E-mail', (r: CsvRow) => r.email ?? ''],
      ['Consenso', (r: CsvRow) => r.consenso ?? ''],
    ] as const;
    return tableFile(formato, { name: 'designazioni', sheet: 'Designazioni', columns, rows: this.rows(ctx, query) });
  }

  /** The receipt of what was sent. @throws ProblemError 404 for a draft, 503 where PDFs are not available */
  async ricevuta(ctx: RequestContext): Promise<FileAnswer> {
    const data = await readRicevuta(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
    if (data === null) throw new ProblemError('risorsa.non_trovata');
    return {
      body: await renderRicevuta(this.pdf, data),
      name: `ricevuta-${data.numeroDiRegistro.anno}-${data.numeroDiRegistro.numero}.pdf`,
      mediaType: 'application/pdf',
    };
  }

  private async *rows(ctx: RequestContext, query: DesignazioniQuery): AsyncGenerator<CsvRow> {
    const righe = strette(DESIGNAZIONI, this.queries.viste(ctx, query), query);
    for await (const { rappresentanti, ...riga } of tutteDi<Letta, OrdineDesignazioni>(this.db, DESIGNAZIONI, RIGA_CSV, righe, query)) {
      if (rappresentanti.length === 0) yield { ...riga, ...NESSUNO };
      for (const persona of rappresentanti) yield { ...riga, ...persona };
    }
  }
}
