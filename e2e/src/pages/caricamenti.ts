import { expect, type Page } from '@playwright/test';
import { vai } from '../support/vai.js';

const ENTI = [
  'Denominazione',
  'Natura giuridica',
  'Codice fiscale',
  'Sede legale: indirizzo',
  'Sede legale: CAP',
  'Sede legale: comune',
  'Sede legale: provincia',
  'E-mail',
  'Telefono',
  'Legale rappresentante: nome',
  'Legale rappresentante: cognome',
  'Legale rappresentante: codice fiscale',
];

/** The eleventh digit of the fiscal code of an ente, as the Ministry of finance defines it (DM 23 December 1976). */
function ultimaCifra(dieci: string): number {
  const somma = [...dieci].reduce((s, c, i) => {
    const doppio = i % 2 === 1 ? Number(c) * 2 : Number(c);
    return s + (doppio > 9 ? doppio - 9 : doppio);
  }, 0);
  return (10 - (somma % 10)) % 10;
}

export const codiceFiscaleDi = (n: number): string => {
  const dieci = String(9_400_000_000 + n);
  return `${dieci}${ultimaCifra(dieci)}`;
};

/** A sheet of this many made-up enti, as an office keeps it; in the last one the telephone is missing. */
export function foglioEnti(quanti: number): string {
  const righe = Array.from({ length: quanti }, (_, i) => [
    `Associazione inventata ${i + 1} (prova)`,
    'Associazione non iscritta al RUNTS',
    codiceFiscaleDi(i),
    `Via del Racconto ${i + 1}`,
    '27100',
    'Pavia',
    'PV',
    `ente${i + 1}@inventati.invalid`,
    i === quanti - 1 ? '' : '0382 123456',
    'Prova',
    'Esempio',
    'RSSMRA85T10A562S',
  ]);
  return [ENTI, ...righe].map(riga => riga.join(';')).join('\r\n');
}

/** Sends a sheet and waits until what would happen is told. */
export async function simula(page: Page, area: string, tipo: string, nome: string, foglio: string): Promise<void> {
  await vai(page, `${area}/importare`);
  await page.getByRole('radio', { name: tipo }).check();
  await page.getByLabel('Il file').setInputFiles({ name: nome, mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${foglio}`) });
  await page.getByRole('button', { name: 'Guarda che cosa succederebbe' }).click();
  await expect(page.getByText('È solo una simulazione')).toBeVisible();
}

/** Writes what was simulated, and waits for the result. */
export async function scrivi(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Scrivi nel portale' }).click();
  await page.getByRole('dialog', { name: 'Scrivere nel portale?' }).getByRole('button', { name: 'Scrivi' }).click();
  await expect(page.getByText(/^\s*Eseguito \S/)).toBeVisible();
}
