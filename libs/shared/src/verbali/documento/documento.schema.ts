import * as z from 'zod';
import {
  CARATTERI_MASSIMI,
  COLONNE_MASSIME,
  HREF_MASSIMO,
  MOTIVO_MASSIMO,
  NODI_MASSIMI,
  RIGHE_MASSIME,
  type Documento as TipoDocumento,
  type Lista,
  type Paragrafo,
  type Segno,
} from './documento.tipi.js';
import { hrefAmmesso, misura, testoAmmesso } from './nodi.js';

const testoPulito = z
  .string()
  .min(1)
  .max(CARATTERI_MASSIMI)
  .refine(testoAmmesso, 'Il testo contiene caratteri che non si possono pubblicare.');

const Segno = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({
      href: z.string().max(HREF_MASSIMO).refine(hrefAmmesso, 'Il collegamento deve cominciare con https://, http:// o mailto:.'),
    }),
  }),
  z.strictObject({
    type: z.literal('omissis'),
    attrs: z.strictObject({
      motivo: testoPulito
        .max(MOTIVO_MASSIMO, `Al massimo ${MOTIVO_MASSIMO} caratteri.`)
        .refine(v => v.trim() !== '', 'Scrivi il motivo dell’omissis.'),
    }),
  }),
]);

const unoPerTipo = (segni: Segno[]) => new Set(segni.map(s => s.type)).size === segni.length;

const Testo = z.strictObject({
  type: z.literal('text'),
  text: testoPulito,
  marks: z.array(Segno).min(1).max(4).refine(unoPerTipo, 'Lo stesso stile è indicato due volte.').optional(),
});

const inLinea = z.array(Testo).min(1).max(NODI_MASSIMI).optional();
const Paragrafo = z.strictObject({ type: z.literal('paragraph'), content: inLinea });
const Titolo = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(3), z.literal(4)]) }),
  content: inLinea,
});

/** Lists are spelled out level by level rather than recursively: nothing that is sent can be deeper, or overflow the stack. */
function lista<T extends z.ZodType<Paragrafo | Lista>>(dentro: T) {
  const voce = z.strictObject({
    type: z.literal('listItem'),
    content: z
      .array(dentro)
      .min(1)
      .max(NODI_MASSIMI)
      .refine(c => c[0]?.type === 'paragraph', 'Una voce di elenco comincia con un paragrafo.'),
  });
  return z.strictObject({ type: z.enum(['bulletList', 'orderedList']), content: z.array(voce).min(1).max(NODI_MASSIMI) });
}

const ListaInterna = lista(Paragrafo);
const ListaInMezzo = lista(z.discriminatedUnion('type', [Paragrafo, ListaInterna]));
const ListaEsterna = lista(z.discriminatedUnion('type', [Paragrafo, ListaInMezzo]));

const Cella = z.strictObject({ type: z.enum(['tableHeader', 'tableCell']), content: z.array(Paragrafo).length(1) });
const Riga = z.strictObject({
  type: z.literal('tableRow'),
  content: z.array(Cella).min(1).max(COLONNE_MASSIME, `Una tabella ha al massimo ${COLONNE_MASSIME} colonne.`),
});
const Tabella = z.strictObject({
  type: z.literal('table'),
  content: z
    .array(Riga)
    .min(1)
    .max(RIGHE_MASSIME, `Una tabella ha al massimo ${RIGHE_MASSIME} righe.`)
    .refine(
      righe => righe.every(r => r.content.length === righe[0]?.content.length),
      'Ogni riga della tabella ha lo stesso numero di celle.',
    ),
});

const Blocco = z.discriminatedUnion('type', [Paragrafo, Titolo, ListaEsterna, Tabella]);

/** Refuses whatever is not in the closed subset: validating is all the sanitising that a stored text gets. */
export const Documento: z.ZodType<TipoDocumento> = z
  .strictObject({ type: z.literal('doc'), content: z.array(Blocco).min(1).max(NODI_MASSIMI) })
  .superRefine((doc, ctx) => {
    const { caratteri, nodi } = misura(doc);
    const troppo = (message: string) => ctx.addIssue({ code: 'custom', message, input: doc });
    if (caratteri > CARATTERI_MASSIMI) troppo(`Il testo supera i ${CARATTERI_MASSIMI} caratteri: dividilo in più punti.`);
    if (nodi > NODI_MASSIMI) troppo('Il testo ha troppi paragrafi e stili: dividilo in più punti.');
  });
export type Documento = TipoDocumento;

/** Where writing begins. */
export const DOCUMENTO_VUOTO: Documento = Object.freeze({
  type: 'doc',
  content: Object.freeze([Object.freeze({ type: 'paragraph' })]),
}) as Documento;
