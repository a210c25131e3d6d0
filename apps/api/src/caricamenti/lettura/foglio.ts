import { CELLA_MASSIMA, COLONNE_CARICATE_MASSIME, RIGHE_CARICATE_MASSIME, senzaProtezione } from '@tavoli/shared';
import { fieldProblem, type ProblemError } from '../../platform/problem/problem.error.js';

/** A row of a sheet: its number as a spreadsheet counts it, and its cells. */
export interface Riga {
  readonly n: number;
  readonly celle: readonly string[];
}

/** A table as it was read: the first row is of the headings. */
export interface Foglio {
  readonly formato: 'csv' | 'xlsx' | 'ods';
  readonly codifica: string | null;
  readonly separatore: string | null;
  readonly foglio: string | null;
  readonly righe: readonly Riga[];
}

/** What is wrong with the file as a whole, in words. */
export const illeggibile = (parole: string): ProblemError => fieldProblem('caricamento.illeggibile', '/file', parole);

/** Takes rows one by one, keeps those that hold something, and ends at what no office would send. @throws ProblemError `caricamento.illeggibile` */
export class Raccolta {
  readonly righe: Riga[] = [];

  aggiungi(n: number, celle: readonly string[]): void {
    const pulite = celle.map(cella => senzaProtezione(cella.trim()).trim());
    const ultima = pulite.findLastIndex(cella => cella !== '');
    if (ultima === -1) return;
    if (this.righe.length > RIGHE_CARICATE_MASSIME)
      throw illeggibile(
        `Il file ha più di ${RIGHE_CARICATE_MASSIME.toLocaleString('it')} righe: dividilo in più file e importali uno alla volta.`,
      );
    if (ultima >= COLONNE_CARICATE_MASSIME)
      throw illeggibile(`La riga ${n} ha più di ${COLONNE_CARICATE_MASSIME} colonne: togli quelle che non servono.`);
    const lunga = pulite.findIndex(cella => cella.length > CELLA_MASSIMA);
    if (lunga !== -1) throw illeggibile(`Alla riga ${n} la cella ${lunga + 1} è più lunga di ${CELLA_MASSIMA} caratteri.`);
    this.righe.push({ n, celle: pulite.slice(0, ultima + 1) });
  }

  /** @throws ProblemError when there are no headings, or nothing below them */
  chiudi(dati: Omit<Foglio, 'righe'>): Foglio {
    if (this.righe.length === 0) throw illeggibile('Il file è vuoto: la prima riga deve contenere i nomi delle colonne.');
    if (this.righe.length === 1)
      throw illeggibile('Il file ha una sola riga: la prima contiene i nomi delle colonne, i dati cominciano dalla seconda.');
    return { ...dati, righe: this.righe };
  }
}
