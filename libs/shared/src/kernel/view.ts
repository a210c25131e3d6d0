import * as z from 'zod';

/** As deep as it goes: an answer is read, never written on. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** What the schema of an answer says: the type of a view. */
export type Reads<Schema extends z.ZodType> = DeepReadonly<z.output<Schema>>;

/** RFC 3339 instant. */
export const instant = z.iso.datetime({ offset: true });
/** UUID of a thing. */
export const identifier = z.guid();
/** SHA-256, 64 hexadecimal digits. */
export const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
/** Who signed a file, as its envelope (.p7m) says and nobody has verified; empty where it tells no plain name, null where there is none. */
export const firmatari = z.array(z.string()).nullable();
/** Grows with each change: the number that `If-Match` names. */
export const version = z.int().min(0);

/** Every collection of the API (ModI): rows, page size, cursor of the next page. */
export const pagina = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), limit: z.int(), nextCursor: z.string().nullable() });
/** A page of rows: see `pagina`. */
export interface Pagina<T> {
  readonly items: readonly T[];
  readonly limit: number;
  readonly nextCursor: string | null;
}

/** A collection that comes whole. */
export const elenco = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item) });

/** A file that was uploaded and is kept. */
export const fileCaricatoView = z.strictObject({ id: identifier, nome: z.string(), bytes: z.int() });
export type FileCaricatoView = Reads<typeof fileCaricatoView>;
