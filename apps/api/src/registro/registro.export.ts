import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type AttoRegistroView, formatDataOra, type RegistroFiltri, type FormatoTabella } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { tableFile } from '../platform/xlsx/table-file.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { canonical, sha256 } from '../platform/registro/canonical.js';
import { firmaDi, pubblica } from '../platform/registro/sigillo.js';
import { chiaveDeiSigilli } from '../sigilli/chiave.js';
import { RegistroQueries } from './registro.queries.js';

const PAGE = 500;
/** What a PDF holds: more is for the sheet. */
const MASSIMO = 1000;

interface Testata {
  readonly nome: string;
  readonly capofila: string;
  readonly sigillo: { readonly numero: number; readonly giorno: string; readonly impronta: string } | null;
}

/** The register to take away: as a sheet, all of it; as a document that the portal signs, the latest acts. */
@Injectable()
export class RegistroExport {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: RegistroQueries,
    private readonly pdf: PdfRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Streamed page by page. */
  tabella(ctx: RequestContext, filtri: RegistroFiltri, formato: FormatoTabella): FileAnswer {
    const columns = [
      ['Numero', (a: AttoRegistroView) => a.numero],
      ['Quando', (a: AttoRegistroView) => formatDataOra(new Date(a.at))],
      ['Atto', (a: AttoRegistroView) => a.azione],
      ['Su che cosa', (a: AttoRegistroView) => a.oggetto?.titolo ?? a.oggettoTipo],
      ['Chi', (a: AttoRegistroView) => a.attore],
      ['Motivo', (a: AttoRegistroView) => a.motivazione ?? ''],
      ['Che cosa è cambiato', (a: AttoRegistroView) => cambiamenti(a)],
      ['Impronta', (a: AttoRegistroView) => a.impronta],
    ] as const;
    return tableFile(formato, { name: 'registro', sheet: 'Registro', columns, rows: this.tutti(ctx, filtri) });
  }

  /** @throws ProblemError `pdf.non_disponibile` */
  async documento(ctx: RequestContext, filtri: RegistroFiltri): Promise<FileAnswer> {
    const { ambitoId } = placeOf(ctx);
    const atti = await this.queries.pagina(ctx, filtri, null, MASSIMO);
    const [t] = await this.db.query<Testata[]>(
      `SELECT a.nome_esteso AS nome, a.capofila, (SELECT jsonb_build_object('numero', s.numero, 'giorno', to_char(s.giorno, 'DD/MM/YYYY'), 'impronta', s.dichiarazione->>'impronta')
         FROM sigillo s WHERE s.ambito_id = a.id ORDER BY s.numero DESC LIMIT 1) AS sigillo FROM ambito a WHERE a.id = $1`,
      [ambitoId],
    );
    const impronta = sha256(canonical(atti)).toString('hex');
    const chiave = await chiaveDeiSigilli(this.config.dataDir);
    const emesso = atti[0]?.at ?? new Date(0).toISOString();
    const body = await this.pdf.render('registro/registro.typ', {
      titolo: 'Registro degli atti',
      ambito: t?.nome ?? '',
      sottotitolo: `${t?.capofila ?? ''}, ente capofila`,
      riferimento: 'Registro degli atti',
      piede: `Atti fino al n. ${atti[0]?.numero ?? 0}`,
      emessoAt: emesso,
      righe: atti.map(riga),
      quanti: atti.length,
      tutti: atti.length < MASSIMO,
      impronta,
      firma: firmaDi(impronta, chiave),
      chiave: pubblica(chiave).impronta,
      sigillo: t?.sigillo == null ? '' : `n. ${t.sigillo.numero} del ${t.sigillo.giorno}, impronta ${t.sigillo.impronta}`,
    });
    return { body, name: 'registro.pdf', mediaType: 'application/pdf' };
  }

  private async *tutti(ctx: RequestContext, filtri: RegistroFiltri): AsyncGenerator<AttoRegistroView> {
    for (let prima: string | null = null; ;) {
      const page: AttoRegistroView[] = await this.queries.pagina(ctx, filtri, prima, PAGE);
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      prima = String(last.numero);
    }
  }
}

/** `stato: inviata → accettata` */
const cambiamenti = ({ dettagli }: AttoRegistroView): string =>
  dettagli
    .map(({ campo, prima, dopo }) =>
      prima === null && dopo === null
        ? `${campo}: cambiato`
        : prima === null
          ? `${campo}: ${dopo ?? ''}`
          : `${campo}: ${prima} → ${dopo ?? '(vuoto)'}`,
    )
    .join('; ');

const riga = (a: AttoRegistroView): string[] => [
  String(a.numero),
  formatDataOra(new Date(a.at)),
  [a.azione, a.oggetto?.titolo].filter(Boolean).join('\n'),
  [a.attore, a.motivazione && `Motivo: ${a.motivazione}`, cambiamenti(a)].filter(Boolean).join('\n'),
];
