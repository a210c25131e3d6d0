import { readFile } from 'node:fs/promises';
import { inspectUpload, sampleOf, UploadRefused } from '../inspect/inspect-upload.js';
import { looksSigned, openAll } from './envelope.js';
import { P7M } from './signed-names.js';

export interface InspectedSigned {
  readonly mediaType: string;
  /** As many endings as there are envelopes: what each program that opens one expects. */
  readonly extension: string;
  readonly signers: readonly string[];
}

/**
 * Looks into a signed envelope for its PDF. Nothing of the signature is verified.
 * @returns null where it is no envelope
 * @throws UploadRefused where it holds no PDF, or cannot be read
 */
export async function inspectSigned(path: string): Promise<InspectedSigned | null> {
  const { head } = await sampleOf(path);
  if (!looksSigned(head)) return null;
  const opened = openAll(await readFile(path));
  if (opened === null) throw new UploadRefused('its envelope cannot be read', 'file.firma_illeggibile');
  if (opened.content === null) throw new UploadRefused('its signature stands apart', 'file.firmato_senza_pdf');
  await inspectUpload(opened.content, ['pdf']).catch((error: unknown) => {
    throw error instanceof UploadRefused ? new UploadRefused(`in its envelope: ${error.fault}`, 'file.firmato_senza_pdf') : error;
  });
  return { mediaType: P7M, extension: `.pdf${'.p7m'.repeat(opened.levels)}`, signers: opened.signers };
}
