import type { Lettore, Nome, Seen } from '../procedura/kind.js';
import { publicStates } from './visible.js';

/** The day in Rome of a moment (SQL), as people write it. */
export const giorno = (at: string): string => `to_char(${at} AT TIME ZONE 'Europe/Rome', 'DD/MM/YYYY')`;

/** Whether everybody may see the row: its state, as the visibility table says. */
export const vedonoTutti = ({ kind, alias }: Seen): string => `${alias}.stato IN ${publicStates(kind)}`;

/** `JOIN LATERAL` of what `id` (SQL, of a row with the ambito `ambito`) names, called so, as `alias`; no row where the reader may not see it. */
export const nomeDi = (nome: Nome, id: string, ambito: string, alias: string, lettore: Lettore): string =>
  `JOIN LATERAL (SELECT q.* FROM (${nome(lettore)}) q WHERE q.ambito_id = ${ambito} AND q.id = ${id}) ${alias} ON true`;
