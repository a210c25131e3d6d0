import type { Locator } from '@playwright/test';

/** `YYYY-MM-DD` of the day this many days from today. */
export const tra = (giorni: number): string => new Date(Date.now() + giorni * 86_400_000).toISOString().slice(0, 10);

/** Fills the two fields of a moment. `data`: `YYYY-MM-DD`; `ora`: `HH:mm`, in Rome. */
export async function quando(dove: Locator, data: string, ora: string): Promise<void> {
  await dove.getByRole('textbox', { name: 'Data' }).fill(data);
  await dove.getByRole('textbox', { name: 'Ora' }).fill(ora);
}

const ROMA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' });
const MINUTO = 60_000;

/** A moment of today in Rome that is about to come; in the last minutes of the day it waits for the next, since an incontro opens on its own day. */
export async function adesso(): Promise<{ data: string; ora: string; istante: string }> {
  const oggi = () => ROMA.format(Date.now()).slice(0, 10);
  while (ROMA.format(Date.now() + 10 * MINUTO).slice(0, 10) !== oggi()) await new Promise(resolve => setTimeout(resolve, MINUTO / 2));
  const poi = new Date(Date.now() + 10 * MINUTO);
  const [data = '', ora = ''] = ROMA.format(poi).split(' ');
  return { data, ora, istante: poi.toISOString() };
}
