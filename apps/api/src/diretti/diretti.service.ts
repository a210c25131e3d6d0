import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  GIORNI_DIRETTO,
  type AzioneDiretto,
  type AzioneInput,
  type DirettiComuniInput,
  type DirettiCreatiView,
  type DirettoInput,
  type DirettoView,
} from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { holdOther } from '../platform/procedura/hold.js';
import { Steps } from '../platform/procedura/steps.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import { tiene } from '../posti/siede.sql.js';
import { ENTE_KIND } from '../enti/ente.kind.js';
import { sulCampo } from './campi.js';
import { enteDelComune } from './comuni.js';
import { creaSegreto, leggiInvito } from './diretti.emails.data.js';
import { emailInvito } from './diretti.emails.js';
import { DirettiQueries } from './diretti.queries.js';
import { DIRETTO_KIND } from './diretto.kind.js';
import { direttoProcedura } from './diretto.procedura.js';
import { scriviEnte } from './ente-leggero.js';

type Posti = Omit<DirettoInput, 'enteId' | 'nuovo'>;
type Esiti = DirettiCreatiView['esiti'];

/** A seat is offered unless the ente sits there by its answer to an avviso, or is asked already. */
const OFFRI = `
  INSERT INTO posto_diretto (ambito_id, id, invito_id, ente_id, tavolo_id, stato, veste, titolari, supplenti, scade_at)
  SELECT $1, gen_random_uuid(), $2, $3, t.id, 'in_attesa', $5, $6, $7, now() + make_interval(days => ${GIORNI_DIRETTO})
  FROM tavolo t WHERE t.ambito_id = $1 AND t.id = ANY($4::uuid[]) AND NOT EXISTS (
    SELECT 1 FROM designazione d WHERE d.ambito_id = t.ambito_id AND d.tavolo_id = t.id AND d.ente_id = $3 AND d.posto_id IS NULL AND ${tiene('d')})
  ON CONFLICT (ambito_id, tavolo_id, ente_id) WHERE stato = 'in_attesa' DO NOTHING RETURNING id, tavolo_id AS "tavoloId"`;

const ESITI = `
  SELECT t.id AS "tavoloId", t.nome AS tavolo, e.denominazione AS ente,
    EXISTS (SELECT 1 FROM posto_diretto p WHERE p.ambito_id = t.ambito_id AND p.tavolo_id = t.id AND p.ente_id = e.id AND p.stato = 'in_attesa') AS invitato
  FROM tavolo t JOIN ente e ON e.ambito_id = t.ambito_id AND e.id = $2 WHERE t.ambito_id = $1 AND t.id = ANY($3::uuid[]) ORDER BY t.codice`;

/** Seats that the office offers by an act, without an avviso. */
@Injectable()
export class DirettiService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: DirettiQueries,
  ) {}

  /**
   * Invites one ente to some tavoli: one mail, one link. Where it sits or is invited already nothing is done, and it is told.
   * @throws ProblemError `diretto.ente_esiste` on `/nuovo/codiceFiscale`; `ente.non_verificato`
   */
  crea(ctx: RequestContext, { enteId, nuovo, ...posti }: DirettoInput): Promise<DirettiCreatiView> {
    return this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      const id = enteId ?? (nuovo === null ? '' : await scriviEnte(tx, nuovo).catch(sulCampo('/nuovo/codiceFiscale')));
      return { esiti: await this.invita(tx, ctx, id, posti) };
    });
  }

  /** The same seats for each of these comuni, all or none. @throws ProblemError 400 on what is missing to write to one; `diretto.ente_esiste` */
  comuni(ctx: RequestContext, { comuni, ...posti }: DirettiComuniInput): Promise<DirettiCreatiView> {
    return this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      const esiti: Esiti[number][] = [];
      for (const [n, comune] of comuni.entries()) {
        const enteId = await enteDelComune(tx, comune, `/comuni/${n}`);
        esiti.push(...(await this.invita(tx, ctx, enteId, posti)));
      }
      return { esiti };
    });
  }

  /** A step of the coordinatore (`diretto.procedura.ts`). @throws ProblemError 400, 409, 412 */
  esegui(ctx: RequestContext, azione: AzioneDiretto, input: AzioneInput): Promise<DirettoView> {
    return this.steps.take(direttoProcedura, ctx, azione, input, (db, { id }) => this.queries.unoIn(db, ctx, id));
  }

  private async invita(tx: Tx, ctx: RequestContext, enteId: string, { tavoli, atto, ...posto }: Posti): Promise<Esiti> {
    const { stato } = await holdOther<string>(tx, ENTE_KIND, enteId);
    if (stato !== 'verificato') throw new ProblemError('ente.non_verificato');
    const invitoId = randomUUID();
    await tx.db.query(
      'INSERT INTO invito_diretto (ambito_id, id, ente_id, invitato_da, atto_numero, atto_data) VALUES ($1, $2, $3, $4, $5, $6)',
      [tx.ambitoId, invitoId, enteId, ctx.actor.nome, atto.numero, atto.data],
    );
    const nuovi = await tx.db.query<{ id: string; tavoloId: string }[]>(OFFRI, [
      tx.ambitoId,
      invitoId,
      enteId,
      tavoli,
      posto.veste,
      posto.titolari,
      posto.supplenti,
    ]);
    if (nuovi.length === 0) await tx.db.query('DELETE FROM invito_diretto WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, invitoId]);
    else await this.manda(tx, ctx, invitoId, enteId, nuovi);
    const righe = await tx.db.query<{ tavoloId: string; tavolo: string; ente: string; invitato: boolean }[]>(ESITI, [
      tx.ambitoId,
      enteId,
      tavoli,
    ]);
    return righe.map(({ tavoloId, tavolo, ente, invitato }) => ({
      ente,
      tavolo,
      esito: nuovi.some(p => p.tavoloId === tavoloId) ? 'invitato' : invitato ? 'gia_invitato' : 'siede_gia',
    }));
  }

  private async manda(
    tx: Tx,
    ctx: RequestContext,
    invitoId: string,
    enteId: string,
    posti: readonly { id: string; tavoloId: string }[],
  ): Promise<void> {
    const { ambitoId, ambitoSlug } = placeOf(ctx);
    const dati = await leggiInvito(tx.db, ambitoId, invitoId);
    tx.email(...emailInvito(dati, await creaSegreto(tx.db, ambitoId, invitoId), 'primo'));
    for (const { id, tavoloId } of posti) {
      tx.registra('diretto.crea', 'diretto', id, { ente: enteId, tavolo: tavoloId, atto: dati.atto });
      tx.annuncia(...news(DIRETTO_KIND, { ambitoId, ambitoSlug, tavoloId, enteId }, id));
    }
  }
}
