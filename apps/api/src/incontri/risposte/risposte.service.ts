import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  cambioUrgente,
  INVITO,
  type AzioneInvito,
  type IncontroView,
  type InvitoIncontroView,
  type RispostaDalPortaleInput,
  type RispostaInput,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext, type ResolvedPlace } from '../../platform/commands/context.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { IncontriQueries } from '../gestire/incontri.queries.js';
import { leggiIncontro } from '../incontro/incontri.data.js';
import { emailPassaggio, emailRipresa, type Mano } from '../inviti/passaggi.emails.js';
import { ATTIVO, creaSegretiInvito } from '../incontro/invitati.js';
import { azioniInvito, ORDINE_RUOLI, prendiInvitato, scambia, supplentiDi, type InvitatoPreso } from '../inviti/inviti.queries.js';
import { leggiInvito } from './invito.view.js';
import { live } from '../../platform/realtime/news.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';

/** The answers of invited people: from the mailed link, without an account, or from the portal. */
@Injectable()
export class RisposteService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly queries: IncontriQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the holder of the link finds. @throws ProblemError `invito.revocato` */
  vedi(ctx: RequestContext): Promise<InvitoIncontroView> {
    return leggiInvito(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** For the seat named, or the one of the link. @throws ProblemError `invito.revocato`, `invito.chiuso`, `invito.senza_supplente` */
  async rispondiConSegreto(ctx: RequestContext, azione: AzioneInvito, { postoId }: RispostaInput = {}): Promise<InvitoIncontroView> {
    const { ambitoId, id } = placeOf(ctx);
    const { persona, posti } = await this.vedi(ctx);
    const named = { ...ctx, actor: { ...ctx.actor, nome: persona.nome } };
    return this.commands.run(named, ambitoId, async tx => {
      await this.rispondi(tx, ctx, postoId ?? posti[0]?.id ?? id, azione);
      return leggiInvito(tx.db, ambitoId, id);
    });
  }

  /** The answer of who is signed in to their own invitation. @throws ProblemError 404 when they were not called, and as above */
  async rispondiDalPortale(ctx: RequestContext, azione: AzioneInvito, { postoId }: RispostaDalPortaleInput = {}): Promise<IncontroView> {
    const { ambitoId, id: incontroId } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const [own] = await tx.db.query<{ id: string }[]>(
        `SELECT i.id FROM invitato i JOIN account a ON a.email = i.email AND a.id = $3 AND a.email_confermata_at IS NOT NULL
         WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND ($4::uuid IS NULL OR i.id = $4) ORDER BY NOT ${ATTIVO}, ${ORDINE_RUOLI}, i.id LIMIT 1`,
        [ambitoId, incontroId, ctx.actor.id, postoId ?? null],
      );
      if (!own) throw new ProblemError('risorsa.non_trovata');
      await this.rispondi(tx, ctx, own.id, azione);
      return this.queries.unoIn(tx.db, ctx, incontroId);
    });
  }

  /** The same answer given twice is one answer. */
  private async rispondi(tx: Tx, ctx: RequestContext, invitatoId: string, azione: AzioneInvito): Promise<void> {
    const invitato = await prendiInvitato(tx.db, tx.ambitoId, invitatoId);
    if (invitato === null) throw new ProblemError('collegamento.non_valido');
    if (invitato.revocato) throw new ProblemError('invito.revocato');
    if (INVITO[azione].to === invitato.risposta) return;
    if (!azioniInvito(invitato).includes(azione))
      throw new ProblemError(
        azione === 'passa' && invitato.supplente === null && !invitato.iniziato ? 'invito.senza_supplente' : 'invito.chiuso',
      );
    await tx.db.query('UPDATE invitato SET risposta = $3, risposta_at = now() WHERE ambito_id = $1 AND id = $2', [
      tx.ambitoId,
      invitatoId,
      INVITO[azione].to,
    ]);
    tx.registra(`invito.${azione}`, 'incontro', invitato.incontroId, { invitatoId });
    if (azione === 'passa') await this.passa(tx, invitato);
    else if (invitato.risposta === 'passa') await this.riprende(tx, invitato, azione === 'partecipa');
    tx.annuncia(live(INCONTRO_KIND, luogo(ctx, invitato), invitato.incontroId));
  }

  private async passa(tx: Tx, invitato: InvitatoPreso): Promise<void> {
    const { atto, titolare, supplenti } = await this.scambio(tx, invitato);
    tx.email(...emailPassaggio(atto, titolare, supplenti));
  }

  /** Who had handed over has the seat again, whether they come or not. */
  private async riprende(tx: Tx, invitato: InvitatoPreso, viene: boolean): Promise<void> {
    const { atto, titolare, supplenti } = await this.scambio(tx, invitato);
    tx.email(...(viene ? emailRipresa(atto, titolare, supplenti) : emailRipresa(atto, titolare, supplenti).slice(1)));
  }

  private async scambio(tx: Tx, invitato: InvitatoPreso) {
    const dati = await leggiIncontro(tx.db, tx.ambitoId, invitato.incontroId);
    if (dati === null) throw new ProblemError('collegamento.non_valido');
    const supplenti = await supplentiDi(tx.db, tx.ambitoId, invitato);
    const [titolare, ...altri] = await scambia(tx.db, tx.ambitoId, [invitato.id, ...supplenti.map(s => s.id)]);
    const segreti = await creaSegretiInvito(tx.db, tx.ambitoId, [invitato, ...supplenti]);
    const atto = { dati, origin: this.config.publicOrigin, segreti, urgente: cambioUrgente(dati.now, dati.inizioAt), motivazione: null };
    return { atto, titolare: titolare as Mano, supplenti: altri };
  }
}

/** From the link the place is the invitation: the incontro's tavoli are read with it. */
const luogo = (ctx: RequestContext, invitato: InvitatoPreso): Pick<ResolvedPlace, 'ambitoId' | 'ambitoSlug' | 'tavoli'> => ({
  ...placeOf(ctx),
  tavoli: invitato.tavoli,
});
