import { Inject, Injectable } from '@nestjs/common';
import { instantToRomeWall, type ChiudiSottogruppoInput, type TavoloView } from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { hold } from '../platform/procedura/hold.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { tutti } from '../sottogruppi/membri.js';
import { emailChiuso, leggiEnti, leggiPerEmail } from '../sottogruppi/sottogruppi.emails.js';
import { TAVOLO_KIND } from '../tavoli/tavolo.kind.js';
import { TavoliQueries } from '../tavoli/tavoli.queries.js';
import { finisce } from './sottogruppi.js';

/** A sottogruppo ends by a word of who leads its tavolo: no act, and no day but today. */
@Injectable()
export class ChiudiSottogruppoService {
  constructor(
    private readonly commands: Commands,
    private readonly tavoli: TavoliQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ProblemError `risorsa.non_trovata` of a tavolo, `tavolo.chiuso`, `tavolo.incontro_in_corso`; 412 */
  async chiudi(ctx: RequestContext, { motivazione }: ChiudiSottogruppoInput): Promise<TavoloView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const { now, version } = await hold(tx, ctx, TAVOLO_KIND);
      const nome = await demandFinito(tx, id);
      const persone = await tutti(tx.db, ambitoId, id);
      const fine = { il: instantToRomeWall(now).slice(0, 10), at: now, motivo: motivazione, atto: null };
      await finisce(tx, ctx, { origin: this.config.publicOrigin }, { id, nome, version }, fine);
      const dati = await leggiPerEmail(tx.db, ambitoId, id);
      tx.email(...emailChiuso(dati, persone, await leggiEnti(tx.db, ambitoId, persone), motivazione));
      return this.tavoli.unoIn(tx.db, ambitoId, id);
    });
  }
}

/** @returns its name */
async function demandFinito(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.db.query<{ nome: string; chiuso: boolean; inCorso: boolean }[]>(
    `SELECT t.nome, t.chiuso_il IS NOT NULL AS chiuso,
       EXISTS (SELECT 1 FROM incontro n WHERE n.ambito_id = t.ambito_id AND n.tavolo_id = t.id AND n.stato = 'in_corso') AS "inCorso"
     FROM tavolo t WHERE t.ambito_id = $1 AND t.id = $2 AND t.padre_id IS NOT NULL`,
    [tx.ambitoId, id],
  );
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  if (row.chiuso) throw new ProblemError('tavolo.chiuso');
  if (row.inCorso) throw new ProblemError('tavolo.incontro_in_corso');
  return row.nome;
}
