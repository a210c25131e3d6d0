import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { inBase64, signed } from '../../../../testing/files/signed.js';
import { inspectUpload, UploadRefused } from './inspect-upload.js';

/** The smallest honest PDF, with `body` as one more object. */
function pdf(body = ''): string {
  return `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${body}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`;
}

/** A ZIP of one deflated entry, with `before` in front and `comment` at the end. */
function zip(before: string, comment = ''): Buffer {
  const data = deflateRawSync('contenuto');
  const name = Buffer.from('word/vbaProject.bin');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([Buffer.from(before), local, name, data, entry, name, end, Buffer.from(comment)]);
}

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

const HOSTILE: readonly (readonly [what: string, content: Buffer | string])[] = [
  ['an HTML page called .pdf', '<!DOCTYPE html><script>alert(1)</script>'],
  ['an SVG with onload', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['an SVG behind an XML declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>'],
  ['a PDF with a script at its head', pdf().replace('%PDF-1.7\n', '%PDF-1.7\n<script>alert(1)</script>\n')],
  ['a PDF with an HTML page in a comment at its head', pdf().replace('%PDF-1.7\n', '%PDF-1.7 <HTML><body onload=alert(1)>\n')],
  ['a PDF with an SVG at its head', pdf().replace('%PDF-1.7\n', '%PDF-1.7\n< svg onload=alert(1)>\n')],
  ['HTML before a PDF', `<html></html>\n${pdf()}`],
  ['a ZIP called .pdf', zip('')],
  ['a document with macros called .pdf', zip('PK-dummy')],
  ['a PDF followed by a ZIP', zip(pdf())],
  ['a ZIP inside a PDF, which its last comment closes', zip('%PDF-1.7\n', '\n%%EOF\n')],
  ['a picture and a page in one', Buffer.concat([PNG, Buffer.from('<html><script>alert(1)</script>')])],
  ['a picture followed by a PDF', Buffer.concat([PNG, Buffer.from(pdf())])],
  ['a GIF that is also an archive', zip('GIF89a')],
  ['a PDF cut in the middle', pdf().slice(0, 80)],
  ['a PDF with a page after its end', `${pdf()}<html><script>alert(1)</script></html>`],
  ['the head of a PDF and nothing else', '%PDF-1.7\n'],
  ['a test virus', `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR`],
  ['one byte', 'x'],
  ['a program', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(5000)])],
  ['a PDF farther in than readers look', `${' '.repeat(1024)}${pdf()}`],
  ['a page before a PDF, without a word that browsers know', `<x onload=alert(1)>\n${pdf()}`],
  ['a script of a shell before a PDF', `#!/bin/sh\nexit\n${pdf()}`],
  ['a GIF before a PDF', `GIF89a${pdf()}`],
  ['a program before a PDF', `MZ${pdf()}`],
  ['bytes that are no text before a PDF', Buffer.concat([Buffer.from('80ff01', 'hex'), Buffer.from(pdf())])],
  ['a version of PDF that does not exist', pdf().replace('%PDF-1.7', '%PDF-x.y')],
];

describe('inspectUpload', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'inspect-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function both(content: Buffer | string, check: (content: Buffer | string) => Promise<void>): Promise<void> {
    const path = join(folder, 'upload');
    await writeFile(path, content);
    await check(Buffer.from(content));
    await check(path);
  }

  it.each(HOSTILE)('B-2: refuses %s', async (_what, content) => {
    await both(content, async upload => {
      const failure = await inspectUpload(upload, ['pdf']).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UploadRefused);
      expect(failure).toMatchObject({ code: 'file.non_pdf', status: 422 });
    });
  });

  it('B-2: says of an empty file that it is empty', async () => {
    await both('', async upload => expect(inspectUpload(upload, ['pdf'])).rejects.toMatchObject({ code: 'file.vuoto' }));
  });

  // Readers run what these hold only when the person opens them: the portal keeps them harmless by serving them as attachments.
  it.each([
    ['a plain one', pdf()],
    ['one with blanks after its end', `${pdf()}\r\n\0\0\n`],
    ['one updated twice', `${pdf()}%PDF-1.7\nxref\n%%EOF\n`],
    ['an encrypted one', pdf('3 0 obj\n<< /Filter /Standard /V 5 >>\nendobj')],
    ['one with a script', pdf('3 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj')],
    ['one with an action at opening', pdf('3 0 obj\n<< /OpenAction << /S /Launch /F (cmd.exe) >> >>\nendobj')],
    ['one with a ZIP attached inside', pdf(zip('3 0 obj\nstream\n').toString('latin1'))],
    ['one behind a byte-order mark', Buffer.concat([Buffer.from('efbbbf', 'hex'), Buffer.from(pdf())])],
    ['one behind blanks and zeros', `\r\n\0\0 ${pdf()}`],
    ['one behind the lines of a printer', `\x1b%-12345X@PJL JOB NAME="Statuto"\r\n@PJL ENTER LANGUAGE=PDF\r\n${pdf()}`],
    ['one as far in as readers look', `${' '.repeat(1023)}${pdf()}`],
    ['one of a megabyte', pdf(`% ${'x'.repeat(1_000_000)}`)],
    [
      'one with metadata at its head',
      pdf().replace('%PDF-1.7\n', '%PDF-1.7\n%âãÏÓ\n0 0 obj\n<?xpacket begin="" id="W5M0"?><x:xmpmeta/>\nendobj\n'),
    ],
  ])('takes a PDF: %s', async (_what, content) => {
    await both(content, async upload =>
      expect(inspectUpload(upload, ['pdf'])).resolves.toEqual({ kind: 'pdf', mediaType: 'application/pdf', extension: '.pdf' }),
    );
  });

  it('says of a signed envelope what it is', async () => {
    for (const envelope of [signed(Buffer.from(pdf()), []), inBase64(signed(Buffer.from(pdf()), []))])
      await both(envelope, async upload => expect(inspectUpload(upload, ['pdf'])).rejects.toMatchObject({ code: 'file.firmato' }));
  });

  it('refuses everything when nothing is allowed', async () => {
    await expect(inspectUpload(Buffer.from(pdf()), [])).rejects.toBeInstanceOf(UploadRefused);
  });
});
