import type { Sample } from './upload-sample.js';

const HEADER = /^%PDF-[12]\.\d[\s%]/;
/** Readers look for the header so far into a file. */
const BEFORE = 1024;
/** What programs and printers leave before it: a byte-order mark, blanks, lines of plain text. Polyglots live there too: of another format there is nothing. */
const LEFT = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0\t\n\f\r\x1b -~]*$/;
/** How files begin that are something else, in plain letters. */
const OTHERS = /^(?:\xef\xbb\xbf)?\s*(?:<|GIF8|MZ|PK|BM|II\*|MM|#!|%!|RIFF|ID3|OggS|Rar!|7z|X5O!)/;
/** Markup that a browser guessing the type would follow, in the part that it looks at. */
const MARKUP = /<\s*(?:!doctype|\?php|html|head|body|script|svg|iframe|object|embed|img|meta|link|style)\b/i;
/** After the last end mark only blanks: what else is there belongs to another format. */
const END = /%%EOF[\0\s]*$/;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_LENGTH = 22;

/** What keeps a file from being a plain PDF; null when nothing does. Encrypted ones and those with scripts inside are PDFs. */
export function pdfFault({ head, tail }: Sample): string | null {
  const start = head.toString('latin1');
  const header = start.indexOf('%PDF-');
  if (header < 0 || header >= BEFORE || !HEADER.test(start.slice(header, header + 10))) return 'it does not start as a PDF';
  const before = start.slice(0, header);
  if (header > 0 && (!LEFT.test(before) || OTHERS.test(before))) return 'it starts as something else';
  if (MARKUP.test(start)) return 'it holds markup at its head';
  if (!END.test(tail.toString('latin1', Math.max(0, tail.length - 1024)))) return 'it does not end as a PDF';
  return isZip(tail) ? 'it is a ZIP archive as well' : null;
}

/** Whether the directory of a ZIP ends exactly where the file does, its comment included. */
function isZip(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf(ZIP_END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(ZIP_END, at - 1)) {
    const complete = at + ZIP_END_LENGTH <= tail.length;
    if (complete && at + ZIP_END_LENGTH + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}
