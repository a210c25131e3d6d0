import type { ColonnaDatasetView } from '@tavoli/shared';

/** A column: its name in the files, what it says, the SQL of its value (text, number, boolean or null). */
export interface Colonna extends ColonnaDatasetView {
  readonly sql: string;
}

/** Open data as SQL over public facts only; `$1` is the ambito. Names of people stand in it only where the site shows them. */
export interface DefinizioneDataset {
  readonly titolo: string;
  readonly descrizione: string;
  readonly colonne: readonly Colonna[];
  readonly from: string;
  readonly where: string;
  /** What rows are ordered and read on by: SQL and type of each part; together they tell any two rows apart. */
  readonly chiave: readonly (readonly [sql: string, tipo: string])[];
}
