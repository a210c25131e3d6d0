import { createHash } from 'node:crypto';
import { statSync, type Stats } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { Inject, Injectable, Optional, type OnModuleDestroy } from '@nestjs/common';
import { asking, type Lane } from '../http/asking.js';
import { KeptDocuments } from './kept.js';
import { Abandoned, Lanes, type LaneBounds } from './lanes.js';
import { PdfFailed } from './pdf.errors.js';
import type { PdfJob, PdfStandard } from './pdf-messages.js';
import { PdfProcess } from './pdf-process.js';
import { printableJson, type PrintBounds } from './printable.js';
import { projectRoot } from './project-root.js';

/** What `layout.typ` needs of every document; a template may ask for more. */
export interface PdfDocument {
  readonly titolo: string;
  /** The body that issues it: letterhead, and author in the metadata. */
  readonly ambito: string;
  readonly sottotitolo: string;
  /** Top right from the second page on. */
  readonly riferimento: string;
  readonly piede: string;
  /** RFC 3339 UTC: the only clock of the document. Equal data give equal bytes. */
  readonly emessoAt: string;
  readonly [more: string]: unknown;
}

export interface PdfSettings {
  /** Folder of the templates; nothing outside it can be read by one. */
  readonly workspace?: string;
  readonly compilerPackage?: string;
  /** For one document, from when its turn comes. */
  readonly timeoutMs?: number;
  /** After so long without work the compiler process ends. */
  readonly idleMs?: number;
  /** How long a document may be; by default what any request may ask for. */
  readonly bounds?: PrintBounds;
}
/** Injection token of `PdfSettings`; none: the defaults. */
const PDF_SETTINGS = Symbol('PDF_SETTINGS');

export interface PdfOptions {
  readonly standard?: PdfStandard;
  /** Anybody may take it: it is kept as long as there is room, and made once for all who ask. */
  readonly pubblico?: boolean;
}

const MAX_WAITING: LaneBounds = { ufficio: 100, persone: 50, pubblico: 30 };

/**
 * Makes PDFs from Typst templates that lie beside the features, one at a time, outside this process. What the offices ask for comes first;
 * what nobody waits for any more is not made.
 */
@Injectable()
export class PdfRenderer implements OnModuleDestroy {
  /** The most memory a compiler process has held, in bytes: for the metrics. */
  peakBytes = 0;
  /** Documents compiled since the start. */
  made = 0;
  private readonly workspace: string;
  private readonly process: PdfProcess;
  private readonly timeoutMs: number;
  private readonly idleMs: number;
  private readonly bounds: PrintBounds | undefined;
  private readonly lanes = new Lanes(MAX_WAITING);
  private readonly documents = new KeptDocuments();
  private asked = 0;
  private closed = false;
  private idle: NodeJS.Timeout | undefined;

  constructor(@Optional() @Inject(PDF_SETTINGS) settings: PdfSettings = {}) {
    this.workspace = settings.workspace ?? join(projectRoot(), 'apps/api/src');
    this.process = new PdfProcess(this.workspace, settings.compilerPackage);
    this.timeoutMs = settings.timeoutMs ?? 10_000;
    this.idleMs = settings.idleMs ?? 30_000;
    this.bounds = settings.bounds;
  }

  /**
   * Compiles `template` (a `.typ` path inside the workspace, such as `designazioni/ricevuta/ricevuta.typ`) with `data`, which reaches it as JSON
   * and is never read as Typst. Characters without a shape become boxes. PDF/A-2a unless `standard` says otherwise.
   * @throws PdfUnavailable where the compiler is not installed; PdfFailed (`reason`): both are ProblemError `pdf.non_disponibile`
   */
  async render(template: string, data: PdfDocument, options: PdfOptions = {}): Promise<Buffer> {
    if (this.closed) throw new PdfFailed('closed');
    const { path, version } = this.locate(template);
    const who = asking();
    clearTimeout(this.idle);
    this.asked += 1;
    try {
      const job: PdfJob = { template: path, dati: await printableJson(data, this.bounds), standard: options.standard ?? 'a-2a' };
      const lane = who?.lane ?? 'ufficio';
      const document = { key: keyOf(job, version), who: lane, keep: options.pubblico === true };
      return await this.documents.of(
        document,
        leave => this.line(lane, job, leave),
        gone => who?.onGone(gone),
      );
    } catch (error) {
      throw error instanceof Abandoned ? new PdfFailed('abandoned') : error;
    } finally {
      this.rest();
    }
  }

  onModuleDestroy(): void {
    this.closed = true;
    clearTimeout(this.idle);
    this.process.stop();
  }

  private line(lane: Lane, job: PdfJob, until: (leave: () => void) => void): Promise<Buffer> {
    return (
      this.lanes.join(lane, () => this.compile(job), until) ??
      Promise.reject(new PdfFailed('busy', `too many documents wait in the lane «${lane}»`))
    );
  }

  private async compile(job: PdfJob): Promise<Buffer> {
    if (this.closed) throw new PdfFailed('closed');
    const { pdf, peakBytes } = await this.process.compile(job, this.timeoutMs);
    this.made += 1;
    this.peakBytes = Math.max(this.peakBytes, peakBytes);
    return pdf;
  }

  private rest(): void {
    this.asked -= 1;
    if (this.asked === 0) this.idle = setTimeout(() => this.process.stop(), this.idleMs).unref();
  }

  private locate(template: string): { readonly path: string; readonly version: string } {
    const path = resolve(this.workspace, template);
    const file = path.startsWith(this.workspace + sep) && path.endsWith('.typ') ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (file === undefined) throw new PdfFailed('template', `no such template: ${template}`);
    return { path, version: versionOf(file) };
  }
}

/** Templates change while one works on them. */
const versionOf = ({ mtimeMs, size }: Stats): string => `${mtimeMs}-${size}`;

/** Equal jobs make equal bytes. */
const keyOf = ({ template, dati, standard }: PdfJob, version: string): string =>
  createHash('sha256')
    .update(JSON.stringify([template, version, standard]))
    .update(dati)
    .digest('base64url');
