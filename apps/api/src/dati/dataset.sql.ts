import type { Colonna } from './definizione.js';
import { iso } from '../platform/http/json-view.js';

export const colonna = (nome: string, descrizione: string, sql: string): Colonna => ({ nome, descrizione, sql });

/** An instant: ISO 8601, UTC. */
export const istante = (nome: string, descrizione: string, sql: string): Colonna =>
  colonna(nome, `${descrizione} Data e ora ISO 8601, UTC.`, iso(sql));

/** Names of more than one thing in a cell. */
export const uniti = (sql: string, ordine: string): string => `string_agg(${sql}, ' | ' ORDER BY ${ordine})`;
