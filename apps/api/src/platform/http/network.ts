import { isIP } from 'node:net';

/** Where an address is cut, narrow to wide. One line of a provider is a /64, a customer often a /56, a site at most a /48. */
const PREFIXES = { 4: [32, 24], 6: [64, 56, 48] } as const;
const BITS = { 4: 8, 6: 16 } as const;
/** The network of whoever has no address that we can read: all of them are one. */
const UNKNOWN = 'sconosciuta';

/**
 * The networks that `ip` stands in, narrow to wide, in CIDR notation: /32 and /24 of IPv4, /64, /56 and /48 of IPv6. Equal networks give
 * equal texts, however the address is written.
 */
export function networksOf(ip: string): readonly [string, ...string[]] {
  const { family, parts } = parse(ip);
  if (family === 0) return [UNKNOWN];
  return PREFIXES[family].map(prefix => cut(family, parts, prefix)) as [string, ...string[]];
}

/** The network that limits count by (/24, /64): enough to limit abuse, too little to follow a person. */
export function networkOf(ip: string): string {
  const networks = networksOf(ip);
  return (networks[0].includes(':') ? networks[0] : networks.at(-1)) ?? UNKNOWN;
}

/** `network` itself and the wider ones it stands in: a text that is no network stands in none. */
export function wideningOf(network: string): readonly [string, ...string[]] {
  const [address = '', prefix] = network.split('/', 2);
  const wider = networksOf(address).filter(other => Number(other.split('/')[1]) < Number(prefix));
  return [network, ...wider];
}

/** What a log may say of an address (/24, /48): a place, not a person. */
export const networkForLog = (ip: string): string => networksOf(ip).at(-1) ?? UNKNOWN;

interface Parsed {
  readonly family: 0 | 4 | 6;
  readonly parts: readonly number[];
}

function parse(written: string): Parsed {
  const ip = written.length > 60 ? '' : (written.split('%', 1)[0] ?? '');
  const family = isIP(ip);
  if (family === 4) return { family, parts: ip.split('.').map(Number) };
  return family === 6 ? mapped(groups(ip)) : { family: 0, parts: [] };
}

/** The eight groups of an IPv6 address, `::` written out. */
function groups(ip: string): number[] {
  const [before = '', after] = ip.split('::');
  const [head, tail] = [before, after ?? ''].map(half =>
    half
      .split(':')
      .filter(group => group !== '')
      .flatMap(sixteenBits),
  ) as [number[], number[]];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function sixteenBits(group: string): number[] {
  if (!group.includes('.')) return [Number.parseInt(group, 16)];
  const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
}

/** An IPv4 address that arrived over an IPv6 socket is that IPv4 address. */
function mapped(parts: readonly number[]): Parsed {
  const [high = 0, low = 0] = parts.slice(6);
  if (!parts.slice(0, 5).every(group => group === 0) || parts[5] !== 0xffff) return { family: 6, parts };
  return { family: 4, parts: [high >> 8, high & 255, low >> 8, low & 255] };
}

function cut(family: 4 | 6, parts: readonly number[], prefix: number): string {
  const size = BITS[family];
  const kept = parts.map((part, i) => {
    const bits = Math.max(0, Math.min(size, prefix - i * size));
    return (part >> (size - bits)) << (size - bits);
  });
  if (family === 4) return `${kept.join('.')}/${prefix}`;
  return `${kept
    .slice(0, 4)
    .map(group => group.toString(16))
    .join(':')}::/${prefix}`;
}
