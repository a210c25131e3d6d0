import type { EntityManager } from 'typeorm';

/**
 * Addresses whose holder has said from there that they want our mails, or for which an office has: the rest get fixed words. $1 addresses,
 * lower case. A column that holds an address and is read nowhere here makes nobody known.
 */
const KNOWN = `
  SELECT a FROM unnest($1::text[]) AS a WHERE
    EXISTS (SELECT 1 FROM account c WHERE c.email = a AND c.email_confermata_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM ente e WHERE e.email_verificata = a AND e.email = e.email_verificata AND e.stato IN ('verificato', 'sospeso'))
    OR EXISTS (SELECT 1 FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
               WHERE r.email = a AND (r.consenso IN ('dato', 'ritirato') OR d.accettata_at IS NOT NULL))
    OR EXISTS (SELECT 1 FROM invitato i WHERE i.email = a)
    OR EXISTS (SELECT 1 FROM firmatario f WHERE f.email = a)
    OR EXISTS (SELECT 1 FROM contributo t WHERE t.autore_email = a AND (t.stato <> 'da_confermare' OR t.canale <> 'web'))
    OR EXISTS (SELECT 1 FROM seguito s WHERE s.indirizzo = a AND s.confermato_at IS NOT NULL)`;

/** @returns those of the addresses that are known, lower case */
export async function knownAddresses(db: EntityManager, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = [...new Set(addresses.map(address => address.toLowerCase()))];
  if (asked.length === 0) return new Set();
  const rows = await db.query<{ a: string }[]>(KNOWN, [asked]);
  return new Set(rows.map(row => row.a));
}
