import { type Ber, type Node, OID } from './ber.js';

const COMMON_NAME = '550403';
const SURNAME = '550404';
const GIVEN_NAME = '55042a';
const MAX = 80;

/** Strings of a certificate, by their tag: UTF-8, the printable ones, Latin and the old sixteen-bit one. */
const READ: Readonly<Record<number, (bytes: Buffer) => string>> = {
  0x0c: bytes => bytes.toString('utf8'),
  0x13: bytes => bytes.toString('latin1'),
  0x14: bytes => bytes.toString('latin1'),
  0x16: bytes => bytes.toString('latin1'),
  0x1e: bytes => utf16(bytes),
};

/** The name of a person in the subject of a certificate; null where there is none in plain words: cards carry codes in its place, which are not told. */
export function nameOf(ber: Ber, subject: Node): string | null {
  const found = new Map<string, string>();
  for (const set of ber.parts(subject)) {
    if (!set.constructed) continue;
    for (const attribute of ber.parts(set)) {
      const [type, value] = attribute.constructed ? ber.parts(attribute) : [];
      if (type?.tag !== OID || value === undefined) continue;
      found.set(ber.content(type).toString('hex'), plain(READ[value.tag]?.(ber.content(value)) ?? ''));
    }
  }
  const [given, surname, common] = [GIVEN_NAME, SURNAME, COMMON_NAME].map(type => found.get(type) ?? '');
  const name = given && surname ? `${given} ${surname}` : (common ?? '');
  return name === '' || /\d/.test(name) ? null : name;
}

/** On one line, without what is not seen, and no longer than a name is. */
const plain = (text: string): string =>
  text
    .slice(0, 4 * MAX)
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .normalize('NFC')
    .split(/\s/u)
    .filter(Boolean)
    .join(' ')
    .slice(0, MAX)
    .toWellFormed();

const utf16 = (bytes: Buffer): string =>
  Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
