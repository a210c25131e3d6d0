/** Money is whole cents everywhere, never a fraction: a thousand million euro is more than any accordo holds. */
export const MAX_CENTESIMI = 100_000_000_000;

const IMPORTO = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/;

/** The cents of an amount written as Italians write it (`1.500,00`, `1500`, `€ 12,5`); null when it is no amount, or too large. */
export function leggiEuro(testo: string): number | null {
  const found = IMPORTO.exec(testo.replace(/[€\s]/gu, ''));
  if (found === null) return null;
  const [, interi = '', decimali = ''] = found;
  const centesimi = Number(interi.replaceAll('.', '')) * 100 + Number(decimali.padEnd(2, '0'));
  return centesimi <= MAX_CENTESIMI ? centesimi : null;
}

/** `1.500,00 €`, without ever dividing. */
export const formatEuro = (centesimi: number): string => `${scriviEuro(centesimi)} €`;

/** `1.500,00`: as it is written in a field or in a cell of a sheet. */
export function scriviEuro(centesimi: number): string {
  const digits = String(Math.abs(centesimi)).padStart(3, '0');
  return `${centesimi < 0 ? '-' : ''}${aMigliaia(digits.slice(0, -2))},${digits.slice(-2)}`;
}

/** `1500000` -> `1.500.000`. */
function aMigliaia(cifre: string): string {
  const gruppi: string[] = [];
  for (let fine = cifre.length; fine > 0; fine -= 3) gruppi.unshift(cifre.slice(Math.max(0, fine - 3), fine));
  return gruppi.join('.');
}
