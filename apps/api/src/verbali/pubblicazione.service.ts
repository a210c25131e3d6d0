import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  postoConta,
  senzaOmissis,
  testoDi,
  type SezioneView,
  type StampatoVerbale,
  type VerbaleAzioneInput,
  type VerbalePubblicoView,
  type VerbaleView,
  type VerificaView,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { testataDi } from '../ambiti/testata.js';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { iso } from '../platform/http/json-view.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { demandSeen, superata } from '../platform/procedura/hold.js';
import { mentreSiPubblica } from '../platform/procedura/turno.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { nextNumeroDiRegistro } from '../platform/numeri/numero-di-registro.js';
import { canonical } from '../platform/registro/canonical.js';
import { BLOB_STORE, type BlobStore } from '../platform/storage/blob-store.js';
import { avvisiDi, VerbaliQueries } from './verbale/verbali.queries.js';
import { renderVerbale, stampatoDi } from './verbale.pdf.js';
import { FROM, STAMPATO } from './verbale/verbali.sql.js';

/** Acts that put a text before everybody. */
const ATTI_PUBBLICI = ['verbale.pubblica', 'verbale.oscura'];

type Contenuto = Pick<VerbalePubblicoView, 'sezioni' | 'presenti'>;

/** The public twin and its file, ready to be published in one go. */
export interface Pronta {
  readonly contenuto: Contenuto;
  readonly stampato: StampatoVerbale;
  readonly sha256: string;
  readonly bytes: number;
  readonly at: Date;
}

const MAX_PDF = 50 * 1024 * 1024;

/** Publishing: the public twin is made of the same text without what is omissis, and its file is fixed by its fingerprint. */
@Injectable()
export class PubblicazioneService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: VerbaliQueries,
    private readonly pdf: PdfRenderer,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
  ) {}

  /**
   * Makes twin and file before anything is written: a file that cannot be made publishes nothing. The version seen guards what follows.
   * @throws ProblemError `verbale.vuoto`, `verbale.avvisi_da_vedere`, `versione.superata`, `pdf.non_disponibile`
   */
  async prepara(ctx: RequestContext, input: VerbaleAzioneInput): Promise<Pronta> {
    const view = await this.queries.uno(ctx);
    demandSeen(ctx, view.version);
    if (view.stato !== 'approvato') throw new ProblemError('verbale.stato');
    if (view.sezioni.every(s => s.tipo !== 'punto' || (testoDi(s.documento).trim() === '' && s.decisioni.length === 0)))
      throw new ProblemError('verbale.vuoto');
    if (avvisiDi(view.sezioni).length > 0 && input.avvisiVisti !== true) throw new ProblemError('verbale.avvisi_da_vedere');
    const contenuto: Contenuto = {
      sezioni: view.sezioni.map(gemella),
      presenti: presentiDi(view),
    };
    const stampato = stampatoDi(view);
    const at = new Date();
    const testata = await testataDi(this.db.manager, placeOf(ctx).ambitoId);
    const file = await renderVerbale(this.pdf, testata, { ...view, ...contenuto, stampato }, at);
    const { sha256, size } = await this.blobs.put(file, { maxBytes: MAX_PDF });
    return { contenuto, stampato, sha256, bytes: size, at };
  }

  /** @returns what the registro keeps of it @throws ProblemError `versione.superata` when a name that was printed is another now */
  async scrivi(tx: Tx, ctx: RequestContext, p: Pronta): Promise<Record<string, unknown>> {
    const { id } = placeOf(ctx);
    await mentreSiPubblica(tx);
    const [ora] = await tx.db.query<{ stampato: StampatoVerbale }[]>(
      `SELECT ${STAMPATO} AS stampato ${FROM} WHERE v.ambito_id = $1 AND v.id = $2`,
      [tx.ambitoId, id],
    );
    if (canonical(ora?.stampato) !== canonical(p.stampato)) throw superata();
    const { anno, numero } = await nextNumeroDiRegistro(tx.db, tx.ambitoId);
    await tx.db.query(
      `INSERT INTO verbale_pubblicazione (ambito_id, verbale_id, at, da, protocollo_anno, protocollo_numero, contenuto, stampato, sha256, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [tx.ambitoId, id, p.at, ctx.actor.id, anno, numero, JSON.stringify(p.contenuto), JSON.stringify(p.stampato), p.sha256, p.bytes],
    );
    return { sha256: p.sha256, numeroDiRegistro: { anno, numero } };
  }

  /** The published file. @throws ProblemError 404 until it is published */
  async file(ctx: RequestContext): Promise<FileAnswer> {
    const [row] = await this.db.query<{ sha256: string; anno: number | null; numero: number | null }[]>(
      'SELECT p.sha256, v.anno, v.numero FROM verbale_pubblicazione p JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id WHERE p.ambito_id = $1 AND p.verbale_id = $2',
      [placeOf(ctx).ambitoId, placeOf(ctx).id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return {
      body: await this.blobs.open(row.sha256),
      name: `verbale-${row.anno ?? 0}-${row.numero ?? 0}.pdf`,
      mediaType: 'application/pdf',
    };
  }

  /** The whole text as it stands, omissis included: for who may read it whole, and marked so. @throws ProblemError `pdf.non_disponibile` */
  async integrale(ctx: RequestContext): Promise<FileAnswer> {
    const view = await this.queries.uno(ctx);
    const body = await renderVerbale(
      this.pdf,
      await testataDi(this.db.manager, placeOf(ctx).ambitoId),
      { ...view, presenti: presentiDi(view), stampato: stampatoDi(view) },
      new Date(),
      true,
    );
    return { body, name: 'verbale-integrale.pdf', mediaType: 'application/pdf' };
  }

  /** Whether a file with this fingerprint is one that we published, and which act of the registro says so. */
  async verifica(sha256: string): Promise<VerificaView> {
    const [documento] = await this.db.query<NonNullable<VerificaView['documento']>[]>(
      `SELECT n.titolo, ${iso('p.at')} AS "pubblicatoAt", '/' || a.slug || '/verbali/' || v.id AS percorso,
         coalesce((SELECT r.seq::int FROM registro r WHERE r.ambito_id = v.ambito_id AND r.oggetto_id = v.id AND r.azione IN ${fra(ATTI_PUBBLICI)} ORDER BY r.seq DESC LIMIT 1), 0) AS atto
       FROM verbale_pubblicazione p JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id
       JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id JOIN ambito a ON a.id = v.ambito_id WHERE p.sha256 = $1 LIMIT 1`,
      [sha256],
    );
    return { autentico: documento !== undefined, documento: documento ?? null, sostituito: null };
  }
}

const gemella = (s: SezioneView): Contenuto['sezioni'][number] => ({
  id: s.id,
  tipo: s.tipo,
  titolo: s.titolo,
  documento: senzaOmissis(s.documento),
  decisioni: s.decisioni,
  impegni: s.impegni,
  quorum: s.quorum,
});

/** Which of the seats that count were filled: who was not called did not miss anything. */
const presentiDi = ({ posti }: Pick<VerbaleView, 'posti'>): Contenuto['presenti'] =>
  posti.filter(postoConta).map(({ ente, tavolo, stato }) => ({
    ente,
    tavolo,
    presente: stato === 'titolare' || stato === 'supplente' ? stato : null,
  }));
