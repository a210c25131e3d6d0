import { crc32 } from 'node:zlib';

/** A file to go into an archive: read twice, first to be measured. */
export interface VoceZip {
  readonly percorso: string;
  /** Must give the same bytes each time. */
  readonly apri: () => Promise<AsyncIterable<Buffer>>;
}

interface Misura {
  readonly nome: Buffer;
  readonly crc: number;
  readonly bytes: number;
  readonly offset: number;
}

/** 1 January 1980, 00:00: the first instant that a ZIP can name. The real dates stand in the manifest. */
const DOS_DATE = 0x0021;
const MAX = 0xffff_ffff;

/**
 * A ZIP archive as a stream of its bytes, entries in the order of their paths, not compressed (PDFs hardly shrink), with fixed dates:
 * the same files give the same bytes. PKWARE APPNOTE 4.3, without ZIP64.
 * @throws Error beyond 4 GiB or 65,535 files
 */
export async function* zip(voci: readonly VoceZip[]): AsyncGenerator<Buffer> {
  const ordinate = voci.toSorted((a, b) => (a.percorso < b.percorso ? -1 : a.percorso > b.percorso ? 1 : 0));
  const scritte: Misura[] = [];
  let offset = 0;
  for (const voce of ordinate) {
    const m: Misura = { nome: Buffer.from(voce.percorso), ...(await misura(voce)), offset };
    yield Buffer.concat([intestazione(0x04034b50, m, false), m.nome]);
    for await (const pezzo of await voce.apri()) yield pezzo;
    offset += 30 + m.nome.length + m.bytes;
    if (offset > MAX) throw new Error('The archive is larger than 4 GiB.');
    scritte.push(m);
  }
  const indice = scritte.map(m => Buffer.concat([intestazione(0x02014b50, m, true), m.nome]));
  yield* indice;
  yield fine(
    scritte.length,
    indice.reduce((n, b) => n + b.length, 0),
    offset,
  );
}

async function misura(voce: VoceZip): Promise<{ crc: number; bytes: number }> {
  let [crc, bytes] = [0, 0];
  for await (const pezzo of await voce.apri()) {
    crc = crc32(pezzo, crc);
    bytes += pezzo.length;
  }
  return { crc, bytes };
}

/** Of a local file (30 bytes) or of its line in the directory (46 bytes), before the name. */
function intestazione(firma: number, m: Misura, nellIndice: boolean): Buffer {
  const b = Buffer.alloc(nellIndice ? 46 : 30);
  b.writeUInt32LE(firma, 0);
  let at = 4;
  if (nellIndice) at = b.writeUInt16LE(20, at); // made by: MS-DOS attributes, version 2.0
  at = b.writeUInt16LE(20, at);
  at = b.writeUInt16LE(0x0800, at); // names are UTF-8
  at = b.writeUInt16LE(0, at); // stored
  at = b.writeUInt16LE(0, at);
  at = b.writeUInt16LE(DOS_DATE, at);
  at = b.writeUInt32LE(m.crc, at);
  at = b.writeUInt32LE(m.bytes, at);
  at = b.writeUInt32LE(m.bytes, at);
  b.writeUInt16LE(m.nome.length, at);
  if (nellIndice) b.writeUInt32LE(m.offset, 42);
  return b;
}

function fine(voci: number, indice: number, offset: number): Buffer {
  if (voci > 0xffff) throw new Error('An archive holds at most 65,535 files.');
  const b = Buffer.alloc(22);
  b.writeUInt32LE(0x06054b50, 0);
  b.writeUInt16LE(voci, 8);
  b.writeUInt16LE(voci, 10);
  b.writeUInt32LE(indice, 12);
  b.writeUInt32LE(offset, 16);
  return b;
}

export const inMemoria = (content: Buffer) => (): Promise<AsyncIterable<Buffer>> =>
  Promise.resolve(
    (async function* () {
      yield content;
      await Promise.resolve();
    })(),
  );
