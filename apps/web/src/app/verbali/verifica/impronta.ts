/** Where the browser gives no way to compute it: on plain http, above all. */
export class ImprontaImpossibile extends Error {}

export const IMPRONTA = /^[0-9a-f]{64}$/;

/** As people copy it: with spaces, line ends or capital letters. */
export const leggiImpronta = (scritta: string): string => scritta.replace(/\s+/g, '').toLowerCase();

/** The SHA-256 of a file, in hexadecimal: computed here, so that the file goes nowhere. @throws ImprontaImpossibile */
export async function improntaDi(file: Blob): Promise<string> {
  // Typed as always there; on plain http it is not.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) throw new ImprontaImpossibile();
  const digest = await subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
