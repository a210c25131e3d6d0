import { Injectable } from '@nestjs/common';
import {
  anniDi,
  ETICHETTE_STATO_ELABORATO,
  formatValore,
  type FormatoTabella,
  nomeAnno,
  nomeVoce,
  type QuadroRisorse,
  rigaInParole,
  type RiepilogoQuery,
  scriviEuro,
} from '@tavoli/shared';
import type { RequestContext } from '../../platform/commands/context.js';
import type { CsvColumn } from '../../platform/csv/csv-stream.js';
import type { FileAnswer } from '../../platform/http/send-file.js';
import { tableFile } from '../../platform/xlsx/table-file.js';
import { RiepilogoQueries } from './riepilogo.queries.js';

type Quadro = Pick<QuadroRisorse, 'perFonte' | 'perAnno' | 'sanitaria' | 'totale'>;
interface Riga extends Quadro {
  readonly tavolo: string;
  readonly scheda: string;
  readonly stato: string;
}

/** The sums of the schede as files. */
@Injectable()
export class RiepilogoTabelle {
  constructor(private readonly queries: RiepilogoQueries) {}

  /** A line for each scheda, by source and by year; what the Piano took in and what may still change have each a total of their own. */
  async risorse(ctx: RequestContext, query: RiepilogoQuery, formato: FormatoTabella): Promise<FileAnswer> {
    const { fondi, accolte, inLavorazione } = await this.queries.riepilogo(ctx, query);
    const righe = [accolte, inLavorazione].flatMap(({ schede, totale }, i): Riga[] =>
      schede.length === 0
        ? []
        : [
            ...schede.map(({ elaborato: { tavolo, titolo, stato }, ...quadro }) => ({
              tavolo: tavolo.nome,
              scheda: titolo,
              stato: ETICHETTE_STATO_ELABORATO[stato],
              ...quadro,
            })),
            { tavolo: i === 0 ? 'Totale delle schede accolte' : 'Totale delle schede in lavorazione', scheda: '', stato: '', ...totale },
          ],
    );
    const anni = anniDi(Object.assign({}, accolte.totale.perAnno, inLavorazione.totale.perAnno) as Record<string, number>);
    const columns: CsvColumn<Riga>[] = [
      ['Tavolo', r => r.tavolo],
      ['Scheda', r => r.scheda],
      ['Stato', r => r.stato],
      ...fondi.map((f): CsvColumn<Riga> => [`${f.titolo} (€)`, r => euro(r.perFonte[f.codice] ?? 0)]),
      ...anni.map((a): CsvColumn<Riga> => [`${nomeAnno(a)} (€)`, r => euro(r.perAnno[a] ?? 0)]),
      ['Di cui quota sanitaria (€)', r => euro(r.sanitaria)],
      ['Totale (€)', r => euro(r.totale)],
    ];
    return tableFile(formato, { name: 'risorse', sheet: 'Risorse', columns, rows: righe });
  }

  /** A line for each amount, with all that is said of it: to be added up as one needs. */
  async importi(ctx: RequestContext, query: RiepilogoQuery, formato: FormatoTabella): Promise<FileAnswer> {
    const { schede, fondi, comuni } = await this.queries.leggi(ctx, query);
    const nomi = { fondi, leps: [], obiettivi: [] };
    const importi = schede.flatMap(s => s.risorse.map(r => ({ s, r, parole: rigaInParole(r, comuni) })));
    const columns: CsvColumn<(typeof importi)[number]>[] = [
      ['Tavolo', i => i.s.tavolo.nome],
      ['Aree', i => i.s.aree.map(a => a.nome).join(', ')],
      ['Scheda', i => i.s.titolo],
      ['Stato', i => ETICHETTE_STATO_ELABORATO[i.s.stato]],
      ['Anno', i => i.parole.anno],
      ['Codice del fondo', i => i.r.fonte],
      ['Fondo', i => nomeVoce(nomi, 'fondi', i.r.fonte)],
      ['Chi paga', i => i.parole.chi],
      ['Codice ISTAT del comune', i => (comuni.some(c => c.istat === i.r.paga) ? i.r.paga : null)],
      ['Quota', i => i.parole.quota],
      ['Per che cosa', i => i.r.descrizione],
      ['Importo (€)', i => euro(i.r.centesimi)],
    ];
    return tableFile(formato, { name: 'importi', sheet: 'Importi', columns, rows: importi });
  }

  async indicatori(ctx: RequestContext, query: RiepilogoQuery, formato: FormatoTabella): Promise<FileAnswer> {
    const { indicatori } = await this.queries.riepilogo(ctx, query);
    const columns: CsvColumn<(typeof indicatori)[number]>[] = [
      ['Tavolo', i => i.elaborato.tavolo.nome],
      ['Scheda', i => i.elaborato.titolo],
      ['Stato', i => ETICHETTE_STATO_ELABORATO[i.elaborato.stato]],
      ['Indicatore', i => i.nome],
      ['Unità', i => i.unita],
      ['Valore iniziale', i => (i.iniziale === null ? null : numero(i.iniziale))],
      ['Valore atteso', i => (i.atteso === null ? null : numero(i.atteso))],
      ['Fonte del dato', i => i.fonte],
    ];
    return tableFile(formato, { name: 'indicatori', sheet: 'Indicatori', columns, rows: indicatori });
  }
}

/** Digits and a decimal comma, without dots: what a spreadsheet in Italy takes for a number. Never passes by a fraction. */
const euro = (centesimi: number): string => scriviEuro(centesimi).replaceAll('.', '');

/** A negative value is a number, not a formula; written as text it would get an apostrophe. Values have at most 12 digits and 4 decimals: exact enough for the sheet. */
const numero = (valore: string): string | number => (valore.startsWith('-') ? Number(valore) : formatValore(valore));
