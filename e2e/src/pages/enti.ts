import type { Page } from '@playwright/test';

/** Fills the form of a new ente, a volunteers' organization. */
export async function compilaEnte(page: Page, ente: { denominazione: string; codiceFiscale: string; email: string }): Promise<void> {
  await page.getByLabel('Denominazione').fill(ente.denominazione);
  await page.getByLabel('Natura giuridica').selectOption({ label: 'Organizzazione di volontariato (ODV)' });
  await page.getByLabel('Codice fiscale dell’ente').fill(ente.codiceFiscale);
  await page.getByLabel('Numero di repertorio del RUNTS').fill('12345');
  const sede = page.getByRole('group', { name: 'Sede legale' });
  await sede.getByLabel('Via e numero civico').fill('Via del Racconto 1');
  await sede.getByLabel('CAP').fill('87064');
  await sede.getByLabel('Comune').fill('Corigliano-Rossano');
  await sede.getByLabel('Provincia').fill('cs');
  await page.getByLabel('E-mail dell’ente').fill(ente.email);
  await page.getByLabel('Telefono').fill('0983 123456');
  const legale = page.getByRole('group', { name: 'Legale rappresentante' });
  await legale.getByLabel('Nome', { exact: false }).first().fill('Lia');
  await legale.getByLabel('Cognome').fill('Racconti');
  await legale.getByLabel('Codice fiscale della persona').fill('RSSMRA85T10A562S');
  await page.getByLabel(/Dichiaro di poter agire/).check();
  await page.getByLabel(/Ho letto l’informativa/).check();
}
