import * as z from 'zod';
import { motivazione } from '../kernel/fields.js';
import { identificativoProprio } from '../permissions/riferimenti.js';

/** Texts published as a twin or a file with its fingerprint, which is made anew. */
export const TIPI_GEMELLO = ['verbale', 'contributo', 'elaborato'] as const;
/** Texts that pages read where they are written. */
export const TIPI_VIVI = [
  'tavolo',
  'avviso',
  'incontro',
  'piano',
  'fase',
  'atto',
  'firmatario',
  'adesione',
  'osservazione',
  'pagine_legali',
  'composizione',
] as const;
/** Published texts of which a passage may be blacked out. */
export const TIPI_TESTO = [...TIPI_GEMELLO, ...TIPI_VIVI] as const;
/** Published files that may be replaced or withdrawn. */
export const TIPI_FILE = [
  'file_incontro',
  'file_contributo',
  'file_avviso',
  'file_elaborato',
  'file_piano',
  'file_firmato',
  'file_atto',
] as const;
export const TIPI_OSCURABILI = [...TIPI_TESTO, ...TIPI_FILE] as const;
/** Where the same words may stand: whatever can be blacked out, and dossiers, which tell what was there when they were made. */
export const TIPI_ALTROVE = [...TIPI_OSCURABILI, 'dossier'] as const;
export type TipoGemello = (typeof TIPI_GEMELLO)[number];
export type TipoVivo = (typeof TIPI_VIVI)[number];
export type TipoTesto = (typeof TIPI_TESTO)[number];
export type TipoFileOscurabile = (typeof TIPI_FILE)[number];
export type TipoOscurabile = (typeof TIPI_OSCURABILI)[number];
export type TipoAltrove = (typeof TIPI_ALTROVE)[number];

export const PASSAGGI_MASSIMI = 200;
/** Of things that tell the same words, how many are shown and chosen at once. */
export const ALTROVE_MASSIMI = 300;

/** A passage of a brano, from `dal` to before `al` in UTF-16 units. */
export const Passaggio = z
  .strictObject({ brano: z.string().min(1).max(80), dal: z.int().min(0).max(200_000), al: z.int().min(1).max(200_000) })
  .refine(p => p.al > p.dal, { path: ['al'], message: 'Il passaggio è vuoto.' });
export type Passaggio = z.infer<typeof Passaggio>;

const avvertito = z.literal(true, 'Conferma di aver letto che cosa succede.');
const perche = motivazione;

const NELL_AMBITO =
  'A published thing of the ambito of the URL: nothing else is found, and the act asks for the coordinatore of the whole ambito.';

/** Another thing that tells the same words: whether it is blacked out with this one, or left as it is. */
export const SceltaAltrove = z.strictObject({
  tipo: z.enum(TIPI_ALTROVE),
  id: identificativoProprio(NELL_AMBITO),
  includi: z.boolean(),
});
export type SceltaAltrove = z.infer<typeof SceltaAltrove>;

/** Which words are looked for in all that is public. `di`: the thing they were chosen in, which is not told again. */
export const AltroveInput = z.strictObject({
  parole: z
    .array(z.string().trim().min(2, 'Scrivi almeno 2 lettere.').max(200_000))
    .min(1, 'Scrivi le parole da cercare.')
    .max(PASSAGGI_MASSIMI),
  di: z.strictObject({ tipo: z.enum(TIPI_OSCURABILI), id: identificativoProprio(NELL_AMBITO) }).nullable(),
});
export type AltroveInput = z.infer<typeof AltroveInput>;

/**
 * Blacks out passages of a published text. `altrove`: what was decided of every other thing that tells the same words; one that is not named is asked about.
 * `avvertito`: who does it has read that what was already sent cannot be taken back.
 */
export const OscuramentoInput = z.strictObject({
  passaggi: z
    .array(Passaggio)
    .min(1, 'Scegli almeno un passaggio da oscurare.')
    .max(PASSAGGI_MASSIMI, `Al massimo ${PASSAGGI_MASSIMI} passaggi per volta.`),
  altrove: z.array(SceltaAltrove).max(ALTROVE_MASSIMI).default([]),
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

/** The page, within the ambito, of the thing that has files. */
export const SostituitiQuery = z.strictObject({
  percorso: z
    .string()
    .max(60)
    .regex(/^\/[a-z]+(?:\/[0-9a-f-]{36})?$/, 'Pagina non valida.'),
});
export type SostituitiQuery = z.infer<typeof SostituitiQuery>;
