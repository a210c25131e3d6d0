import { crc32, deflateRawSync } from 'node:zlib';
import { JPEG_CON_LUOGO, PNG_CON_LUOGO } from './pictures.js';

const pdf = (body = ''): string =>
  `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${body}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`;
const object = (body: string): string => `3 0 obj\n<< ${body} >>\nendobj`;

const EMPTY = deflateRawSync(Buffer.alloc(0));

interface Entry {
  readonly name: string;
  readonly content?: Buffer;
  /** Unix mode in the high half of the external attributes: a link, for one. */
  readonly mode?: number;
}

/** An archive of these entries, as any program would make it. */
export function archive(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = Buffer.alloc(0), mode = 0 } of entries) {
    const [data, label] = [content.length === 0 ? EMPTY : deflateRawSync(content), Buffer.from(name)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    local.copy(entry, 10, 8, 30);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, label, data);
    directory.push(entry, label);
    offset += local.length + label.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const nested = (levels: number): Buffer =>
  levels === 0
    ? archive([{ name: 'fondo.txt', content: Buffer.from('fondo') }])
    : archive([{ name: `${levels}.zip`, content: nested(levels - 1) }]);
const word = (...entries: Entry[]): Buffer =>
  archive([
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
    { name: 'word/document.xml', content: Buffer.from('<w:document/>') },
    ...entries,
  ]);

/** A PNG that says it is as wide and as high as nobody's. */
function hugePng(): Buffer {
  const huge = Buffer.from(PNG_CON_LUOGO);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  return huge;
}

export interface Hostile {
  readonly name: string;
  readonly content: () => Buffer;
}
const of = (name: string, content: string | (() => Buffer)): Hostile => ({
  name,
  content: () => (typeof content === 'string' ? Buffer.from(content, 'latin1') : content()),
});

const HTML = '<!DOCTYPE html><script>alert(document.cookie)</script>';

/** What must be refused whatever its name says. */
export const REFUSED_UPLOADS: readonly Hostile[] = [
  of('pagina.pdf', HTML),
  of('pagina.png', HTML),
  of('pagina.jpg', HTML),
  of('statuto.pdf.html', HTML),
  of('disegno.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  of('estraneo.svg', '<?xml version="1.0"?><svg><foreignObject><body xmlns="x"/></foreignObject></svg>'),
  of('rimando.svg', '<svg><use xlink:href="data:image/svg+xml;base64,AAAA"/></svg>'),
  of('gif-e-archivio.pdf', () => Buffer.concat([Buffer.from('GIF89a'), archive([{ name: 'a.class' }])])),
  of('pdf-e-zip.pdf', () => Buffer.concat([Buffer.from(pdf()), archive([{ name: 'a.class' }])])),
  of('html-e-pdf.pdf', `${HTML}\n${pdf()}`),
  of('script-in-testa.pdf', pdf().replace('%PDF-1.7\n', `%PDF-1.7\n${HTML}\n`)),
  of('coda.pdf', `${pdf()}${HTML}`),
  of('macro.docx', () => word({ name: 'word/vbaProject.bin', content: Buffer.from('VBA') })),
  of('modello.docx', () =>
    word({
      name: 'word/_rels/settings.xml.rels',
      content: Buffer.from('<Relationship Target="http://altrove.test/t.dotm" TargetMode="External"/>'),
    }),
  ),
  of('dde.xlsx', () => archive([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from("<f>cmd|' /C calc'!A0</f>") }])),
  of('bomba.zip', () => archive([{ name: 'zeri', content: Buffer.alloc(40_000_000) }])),
  of('bomba.pdf', () => Buffer.concat([Buffer.from(pdf()), archive([{ name: 'zeri', content: Buffer.alloc(40_000_000) }])])),
  of('matrioska.zip', () => nested(10)),
  of('centomila.zip', () => archive(Array.from({ length: 100_000 }, (_, i) => ({ name: String(i) })))),
  of('legame.zip', () => archive([{ name: 'passwd', content: Buffer.from('/etc/passwd'), mode: 0o120777 }])),
  of('fuga.zip', () => archive([{ name: '../../../../etc/cron.d/x', content: Buffer.from('* * * * *') }])),
  of('vuoto.pdf', ''),
  of('un-byte.pdf', '%'),
  of('tagliato.pdf', pdf().slice(0, 60)),
  of('virus.pdf', 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
  of('programma.pdf', 'MZ\x90\x00\x03'),
  of('programma.png', '\x7fELF\x02\x01'),
  of('sessantamila.png', hugePng),
  of('tagliata.jpg', () => JPEG_CON_LUOGO.subarray(0, 40)),
  of('tagliata.png', () => PNG_CON_LUOGO.subarray(0, 30)),
  of('gif.jpg', 'GIF89a\x01\x00\x01\x00'),
];

/** PDFs as the standard allows, that do things in the hands of who opens them: they leave the portal only to be saved. */
export const NEUTRALISED_UPLOADS: readonly Hostile[] = [
  of('script.pdf', pdf(object('/S /JavaScript /JS (app.alert\\(1\\))'))),
  of('apertura.pdf', pdf(object('/OpenAction << /S /URI /URI (http://altrove.test) >>'))),
  of('avvio.pdf', pdf(object('/S /Launch /F (cmd.exe)'))),
  of('allegato.pdf', pdf(object('/Type /EmbeddedFile /Length 3'))),
  of('cifrato.pdf', pdf(object('/Filter /Standard /V 5'))),
  of('modulo.pdf', pdf(object('/AcroForm << /XFA 4 0 R >>'))),
];

/** A picture and a page in one: the page is cut off before anything is kept. */
export const PNG_WITH_PAGE = Buffer.concat([PNG_CON_LUOGO, Buffer.from(HTML)]);

/** Names that break out of folders, headers or the sight of people. */
export const HOSTILE_NAMES: readonly string[] = [
  '../../etc/passwd',
  'C:\\windows\\system32\\cmd.exe',
  'a%00b.pdf',
  `${'a'.repeat(300)}.pdf`,
  'CON',
  '‮gnp.exe',
  'Citta\u0300.pdf',
  'Citt\u00e0.pdf',
  'a%0D%0ASet-Cookie: x=1.pdf',
  '.htaccess',
  'statuto.pdf.exe',
  '%22%3E%3Cscript%3E.pdf',
];

export const HARMLESS_PDF = Buffer.from(pdf());
