import * as z from 'zod';
import { codiceVoce } from '../ambiti/voci.js';
import { MAX_CENTESIMI } from '../kernel/euro.js';
import { facoltativo, riga } from '../kernel/fields.js';
import type { Reads } from '../kernel/view.js';
import { ETICHETTE_CHI_PAGA, QUOTE } from './risorse.words.js';

/** So many rows of money a scheda may have: three years of forty rows. Their sum, and those of hundreds of schede, are exact integers. */
export const MASSIMO_RISORSE = 120;

/** Euro cents, a whole number: money is never a fraction. */
export const centesimi = z
  .int('Scrivi un importo in euro, con al massimo due decimali.')
  .min(0, 'L’importo non può essere negativo.')
  .max(MAX_CENTESIMI, 'L’importo supera un miliardo di euro.');

/**
 * A part of what a scheda costs. Rows that were fixed before year, payer and quota were asked for have only `fonte`, `descrizione` and `centesimi`:
 * whoever reads them asks `?? null`.
 */
export const RigaRisorse = z
  .strictObject({
    /** The code of a fondo of the ambito. */
    fonte: codiceVoce('Scegli da dove vengono le risorse.'),
    anno: facoltativo(
      z.int('Scrivi un anno, per esempio 2027.').min(2000, 'Scrivi un anno dal 2000 in poi.').max(2100, 'Scrivi un anno fino al 2100.'),
    ),
    /** A comune of the ambito by its code of ISTAT, or one of `CHI_PAGA`. */
    paga: facoltativo(
      z
        .string('Scegli chi paga.')
        .max(6)
        .regex(/^(?:ambito|altro|\d{6})$/, 'Scegli chi paga dall’elenco.'),
    ),
    /** The name of the other party. */
    soggetto: facoltativo(riga(120)),
    quota: facoltativo(z.enum(QUOTE, 'Scegli la quota.')),
    descrizione: facoltativo(riga(200)),
    centesimi,
  })
  .superRefine(({ paga, soggetto }, ctx) => {
    if (paga === 'altro' && soggetto === null) ctx.addIssue({ code: 'custom', path: ['soggetto'], message: 'Scrivi chi paga.' });
    if (paga !== 'altro' && soggetto !== null)
      ctx.addIssue({ code: 'custom', path: ['soggetto'], message: `Scegli «${ETICHETTE_CHI_PAGA.altro}», oppure togli questo nome.` });
  });
export type RigaRisorse = Reads<typeof RigaRisorse>;
