import * as z from 'zod';
import { brano, facoltativo, indirizzoEmail, motivazione, paginaQuery, riga } from '../kernel/fields.js';
import { identificativoProprio, parteDi, riferimento, riferimentoSecondo, type Riferimento } from '../permissions/riferimenti.js';
import { STATI_CONTRIBUTO, STATI_PUBBLICI } from './contributo.states.js';

export const TIPI_CONTRIBUTO = ['bisogno', 'proposta', 'segnalazione_servizio', 'esperienza'] as const;
export type TipoContributo = (typeof TIPI_CONTRIBUTO)[number];

export const PROVENIENZE = ['cittadino', 'gruppo', 'ente'] as const;
export type TipoProvenienza = (typeof PROVENIENZE)[number];

/** How it came: written on the portal, or taken at a desk from paper or from somebody's words. */
export const CANALI = ['web', 'carta', 'voce'] as const;
export type CanaleContributo = (typeof CANALI)[number];

/** The public list of reasons for which a contributo is refused. */
export const MOTIVI_RESPINGIMENTO = [
  'fuori_tema',
  'dati_personali',
  'offensivo',
  'pubblicita',
  'incomprensibile',
  'non_competenza',
] as const;
export type MotivoRespingimento = (typeof MOTIVI_RESPINGIMENTO)[number];

export const TITOLO_MASSIMO = 120;
export const TESTO_MASSIMO = 6000;
export const RISPOSTA_MASSIMA = 1000;
export const ALLEGATI_MASSIMI = 5;
/** Of one file. */
export const ALLEGATO_BYTES_MASSIMI = 10 * 1024 * 1024;

const segreto = z
  .string()
  .max(43)
  .regex(/^[A-Za-z0-9_-]{43}$/, 'Allegato non valido: toglilo e caricalo di nuovo.');

const scritto = {
  titolo: riga(TITOLO_MASSIMO, 'Scrivi un titolo: bastano poche parole.'),
  testo: brano(TESTO_MASSIMO, 'Scrivi il tuo contributo.').min(20, 'Scrivi almeno 20 caratteri: aiutaci a capire.'),
  /** Answers to the guided questions; those left empty are not sent. */
  risposte: z
    .array(
      z.strictObject({
        domandaId: identificativoProprio('A question taken away while somebody was writing does not lose the answer.'),
        testo: brano(RISPOSTA_MASSIMA, 'Scrivi una risposta.'),
      }),
    )
    .max(5),
};

const contenuto = {
  ...scritto,
  tipo: z.enum(TIPI_CONTRIBUTO, 'Scegli di che cosa si tratta.'),
  /** ISTAT code of a comune of the ambito; null: none in particular. */
  comune: facoltativo(
    z
      .string()
      .max(6)
      .regex(/^\d{6}$/, 'Scegli un comune dall’elenco.'),
  ),
  zona: facoltativo(riga(120)),
  provenienza: z.strictObject({ tipo: z.enum(PROVENIENZE, 'Scegli a nome di chi scrivi.'), nome: facoltativo(riga(160)) }),
  mostraNome: z.boolean(),
  /** What `POST …/contributi/files` gave for each file. */
  allegati: z.array(segreto).max(ALLEGATI_MASSIMI, `Al massimo ${ALLEGATI_MASSIMI} file.`),
};

interface DaChi {
  readonly provenienza: { readonly tipo: TipoProvenienza; readonly nome: string | null };
}
function demandNome(input: DaChi, ctx: z.core.ParsePayload<unknown>): void {
  if (input.provenienza.tipo === 'cittadino' || input.provenienza.nome !== null) return;
  const message = input.provenienza.tipo === 'ente' ? 'Scrivi il nome dell’ente.' : 'Scrivi il nome del gruppo.';
  ctx.issues.push({ code: 'custom', path: ['provenienza', 'nome'], message, input });
}

/** What somebody sends. Signed in, `autore` is null: name and address are those of the account. */
export const ContributoInput = z
  .strictObject({
    ...contenuto,
    autore: z.strictObject({ nome: riga(120, 'Scrivi il tuo nome.'), email: indirizzoEmail }).nullable(),
    informativaLetta: z.literal(true, 'Per inviare devi aver letto come usiamo i tuoi dati.'),
    /** What `GET …/contributi/modulo` gave when the page was opened. */
    modulo: z.string().max(200),
    /** Stays empty: nobody sees it. */
    sito: z.string().max(500).default(''),
  })
  .check(ctx => demandNome(ctx.value, ctx));
export type ContributoInput = z.infer<typeof ContributoInput>;

/** What a member of staff writes down for somebody at a desk. Who spoke may stay without address: their code is on paper. */
export const ContributoRaccoltoInput = z
  .strictObject({
    ...contenuto,
    canale: z.enum(['carta', 'voce'], 'Scegli come è arrivato.'),
    autore: z.strictObject({ nome: riga(120, 'Scrivi il nome.'), email: facoltativo(indirizzoEmail) }).nullable(),
  })
  .check(ctx => demandNome(ctx.value, ctx));
export type ContributoRaccoltoInput = z.infer<typeof ContributoRaccoltoInput>;

/** The words of an author who was asked to change them. What was sent before is kept. */
export const RipresentaInput = z.strictObject(scritto);
export type RipresentaInput = z.infer<typeof RipresentaInput>;

/** Body of the steps of the author: `ripresenta` carries the new words, `chiedi_riesame` the reason. */
export const AutoreAzioneInput = z.strictObject({ motivazione: motivazione.optional(), testi: RipresentaInput.optional() });
export type AutoreAzioneInput = z.infer<typeof AutoreAzioneInput>;

/** A piece left out of the public text: from `dal` to before `al`, in UTF-16 units of the original. `indice` numbers the answer. */
export const Omissis = z
  .strictObject({
    campo: z.enum(['titolo', 'testo', 'risposta']),
    indice: z.int().min(0).max(4).default(0),
    dal: z.int().min(0).max(TESTO_MASSIMO),
    al: z.int().min(1).max(TESTO_MASSIMO),
  })
  .refine(o => o.al > o.dal, { path: ['al'], message: 'La parte da omettere è vuota.' });
export type Omissis = z.infer<typeof Omissis>;

const omissis = z.array(Omissis).max(100, 'Al massimo 100 parti.');

/** Body of the steps of staff. Each step reads its own fields: `pubblica` omissis and files, `respingi` motivo, `unisci` the main one. */
export const ContributoAzioneInput = z
  .strictObject({
    motivazione: motivazione.optional(),
    omissis: omissis.optional(),
    motivoOmissis: riga(300).optional(),
    /** Files that anyone may take: those not named stay with staff. */
    filesPubblici: z.array(parteDi('file_contributo')).max(ALLEGATI_MASSIMI).optional(),
    motivo: z.enum(MOTIVI_RESPINGIMENTO).optional(),
    principaleId: riferimento('contributo', 'contributo.unisci').optional(),
  })
  .refine(input => (input.omissis ?? []).length === 0 || input.motivoOmissis !== undefined, {
    path: ['motivoOmissis'],
    message: 'Scrivi perché alcune parti non vengono pubblicate.',
  });
export type ContributoAzioneInput = z.infer<typeof ContributoAzioneInput>;

/** What of a published text is left out from now on, in the place of what was before. */
export const OmissisInput = z
  .strictObject({
    omissis,
    motivoOmissis: facoltativo(riga(300)),
    filesPubblici: z.array(parteDi('file_contributo')).max(ALLEGATI_MASSIMI),
  })
  .refine(input => input.omissis.length === 0 || input.motivoOmissis !== null, {
    path: ['motivoOmissis'],
    message: 'Scrivi perché alcune parti non vengono pubblicate.',
  });
export type OmissisInput = z.infer<typeof OmissisInput>;

export const SpostaInput = z.strictObject({ tavoloId: riferimento('tavolo', 'tavolo.vedi'), motivazione });
export type SpostaInput = z.infer<typeof SpostaInput>;

export const RiesameInput = z.strictObject({ motivazione });
export type RiesameInput = z.infer<typeof RiesameInput>;

/** What a contributo can be tied to. Each kind is also one line of `apps/api/src/contributi/contributo/legami.sql.ts`. */
export const TIPI_LEGAME = ['punto', 'verbale_sezione'] as const;
export type TipoLegame = (typeof TIPI_LEGAME)[number];

const LEGABILE: Readonly<Record<TipoLegame, Riferimento>> = {
  punto: { forma: 'parte_altrui', tipo: 'punto', permesso: 'incontro.vedi' },
  verbale_sezione: { forma: 'parte_altrui', tipo: 'sezione_verbale', permesso: 'verbale.leggi_pubblico' },
};

export const LegameInput = z.strictObject({ tipo: z.enum(TIPI_LEGAME), oggettoId: riferimentoSecondo('tipo', LEGABILE) });
export type LegameInput = z.infer<typeof LegameInput>;

/** The short code of a receipt, as people copy it: `con-7k3m-9qxt`, with or without hyphens, O for 0 and I for 1. */
export const CodiceInput = z.strictObject({
  codice: z
    .string('Scrivi il codice.')
    .max(40)
    .overwrite(normalizzaCodice)
    .regex(/^CON-[0-9A-Z]{4}-[0-9A-Z]{4}$/, 'Il codice è fatto così: CON-7K3M-9QXT.'),
});
export type CodiceInput = z.infer<typeof CodiceInput>;

function normalizzaCodice(value: string): string {
  const plain = value.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const body = (plain.startsWith('CON') ? plain.slice(3) : plain).replace(/O/g, '0').replace(/[IL]/g, '1').replace(/U/g, 'V');
  return `CON-${body.slice(0, 4)}-${body.slice(4)}`;
}

export const ORDINI_CONTRIBUTI = ['recenti', 'stato'] as const;

/** The public list. */
export const ContributiQuery = paginaQuery.extend({
  tavolo: riferimento('tavolo', 'tavolo.vedi').optional(),
  stato: z.enum(STATI_PUBBLICI).optional(),
  tipo: z.enum(TIPI_CONTRIBUTO).optional(),
  comune: z
    .string()
    .max(6)
    .regex(/^\d{6}$/)
    .optional(),
  ordine: z.enum(ORDINI_CONTRIBUTI).default('recenti'),
});
export type ContributiQuery = z.infer<typeof ContributiQuery>;

/** The queue of staff: what is due first comes first. `aperti`: only what still waits for somebody of the staff. */
export const CodaQuery = paginaQuery.extend({
  tavolo: riferimento('tavolo', 'tavolo.vedi').optional(),
  stato: z.enum(STATI_CONTRIBUTO).optional(),
  tipo: z.enum(TIPI_CONTRIBUTO).optional(),
  aperti: z.enum(['true', 'false']).optional(),
});
export type CodaQuery = z.infer<typeof CodaQuery>;
