import type { EntityManager } from 'typeorm';

/** Columns by name; what is not given gets its default. Objects are written as JSON, arrays as arrays. */
export type Row = Readonly<Record<string, unknown>>;

/** `ambitoId` in TypeScript is `ambito_id` in the database. */
export const columns = (fields: object): Row => Object.fromEntries(Object.entries(fields).map(([name, value]) => [snake(name), value]));

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

/** Writes a new row. Names of columns are ours, never a visitor's: inputs are closed schemas. */
export async function insert(db: EntityManager, table: string, fields: object): Promise<void> {
  const row = columns(fields);
  const names = Object.keys(row);
  await db.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(row));
}
