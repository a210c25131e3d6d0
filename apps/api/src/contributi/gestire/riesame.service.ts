import { Injectable } from '@nestjs/common';
import { RIESAMINABILI, type ContributoGestioneView, type DecisioneRiesame, type StatoContributo } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { nextNumeroDiRegistro } from '../../platform/numeri/numero-di-registro.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { hold, write, type Held } from '../../platform/procedura/hold.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailRiesameChiesto, emailRiesameDeciso, emailRiesameRicevuto } from './riesame.emails.js';
import { CONTRIBUTO_KIND } from '../contributo/contributo.kind.js';
import { GestioneQueries } from '../letture/gestione.queries.js';
import { orologiPer, riesameEntro } from '../contributo/orologi.js';
import { scriviPasso } from '../contributo/passi.js';
import { news } from '../../platform/realtime/news.js';

/** Where a contributo is examined anew: what was refused goes back to the queue. */
const RIAPERTI: Readonly<Record<(typeof RIESAMINABILI)[number], StatoContributo>> = {
  respinto: 'in_moderazione',
  accolto_in_parte: 'in_esame',
  non_accolto: 'in_esame',
};
type Riesaminabile = keyof typeof RIAPERTI;

interface Situazione extends Held<StatoContributo> {
  readonly chiesto: boolean;
  readonly deciso: boolean;
  readonly vuoto: boolean;
}

/** The review of what was refused: its author asks, once, and the coordinatore decides. */
@Injectable()
export class RiesameService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: GestioneQueries,
  ) {}

  /** @throws ProblemError 400 on `/motivazione`, `contributo.riesame_gia_chiesto`, `contributo.riesame_non_possibile`, 412 */
  chiedi<V>(ctx: RequestContext, motivazione: string | undefined, view: (db: EntityManager, id: string) => Promise<V>): Promise<V> {
    if (motivazione === undefined) throw fieldProblem('richiesta.non_valida', '/motivazione', 'Spiega perché chiedi il riesame.');
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { stato, now, chiesto, vuoto } = await prendi(tx, ctx);
      if (chiesto) throw new ProblemError('contributo.riesame_gia_chiesto');
      if (vuoto || !(stato in RIAPERTI)) throw new ProblemError('contributo.riesame_non_possibile');
      const entro = await riesameEntro(tx.db, tx.ambitoId, now);
      const { anno, numero } = await nextNumeroDiRegistro(tx.db, tx.ambitoId);
      await write(tx, ctx, CONTRIBUTO_KIND, {
        riesame_chiesto_at: now,
        riesame_motivo: motivazione,
        riesame_entro_at: entro,
        riesame_anno: anno,
        riesame_numero: numero,
      });
      await scriviPasso(tx.db, tx.ambitoId, place.id, { tipo: 'riesame_chiesto', motivazione });
      tx.registra('contributo.chiedi_riesame', 'contributo', place.id, { motivazione, numero: `${numero}/${anno}` });
      const email = await leggiPerEmail(tx.db, tx.ambitoId, place.id);
      tx.email(...emailRiesameRicevuto(email, { numero: { anno, numero }, at: now, entro }));
      tx.email(...emailRiesameChiesto(email, motivazione, entro));
      tx.annuncia(...news(CONTRIBUTO_KIND, place, place.id));
      return view(tx.db, place.id);
    });
  }

  /** Opens it again or leaves it as it is. @throws ProblemError `contributo.riesame_deciso`, 412 */
  decidi(ctx: RequestContext, decisione: DecisioneRiesame, motivazione: string): Promise<ContributoGestioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { stato, chiesto, deciso, vuoto } = await prendi(tx, ctx);
      if (!chiesto || deciso || vuoto) throw new ProblemError('contributo.riesame_deciso');
      const verso = RIAPERTI[stato as Riesaminabile];
      const riapre = decisione === 'riapri' ? { stato: verso, ...(await orologiPer(tx.db, tx.ambitoId, verso)) } : {};
      await write(tx, ctx, CONTRIBUTO_KIND, { riesame_decisione: decisione, riesame_risposta: motivazione, ...riapre });
      await scriviPasso(tx.db, tx.ambitoId, place.id, {
        tipo: decisione === 'riapri' ? 'riesame_riaperto' : 'riesame_confermato',
        motivazione,
      });
      tx.registra(`contributo.riesame_${decisione}`, 'contributo', place.id, { motivazione });
      tx.email(...emailRiesameDeciso(await leggiPerEmail(tx.db, tx.ambitoId, place.id), decisione, motivazione));
      tx.annuncia(...news(CONTRIBUTO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }
}

async function prendi(tx: Tx, ctx: RequestContext): Promise<Situazione> {
  const held = await hold<StatoContributo>(tx, ctx, CONTRIBUTO_KIND);
  const [row] = await tx.db.query<Omit<Situazione, keyof Held>[]>(
    'SELECT riesame_chiesto_at IS NOT NULL AS chiesto, riesame_decisione IS NOT NULL AS deciso, svuotato_at IS NOT NULL AS vuoto FROM contributo WHERE ambito_id = $1 AND id = $2',
    [tx.ambitoId, placeOf(ctx).id],
  );
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  return { ...held, ...row };
}
