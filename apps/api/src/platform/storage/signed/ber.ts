/** What is no BER, or more of it than anybody's signature needs. */
export class Malformed extends Error {}

/** Deeper than any signed file is; a file that nests more was made to harm. */
const DEPTH = 24;
/** Programs that sign while they read cut a document in pieces of a kilobyte. */
const NODES = 500_000;

/** An element: what it is and where its content lies. */
export interface Node {
  /** The identifier octet, without the bit that says «made of others». */
  readonly tag: number;
  readonly constructed: boolean;
  readonly from: number;
  readonly to: number;
  /** Where the next one begins. */
  readonly next: number;
  readonly depth: number;
}

export const INTEGER = 0x02;
export const OCTET_STRING = 0x04;
export const OID = 0x06;
export const SEQUENCE = 0x10;
export const SET = 0x11;
/** `[n]` of its context. */
export const context = (n: number): number => 0x80 | n;

/** Reads BER, of which DER is the strict half. Work is bounded whatever the bytes: so many elements in all, so deep and no deeper. */
export class Ber {
  private left = NODES;

  constructor(readonly bytes: Buffer) {}

  root(): Node {
    return this.at(0, this.bytes.length, 0);
  }

  /** Its parts, in order. @throws Malformed */
  parts(of: Node): Node[] {
    if (!of.constructed) throw new Malformed('no parts');
    const parts: Node[] = [];
    for (let at = of.from; at < of.to; at = parts.at(-1)?.next ?? of.to) parts.push(this.at(at, of.to, of.depth + 1));
    return parts;
  }

  /** The bytes of a part, as they are written. */
  content(of: Node): Buffer {
    return this.bytes.subarray(of.from, of.to);
  }

  /** A string of bytes, put together again where it was cut in pieces. @throws Malformed */
  octets(of: Node): Buffer {
    if (!of.constructed) return this.content(of);
    return Buffer.concat(this.parts(of).map(part => (part.tag === OCTET_STRING ? this.octets(part) : refuse('a piece of another kind'))));
  }

  private at(start: number, end: number, depth: number): Node {
    this.left -= 1;
    if (this.left < 0 || depth > DEPTH) throw new Malformed('too much of it');
    const identifier = this.byte(start, end);
    if ((identifier & 0x1f) === 0x1f) throw new Malformed('a long tag');
    const [tag, constructed] = [identifier & 0xdf, (identifier & 0x20) !== 0];
    const first = this.byte(start + 1, end);
    if (first === 0x80) return constructed ? this.unended(start, end, depth, tag) : refuse('a primitive without a length');
    const bytes = first < 0x80 ? 0 : first & 0x7f;
    if (bytes > 4) throw new Malformed('a huge length');
    const from = start + 2 + bytes;
    if (from > end) throw new Malformed('cut short');
    const length = bytes === 0 ? first : this.bytes.readUIntBE(start + 2, bytes);
    if (length > end - from) throw new Malformed('cut short');
    return { tag, constructed, from, to: from + length, next: from + length, depth };
  }

  /** Of a length that its end alone tells: two zeros after its last part. */
  private unended(start: number, end: number, depth: number, tag: number): Node {
    const from = start + 2;
    let to = from;
    while (this.byte(to, end) !== 0 || this.byte(to + 1, end) !== 0) to = this.at(to, end, depth + 1).next;
    return { tag, constructed: true, from, to, next: to + 2, depth };
  }

  private byte(at: number, end: number): number {
    const byte = at < end ? this.bytes[at] : undefined;
    return byte ?? refuse('cut short');
  }
}

function refuse(why: string): never {
  throw new Malformed(why);
}
