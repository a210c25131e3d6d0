import { Injectable } from '@nestjs/common';
import {
  AUTORE,
  RIESAMINABILI,
  type AutoreAzioneInput,
  type AzioneAutore,
  type ContributoAutoreView,
  type RegoleContributi,
  type RipresentaInput,
} from '@tavoli/shared';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { transition } from '../../platform/commands/transition.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { ritiraNotizie } from '../../seguiti/avvisa.js';
import { annunciContributo } from '../contributo/annunci.js';
import { AutoreQueries } from '../letture/autore.queries.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailRiesameChiesto, emailRipresentato, emailRitirato } from '../contributo/contributi.emails.js';
import { testiDi } from '../contributo/nascita.js';
import { orologiPer } from '../contributo/orologi.js';
import { scriviPasso } from '../contributo/passi.js';
import { regoleContributi } from '../regole/regole.js';
import { sciogli } from '../contributo/unione.js';

/** What its author does with a contributo, from the link or signed in. The register names nobody who came by a link. */
@Injectable()
export class AutoreService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: AutoreQueries,
  ) {}

  /** @throws ProblemError 400, 409 `contributo.stato`, `contributo.riesame_*`, 412 */
  async conSegreto(ctx: RequestContext, azione: AzioneAutore, input: AutoreAzioneInput): Promise<ContributoAutoreView> {
    return this.esegui({ ...ctx, actor: { ...ctx.actor, nome: 'Chi ha scritto il contributo' } }, azione, input);
  }

  /** The same, of one's own by account. @throws ProblemError 404 when it is not one's own, and as above */
  async mio(ctx: RequestContext, id: string, azione: AzioneAutore, input: AutoreAzioneInput): Promise<ContributoAutoreView> {
    return this.esegui({ ...ctx, place: await this.queries.place(ctx, id) }, azione, input);
  }

  private async esegui(ctx: RequestContext, azione: AzioneAutore, input: AutoreAzioneInput): Promise<ContributoAutoreView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      if (azione === 'chiedi_riesame') await this.chiediRiesame(tx, ctx, input.motivazione);
      else if (azione === 'ripresenta') await this.ripresenta(tx, ctx, input.testi);
      else await this.ritira(tx, ctx);
      tx.registra(`contributo.${azione}`, 'contributo', place.id, azione === 'chiedi_riesame' ? { motivazione: input.motivazione } : {});
      tx.annuncia(...annunciContributo(place, place.id));
      return this.queries.unoIn(tx.db, place.ambitoId, place.id);
    });
  }

  /** The new words in the place of the old ones, which are kept. */
  private async ripresenta(tx: Tx, ctx: RequestContext, testi: RipresentaInput | undefined): Promise<void> {
    if (testi === undefined) throw fieldProblem('richiesta.non_valida', '/testi', 'Scrivi il testo corretto.');
    const { id, tavoloId } = placeOf(ctx);
    await tx.db.query(
      `INSERT INTO contributo_precedente (ambito_id, contributo_id, testi) SELECT ambito_id, id, testi FROM contributo WHERE ambito_id = $1 AND id = $2`,
      [tx.ambitoId, id],
    );
    const [tavolo] = await tx.db.query<{ contributi: Partial<RegoleContributi> | null }[]>(
      'SELECT contributi FROM tavolo WHERE ambito_id = $1 AND id = $2',
      [tx.ambitoId, tavoloId],
    );
    const set = {
      testi: JSON.stringify(testiDi(testi, regoleContributi(tavolo?.contributi))),
      motivazione: null,
      ...(await orologiPer(tx.db, tx.ambitoId, 'in_moderazione')),
    };
    await transition(tx, ctx, { table: 'contributo', transitions: AUTORE, azione: 'ripresenta', motivazione: null, set });
    await scriviPasso(tx.db, tx.ambitoId, id, { tipo: 'ripresentato' });
    tx.email(...emailRipresentato(await leggiPerEmail(tx.db, tx.ambitoId, id)));
  }

  private async ritira(tx: Tx, ctx: RequestContext): Promise<void> {
    const { id } = placeOf(ctx);
    const d = await leggiPerEmail(tx.db, tx.ambitoId, id);
    await transition(tx, ctx, {
      table: 'contributo',
      transitions: AUTORE,
      azione: 'ritira',
      motivazione: null,
      set: await orologiPer(tx.db, tx.ambitoId, 'ritirato'),
    });
    await sciogli(tx, id);
    await scriviPasso(tx.db, tx.ambitoId, id, { tipo: 'ritirato' });
    await ritiraNotizie(tx.db, tx.ambitoId, 'contributo', id);
    tx.email(...emailRitirato(d));
  }

  private async chiediRiesame(tx: Tx, ctx: RequestContext, motivazione: string | undefined): Promise<void> {
    if (motivazione === undefined) throw fieldProblem('richiesta.non_valida', '/motivazione', 'Spiega perché chiedi il riesame.');
    const { id } = placeOf(ctx);
    const [row] = await tx.db.query<{ version: number; stato: string; chiesto: boolean; vuoto: boolean }[]>(
      'SELECT version, stato, riesame_chiesto_at IS NOT NULL AS chiesto, svuotato_at IS NOT NULL AS vuoto FROM contributo WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
      [tx.ambitoId, id],
    );
    if (row?.version !== ctx.ifMatch) throw new ProblemError('versione.superata', { version: row?.version });
    if (row.chiesto) throw new ProblemError('contributo.riesame_gia_chiesto');
    if (row.vuoto || !(RIESAMINABILI as readonly string[]).includes(row.stato)) throw new ProblemError('contributo.riesame_non_possibile');
    await tx.db.query(
      'UPDATE contributo SET riesame_chiesto_at = clock_timestamp(), riesame_motivo = $3, version = version + 1 WHERE ambito_id = $1 AND id = $2',
      [tx.ambitoId, id, motivazione],
    );
    await scriviPasso(tx.db, tx.ambitoId, id, { tipo: 'riesame_chiesto', motivazione });
    tx.email(...emailRiesameChiesto(await leggiPerEmail(tx.db, tx.ambitoId, id), motivazione));
  }
}
