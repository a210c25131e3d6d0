import { Ber, context, Malformed, type Node, OCTET_STRING, OID, SEQUENCE, SET } from './ber.js';
import { ofText } from './text-form.js';
import { nameOf } from './names.js';

/** What a signed envelope (CAdES, RFC 5652 `SignedData`) holds, and who signed it as it says itself: nothing is verified. */
export interface Envelope {
  /** Null where the signature stands apart from its document. */
  readonly content: Buffer | null;
  readonly signers: readonly string[];
}

/** Envelopes around one another: whoever countersigns adds one. */
export const LEVELS = 5;
const SIGNERS = 20;
const SIGNED_DATA = Buffer.from('2a864886f70d010702', 'hex');
const HEAD = 2048;
/** How far into a file its kind is written. */
const KIND = 24;

/** Whether it begins as an envelope does, by its first bytes; as text too. */
export function looksSigned(head: Buffer): boolean {
  const start = head.subarray(0, HEAD);
  const bytes = ofText(start) ?? start;
  return bytes[0] === 0x30 && bytes.subarray(0, KIND).includes(SIGNED_DATA);
}

/** @returns null where it is no envelope that can be read */
export function openEnvelope(bytes: Buffer): Envelope | null {
  if (!looksSigned(bytes)) return null;
  try {
    return read(new Ber(ofText(bytes) ?? bytes));
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** The document in the innermost envelope, how many there were and who signed, outermost first. @returns null where one of them cannot be read */
export function openAll(
  bytes: Buffer,
): { readonly content: Buffer | null; readonly levels: number; readonly signers: readonly string[] } | null {
  const signers = new Set<string>();
  let content: Buffer | null = bytes;
  let levels = 0;
  while (content !== null && looksSigned(content)) {
    const envelope: Envelope | null = levels < LEVELS ? openEnvelope(content) : null;
    if (envelope === null) return null;
    for (const signer of envelope.signers) signers.add(signer);
    content = envelope.content;
    levels += 1;
  }
  return levels === 0 ? null : { content, levels, signers: [...signers].slice(0, SIGNERS) };
}

function read(ber: Ber): Envelope {
  const [kind, wrapped] = ber.parts(expect(ber.root(), SEQUENCE));
  if (!ber.content(expect(kind, OID)).equals(SIGNED_DATA)) throw new Malformed('another kind of envelope');
  const [signed] = ber.parts(expect(wrapped, context(0)));
  // version, digestAlgorithms, encapContentInfo, [0] certificates, [1] crls, signerInfos
  const [, , inner, ...rest] = ber.parts(expect(signed, SEQUENCE));
  const [, holder] = ber.parts(expect(inner, SEQUENCE));
  const certificates = rest.find(part => part.tag === context(0));
  return {
    content: holder === undefined ? null : contentOf(ber, holder),
    signers: signersOf(
      ber,
      certificates,
      rest.findLast(part => part.tag === SET),
    ),
  };
}

function contentOf(ber: Ber, holder: Node): Buffer {
  const [octets] = ber.parts(expect(holder, context(0)));
  return ber.octets(expect(octets, OCTET_STRING));
}

/** Names of the certificates that the signatures point at. A signature whose certificate is not there, or has no plain name, tells no name. */
function signersOf(ber: Ber, certificates: Node | undefined, infos: Node | undefined): string[] {
  if (certificates === undefined || infos === undefined) return [];
  const names = new Map(
    ber
      .parts(certificates)
      .filter(part => part.tag === SEQUENCE)
      .map(certificate => certified(ber, certificate)),
  );
  return ber
    .parts(infos)
    .map(info => names.get(pointed(ber, info)) ?? null)
    .filter(name => name !== null);
}

/** Which certificate, by issuer and number, and whose: tbs [0]version, serial, algorithm, issuer, validity, subject. */
function certified(ber: Ber, certificate: Node): [which: string, name: string | null] {
  const [tbs] = ber.parts(certificate);
  const fields = ber.parts(expect(tbs, SEQUENCE));
  const [serial, , issuer, , subject] = fields[0]?.tag === context(0) ? fields.slice(1) : fields;
  return [key(ber, issuer, serial), nameOf(ber, expect(subject, SEQUENCE))];
}

/** Which certificate a signature points at: version, then issuer and number. One that points otherwise names nobody here. */
function pointed(ber: Ber, info: Node): string {
  const [, sid] = ber.parts(info);
  if (sid?.tag !== SEQUENCE) return '';
  const [issuer, serial] = ber.parts(sid);
  return key(ber, issuer, serial);
}

const key = (ber: Ber, issuer: Node | undefined, serial: Node | undefined): string =>
  issuer === undefined || serial === undefined ? '?' : `${ber.content(issuer).toString('hex')} ${ber.content(serial).toString('hex')}`;

function expect(node: Node | undefined, tag: number): Node {
  if (node?.tag !== tag) throw new Malformed('another element');
  return node;
}
