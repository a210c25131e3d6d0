import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { esitoPosto, formatDataOra, type EmailStatoView, type EsitoPosto, type PostoView, type FormatoTabella } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import type { FileAnswer } from '../../platform/http/send-file.js';
import { tableFile } from '../../platform/xlsx/table-file.js';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { leggiIncontro, type DatiIncontro } from '../incontro/incontri.data.js';
import { leggiPresenze } from '../presenze/presenze.queries.js';
import { renderPresenze } from './presenze.pdf.js';
import { leggiProva, renderProva } from './prova.pdf.js';
import { tavoliDi } from '../incontro/tavoli-di.js';

const PDF = 'application/pdf';

const PAROLE_PRESENZA: Readonly<Record<EsitoPosto, string>> = {
  titolare: 'presente il titolare',
  supplente: 'presente il supplente',
  giustificato: 'assente giustificato',
  assente: 'assente',
  non_convocato: 'non convocato',
  da_rilevare: '',
};
const PAROLE_EMAIL: Readonly<Record<EmailStatoView['stato'], string>> = {
  in_coda: 'in coda',
  inviata: 'inviata',
  rifiutata: 'rifiutata',
  fallita: 'non consegnata',
};

interface Recapito {
  readonly nome: string;
  /** Null where the reader does not work for their tavolo. */
  readonly email: string | null;
  readonly ruolo: string | null;
  readonly oggetto: string;
  readonly stato: EmailStatoView['stato'];
  readonly tentativi: number;
  readonly inviataAt: Date | null;
  readonly errore: string | null;
}

const RECAPITI = `
  SELECT m.a_nome AS nome, CASE WHEN $3::uuid[] IS NULL OR m.tavolo_id = ANY($3::uuid[]) THEN m.a_indirizzo END AS email, i.ruolo, m.subject AS oggetto, m.stato, m.tentativi, m.inviata_at AS "inviataAt", m.errore
  FROM email m LEFT JOIN LATERAL (SELECT string_agg(DISTINCT q.ruolo, ', ') AS ruolo FROM invitato q WHERE q.ambito_id = m.ambito_id AND q.incontro_id = m.oggetto_id AND q.email = m.a_indirizzo) i ON true
  WHERE m.ambito_id = $1 AND m.oggetto_id = $2 ORDER BY m.creata_at, m.a_nome, m.id`;

/** Files of an incontro for the record of the office. */
@Injectable()
export class IncontriExport {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly pdf: PdfRenderer,
  ) {}

  async presenzeTabella(ctx: RequestContext, formato: FormatoTabella): Promise<FileAnswer> {
    const { posti } = await this.presenze(ctx);
    const columns = [
      ['Tavolo', (p: PostoView) => p.tavolo],
      ['Ente', (p: PostoView) => p.ente],
      ['In qualità di', (p: PostoView) => p.veste],
      ['Titolare', (p: PostoView) => p.titolare ?? ''],
      ['Supplente', (p: PostoView) => p.supplente ?? ''],
      ['Presenza', (p: PostoView) => PAROLE_PRESENZA[esitoPosto(p)]],
      ['Rilevata da', (p: PostoView) => p.rilevataDa ?? ''],
      ['Rilevata', (p: PostoView) => (p.rilevataAt === null ? '' : formatDataOra(new Date(p.rilevataAt)))],
    ] as const;
    return tableFile(formato, { name: 'presenze', sheet: 'Presenze', columns, rows: posti });
  }

  /** @throws ProblemError 404 before the incontro opens, `pdf.non_disponibile` */
  async presenzePdf(ctx: RequestContext): Promise<FileAnswer> {
    const presenze = await this.presenze(ctx);
    return { body: await renderPresenze(this.pdf, await this.dati(ctx), presenze), name: 'presenze.pdf', mediaType: PDF };
  }

  /** What became of every mail about the incontro. */
  async recapitiTabella(ctx: RequestContext, formato: FormatoTabella): Promise<FileAnswer> {
    const { ambitoId, id } = placeOf(ctx);
    const rows = await this.db.query<Recapito[]>(RECAPITI, [ambitoId, id, tavoliDi(ctx.actor, ambitoId)]);
    const columns = [
      ['Nome', (r: Recapito) => r.nome],
      ['E-mail', (r: Recapito) => r.email ?? ''],
      ['Ruolo', (r: Recapito) => r.ruolo ?? ''],
      ['Oggetto', (r: Recapito) => r.oggetto],
      ['Stato', (r: Recapito) => PAROLE_EMAIL[r.stato]],
      ['Tentativi', (r: Recapito) => r.tentativi],
      ['Inviata', (r: Recapito) => (r.inviataAt === null ? '' : formatDataOra(r.inviataAt))],
      ['Risposta del server', (r: Recapito) => (r.email === null ? '' : (r.errore ?? ''))],
    ] as const;
    return tableFile(formato, { name: 'recapiti', sheet: 'Recapiti', columns, rows: rows });
  }

  /** Who was called, when, with which words. @throws ProblemError 404 for a draft, `pdf.non_disponibile` */
  async prova(ctx: RequestContext): Promise<FileAnswer> {
    const prova = await leggiProva(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id, tavoliDi(ctx.actor, placeOf(ctx).ambitoId));
    if (prova.atti.length === 0) throw new ProblemError('risorsa.non_trovata');
    return { body: await renderProva(this.pdf, await this.dati(ctx), prova), name: 'prova-convocazione.pdf', mediaType: PDF };
  }

  private async presenze(ctx: RequestContext) {
    const presenze = await leggiPresenze(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
    if (presenze.stato !== 'in_corso' && presenze.stato !== 'svolto') throw new ProblemError('risorsa.non_trovata');
    return presenze;
  }

  private async dati(ctx: RequestContext): Promise<DatiIncontro> {
    const dati = await leggiIncontro(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
    if (dati === null) throw new ProblemError('risorsa.non_trovata');
    return dati;
  }
}
