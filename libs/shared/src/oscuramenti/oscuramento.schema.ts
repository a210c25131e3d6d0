import * as z from 'zod';
import { motivazione } from '../kernel/fields.js';
import { identificativoProprio } from '../permissions/riferimenti.js';

/** Published texts of which a passage may be blacked out. */
export const TIPI_TESTO = ['verbale', 'contributo', 'elaborato'] as const;
/** Published files that may be replaced or withdrawn. */
export const TIPI_FILE = ['file_incontro', 'file_contributo', 'file_avviso', 'file_elaborato', 'file_piano', 'file_firmato'] as const;
export const TIPI_OSCURABILI = [...TIPI_TESTO, ...TIPI_FILE] as const;
export type TipoTesto = (typeof TIPI_TESTO)[number];
export type TipoFileOscurabile = (typeof TIPI_FILE)[number];
export type TipoOscurabile = (typeof TIPI_OSCURABILI)[number];

export const PASSAGGI_MASSIMI = 200;

/** A passage of a brano, from `dal` to before `al` in UTF-16 units. */
export const Passaggio = z
  .strictObject({ brano: z.string().min(1).max(80), dal: z.int().min(0).max(200_000), al: z.int().min(1).max(200_000) })
  .refine(p => p.al > p.dal, { path: ['al'], message: 'Il passaggio è vuoto.' });
export type Passaggio = z.infer<typeof Passaggio>;

const avvertito = z.literal(true, 'Conferma di aver letto che cosa succede.');
const perche = motivazione;

/** Blacks out passages of a published text. `avvertito`: who does it has read that what was already sent cannot be taken back. */
export const OscuramentoInput = z.strictObject({
  passaggi: z
    .array(Passaggio)
    .min(1, 'Scegli almeno un passaggio da oscurare.')
    .max(PASSAGGI_MASSIMI, `Al massimo ${PASSAGGI_MASSIMI} passaggi per volta.`),
  motivazione: perche,
  avvertito,
});
export type OscuramentoInput = z.infer<typeof OscuramentoInput>;

/** Replaces a published file with one uploaded for it (already blacked out), or withdraws it: `sostituto` null. */
export const OscuramentoFileInput = z.strictObject({
  sostituto: identificativoProprio('One’s own upload, in the ambito of the URL: nobody else’s is found, and it serves once.').nullable(),
  motivazione: perche,
  avvertito,
});
export type OscuramentoFileInput = z.infer<typeof OscuramentoFileInput>;

export const OscurabiliQuery = z.strictObject({ tipo: z.enum(TIPI_OSCURABILI) });
export type OscurabiliQuery = z.infer<typeof OscurabiliQuery>;
