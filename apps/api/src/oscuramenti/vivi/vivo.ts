import { createHash } from 'node:crypto';
import { braniDi, type Forbici, type ImprontaOscurata, type LiveEvent, type TipoVivo } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import type { Archivio } from '../oscurare/archivio.js';
import { conValore } from '../oscurare/genere.js';
import { documentiCheStampano } from '../oscurare/stampati.js';
import { Cambiato, type Cosa, type Oscurabile, type Pronto } from '../oscurare/oscurabile.js';
import { TESTI_VIVI, type Parte, type TestoVivo } from './testi.js';

/** A row of a part, as it stands in its table. */
interface Riga {
  readonly parte: Parte;
  readonly posto: number;
  readonly ctid: string;
  readonly valori: Readonly<Record<string, unknown>>;
}

interface VivoPronto extends Pronto {
  /** Of every row, in order: the columns that change. */
  readonly dopo: readonly Readonly<Record<string, unknown>>[];
}

/** A text that is read where it is written: its words are cut in place. It has no file and no fingerprint; its version is a digest of all that it says. */
export class TestoVivoOscurabile implements Oscurabile<VivoPronto> {
  readonly pubblicati: string;
  readonly corpi: string;
  readonly evento: LiveEvent['tipo'] | null;
  private readonly di: TestoVivo;

  constructor(
    readonly tipo: TipoVivo,
    private readonly db: EntityManager,
  ) {
    this.di = TESTI_VIVI[tipo];
    this.pubblicati = this.di.pubblicati;
    this.evento = this.di.evento;
    const parole = this.di.parti.map(
      ({ tabella, colonne, di }) =>
        `(SELECT jsonb_agg(jsonb_build_array(${Object.keys(colonne)
          .map(c => `x.${c}`)
          .join(', ')})) FROM ${tabella} x WHERE ${di('q.ambito_id', 'q.id')})`,
    );
    this.corpi = `SELECT q.ambito_id, q.id, jsonb_build_array(${parole.join(', ')}) AS corpo FROM (${this.pubblicati}) q`;
  }

  async leggi(db: EntityManager, ctx: RequestContext, id: string) {
    const righe = await this.righe(db, placeOf(ctx).ambitoId, id);
    return righe && { version: versione(righe), brani: braniDi(taglia, righe) };
  }

  async prepara(ctx: RequestContext, id: string, forbici: Forbici): Promise<VivoPronto | null> {
    const righe = await this.righe(this.db, placeOf(ctx).ambitoId, id);
    if (righe === null) return null;
    const dopo = taglia(forbici, righe).map((nuova, i) => diversi(righe[i]?.valori ?? {}, nuova));
    if (dopo.every(d => Object.keys(d).length === 0)) return null;
    return { tipo: this.tipo, id, version: versione(righe), dopo };
  }

  async blocca(tx: Tx, id: string): Promise<void> {
    if (this.di.testa !== null)
      await tx.db.query(`SELECT 1 FROM ${this.di.testa.tabella} WHERE ambito_id = $1 AND id = $2 FOR UPDATE`, [tx.ambitoId, id]);
  }

  /** Documents are printed with its words; what else tells them is found by the words. */
  derivati(db: EntityManager, ambitoId: string, id: string): Promise<Cosa[]> {
    return documentiCheStampano(db, ambitoId, id);
  }

  async scrivi(tx: Tx, p: VivoPronto, archivio: Archivio): Promise<ImprontaOscurata[]> {
    const righe = await this.righe(tx.db, tx.ambitoId, p.id, ' FOR UPDATE');
    if (righe === null || versione(righe) !== p.version) throw new Cambiato();
    for (const [i, { parte, ctid, valori }] of righe.entries()) {
      const dopo = p.dopo[i] ?? {};
      const colonne = Object.keys(dopo);
      if (colonne.length === 0) continue;
      archivio.tieni(parte.tabella, { di: p.id, ...Object.fromEntries(colonne.map(c => [c, valori[c]])) });
      await tx.db.query(`UPDATE ${parte.tabella} SET ${colonne.map((c, n) => `${c} = $${n + 2}`).join(', ')} WHERE ctid = $1::tid`, [
        ctid,
        ...colonne.map(c => (parte.colonne[c]?.[0] === 'testo' ? dopo[c] : JSON.stringify(dopo[c]))),
      ]);
    }
    if (this.di.testa !== null)
      await tx.db.query(`UPDATE ${this.di.testa.tabella} SET ${this.di.testa.assegna} WHERE ambito_id = $1 AND id = $2`, [
        tx.ambitoId,
        p.id,
      ]);
    return [];
  }

  /** Null unless it is public. */
  private async righe(db: EntityManager, ambitoId: string, id: string, blocco = ''): Promise<Riga[] | null> {
    const pubblico = await db.query<unknown[]>(`SELECT 1 FROM (${this.pubblicati}) q WHERE q.ambito_id = $1 AND q.id = $2`, [ambitoId, id]);
    if (pubblico.length === 0) return null;
    const tutte: Riga[] = [];
    for (const parte of this.di.parti) {
      const righe = await db.query<(Record<string, unknown> & { ctid: string })[]>(
        `SELECT x.ctid::text AS ctid, ${Object.keys(parte.colonne)
          .map(c => `x.${c}`)
          .join(
            ', ',
          )} FROM ${parte.tabella} x WHERE ${parte.di('$1', '$2')} AND $2::uuid IS NOT NULL ORDER BY ${parte.ordine ?? 'x.id'}${blocco}`,
        [ambitoId, id],
      );
      tutte.push(...righe.map(({ ctid, ...valori }, posto) => ({ parte, posto, ctid, valori })));
    }
    return tutte;
  }
}

/** Every row with its columns cut. */
function taglia(f: Forbici, righe: readonly Riga[]): Record<string, unknown>[] {
  return righe.map(({ parte, posto, valori }) =>
    Object.fromEntries(
      Object.entries(parte.colonne).map(([c, [genere, dove]]) => [
        c,
        conValore(f, genere, `${parte.tabella}.${posto}.${c}`, dove, valori[c]),
      ]),
    ),
  );
}

const diversi = (prima: Readonly<Record<string, unknown>>, dopo: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(dopo).filter(([c, v]) => JSON.stringify(v) !== JSON.stringify(prima[c])));

/** Of 28 bits: an `If-Match` is a whole number. */
function versione(righe: readonly Riga[]): number {
  const detto = JSON.stringify(righe.map(r => [r.parte.tabella, r.valori]));
  return 1 + Number.parseInt(createHash('sha256').update(detto).digest('hex').slice(0, 7), 16);
}
