import * as z from 'zod';
import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import { brano, facoltativo, indirizzoEmail, istante, motivazione, riga } from '../kernel/fields.js';
import { inElenco, parteAltrui, parteDi, riferimento } from '../permissions/riferimenti.js';
import { AZIONI_CONGIUNTO } from './congiunto.states.js';
import { STATI_INCONTRO } from './incontro.states.js';

/** The acts that call people, and those that tell who was called of something else. */
export const TIPI_CONVOCAZIONE = ['convocazione', 'estensione', 'integrazione', 'spostamento', 'annullamento'] as const;
export type TipoConvocazione = (typeof TIPI_CONVOCAZIONE)[number];

const CONVOCAZIONE_INSIEMI = {
  convocazione: ['dicono_i_documenti'],
  estensione: [],
  integrazione: ['dicono_i_documenti'],
  spostamento: [],
  annullamento: [],
} as const satisfies Insiemi<TipoConvocazione>;
/** Who is called is told which documents there are: what becomes of them later is told from there. */
export const CONVOCAZIONI_CON_DOCUMENTI = inInsieme(CONVOCAZIONE_INSIEMI, 'dicono_i_documenti');

export const TIPI_INCONTRO = ['tavolo', 'congiunto', 'plenaria', 'focus'] as const;
export type TipoIncontro = (typeof TIPI_INCONTRO)[number];

export const DURATA_MASSIMA_ORE = 12;

export const PuntoInput = z.strictObject({
  /** Of a punto that was there already: its documents stay with it. */
  id: parteDi('punto').optional(),
  titolo: riga(300, 'Scrivi di che cosa si parla.'),
  /** Minutes foreseen; null: not said. */
  minuti: z.int('Scrivi un numero di minuti.').min(1, 'Almeno un minuto.').max(600, 'Al massimo 600 minuti.').nullable(),
  relatore: facoltativo(riga(120)),
});
export type PuntoInput = z.infer<typeof PuntoInput>;

/** A punto of a draft: `propostaId`, of one that somebody proposed and that was taken, tells that it is that. */
const PuntoDiBozza = z.strictObject({ ...PuntoInput.shape, propostaId: riferimento('proposta', 'proposta.inserisci').optional() });

export const MASSIMO_PUNTI = 40;

export const SedeIncontro = z.strictObject({
  nome: riga(160, 'Scrivi il nome della sede.'),
  indirizzo: riga(200, 'Scrivi l’indirizzo.'),
  /** To who moves in a wheelchair; null: nobody has said so yet. */
  accessibile: z.boolean('Scegli se la sede è accessibile.').nullable(),
});
export type SedeIncontro = z.infer<typeof SedeIncontro>;

export const OspiteInput = z.strictObject({ nome: riga(120, 'Scrivi nome e cognome.'), email: indirizzoEmail });
export type OspiteInput = z.infer<typeof OspiteInput>;

const linkVideo = z
  .string('Scrivi l’indirizzo della videochiamata.')
  .max(500, 'Al massimo 500 caratteri.')
  .overwrite(value => value.trim())
  .regex(/^https:\/\/[^\s"<>\\]{3,}$/, 'Scrivi un indirizzo che comincia con https://');

/** When and where: what `sposta` may change. */
export const dove = {
  inizioAt: istante,
  fineAt: istante,
  sede: SedeIncontro.nullable(),
  linkVideo: facoltativo(linkVideo),
};

interface Dove {
  readonly inizioAt: string;
  readonly fineAt: string;
  readonly sede: unknown;
  readonly linkVideo: unknown;
}

/** What is wrong with an end, for its start; null: nothing. */
export function problemaDellaFine(inizioAt: string, fineAt: string): string | null {
  const ore = (Date.parse(fineAt) - Date.parse(inizioAt)) / 3_600_000;
  if (ore <= 0) return 'La fine deve venire dopo l’inizio.';
  return ore > DURATA_MASSIMA_ORE ? `Un incontro dura al massimo ${DURATA_MASSIMA_ORE} ore.` : null;
}

/** The end follows the start within a day's work, and there is somewhere to go. */
export function controllaDove(v: Dove, ctx: z.core.$RefinementCtx): void {
  const problema = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message, input: v });
  const fine = problemaDellaFine(v.inizioAt, v.fineAt);
  if (fine !== null) problema('fineAt', fine);
  if (v.sede === null && v.linkVideo === null) problema('sede', 'Indica una sede, il collegamento video, o tutti e due.');
}

/** Repeats of an incontro at the same wall time in Rome: every so many weeks, or each month on the same weekday of the same week. */
export const SerieInput = z.discriminatedUnion('cadenza', [
  z.strictObject({
    cadenza: z.literal('settimane'),
    ogni: z.int().min(1, 'Almeno una settimana.').max(12, 'Al massimo 12 settimane.'),
    finoAl: istante,
  }),
  z.strictObject({ cadenza: z.literal('mese'), finoAl: istante }),
]);
export type SerieInput = z.infer<typeof SerieInput>;

const contenuto = {
  titolo: riga(200, 'Scrivi il titolo dell’incontro.'),
  ...dove,
  punti: z.array(PuntoDiBozza).max(MASSIMO_PUNTI, `Al massimo ${MASSIMO_PUNTI} punti.`),
  /** Other tavoli that meet together with the one of the URL: each says yes or no before anyone is called. */
  altriTavoli: z.array(riferimento('tavolo', 'tavolo.vedi')).max(50),
  /** Focus group: the rappresentanti it is made of; empty: everyone who sits there. */
  membri: z.array(parteAltrui('membro', 'incontro.crea')).max(200),
  ospiti: z.array(OspiteInput).max(50, 'Al massimo 50 ospiti.'),
  secondaConvocazione: z.boolean(),
};

function controllaOspiti(v: { ospiti: readonly OspiteInput[] }, ctx: z.core.$RefinementCtx): void {
  const visti = new Set<string>();
  v.ospiti.forEach(({ email }, i) => {
    if (visti.has(email))
      ctx.addIssue({ code: 'custom', path: ['ospiti', i, 'email'], message: 'Hai già invitato questa persona.', input: v });
    visti.add(email);
  });
}

/** A draft, whole: what `PUT` takes. Instants are RFC 3339; forms convert from Europe/Rome wall time. */
export const IncontroInput = z.strictObject(contenuto).superRefine((v, ctx) => {
  controllaDove(v, ctx);
  controllaOspiti(v, ctx);
});
export type IncontroInput = z.infer<typeof IncontroInput>;

/** A new draft, or a series of them (each then free to change). */
export const NuovoIncontroInput = z
  .strictObject({
    ...contenuto,
    serie: SerieInput.nullable(),
    /** Of the search of a day that it comes from: it is closed by this. */
    disponibilitaId: riferimento('disponibilita', 'disponibilita.chiudi').optional(),
  })
  .superRefine((v, ctx) => {
    controllaDove(v, ctx);
    controllaOspiti(v, ctx);
  });
export type NuovoIncontroInput = z.infer<typeof NuovoIncontroInput>;

/**
 * What is added to a convocation that has left, or corrected in it. The punti that were called stay, in their order: their words may be corrected, and others follow.
 * `ospiti`: those to be invited besides; `documenti`: what is told of documents, in the words that the writer was shown.
 */
export const IntegrazioneInput = z
  .strictObject({
    titolo: contenuto.titolo,
    punti: z.array(PuntoInput).max(MASSIMO_PUNTI, `Al massimo ${MASSIMO_PUNTI} punti.`),
    ospiti: contenuto.ospiti,
    documenti: z.array(z.string().max(600)).max(200),
  })
  .superRefine(controllaOspiti);
export type IntegrazioneInput = z.infer<typeof IntegrazioneInput>;

/** Body of the steps: `convoca`, `sposta` and `integra` may need the reason of urgency, `sposta` the new when and where, `integra` what changes. */
export const IncontroAzioneInput = z.strictObject({
  motivazione: motivazione.optional(),
  urgenza: brano(1000).min(10, 'Spiega l’urgenza con almeno 10 caratteri.').optional(),
  spostamento: z.strictObject(dove).superRefine(controllaDove).optional(),
  integrazione: IntegrazioneInput.optional(),
});
export type IncontroAzioneInput = z.infer<typeof IncontroAzioneInput>;

/** The answer of who holds a mailed link: for one of the seats of its mailbox; none named: that of the link. */
export const RispostaInput = z.strictObject({ postoId: parteDi('invito').optional() });
export type RispostaInput = z.infer<typeof RispostaInput>;

/** The answer of who is signed in: for one of their seats at the incontro of the URL; none named: the weightiest. */
export const RispostaDalPortaleInput = z.strictObject({ postoId: parteDi('invitato').optional() });
export type RispostaDalPortaleInput = z.infer<typeof RispostaDalPortaleInput>;

/** What a tavolo answers to another that calls it: yes, or no with the reason. */
export const CongiuntoInput = z
  .strictObject({
    tavoloId: riferimento('tavolo', 'incontro.consenti'),
    azione: z.enum(AZIONI_CONGIUNTO, 'Scegli se dare o negare il consenso.'),
    motivazione: motivazione.optional(),
  })
  .refine(c => c.azione !== 'nega' || c.motivazione !== undefined, {
    path: ['motivazione'],
    message: 'Scrivi il motivo: verrà comunicato al tavolo che convoca.',
  });
export type CongiuntoInput = z.infer<typeof CongiuntoInput>;

/** Window of the calendar: at most 400 days. */
export const IncontriQuery = z
  .strictObject({
    da: istante.optional(),
    a: istante.optional(),
    tavolo: riferimento('tavolo', 'tavolo.vedi').optional(),
    stato: z.enum(STATI_INCONTRO).optional(),
  })
  .refine(q => !q.da || !q.a || Date.parse(q.a) - Date.parse(q.da) <= 400 * 86_400_000, { path: ['a'], message: 'Al massimo 400 giorni.' });
export type IncontriQuery = z.infer<typeof IncontriQuery>;

/** What is being planned, to know its clashes before saving. */
export const ConflittiQuery = z.strictObject({
  inizioAt: istante,
  fineAt: istante,
  sede: z.string().max(160).optional(),
  /** The incontro being changed: it does not clash with itself. */
  escluso: riferimento('incontro', 'incontro.modifica').optional(),
  /** Tavoli that meet together with the one of the URL: ids, parted by commas. */
  altriTavoli: inElenco(riferimento('tavolo', 'tavolo.vedi')).optional(),
});
export type ConflittiQuery = z.infer<typeof ConflittiQuery>;

/** Which punto an uploaded document is for; none: the incontro as a whole. */
export const DocumentoQuery = z.strictObject({
  punto: parteDi('punto').optional(),
  /** The document whose place it takes; it then stands where that stood. */
  sostituisce: parteDi('documento_incontro').optional(),
});
export type DocumentoQuery = z.infer<typeof DocumentoQuery>;
