import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  CARICAMENTO,
  campiMancanti,
  rolesIn,
  TIPI,
  type CaricamentoRigaView,
  type CaricamentoView,
  type RigaCaricataView,
  type RigheCaricateView,
  type RigheQuery,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleWhere } from '../platform/access/visible.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { CARICAMENTO_KIND } from './caricamento.kind.js';
import { ELENCO, UNO } from './caricamenti.sql.js';
import type { RigaPiano } from './simulazione.js';

interface Riga extends Omit<CaricamentoView, 'azioni' | 'esempi' | 'mancano' | 'daScrivere'> {
  readonly prima: string[] | null;
  readonly seconda: string[] | null;
  readonly nuove: number;
  readonly annullabile: boolean | null;
}

/** Reads of caricamenti. */
@Injectable()
export class CaricamentiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async elenco(ctx: RequestContext): Promise<{ items: CaricamentoRigaView[] }> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const where = visibleWhere(CARICAMENTO_KIND, ctx.actor, ambitoId, args);
    const sql = `${ELENCO} AND ${where} ORDER BY k.creato_at DESC, k.id`;
    return { items: await this.db.query<CaricamentoRigaView[]>(sql, args) };
  }

  uno(ctx: RequestContext): Promise<CaricamentoView> {
    return this.unoIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  /** The same, inside a transaction. */
  async unoIn(db: EntityManager, ctx: RequestContext, id: string): Promise<CaricamentoView> {
    const { ambitoId } = placeOf(ctx);
    const [riga] = await db.query<Riga[]>(UNO, [ambitoId, id]);
    if (riga === undefined) throw new ProblemError('risorsa.non_trovata');
    const { prima, seconda, nuove, annullabile, ...resto } = riga;
    const azioni = azioniPermesse('caricamento', CARICAMENTO, riga.stato, rolesIn(ctx.actor, { ambitoId }));
    return {
      ...resto,
      esempi: [prima, seconda].filter(celle => celle !== null),
      mancano: campiMancanti(TIPI[riga.tipo], riga.colonne).map(campo => campo.nome),
      daScrivere: daScrivere(riga, nuove),
      annullabileFinoAt: annullabile === true ? riga.annullabileFinoAt : null,
      azioni: azioni.filter(azione => (azione === 'annulla' ? annullabile === true : !riga.dimenticato)),
    };
  }

  /** What becomes, or became, of each row. */
  async righe(ctx: RequestContext, { esito, da, limit }: RigheQuery): Promise<RigheCaricateView> {
    const righe = await this.piano(ctx);
    const scelte = esito === undefined ? righe : righe.filter(r => r.esito === esito);
    return { totale: scelte.length, items: scelte.slice(da, da + limit) };
  }

  /** All of them, their fields by name; none once the content is forgotten. */
  async piano(ctx: RequestContext): Promise<RigaCaricataView[]> {
    const { ambitoId, id } = placeOf(ctx);
    const [riga] = await this.db.query<{ tipo: CaricamentoView['tipo']; piano: RigaPiano[] | null; colonne: (string | null)[] }[]>(
      'SELECT tipo, piano, colonne FROM caricamento WHERE ambito_id = $1 AND id = $2',
      [ambitoId, id],
    );
    if (riga === undefined) throw new ProblemError('risorsa.non_trovata');
    const nomi = new Map(TIPI[riga.tipo].campi.map(c => [c.percorso, c.nome]));
    const nome = (campo: string): string => nomi.get(campo) ?? campo;
    return (riga.piano ?? []).map(r => ({
      ...r,
      differenze: r.differenze.map(d => ({ ...d, campo: nome(d.campo) })),
      errori: r.errori.map(({ campo, messaggio, valore }) => {
        const dove = campo === null ? -1 : riga.colonne.indexOf(campo);
        return { campo: campo === null ? null : nome(campo), colonna: dove === -1 ? null : lettere(dove), messaggio, valore };
      }),
    }));
  }
}

/** `A`, `B`, …, `AA`: as a spreadsheet calls a column. */
export const lettere = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : lettere(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26));

function daScrivere({ tipo, stato, conteggi, messaggi, scrittoAt }: Riga, nuove: number): number {
  if (TIPI[tipo].messaggi === null) return 0;
  if (stato === 'simulazione') return conteggi.nuova;
  return stato === 'eseguito' && messaggi === 'dopo' && scrittoAt === null ? nuove : 0;
}
