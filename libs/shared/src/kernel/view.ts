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
/** Grows with each change: the number that `If-Match` names. */
export const version = z.int().min(0);
