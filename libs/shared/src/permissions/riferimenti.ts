import * as z from 'zod';
import type { Permission } from './permission.js';

/** Kinds of things that have a place of their own: the same that an URL can name. */
export type TipoLuogo =
  | 'tavolo'
  | 'ente'
  | 'avviso'
  | 'designazione'
  | 'decadenza'
  | 'incontro'
  | 'verbale'
  | 'contributo'
  | 'elaborato'
  | 'fase'
  | 'adesione'
  | 'osservazione'
  | 'firmatario'
  | 'incarico'
  | 'atto'
  | 'protocollo'
  | 'proposta'
  | 'disponibilita';

/** Parts of the very thing the URL names. */
export type TipoParte =
  | 'area'
  | 'punto'
  | 'documento_incontro'
  | 'posto'
  | 'persona'
  | 'posto_diretto'
  | 'invito'
  | 'data_proposta'
  | 'invitato'
  | 'file_contributo'
  | 'sezione_verbale'
  | 'parte_elaborato'
  | 'allegato';

/** Parts of a thing that the URL does not name: each stands in the place of the thing it is part of. */
export type TipoParteAltrui = 'punto' | 'sezione_verbale' | 'membro';

/** What an identifier of a body or of a query names, and what whoever names it must be allowed there. */
export type Riferimento =
  | { readonly forma: 'luogo'; readonly tipo: TipoLuogo; readonly permesso: Permission }
  | { readonly forma: 'parte'; readonly tipo: TipoParte }
  | { readonly forma: 'parte_altrui'; readonly tipo: TipoParteAltrui; readonly permesso: Permission }
  /** What it names depends on another field of the same object. */
  | { readonly forma: 'secondo'; readonly campo: string; readonly casi: Readonly<Record<string, Riferimento>> }
  /** It names nothing that is there: coined by who sends it, or open to everybody by design. */
  | { readonly forma: 'proprio'; readonly perche: string };

/** What each identifier of the schemas names. One that is not here does not pass the tests. */
export const RIFERIMENTI = z.registry<Riferimento>();

const identificativo = (riferimento: Riferimento) => z.uuid('Identificativo non valido.').register(RIFERIMENTI, riferimento);

/** A thing with a place of its own: it must be of the ambito of the URL, seen by the actor (404), who holds `permesso` there (403). */
export const riferimento = (tipo: TipoLuogo, permesso: Permission) => identificativo({ forma: 'luogo', tipo, permesso });

/** A part of what the URL names (404 when it is of something else). */
export const parteDi = (tipo: TipoParte) => identificativo({ forma: 'parte', tipo });

/** A part of something that the URL does not name: judged in the place of that thing. */
export const parteAltrui = (tipo: TipoParteAltrui, permesso: Permission) => identificativo({ forma: 'parte_altrui', tipo, permesso });

/** What it names follows from the field `campo` beside it. */
export const riferimentoSecondo = (campo: string, casi: Readonly<Record<string, Riferimento>>) =>
  identificativo({ forma: 'secondo', campo, casi });

/** An identifier that opens nothing; `perche` says why. */
export const identificativoProprio = (perche: string) => identificativo({ forma: 'proprio', perche });

/** A field that is called as an identifier and is none, or that makes one: see `identificativoProprio`. */
export function nonRiferimento<T extends z.ZodType>(schema: T, perche: string): T {
  RIFERIMENTI.add(schema, { forma: 'proprio', perche });
  return schema;
}

/** Many in one parameter of an URL, parted by commas. */
export const inElenco = (uno: z.ZodUUID) =>
  z
    .string()
    .max(2000)
    .regex(/^[0-9a-f-]{36}(?:,[0-9a-f-]{36})*$/, 'Identificativi non validi.')
    .transform(ids => ids.split(','))
    .pipe(z.array(uno));

/** Where an identifier stands in a schema: the names on the way, `*` for every element of a list. */
export interface Identificativo {
  readonly percorso: readonly string[];
  /** Undefined where nobody has said what it names. */
  readonly riferimento: Riferimento | undefined;
}

/** A field that holds an identifier, by its name. */
const NOME =
  /^(?:id|ids|uuid|slug|hash|sha256|tavol[oi]|ent[ei]|avvis[oi]|designazion[ei]|incontr[oi]|verbal[ei]|contribut[oi]|elaborat[oi]|fas[ei]|piano)$|(?:Id|Ids|Uuid|Slug|Hash|Sha256|Tavoli)$/;

/** Every identifier of a schema, however deep: all that is declared, all that is an uuid, all that is called as one. */
export function identificativiDi(
  schema: z.core.$ZodType,
  percorso: readonly string[] = [],
  visti: readonly z.core.$ZodType[] = [],
): Identificativo[] {
  if (visti.includes(schema)) return [];
  const figli = figliDi(schema as z.core.$ZodTypes).flatMap(([nome, figlio]) =>
    identificativiDi(figlio, nome === null ? percorso : [...percorso, nome], [...visti, schema]),
  );
  const riferimento = RIFERIMENTI.get(schema as z.ZodType);
  if (riferimento !== undefined) return [{ percorso, riferimento }];
  return figli.length === 0 && eIdentificativo(schema as z.core.$ZodTypes, percorso) ? [{ percorso, riferimento }] : figli;
}

function eIdentificativo(schema: z.core.$ZodTypes, percorso: readonly string[]): boolean {
  const { def } = schema._zod;
  if (def.type !== 'string') return false;
  const formato = 'format' in def ? def.format : undefined;
  return formato === 'uuid' || formato === 'guid' || NOME.test(percorso.filter(nome => nome !== '*').at(-1) ?? '');
}

/** What a schema is made of, with the name it adds to the way; null where it adds none. */
function figliDi(schema: z.core.$ZodTypes): (readonly [nome: string | null, figlio: z.core.$ZodType])[] {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape);
    case 'array':
      return [['*', def.element]];
    case 'record':
      return [['*', def.valueType]];
    case 'tuple':
      return [...def.items, ...(def.rest === null ? [] : [def.rest])].map(item => ['*', item]);
    case 'union':
      return def.options.map(option => [null, option]);
    case 'intersection':
      return [
        [null, def.left],
        [null, def.right],
      ];
    // What comes out names what went in, unless it is only a transformation of it.
    case 'pipe':
      return def.out._zod.def.type === 'transform' ? [[null, def.in]] : [[null, def.out]];
    case 'lazy':
      return [[null, def.getter()]];
    // Optional, with a default, readonly …: whatever only wraps another.
    default:
      return 'innerType' in def ? [[null, def.innerType]] : [];
  }
}
