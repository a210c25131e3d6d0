import type { Locator, Page } from '@playwright/test';

/** The row of a table that says this: it is named, for tables are shared by all stories. */
export const rigaDi = (page: Page, testo: string | RegExp): Locator => page.getByRole('row').filter({ hasText: testo });
