import { randomInt } from 'node:crypto';

/** Crockford's: no letter that reads as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `CON-7K3M-9QXT`: 40 random bits, so few that asking for codes is limited; it opens nothing that is not public anyway. */
export function nuovoCodice(): string {
  const four = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `CON-${four()}-${four()}`;
}
