import { readFileSync } from 'node:fs';
import { TIPI_FILE, TIPI_OSCURABILI, type TipoFileOscurabile } from '@tavoli/shared';
import { ATTI } from '../registro/atti.labels';

/** The page where everybody finds a file of each kind. */
const PAGINE: Readonly<Record<TipoFileOscurabile, string>> = {
  file_incontro: 'incontri/pubblico/incontro-page.html',
  file_avviso: 'avvisi/avviso-page.html',
  file_contributo: 'contributi/contributo-page.html',
  file_elaborato: 'elaborati/elaborato-page.html',
  file_piano: 'piani/piano-page.html',
  file_firmato: 'piani/piano-page.html',
  file_atto: 'iter/iter-page.html',
};

it.each(TIPI_FILE)('the page where a %s stood tells that it was replaced', tipo => {
  expect(readFileSync(new URL(`../${PAGINE[tipo]}`, import.meta.url), 'utf8')).toContain('<app-documenti-sostituiti');
});

it.each(TIPI_OSCURABILI)('the register tells in words that a %s was blacked out', tipo => {
  expect(ATTI[`${tipo}.oscura`]).toBeDefined();
});
