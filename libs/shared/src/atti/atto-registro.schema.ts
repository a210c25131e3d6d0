import * as z from 'zod';
import { brano, facoltativo, motivazione, paginaQuery, riga } from '../kernel/fields.js';
import { RAPPORTI_ATTO, TIPI_ATTO, tipoAtto } from '../iter/atto.schema.js';
import { riferimento } from '../permissions/riferimenti.js';

const giorno = facoltativo(z.iso.date('Scrivi un giorno, per esempio 31/12/2026.'));

/** What an act does to another of the register. */
export const RapportoInput = z.strictObject({
  tipo: z.enum(RAPPORTI_ATTO, 'Scegli che cosa fa all’altro atto.'),
  attoId: riferimento('atto', 'atto.modifica'),
});
export type RapportoInput = z.infer<typeof RapportoInput>;

const dati = {
  tipo: tipoAtto,
  organo: riga(160, 'Scrivi chi lo adotta.'),
  titolo: riga(200, 'Scrivi l’oggetto dell’atto.'),
  numero: facoltativo(riga(40)),
  data: giorno,
  ufficio: facoltativo(riga(160)),
  firmatario: facoltativo(riga(160)),
  esecutivoDal: giorno,
  albo: facoltativo(z.url({ protocol: /^https$/, error: 'L’indirizzo comincia con https://' }).max(500, 'Al massimo 500 caratteri.')),
  alboDal: giorno,
  alboAl: giorno,
  impegni: facoltativo(brano(4000)),
  dal: giorno,
  al: giorno,
  pubblico: z.boolean('Di’ se l’atto è pubblico.'),
};

type Giorni = Readonly<Record<'numero' | 'data' | 'alboDal' | 'alboAl' | 'dal' | 'al', string | null>>;

function inOrdine(atto: Giorni, ctx: z.RefinementCtx): void {
  const dopo = (da: string | null, a: string | null, path: string) => {
    if (da !== null && a !== null && a < da) ctx.addIssue({ code: 'custom', path: [path], message: 'La fine viene prima dell’inizio.' });
  };
  dopo(atto.alboDal, atto.alboAl, 'alboAl');
  dopo(atto.dal, atto.al, 'al');
  if (atto.numero !== null && atto.data === null)
    ctx.addIssue({ code: 'custom', path: ['data'], message: 'Un atto che ha un numero ha anche una data.' });
}

/**
 * An act of the ambito, as its register keeps it. `titolo` is what it is about. `parti`, `impegni`, `dal`, `al`: of protocolli d'intesa and
 * convenzioni. Days are `YYYY-MM-DD`. `motivazione` is demanded where an act that has its number and day is changed.
 */
export const AttoRegistroInput = z
  .strictObject({
    ...dati,
    parti: z.array(riga(160, 'Scrivi il nome della parte.')).max(30, 'Al massimo 30 parti.').default([]),
    rapporti: z.array(RapportoInput).max(10, 'Al massimo 10 rapporti con altri atti.').default([]),
    motivazione: motivazione.optional(),
  })
  .superRefine(inOrdine);
export type AttoRegistroInput = z.infer<typeof AttoRegistroInput>;

/** The same as its form has it: `parti` one a line. */
export const AttoRegistroForm = z
  .strictObject({
    ...dati,
    parti: brano(5000),
    rapporto: z.enum(['', ...RAPPORTI_ATTO]),
    altro: z.string().max(40),
    motivazione: brano(2000),
  })
  .superRefine(inOrdine)
  .refine(atto => atto.rapporto === '' || atto.altro !== '', { path: ['altro'], message: 'Scegli l’altro atto.' });

export const AttiQuery = paginaQuery.extend({
  tipo: z.enum(TIPI_ATTO).optional(),
  anno: z.coerce.number().int().min(1990).max(2100).optional(),
});
export type AttiQuery = z.infer<typeof AttiQuery>;
