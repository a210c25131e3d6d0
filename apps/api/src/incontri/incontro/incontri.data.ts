import type {
  ParoleScelte,
  PuntoScritto,
  RegoleTavolo,
  SedeIncontro,
  StatoCongiunto,
  StatoIncontro,
  TipoIncontro,
  ProtocolloDetto,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { protocolliIn } from '../../protocolli/protocolli.sql.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { REGOLE } from './incontri.sql.js';

/** All that acts and mails about one incontro need, read once in their transaction. */
export interface DatiIncontro {
  readonly id: string;
  readonly tipo: TipoIncontro;
  readonly stato: StatoIncontro;
  readonly titolo: string;
  readonly inizioAt: Date;
  readonly fineAt: Date;
  readonly sede: SedeIncontro | null;
  readonly linkVideo: string | null;
  readonly sequence: number;
  readonly version: number;
  readonly creatoAt: Date;
  readonly tavoloId: string | null;
  readonly tavoli: readonly { readonly id: string; readonly slug: string; readonly nome: string; readonly consenso: StatoCongiunto }[];
  readonly punti: readonly PuntoScritto[];
  /** Numbers that offices gave to its convocation. */
  readonly protocolliNoti: readonly ProtocolloDetto[];
  readonly regole: readonly (Partial<RegoleTavolo> | null)[];
  readonly ambito: {
    readonly id: string;
    readonly slug: string;
    readonly nome: string;
    readonly nomeEsteso: string;
    readonly parole: ParoleScelte | null;
    readonly email: string;
  };
  /** The database's clock. */
  readonly now: Date;
}

const SQL = `
  SELECT n.id, n.tipo, n.stato, n.titolo, n.inizio_at AS "inizioAt", n.fine_at AS "fineAt", n.sede, n.link_video AS "linkVideo", n.sequence, n.version, n.creato_at AS "creatoAt",
    n.tavolo_id AS "tavoloId", ${protocolliIn('convocazione', 'n.ambito_id', 'n.id')} AS "protocolliNoti", clock_timestamp() AS now, ${REGOLE},
    jsonb_build_object('id', a.id, 'slug', a.slug, 'nome', a.nome, 'nomeEsteso', a.nome_esteso, 'parole', a.parole, 'email', a.contatti->>'email') AS ambito,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'nome', t.nome, 'consenso', nt.consenso) ORDER BY t.codice), '[]')
       FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id) AS tavoli,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('titolo', p.titolo, 'minuti', p.minuti, 'relatore', p.relatore, 'soloDiscussione', p.solo_discussione) ORDER BY p.ordine), '[]')
       FROM incontro_punto p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id) AS punti
  FROM incontro n JOIN ambito a ON a.id = n.ambito_id WHERE n.ambito_id = $1 AND n.id = $2`;

export async function leggiIncontro(db: EntityManager, ambitoId: string, id: string): Promise<DatiIncontro | null> {
  const [row] = await db.query<DatiIncontro[]>(SQL, [ambitoId, id]);
  return row ?? null;
}

/** The incontro of the URL, for a step that holds it or has just moved it. @throws ProblemError 404 */
export async function leggiIncontroDi(tx: Tx, ctx: RequestContext): Promise<DatiIncontro> {
  const dati = await leggiIncontro(tx.db, tx.ambitoId, placeOf(ctx).id);
  if (dati === null) throw new ProblemError('risorsa.non_trovata');
  return dati;
}
