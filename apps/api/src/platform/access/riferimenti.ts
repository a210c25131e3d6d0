import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { identificativiDi, type Identificativo, type Riferimento } from '@tavoli/shared';

type Schema = Parameters<typeof identificativiDi>[0];

/** One part of a request that a handler reads, with its schema. */
export interface Input {
  readonly in: 'body' | 'query';
  readonly schema: Schema;
}

/** What a request names: an id (lower case), what it is the id of, and where it stands. */
export interface Nominato {
  readonly id: string;
  readonly riferimento: Exclude<Riferimento, { forma: 'secondo' | 'proprio' }>;
  readonly pointer: string;
}

/** What a handler reads of the body and of the query, as its parameters declare. */
export function inputsOf(controller: Type<unknown>, handler: string): Input[] {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<string, { schema?: Schema }>;
  return Object.entries(args).flatMap(([key, { schema }]) => {
    const type = Number(key.split(':')[0]);
    if (schema === undefined || (type !== RouteParamtypes.BODY && type !== RouteParamtypes.QUERY)) return [];
    return [{ in: type === RouteParamtypes.BODY ? ('body' as const) : ('query' as const), schema }];
  });
}

/** A segment of the URL or a header that a handler reads, with the pipes that judge it. */
export interface Named {
  readonly in: 'path' | 'header';
  readonly name: string;
  readonly pipes: readonly unknown[];
}

/** What a handler reads of the URL's path and of the headers by name, as its parameters declare. */
export function namedOf(controller: Type<unknown>, handler: string): Named[] {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<
    string,
    { data?: string; pipes?: unknown[] }
  >;
  return Object.entries(args).flatMap(([key, { data, pipes = [] }]) => {
    const type = Number(key.split(':')[0]);
    if (data === undefined || (type !== RouteParamtypes.PARAM && type !== RouteParamtypes.HEADERS)) return [];
    return [{ in: type === RouteParamtypes.PARAM ? ('path' as const) : ('header' as const), name: data, pipes }];
  });
}

/** Where a list names things one after the other: `/tavoli/0`, `/aree/0/id`. */
const ELEMENTO = /^(.*)\/\d+(?:\/id)?$/;

/** The first that a list names for the second time. */
export function ripetuto(named: readonly Nominato[]): Nominato | undefined {
  const visti = new Set<string>();
  return named.find(({ id, pointer }) => {
    const lista = ELEMENTO.exec(pointer)?.[1];
    if (lista === undefined) return false;
    const voce = `${lista} ${id}`;
    return visti.size === visti.add(voce).size;
  });
}

/** As many as a list of any schema may hold: what is longer is refused as a whole, later. */
const MASSIMO = 500;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a request names where its schema says that an identifier stands. What is no identifier at all is left to the schema, which refuses it. */
export function nominati(value: unknown, identificativi: readonly Identificativo[]): Nominato[] {
  return identificativi.flatMap(({ percorso, riferimento }) =>
    riferimento === undefined
      ? []
      : valori(value, percorso, '', null).flatMap(({ id, pointer, accanto }) => {
          const di = secondo(riferimento, accanto);
          return di === null || !UUID.test(id) ? [] : [{ id: id.toLowerCase(), riferimento: di, pointer }];
        }),
  );
}

function secondo(riferimento: Riferimento, accanto: Readonly<Record<string, unknown>> | null): Nominato['riferimento'] | null {
  if (riferimento.forma === 'proprio') return null;
  if (riferimento.forma !== 'secondo') return riferimento;
  const caso = String(accanto?.[riferimento.campo]);
  return Object.hasOwn(riferimento.casi, caso) ? secondo(riferimento.casi[caso] as Riferimento, accanto) : null;
}

interface Valore {
  readonly id: string;
  readonly pointer: string;
  /** The object whose field it is. */
  readonly accanto: Readonly<Record<string, unknown>> | null;
}

function valori(value: unknown, percorso: readonly string[], pointer: string, accanto: Valore['accanto']): Valore[] {
  const [nome, ...resto] = percorso;
  if (nome === undefined) return typeof value === 'string' ? [{ id: value, pointer, accanto }] : [];
  if (nome === '*')
    return elementi(value)
      .slice(0, MASSIMO)
      .flatMap(([key, item]) => valori(item, resto, `${pointer}/${key}`, accanto));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, nome)) return [];
  const oggetto = value as Record<string, unknown>;
  return valori(oggetto[nome], resto, `${pointer}/${nome}`, oggetto);
}

/** Of a list, of an object, or of a list written in a query with commas. */
function elementi(value: unknown): [string, unknown][] {
  if (typeof value === 'string') return Object.entries(value.split(',', MASSIMO));
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
