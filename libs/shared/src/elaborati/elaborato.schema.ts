import * as z from 'zod';
import { brano, facoltativo, motivazione, riga } from '../kernel/fields.js';
import { parteAltrui, parteDi, riferimento, riferimentoSecondo, type Riferimento } from '../permissions/riferimenti.js';
import type { Reads } from '../kernel/view.js';
import { ContenutoSezione } from './blocchi.schema.js';
import { STATI_ELABORATO } from './elaborato.states.js';
import { TIPI_ELABORATO } from './modelli.js';

/** Who writes beside referente and coordinatore: nobody, or whoever sits at the tavolo. */
export const CHI_SCRIVE = ['staff', 'rappresentanti'] as const;
export type ChiScrive = (typeof CHI_SCRIVE)[number];

const titolo = riga(200, 'Scrivi un titolo.').min(3, 'Scrivi un titolo di almeno 3 caratteri.');
const scrivono = z.enum(CHI_SCRIVE, 'Scegli chi può scrivere.');

export const ElaboratoInput = z.strictObject({
  tipo: z.enum(TIPI_ELABORATO, 'Scegli il tipo di elaborato.'),
  titolo,
  scrivono: scrivono.default('staff'),
});
export type ElaboratoInput = z.infer<typeof ElaboratoInput>;

export const ElaboratoModificaInput = z.strictObject({ titolo, scrivono });
export type ElaboratoModificaInput = z.infer<typeof ElaboratoModificaInput>;

/** One part, as its writer leaves it. Its kind must be that of the part. */
export const SezioneElaboratoInput = z.strictObject({ contenuto: ContenutoSezione });
export type SezioneElaboratoInput = Reads<typeof SezioneElaboratoInput>;

/** Days that members have to comment, unless it is said otherwise. */
export const GIORNI_CONSULTAZIONE = 7;

/** Where the tavolo approved: a part of a verbale already approved, and which of its decisioni (from 0; null: it stands in the text). */
export const ApprovazioneInput = z.strictObject({
  verbaleId: riferimento('verbale', 'verbale.leggi'),
  sezioneId: parteAltrui('sezione_verbale', 'verbale.leggi'),
  decisione: z.int().min(0).max(29).nullable(),
});
export type ApprovazioneInput = z.infer<typeof ApprovazioneInput>;

/** Body of the steps: `giorni` of apri_consultazione, `approvazione` of approva, `motivazione` where the table asks for it. */
export const ElaboratoAzioneInput = z.strictObject({
  motivazione: motivazione.optional(),
  giorni: z.int('Scrivi un numero intero di giorni.').min(1, 'Almeno un giorno.').max(60, 'Al massimo 60 giorni.').optional(),
  approvazione: ApprovazioneInput.optional(),
});
export type ElaboratoAzioneInput = z.infer<typeof ElaboratoAzioneInput>;

/** A member's comment on a passage of a part; without a passage, on the part; without a part (of a file), on the whole. */
export const CommentoInput = z.strictObject({
  sezioneId: parteDi('parte_elaborato').nullable(),
  passaggio: facoltativo(brano(4000)),
  testo: brano(4000, 'Scrivi il tuo commento.'),
});
export type CommentoInput = z.infer<typeof CommentoInput>;

/** The words that every answer has. */
export const EsitoCommentoInput = z.strictObject({ motivazione });
export type EsitoCommentoInput = z.infer<typeof EsitoCommentoInput>;

/** Kinds of things an elaborato may come from. A new kind is added here and in the API's `fonti.tipi.ts`, nowhere else. */
export const TIPI_FONTE = ['verbale', 'incontro', 'contributo'] as const;
export type TipoFonte = (typeof TIPI_FONTE)[number];
export const ETICHETTE_FONTE: Readonly<Record<TipoFonte, string>> = { verbale: 'Verbale', incontro: 'Incontro', contributo: 'Contributo' };

/**
 * A source of an elaborato. `parteId` and `decisione` say where in the verbale (section, index of the decisione); `inSezioneId` which part
 * of the elaborato came from it, null: the whole.
 */
export const FonteInput = z.strictObject({
  tipo: z.enum(TIPI_FONTE, 'Scegli che tipo di fonte è.'),
  oggettoId: riferimentoSecondo('tipo', {
    verbale: { forma: 'luogo', tipo: 'verbale', permesso: 'verbale.leggi_pubblico' },
    incontro: { forma: 'luogo', tipo: 'incontro', permesso: 'incontro.vedi' },
    contributo: { forma: 'luogo', tipo: 'contributo', permesso: 'contributo.vedi' },
  } satisfies Record<TipoFonte, Riferimento>),
  parteId: parteAltrui('sezione_verbale', 'verbale.leggi_pubblico').nullable().default(null),
  decisione: z.int().min(0).max(29).nullable().default(null),
  inSezioneId: parteDi('parte_elaborato').nullable().default(null),
});
export type FonteInput = z.infer<typeof FonteInput>;

export const ElaboratiQuery = z.strictObject({
  tavolo: riferimento('tavolo', 'tavolo.vedi').optional(),
  stato: z.enum(STATI_ELABORATO).optional(),
});
export type ElaboratiQuery = z.infer<typeof ElaboratiQuery>;

/** Which schede are summed: of one tavolo, in one state; none said: all that the reader may see. */
export const RiepilogoQuery = ElaboratiQuery;
export type RiepilogoQuery = ElaboratiQuery;
