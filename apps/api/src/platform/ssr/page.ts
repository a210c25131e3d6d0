import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Headers } from '../http/security-headers.js';

export type Encoding = 'br' | 'gzip' | 'identity';
export type Audience = 'anonymous' | 'signed-in';

const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;
/** A signed-in person's browser must keep no copy: what it shows next to the page is theirs. */
const CACHING: Readonly<Record<Audience, string>> = {
  anonymous: 'public, max-age=0, must-revalidate',
  'signed-in': 'private, no-store',
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

interface Variant {
  readonly body: Buffer;
  /** Names and values in turn, as `writeHead` takes them fastest. */
  readonly headers: Readonly<Record<Audience, readonly string[]>>;
}

/** An answer ready to be written: the same bytes for everyone. */
export interface Page {
  readonly status: number;
  readonly etag: string;
  readonly variants: Readonly<Partial<Record<Encoding, Variant>> & { identity: Variant }>;
  /** Headers of a 304. */
  readonly unchanged: readonly string[];
  readonly bytes: number;
}

export interface Rendered {
  readonly status: number;
  readonly html: string;
  /** `text/html` unless it says otherwise. */
  readonly type?: string;
  /** Where to go instead, for a redirection. */
  readonly location: string | null;
}

/** @param encodings worth making besides the bytes themselves: none for what is sent once */
export async function toPage(rendered: Rendered, security: Headers, encodings: readonly Encoding[]): Promise<Page> {
  const identity = Buffer.from(rendered.html);
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  const shared = {
    ...security,
    ETag: etag,
    Vary: 'Accept-Encoding',
    ...(rendered.location === null ? {} : { Location: rendered.location }),
  };
  const bodies = await compress(identity, encodings);
  const variants = Object.fromEntries(
    bodies.map(([encoding, body]) => [
      encoding,
      variant({ 'Content-Type': rendered.type ?? 'text/html; charset=utf-8', ...shared }, encoding, body),
    ]),
  ) as Page['variants'];
  const bytes = bodies.reduce((sum, [, body]) => sum + body.length, 0);
  return { status: rendered.status, etag, variants, unchanged: flat({ ...shared, 'Cache-Control': CACHING.anonymous }), bytes };
}

async function compress(identity: Buffer, encodings: readonly Encoding[]): Promise<(readonly [Encoding, Buffer])[]> {
  const wanted = identity.length < 1000 ? [] : encodings;
  return [
    ['identity', identity],
    ...(await Promise.all(wanted.map(async encoding => [encoding, await COMPRESS[encoding](identity)] as const))),
  ];
}

const COMPRESS: Readonly<Record<Encoding, (identity: Buffer) => Promise<Buffer>>> = {
  br: identity =>
    brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length } }),
  gzip: identity => zip(identity, { level: GZIP_LEVEL }),
  identity: identity => Promise.resolve(identity),
};

function variant(shared: Headers, encoding: Encoding, body: Buffer): Variant {
  const own = {
    ...shared,
    'Content-Length': String(body.length),
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  };
  const headers = (audience: Audience): string[] => flat({ ...own, 'Cache-Control': CACHING[audience] });
  return { body, headers: { anonymous: headers('anonymous'), 'signed-in': headers('signed-in') } };
}

const flat = (headers: Headers): string[] => Object.entries(headers).flat();

const REMEMBERED = 200;
/** No client sends more; whoever does gets what every client can read. */
const LONGEST_HEADER = 200;
const MOST_ENCODINGS = 20;
const chosen = new Map<string, Encoding>();

/** The best encoding a client takes, by its `Accept-Encoding`; browsers send a handful of different ones. */
export function encodingFor(header: string | undefined): Encoding {
  if (header === undefined || header.length > LONGEST_HEADER) return 'identity';
  const known = chosen.get(header);
  if (known !== undefined) return known;
  const accepted = new Set(header.toLowerCase().split(',', MOST_ENCODINGS).map(acceptedName));
  const encoding = accepted.has('br') ? 'br' : accepted.has('gzip') ? 'gzip' : 'identity';
  if (chosen.size < REMEMBERED) chosen.set(header, encoding);
  return encoding;
}

/** `br;q=0.5` -> `br`; null for what is refused (`br;q=0`). */
function acceptedName(part: string): string | null {
  const [name = '', ...parameters] = part.split(';', 4).map(text => text.trim());
  return parameters.some(parameter => parameter.startsWith('q=') && Number(parameter.slice(2)) === 0) ? null : name;
}
