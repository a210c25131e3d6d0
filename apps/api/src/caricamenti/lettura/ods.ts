import { COLONNE_CARICATE_MASSIME } from '@tavoli/shared';
import { illeggibile, Raccolta, type Foglio } from './foglio.js';
import type { Archivio } from './unzip.js';
import { ascoltaXml } from './xml.js';

/** The first table of an OpenDocument spreadsheet, each cell as it is shown. @throws ProblemError `caricamento.illeggibile` */
export async function leggiOds(archivio: Archivio): Promise<Foglio> {
  const bytes = await archivio.apri('content.xml');
  if (bytes === null) throw illeggibile('Nel file non c’è nessun foglio.');
  const tabella = new Tabella();
  ascoltaXml(bytes, {
    apre: (nome, a) => tabella.apre(nome, a),
    testo: t => tabella.testo(t),
    chiude: nome => tabella.chiude(nome),
  });
  return tabella.raccolta.chiudi({ formato: 'ods', codifica: null, separatore: null, foglio: tabella.nome });
}

/** Reads the first table and passes over the others. */
class Tabella {
  readonly raccolta = new Raccolta();
  nome: string | null = null;
  private stato: 'prima' | 'dentro' | 'dopo' = 'prima';
  private riga = 0;
  private righeUguali = 1;
  private celleUguali = 1;
  private celle: string[] = [];
  private cella: string[] | null = null;
  private nota = 0;

  apre(nome: string, a: Readonly<Record<string, string>>): void {
    if (nome === 'table' && this.stato === 'prima') [this.stato, this.nome] = ['dentro', a['table:name'] ?? ''];
    if (this.stato !== 'dentro') return;
    if (nome === 'table-row') [this.celle, this.righeUguali] = [[], volte(a['table:number-rows-repeated'])];
    else if (nome === 'table-cell' || nome === 'covered-table-cell')
      [this.cella, this.celleUguali] = [[], volte(a['table:number-columns-repeated'])];
    else if (nome === 'annotation') this.nota += 1;
    else if (nome === 'p' && this.nota === 0) this.cella?.push('');
    else if ((nome === 's' || nome === 'tab' || nome === 'line-break') && this.nota === 0)
      this.testo(nome === 'line-break' ? '\n' : ' '.repeat(Math.min(volte(a['text:c']), 100)));
  }

  testo(t: string): void {
    if (this.cella !== null && this.cella.length > 0 && this.nota === 0) this.cella[this.cella.length - 1] += t;
  }

  chiude(nome: string): void {
    if (nome === 'annotation') this.nota -= 1;
    else if (nome === 'table' && this.stato === 'dentro') this.stato = 'dopo';
    else if (this.cella !== null && (nome === 'table-cell' || nome === 'covered-table-cell')) this.fineCella(this.cella.join('\n'));
    else if (nome === 'table-row' && this.stato === 'dentro') this.fineRiga();
  }

  /** A sheet says once that a thousand cells are empty: only as many as may be read are made. */
  private fineCella(valore: string): void {
    const quante = Math.min(this.celleUguali, COLONNE_CARICATE_MASSIME + 1 - this.celle.length);
    for (let i = 0; i < quante; i += 1) this.celle.push(valore);
    this.cella = null;
  }

  private fineRiga(): void {
    const piena = this.celle.some(cella => cella.trim() !== '');
    for (let i = 0; piena && i < this.righeUguali; i += 1) this.raccolta.aggiungi(this.riga + i + 1, this.celle);
    this.riga += this.righeUguali;
  }
}

const volte = (quante: string | undefined): number => Math.max(1, Math.trunc(Number(quante ?? 1)) || 1);
