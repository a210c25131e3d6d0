import { Inject, Injectable } from '@nestjs/common';
import { can, PROBLEMS, type DesignazioneInviataView, type DesignazioniInsiemeInput, type FieldProblem } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { apriBozza } from '../designazioni/bozza.js';
import { designazioneProcedura, type DaChiedere } from '../designazioni/designazione.procedura.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { inNostreParole } from '../platform/database/nostre-parole.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { follow } from '../platform/procedura/steps.js';
import { emailConsensi } from './consensi.emails.js';

type Scelto = DesignazioniInsiemeInput['tavoli'][number];
interface Insieme {
  readonly origin: string;
  readonly daChiedere: DaChiedere[];
}

/** Whoever publishes, changes or annuls one of the avvisi waits for all of the answer, and it for them; in one order, so that two answers never wait for each other. */
const TIENE_AVVISI = 'SELECT 1 FROM avviso WHERE ambito_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR SHARE';
const TIENE_ENTE = 'SELECT 1 FROM ente WHERE ambito_id = $1 AND id = $2 FOR NO KEY UPDATE';

const INVIATE = `SELECT d.id, jsonb_build_object('id', t.id, 'nome', t.nome) AS tavolo, d.veste,
    jsonb_build_object('numero', d.protocollo_numero, 'anno', d.protocollo_anno) AS "numeroDiRegistro"
  FROM designazione d JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
  WHERE d.ambito_id = $1 AND d.id = ANY($2::uuid[]) ORDER BY d.protocollo_anno, d.protocollo_numero`;

/** One answer of an ente for several tavoli: a designazione for each, with its number, its receipt and its life; the people are written, and asked, once. */
@Injectable()
export class InsiemeService {
  constructor(
    private readonly commands: Commands,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Sends all of them or none: every tavolo whose own rules speak against it is told, each on `/tavoli/<n>/tavoloId`.
   * @throws ProblemError `ente.non_verificato`, `designazione.insieme_rifiutata` with what is refused for each tavolo
   */
  async invia(ctx: RequestContext, { tavoli, rappresentanti }: DesignazioniInsiemeInput): Promise<{ items: DesignazioneInviataView[] }> {
    const place = placeOf(ctx);
    if (!can(ctx.actor, 'designazione.invia', place)) throw new ProblemError('accesso.negato');
    if (place.stato !== 'verificato') throw new ProblemError('ente.non_verificato');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const own: Insieme = { origin: this.config.publicOrigin, daChiedere: [] };
      await tx.db.query(TIENE_AVVISI, [tx.ambitoId, tavoli.map(t => t.avvisoId)]);
      await tx.db.query(TIENE_ENTE, [tx.ambitoId, place.id]);
      const rifiuti: FieldProblem[] = [];
      for (const [n, scelto] of tavoli.entries()) {
        const rifiuto = await rifiutoDi(tx.db, () => unaSola(tx, ctx, own, scelto, rappresentanti));
        if (rifiuto !== null) rifiuti.push({ ...rifiuto, pointer: `/tavoli/${n}/tavoloId` });
      }
      if (rifiuti.length > 0) throw new ProblemError('designazione.insieme_rifiutata', { errors: rifiuti });
      tx.email(...emailConsensi(own.daChiedere));
      const ids = own.daChiedere.map(({ designazione }) => designazione.id);
      return { items: await tx.db.query<DesignazioneInviataView[]>(INVIATE, [tx.ambitoId, ids]) };
    });
  }
}

/** The draft of one of them, and its sending: as if the ente had answered for this tavolo alone. */
async function unaSola(
  tx: Tx,
  ctx: RequestContext,
  own: Insieme,
  { avvisoId, tavoloId, dichiarazioni }: Scelto,
  rappresentanti: DesignazioniInsiemeInput['rappresentanti'],
): Promise<void> {
  const { ambitoId, ambitoSlug, id: enteId } = placeOf(ctx);
  const id = await apriBozza(tx, enteId, { avvisoId, tavoloId, rappresentanti });
  const place = { kind: 'designazione', ambitoId, ambitoSlug, id, tavoloId, enteId, stato: 'bozza', version: 1 };
  await follow(designazioneProcedura, tx, ctx, 'invia', { place, version: 1, input: { dichiarazioni } }, own);
}

/** What `work` is refused for; null: it was done. What a refused one had written is taken back, so that the next is judged without it. */
async function rifiutoDi(db: EntityManager, work: () => Promise<void>): Promise<Omit<FieldProblem, 'pointer'> | null> {
  await db.query('SAVEPOINT una');
  try {
    await work();
    return null;
  } catch (error) {
    const code = error instanceof ProblemError ? error.code : inNostreParole(error);
    if (code === null) throw error;
    await db.query('ROLLBACK TO SAVEPOINT una');
    const detto = error instanceof ProblemError ? error.extra.errors?.[0]?.message : undefined;
    return { code, message: detto ?? PROBLEMS[code][1] };
  }
}
