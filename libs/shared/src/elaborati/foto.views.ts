import * as z from 'zod';
import { numeroDiRegistroView } from '../kernel/numero-di-registro.js';
import { type Reads, fingerprint, identifier, instant } from '../kernel/view.js';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { ContenutoSezione } from './blocchi.schema.js';
import { TIPI_FONTE } from './elaborato.schema.js';
import { TIPI_ELABORATO } from './modelli.js';

/** The proof of an accepted elaborato. Digests are 64 hexadecimal digits. */
export const accoglimentoView = z.strictObject({
  at: instant,
  numeroDiRegistro: numeroDiRegistroView,
  /** Of the canonical JSON served as `elaborato.json`. */
  sha256: fingerprint,
  /** Of the PDF: the one made here, or the uploaded one. It stands in the register. */
  pdfSha256: fingerprint,
  bytes: z.int(),
  /** When passages of it were blacked out last; null: never. */
  oscuratoAt: instant.nullable(),
});
export type AccoglimentoView = Reads<typeof accoglimentoView>;

export const fileElaboratoView = z.strictObject({
  nome: z.string(),
  bytes: z.int(),
  sha256: fingerprint,
});
export type FileElaborato = Reads<typeof fileElaboratoView>;

/** Why it was approved before the consultation was over, and until when that would have lasted. */
export const anticipoElaboratoView = z.strictObject({ finoAt: instant, motivo: z.string() });
export type AnticipoElaborato = Reads<typeof anticipoElaboratoView>;

const nomi = z.array(z.strictObject({ codice: z.string(), titolo: z.string() }));
const nomiVociView = z.strictObject({ fondi: nomi, leps: nomi, obiettivi: nomi });

/** The accepted version, fixed for good: exactly what is fingerprinted. Without what is omissis, anywhere. */
export const fotoElaboratoView = z.strictObject({
  /** 2: of other things it holds ids, codes, numbers and days. 1: accepted before, with their titles. */
  formato: z.literal([1, 2]),
  id: identifier,
  ambito: z.string(),
  tavolo: z.strictObject({ id: identifier, codice: z.string(), nome: z.string() }),
  tipo: z.enum(TIPI_ELABORATO),
  titolo: z.string(),
  sezioni: z.array(z.strictObject({ id: identifier, chiave: z.string(), titolo: z.string(), contenuto: ContenutoSezione })),
  file: fileElaboratoView.nullable(),
  /** Names of what the parts point at, as they were. */
  comuni: z.array(z.strictObject({ istat: z.string(), nome: z.string() })),
  obiettivo: z.strictObject({ id: identifier, titolo: z.string().nullable() }).nullable(),
  /** What the codes of its parts were called; not there in those accepted before the lists were of the ambito (`nomeVoce`). */
  voci: nomiVociView.optional(),
  fonti: z.array(
    z.strictObject({
      tipo: z.enum(TIPI_FONTE),
      oggettoId: identifier,
      parteId: identifier.nullable(),
      decisione: z.int().nullable(),
      inSezioneId: identifier.nullable(),
      titolo: z.string(),
    }),
  ),
  approvazione: z.strictObject({
    verbaleId: identifier,
    sezioneId: identifier,
    decisione: z.int().nullable(),
    titolo: z.string(),
    testo: z.string().optional(),
    anticipo: anticipoElaboratoView.optional(),
  }),
});
export type FotoElaborato = Reads<typeof fotoElaboratoView>;

/** What the Piano takes from here: an accepted version with its fingerprints (`leggiAccolti`). */
export const elaboratoAccoltoView = z.strictObject({
  id: identifier,
  tavolo: tavoloBreveView,
  titolo: z.string(),
  tipo: z.enum(TIPI_ELABORATO),
  accoltoAt: instant,
  numeroDiRegistro: numeroDiRegistroView,
  foto: fotoElaboratoView,
  /** Of the canonical JSON of `foto`. */
  sha256: fingerprint,
  /** Key of the PDF in the blob store. */
  pdfSha256: fingerprint,
  bytes: z.int(),
});
export type ElaboratoAccolto = Reads<typeof elaboratoAccoltoView>;
