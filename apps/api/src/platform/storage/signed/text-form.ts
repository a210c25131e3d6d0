const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const OPENING = '-----BEGIN ';
const DASHES = '-----';

/** The bytes of what is written as text, PEM or base64 alone; null where it is neither. A head that is cut gives as many bytes as it holds. */
export function ofText(bytes: Buffer): Buffer | null {
  if (bytes[0] === 0x30) return null;
  const text = bytes.subarray(bytes.indexOf(BOM) === 0 ? BOM.length : 0);
  const start = skipBlanks(text, 0);
  const body = text.toString('latin1', start, start + OPENING.length) === OPENING ? pemBody(text, start) : text.subarray(start);
  return body === null || !isBase64(body) ? null : Buffer.from(body.toString('latin1'), 'base64');
}

/** Between the line that opens a PEM and the one that closes it. */
function pemBody(text: Buffer, start: number): Buffer | null {
  const label = text.indexOf(DASHES, start + OPENING.length);
  if (label < 0 || label - start > 100) return null;
  const from = label + DASHES.length;
  const to = text.indexOf(DASHES, from);
  return text.subarray(from, to < 0 ? text.length : to);
}

function isBase64(body: Buffer): boolean {
  let letters = 0;
  for (const byte of body) {
    if (isBlank(byte)) continue;
    if (!BASE64.has(byte)) return false;
    letters += 1;
  }
  return letters > 0;
}

const BASE64 = new Set(Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='));
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

function skipBlanks(text: Buffer, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text[at])) at += 1;
  return at;
}
