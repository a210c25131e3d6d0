import type { Sample } from './upload-sample.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What keeps a file from being a JPEG by its first bytes; null when nothing does. */
export function jpegFault({ head }: Sample): string | null {
  return head.length > 3 && head.readUInt16BE(0) === 0xffd8 && head[2] === 0xff ? null : 'it does not start as a JPEG';
}

/** The same for a PNG. */
export function pngFault({ head }: Sample): string | null {
  return head.subarray(0, 8).equals(PNG) ? null : 'it does not start as a PNG';
}
