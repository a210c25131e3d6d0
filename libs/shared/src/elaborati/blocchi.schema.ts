import * as z from 'zod';
import { codiceVoce, type ElencoAmbito } from '../ambiti/voci.js';
import { brano, facoltativo, riga } from '../kernel/fields.js';
import type { Reads } from '../kernel/view.js';
import { riferimento } from '../permissions/riferimenti.js';
import { Documento } from '../verbali/documento/index.js';
import { CampoScritto, MASSIMO_CAMPI_SCRITTI } from './campi.schema.js';
import { MASSIMO_RISORSE, RigaRisorse } from './risorse.schema.js';
import { data, valore } from './valore.schema.js';

/** Codes of the lists of the ambito: whoever saves a part looks for them there, as each ambito holds its own. */
const codici = (manca: string) => righe(codiceVoce(manca), 200);

const intero = z.int('Scrivi un numero intero.').min(0, 'Non può essere negativo.').max(10_000_000, 'Il numero è troppo grande.');
const righe = <T extends z.ZodType>(schema: T, max: number) => z.array(schema).max(max, `Al massimo ${max} righe.`);

/** What a structured part holds, by its kind. Every one may be empty while it is being written; `mancanze` says what is missing. */
const BloccoStrutturato = [
  z.strictObject({
    tipo: z.literal('dati'),
    righe: righe(
      z.strictObject({
        dato: riga(200, 'Scrivi di che dato si tratta.'),
        valore: riga(80, 'Scrivi il valore.'),
        periodo: facoltativo(riga(60)),
        fonte: riga(200, 'Scrivi da dove viene il dato.'),
      }),
      60,
    ),
  }),
  z.strictObject({ tipo: z.literal('elenco'), voci: righe(riga(500, 'Scrivi la voce, o toglila.'), 60) }),
  z.strictObject({
    tipo: z.literal('priorita'),
    /** The first is the most pressing. */
    voci: righe(z.strictObject({ titolo: riga(200, 'Scrivi la priorità.'), motivo: brano(2000) }), 30),
  }),
  z.strictObject({ tipo: z.literal('collegamento'), obiettivoId: riferimento('elaborato', 'elaborato.leggi_pubblico').nullable() }),
  z.strictObject({
    tipo: z.literal('destinatari'),
    righe: righe(z.strictObject({ gruppo: riga(200, 'Scrivi a chi è rivolto.'), numero: intero.nullable() }), 30),
  }),
  z.strictObject({
    tipo: z.literal('azioni'),
    righe: righe(z.strictObject({ azione: riga(500, 'Scrivi che cosa si farà.'), chi: facoltativo(riga(200)) }), 40),
  }),
  z.strictObject({
    tipo: z.literal('comuni'),
    istat: righe(
      z
        .string('Scegli un comune.')
        .max(6)
        .regex(/^\d{6}$/, 'Il codice del comune ha sei cifre.'),
      300,
    ),
  }),
  z
    .strictObject({ tipo: z.literal('tempi'), dal: data.nullable(), al: data.nullable() })
    .refine(t => t.dal === null || t.al === null || t.al >= t.dal, { path: ['al'], message: 'La fine non può venire prima dell’inizio.' }),
  z.strictObject({ tipo: z.literal('risorse'), righe: righe(RigaRisorse, MASSIMO_RISORSE) }),
  z.strictObject({
    tipo: z.literal('indicatori'),
    righe: righe(
      z.strictObject({
        nome: riga(200, 'Scrivi che cosa si misura.'),
        unita: riga(60, 'Scrivi l’unità di misura.'),
        iniziale: valore.nullable(),
        atteso: valore.nullable(),
        fonte: facoltativo(riga(200)),
      }),
      30,
    ),
  }),
  z.strictObject({ tipo: z.literal('leps'), codici: codici('Scegli un livello.') }),
  z.strictObject({ tipo: z.literal('obiettivi_regionali'), codici: codici('Scegli un obiettivo.') }),
  /** What the ambito asks for beyond the rest. */
  z.strictObject({ tipo: z.literal('campi'), righe: righe(CampoScritto, MASSIMO_CAMPI_SCRITTI) }),
] as const;

/** What a part of an elaborato holds: a rich text, in the language of the verbali, or a structured block. */
export const ContenutoSezione = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('testo'), documento: Documento }),
  ...BloccoStrutturato,
]);
export type ContenutoSezione = Reads<typeof ContenutoSezione>;
export const TIPI_CONTENUTO = ContenutoSezione.options.map(o => o.shape.tipo.value);
export type TipoContenuto = ContenutoSezione['tipo'];
export type Contenuto<T extends TipoContenuto> = Extract<ContenutoSezione, { tipo: T }>;

/** In which list of the ambito the codes of a part are, and where each stands in it (a JSON pointer); nothing for parts that have none. */
export function codiciUsati(c: ContenutoSezione): { elenco: ElencoAmbito; codice: string; pointer: string }[] {
  if (c.tipo === 'risorse') return c.righe.map(({ fonte }, i) => ({ elenco: 'fondi', codice: fonte, pointer: `/righe/${i}/fonte` }));
  if (c.tipo !== 'leps' && c.tipo !== 'obiettivi_regionali') return [];
  const elenco = c.tipo === 'leps' ? 'leps' : 'obiettivi';
  return c.codici.map((codice, i) => ({ elenco, codice, pointer: `/codici/${i}` }));
}

/** The comuni that a part names, by their codes of ISTAT, and where each stands in it (a JSON pointer). */
export function comuniUsati(c: ContenutoSezione): { istat: string; pointer: string }[] {
  if (c.tipo === 'comuni') return c.istat.map((istat, i) => ({ istat, pointer: `/istat/${i}` }));
  if (c.tipo !== 'risorse') return [];
  return c.righe.flatMap(({ paga }, i) => (/^\d/.test(paga ?? '') ? [{ istat: paga ?? '', pointer: `/righe/${i}/paga` }] : []));
}

/** What the ambito asked for, among the parts of a scheda. */
export const campiScritti = (sezioni: readonly { readonly contenuto: ContenutoSezione }[]): readonly CampoScritto[] =>
  sezioni.flatMap(s => (s.contenuto.tipo === 'campi' ? s.contenuto.righe : []));
