/** How a column was and is, by its name. Null: its words changed, and stand with the thing alone. */
export type Cambi = Readonly<Record<string, readonly [prima: unknown, dopo: unknown] | null>>;

/** Columns of words of the code: the register keeps what they say. Words of people it never keeps twice. */
const PAROLE_DEL_CODICE = /^(?:stato|veste|tipo|verso|modo|esito|natura_giuridica|scrivono)$/;
const GIORNO = /^\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?$/;
/** Told by the act itself, or of no meaning to who reads. */
const TACIUTE = /^(?:version|motivazione|aggiornat[oa]_at)$/;

const detto = (colonna: string, valore: unknown): boolean =>
  valore === null ||
  typeof valore === 'number' ||
  typeof valore === 'boolean' ||
  (typeof valore === 'string' && (GIORNO.test(valore) || PAROLE_DEL_CODICE.test(colonna)));

/** What a write has changed, out of the row before and after: states, numbers and days as they were and are, of words only that they changed. */
export function cambiDi(prima: Readonly<Record<string, unknown>>, dopo: Readonly<Record<string, unknown>>): Cambi {
  const diverse = Object.keys(dopo).filter(c => !TACIUTE.test(c) && JSON.stringify(prima[c]) !== JSON.stringify(dopo[c]));
  return Object.fromEntries(diverse.map(c => [c, detto(c, prima[c]) && detto(c, dopo[c]) ? ([prima[c], dopo[c]] as const) : null]));
}
