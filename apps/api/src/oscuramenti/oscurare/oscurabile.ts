import type { Brano, Forbici, ImprontaOscurata, LiveEvent, TipoTesto } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/commands/commands.js';
import type { RequestContext } from '../../platform/commands/context.js';
import type { Archivio } from './archivio.js';

/** A published text by its kind and id. */
export interface Cosa {
  readonly tipo: TipoTesto;
  readonly id: string;
}

/** What was made ready outside any transaction: a twin and its file, kept already. `version` is that of the thing when it was read. */
export interface Pronto extends Cosa {
  readonly version: number;
}

/** Something changed between reading and writing: what was made ready is of no use, and is made again. */
export class Cambiato extends Error {}

/** How a kind of published text is blacked out. One file of `cose/` each; `cose/index.ts` lists them. */
export interface Oscurabile<P extends Pronto = Pronto> {
  readonly tipo: TipoTesto;
  /** What open pages of the offices are told; null: none shows it. */
  readonly evento: LiveEvent['tipo'] | null;
  /** SELECT of columns ambito_id, id, titolo, percorso (within the ambito), at: everything of this kind that is public now. */
  readonly pubblicati: string;
  /** SELECT of columns ambito_id, id, corpo (jsonb): all the words of each of them, at least. */
  readonly corpi: string;
  /** The pieces that everyone reads; null unless it is public. */
  leggi(db: EntityManager, ctx: RequestContext, id: string): Promise<{ version: number; brani: readonly Brano[] } | null>;
  /** The twin and its file without what the scissors cut; null: nothing is cut. @throws ProblemError `pdf.non_disponibile` */
  prepara(ctx: RequestContext, id: string, forbici: Forbici, at: Date): Promise<P | null>;
  /** Locks it, and whatever may tell its words while this goes on. */
  blocca(tx: Tx, id: string): Promise<void>;
  /** Other published texts that may tell the same words because of it. */
  derivati(db: EntityManager, ambitoId: string, id: string): Promise<Cosa[]>;
  /** Puts the twin in the place of the one there was. @throws Cambiato unless it is still the version that was read */
  scrivi(tx: Tx, pronto: P, archivio: Archivio, at: Date): Promise<ImprontaOscurata[]>;
}
