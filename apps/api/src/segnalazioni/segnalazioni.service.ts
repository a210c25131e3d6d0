import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AzioneInput, AzioneSegnalazione, SegnalazioneInput, SegnalazioneRicevutaView, SegnalazioneView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { count, countNetwork, type Limit } from '../platform/limits/counter.js';
import { Steps } from '../platform/procedura/steps.js';
import { live } from '../platform/realtime/news.js';
import { SEGNALAZIONE_KIND } from './segnalazione.kind.js';
import { segnalazioneProcedura } from './segnalazione.procedura.js';
import { SegnalazioniQueries } from './segnalazioni.queries.js';

const HOUR = 3600;
const DETTO = 'Troppe segnalazioni dalla tua rete.';
/** From one network; and to one ambito from everywhere, so that its list can be read by somebody. */
const RETE: Limit = { name: 'segnalazione-rete', free: 6, firstWait: 60, longestWait: HOUR, forgetAfter: 4 * HOUR, detto: DETTO };
const AMBITO: Limit = { name: 'segnalazione-ambito', free: 200, firstWait: 10, longestWait: 600, forgetAfter: 24 * HOUR };

const RICEVUTA: SegnalazioneRicevutaView = { ricevuta: true };

/** How people tell the office that something of the portal is wrong, and how the office says what it did. */
@Injectable()
export class SegnalazioniService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: SegnalazioniQueries,
  ) {}

  /** A form that a program filled in is answered as any other, and kept nowhere. @throws ProblemError 429 */
  async invia(ctx: RequestContext, { testo, pagina, email, sito }: SegnalazioneInput): Promise<SegnalazioneRicevutaView> {
    const { ambitoId } = placeOf(ctx);
    await countNetwork(this.db.manager, RETE, ctx.network, ambitoId);
    await count(this.db.manager, AMBITO, ambitoId);
    if (sito !== '') return RICEVUTA;
    const id = randomUUID();
    return this.commands.run(ctx, ambitoId, async tx => {
      await tx.db.query('INSERT INTO segnalazione (ambito_id, id, testo, pagina, email) VALUES ($1, $2, $3, $4, $5)', [
        ambitoId,
        id,
        testo,
        pagina,
        email,
      ]);
      tx.registra('segnalazione.invia', 'segnalazione', id, { pagina });
      tx.annuncia(live(SEGNALAZIONE_KIND, placeOf(ctx), id));
      return RICEVUTA;
    });
  }

  /** @throws ProblemError `segnalazione.stato`, 400 on `/motivazione`; 412 */
  esegui(ctx: RequestContext, azione: AzioneSegnalazione, input: AzioneInput): Promise<SegnalazioneView> {
    return this.steps.take(segnalazioneProcedura, ctx, azione, input, db => this.queries.unaIn(db, ctx, placeOf(ctx).id));
  }
}
