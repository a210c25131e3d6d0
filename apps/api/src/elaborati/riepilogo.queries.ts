import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type Contenuto,
  ETICHETTE_STATO_ELABORATO,
  formatValore,
  nomeVoce,
  type RiepilogoElaboratiView,
  type RiepilogoQuery,
  scriviEuro,
  sommaRisorse,
  type FormatoTabella,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { visibleWhere } from '../platform/access/visible.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { CsvColumn } from '../platform/csv/csv-stream.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { tableFile } from '../platform/xlsx/table-file.js';
import { FROM } from './elaborato/elaborati.sql.js';
import { leggiVoci } from './elaborato/voci.sql.js';
import { ELABORATO_KIND } from './elaborato/elaborato.kind.js';
import { TAVOLO_BREVE } from '../tavoli/tavolo.sql.js';

type Elaborato = RiepilogoElaboratiView['schede'][number]['elaborato'];
type Row = Elaborato & {
  readonly risorse: Contenuto<'risorse'>['righe'] | null;
  readonly indicatori: Contenuto<'indicatori'>['righe'] | null;
};

/** Budget and indicators of the schede across the tavoli, as far as the reader may see them. */
@Injectable()
export class RiepilogoQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async riepilogo(ctx: RequestContext, query: RiepilogoQuery): Promise<RiepilogoElaboratiView> {
    const rows = await this.righe(ctx, query);
    const fondi = await this.fondi(ctx, rows);
    const tavoli = new Map<string, { tavolo: Elaborato['tavolo']; righe: Contenuto<'risorse'>['righe']; schede: number }>();
    for (const { tavolo, risorse } of rows) {
      const t = tavoli.get(tavolo.id) ?? { tavolo, righe: [], schede: 0 };
      tavoli.set(tavolo.id, { tavolo, righe: [...t.righe, ...(risorse ?? [])], schede: t.schede + 1 });
    }
    return {
      fondi,
      schede: rows.map(r => ({ elaborato: elaborato(r), ...sommaRisorse(r.risorse ?? [], fondi) })),
      tavoli: [...tavoli.values()].map(({ righe, ...t }) => ({ ...t, ...sommaRisorse(righe, fondi) })),
      totale: sommaRisorse(
        rows.flatMap(r => r.risorse ?? []),
        fondi,
      ),
      indicatori: rows.flatMap(r => (r.indicatori ?? []).map(i => ({ elaborato: elaborato(r), ...i }))),
    };
  }

  async risorseTabella(ctx: RequestContext, query: RiepilogoQuery, formato: FormatoTabella): Promise<FileAnswer> {
    const { fondi, schede, totale } = await this.riepilogo(ctx, query);
    type Riga = { tavolo: string; scheda: string; stato: string; perFonte: Readonly<Record<string, number>>; totale: number };
    const righe: Riga[] = [
      ...schede.map(s => ({
        tavolo: s.elaborato.tavolo.nome,
        scheda: s.elaborato.titolo,
        stato: ETICHETTE_STATO_ELABORATO[s.elaborato.stato],
        perFonte: s.perFonte,
        totale: s.totale,
      })),
      { tavolo: 'Totale', scheda: '', stato: '', ...totale },
    ];
    const columns: CsvColumn<Riga>[] = [
      ['Tavolo', r => r.tavolo],
      ['Scheda', r => r.scheda],
      ['Stato', r => r.stato],
      ...fondi.map((f): CsvColumn<Riga> => [`${f.titolo} (€)`, r => euro(r.perFonte[f.codice] ?? 0)]),
      ['Totale (€)', r => euro(r.totale)],
    ];
    return tableFile(formato, { name: 'risorse', sheet: 'Risorse', columns, rows: righe });
  }

  async indicatoriTabella(ctx: RequestContext, query: RiepilogoQuery, formato: FormatoTabella): Promise<FileAnswer> {
    const { indicatori } = await this.riepilogo(ctx, query);
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

  /** Those of the ambito, and what the schede pay from beyond them, by the names of today. */
  private async fondi(ctx: RequestContext, rows: readonly Row[]): Promise<RiepilogoElaboratiView['fondi']> {
    const voci = await leggiVoci(this.db.manager, placeOf(ctx).ambitoId);
    const usati = new Set(rows.flatMap(r => (r.risorse ?? []).map(({ fonte }) => fonte)));
    const codici = new Set([...voci.fondi.filter(v => !v.ritirata || usati.has(v.codice)).map(v => v.codice), ...usati]);
    return [...codici].map(codice => ({ codice, titolo: nomeVoce(voci, 'fondi', codice) }));
  }

  private righe(ctx: RequestContext, { tavolo, stato }: RiepilogoQuery): Promise<Row[]> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const where = [visibleWhere(ELABORATO_KIND, ctx.actor, ambitoId, args)];
    if (tavolo !== undefined) where.push(`l.tavolo_id = $${args.push(tavolo)}`);
    if (stato !== undefined) where.push(`l.stato = $${args.push(stato)}`);
    const part = (chiave: string) =>
      `(SELECT s.contenuto->'righe' FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id AND s.chiave = '${chiave}')`;
    return this.db.query<Row[]>(
      `SELECT l.id, l.titolo, l.stato, ${TAVOLO_BREVE} AS tavolo, ${part('risorse')} AS risorse, ${part('indicatori')} AS indicatori
       ${FROM} WHERE l.ambito_id = $1 AND l.tipo = 'scheda_progetto' AND ${where.join(' AND ')} ORDER BY t.codice, l.titolo, l.id`,
      args,
    );
  }
}

const elaborato = ({ id, titolo, stato, tavolo }: Row): Elaborato => ({ id, titolo, stato, tavolo });

/** Digits and a decimal comma, without dots: what a spreadsheet in Italy takes for a number. Never passes by a fraction. */
const euro = (centesimi: number): string => scriviEuro(centesimi).replaceAll('.', '');

/** A negative value is a number, not a formula; written as text it would get an apostrophe. Values have at most 12 digits and 4 decimals: exact enough for the sheet. */
const numero = (valore: string): string | number => (valore.startsWith('-') ? Number(valore) : formatValore(valore));
