import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { illeggibile } from './foglio.js';

const inflate = promisify(inflateRaw);
/** Parts of a workbook: an honest one has a few dozen. */
const PARTI = 2000;
/** What all the parts that are read may be, unpacked: bytes. A small file that unpacks to more is refused while it unpacks. */
export const BYTES_APERTI = 32 * 1024 * 1024;
const DIRECTORY = 0x0605_4b50;

interface Parte {
  readonly metodo: number;
  readonly crc: number;
  readonly bytes: number;
  readonly da: number;
}

const ROTTO = 'Il file è danneggiato o protetto da una password: aprilo, salvalo di nuovo e riprova.';

/** An archive in memory, opened part by part and never as a whole. PKWARE APPNOTE 4.3, without ZIP64 and encryption. */
export class Archivio {
  private aperti = 0;
  private readonly parti = new Map<string, Parte>();

  /** @throws ProblemError `caricamento.illeggibile` */
  constructor(private readonly bytes: Buffer) {
    const fine = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    if (fine === -1 || fine + 22 > bytes.length || bytes.readUInt32LE(fine) !== DIRECTORY) throw illeggibile(ROTTO);
    const quante = bytes.readUInt16LE(fine + 10);
    if (quante > PARTI) throw illeggibile(ROTTO);
    let at = bytes.readUInt32LE(fine + 16);
    for (let n = 0; n < quante; n += 1) at = this.voce(at);
  }

  private voce(at: number): number {
    const { bytes } = this;
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x0201_4b50 || (bytes.readUInt16LE(at + 8) & 1) !== 0)
      throw illeggibile(ROTTO);
    const lungo = bytes.readUInt16LE(at + 28);
    this.parti.set(bytes.toString('utf8', at + 46, at + 46 + lungo), {
      metodo: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      bytes: bytes.readUInt32LE(at + 20),
      da: bytes.readUInt32LE(at + 42),
    });
    return at + 46 + lungo + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }

  ha(nome: string): boolean {
    return this.parti.has(nome);
  }

  /** The bytes of a part; null where there is none. @throws ProblemError `caricamento.illeggibile` for what is broken or unpacks to too much */
  async apri(nome: string): Promise<Buffer | null> {
    const parte = this.parti.get(nome);
    if (parte === undefined) return null;
    const { bytes } = this;
    if (parte.da + 30 > bytes.length) throw illeggibile(ROTTO);
    const da = parte.da + 30 + bytes.readUInt16LE(parte.da + 26) + bytes.readUInt16LE(parte.da + 28);
    const dentro = bytes.subarray(da, da + parte.bytes);
    const aperto = parte.metodo === 0 ? dentro : await this.gonfia(dentro, parte.metodo);
    this.aperti += aperto.length;
    if (this.aperti > BYTES_APERTI) throw illeggibile('Il file, una volta aperto, è troppo grande: dividilo in più file.');
    if (crc32(aperto) !== parte.crc) throw illeggibile(ROTTO);
    return aperto;
  }

  private gonfia(dentro: Buffer, metodo: number): Promise<Buffer> {
    if (metodo !== 8) throw illeggibile(ROTTO);
    return inflate(dentro, { maxOutputLength: Math.max(1, BYTES_APERTI - this.aperti) }).catch((error: unknown) => {
      const troppo = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
      throw illeggibile(troppo ? 'Il file, una volta aperto, è troppo grande: dividilo in più file.' : ROTTO);
    });
  }
}
