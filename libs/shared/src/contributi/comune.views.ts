/** A comune by name, as lists and filters show it. */
export interface ComuneBreve {
  readonly istat: string;
  readonly nome: string;
}
