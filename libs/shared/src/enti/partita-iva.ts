/** Partita IVA: 11 digits, the last one a Luhn check digit (DPR 633/1972, art. 35); null when it holds. */
export function checkPartitaIva(value: string): 'lunghezza' | 'caratteri' | 'carattere_di_controllo' | null {
  if (value.length !== 11) return 'lunghezza';
  if (!/^\d{11}$/.test(value)) return 'caratteri';
  const sum = Array.from(value, Number).reduce(
    (total, digit, i) => total + (i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
    0,
  );
  return sum % 10 === 0 && Number(value) > 0 ? null : 'carattere_di_controllo';
}
