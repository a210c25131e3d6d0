/** Length of an IBAN by country (SEPA area, and where people who live in Italy send money). */
export const LUNGHEZZE_IBAN: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GE22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 ' +
    'LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PK24 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20'
  )
    .split(' ')
    .map(voce => [voce.slice(0, 2), Number(voce.slice(2))]),
);

/** ISO 13616: the first four characters go last, letters count from 10, and the whole leaves 1 when divided by 97. */
export function ibanValido(scritto: string): boolean {
  const iban = scritto.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (iban.length !== LUNGHEZZE_IBAN.get(iban.slice(0, 2))) return false;
  let resto = 0;
  for (const c of iban.slice(4) + iban.slice(0, 4)) {
    const valore = Number.parseInt(c, 36);
    resto = (resto * (valore > 9 ? 100 : 10) + valore) % 97;
  }
  return resto === 1;
}
