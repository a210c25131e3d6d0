import { open } from 'node:fs/promises';
import { ProblemError } from '../../problem/problem.error.js';
import { looksSigned } from '../signed/envelope.js';
import { jpegFault, pngFault } from './inspect-image.js';
import { pdfFault } from './inspect-pdf.js';
import type { Sample } from './upload-sample.js';

/** Kinds of file that a user may send. A new kind is a new line of `KINDS`. */
export type UploadKind = 'pdf' | 'jpeg' | 'png';

export interface InspectedUpload {
  readonly kind: UploadKind;
  readonly mediaType: string;
  readonly extension: string;
}

const HEAD = 2048;
/** A ZIP directory ends within the last 65,557 bytes. */
const TAIL = 65_557 + 1024;

interface Kind extends InspectedUpload {
  /** What is wrong with it, for the log; null when it is of this kind. */
  readonly fault: (sample: Sample) => string | null;
}

const KINDS: Record<UploadKind, Kind> = {
  pdf: { kind: 'pdf', mediaType: 'application/pdf', extension: '.pdf', fault: pdfFault },
  jpeg: { kind: 'jpeg', mediaType: 'image/jpeg', extension: '.jpg', fault: jpegFault },
  png: { kind: 'png', mediaType: 'image/png', extension: '.png', fault: pngFault },
};

/** The content is not of a kind that is allowed, whatever the name and the browser say. */
export class UploadRefused extends ProblemError {
  constructor(
    readonly fault: string,
    code: 'file.non_pdf' | 'file.firmato' | 'file.firma_illeggibile' | 'file.firmato_senza_pdf' = 'file.non_pdf',
  ) {
    super(fault === 'empty' ? 'file.vuoto' : code);
    this.message = `upload refused: ${fault}`;
  }
}

/**
 * Tells by its content what an upload is. It does not make the file harmless: it must only ever be served with `attachmentHeaders`.
 * @param content the bytes, or the path of a file
 * @throws UploadRefused
 */
export async function inspectUpload(content: Buffer | string, allowed: readonly UploadKind[]): Promise<InspectedUpload> {
  const sample =
    typeof content === 'string'
      ? await sampleOf(content)
      : { head: content.subarray(0, HEAD), tail: content.subarray(-TAIL), size: content.length };
  if (sample.size === 0) throw new UploadRefused('empty');
  let fault = 'no kind is allowed';
  for (const name of allowed) {
    const { fault: look, ...kind } = KINDS[name];
    const found = look(sample);
    if (found === null) return kind;
    fault = found;
  }
  if (looksSigned(sample.head)) throw new UploadRefused('it is signed', 'file.firmato');
  throw new UploadRefused(fault);
}

export async function sampleOf(path: string): Promise<Sample> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(HEAD, size));
    const tail = Buffer.alloc(Math.min(TAIL, size));
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, tail.length, size - tail.length);
    return { head, tail, size };
  } finally {
    await file.close();
  }
}
