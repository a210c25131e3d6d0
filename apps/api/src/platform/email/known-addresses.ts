import type { EntityManager } from 'typeorm';

/** Injection token: SQL conditions on an address `a`, lower case, any of which makes its holder known (`known-addresses.ts` of the product). */
export const KNOWN = Symbol('KNOWN');

/**
 * Addresses whose holder has said from there that they want our mails, or for which an office has: the rest get fixed words.
 * @returns those of the addresses that are known, lower case
 */
export async function knownAddresses(
  db: EntityManager,
  conditions: readonly string[],
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = [...new Set(addresses.map(address => address.toLowerCase()))];
  if (asked.length === 0 || conditions.length === 0) return new Set();
  const rows = await db.query<{ a: string }[]>(`SELECT a FROM unnest($1::text[]) AS a WHERE ${conditions.join('\n OR ')}`, [asked]);
  return new Set(rows.map(row => row.a));
}
