import { expect, type Locator, type Page } from '@playwright/test';

/** A part of the working page, by its title. */
export const parte = (page: Page, nome: string): Locator => page.getByRole('region', { name: nome, exact: true });

/** Waits until a part says that it is saved. */
export const salvata = (page: Page, nome: string): Promise<void> => expect(parte(page, nome).getByText(/^\s*Salvato alle/)).toBeVisible();

/** A step that asks for nothing more than to be confirmed. */
export async function passo(page: Page, verbo: string, annuncio: string): Promise<void> {
  await page.getByRole('button', { name: verbo }).click();
  await page.getByRole('button', { name: verbo }).click();
  await expect(page.getByTestId('annuncio')).toHaveText(annuncio);
}

/** Writes down that the tavolo approved it: in the first verbale that is approved, under the punto made for that. */
export async function approva(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Registra l’approvazione' }).click();
  await page.getByRole('combobox', { name: 'Verbale in cui il tavolo lo ha approvato' }).selectOption({ index: 1 });
  await page.getByRole('combobox', { name: 'In quale parte del verbale' }).selectOption({ label: 'Approvazione degli elaborati' });
  await page.getByRole('combobox', { name: 'Decisione (facoltativa)' }).selectOption({ index: 1 });
  await page.getByRole('textbox', { name: 'Motivo dell’anticipo' }).fill('Il tavolo ha deciso di non aspettare la fine dei commenti.');
  await page.getByRole('button', { name: 'Registra l’approvazione' }).click();
  await expect(page.getByTestId('annuncio')).toHaveText('Approvazione registrata.');
}
