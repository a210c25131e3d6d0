/** Makes signed envelopes (.p7m) for tests: no signature in them is real, and their certificates hold what a reader looks at. */

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};
/** Of a length that is not told: two zeros end it. */
const ber = (tag: number, ...parts: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.alloc(2)]);

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.from(length.toString(16).padStart(8, '0'), 'hex');
  const from = bytes.findIndex(byte => byte !== 0);
  return Buffer.concat([Buffer.from([0x80 | (4 - from)]), bytes.subarray(from)]);
}

const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const integer = (n: number): Buffer => der(0x02, Buffer.from([n]));
const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
const attribute = (type: string, text: string): Buffer => der(0x31, der(0x30, oid(type), utf8(text)));
const DATA = oid('2a864886f70d010701');
const SIGNED_DATA = oid('2a864886f70d010702');
const SHA256 = der(0x30, oid('608648016503040201'), der(0x05));

export interface Signer {
  readonly nome?: string;
  readonly cognome?: string;
  /** The common name: what is told where there are no name and surname. */
  readonly cn?: string;
}

const ISSUER = der(0x30, attribute('550403', 'Autorità di prova'));

const certificate = (serial: number, { nome, cognome, cn }: Signer): Buffer =>
  der(
    0x30,
    der(
      0x30,
      der(0xa0, integer(2)),
      integer(serial),
      SHA256,
      ISSUER,
      der(0x30),
      der(
        0x30,
        ...(cn === undefined ? [] : [attribute('550403', cn)]),
        ...(cognome === undefined ? [] : [attribute('550404', cognome)]),
        ...(nome === undefined ? [] : [attribute('55042a', nome)]),
      ),
      der(0x30),
    ),
    SHA256,
    der(0x03, Buffer.alloc(3)),
  );

const info = (serial: number): Buffer =>
  der(0x30, integer(1), der(0x30, ISSUER, integer(serial)), SHA256, SHA256, der(0x04, Buffer.alloc(4)));

export interface Form {
  /** As programs write that sign while they read: no length, the document in pieces. */
  readonly pieces?: number;
  /** The signature stands apart. */
  readonly detached?: boolean;
}

/** `content` in an envelope that these people signed. */
export function signed(content: Buffer, signers: readonly Signer[], { pieces, detached = false }: Form = {}): Buffer {
  const wrap = pieces === undefined ? der : ber;
  const document = pieces === undefined ? der(0x04, content) : ber(0x24, Buffer.concat(cut(content, pieces)));
  return wrap(
    0x30,
    SIGNED_DATA,
    wrap(
      0xa0,
      wrap(
        0x30,
        integer(1),
        der(0x31, SHA256),
        wrap(0x30, DATA, ...(detached ? [] : [wrap(0xa0, document)])),
        der(0xa0, ...signers.map((signer, i) => certificate(i + 1, signer)), certificate(99, { cn: 'Autorità intermedia' })),
        der(0x31, ...signers.map((_, i) => info(i + 1))),
      ),
    ),
  );
}

function cut(content: Buffer, size: number): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += size) pieces.push(der(0x04, content.subarray(at, at + size)));
  return pieces;
}

const lines = (bytes: Buffer): string =>
  bytes
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n') ?? '';

export const inBase64 = (bytes: Buffer): Buffer => Buffer.from(`${lines(bytes)}\n`);
export const inPem = (bytes: Buffer): Buffer => Buffer.from(`-----BEGIN PKCS7-----\n${lines(bytes)}\n-----END PKCS7-----\n`);
