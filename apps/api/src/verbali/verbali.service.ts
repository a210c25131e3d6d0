import { Injectable } from '@nestjs/common';
import {
  correggi,
  CORREZIONE,
  VERBALE,
  type AzioneCorrezione,
  type AzioneVerbale,
  type CorrezioneInput,
  type Documento,
  type EsitoCorrezioneInput,
  type RegoleTavolo,
  rolesIn,
  type StatoCorrezione,
  type StatoVerbale,
  type VerbaleAzioneInput,
  type VerbaleView,
} from '@tavoli/shared';
import { randomUUID } from 'node:crypto';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { nasconoImpegni } from '../impegni/nascita.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandMotivazione, transition } from '../platform/commands/transition.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { annunciVerbale } from './annunci.js';
import { regoleDi } from '../incontri/regole/regole.js';
import { nasceVerbale } from './nascita.js';
import { notizieVerbale } from './notizie.js';
import { PubblicazioneService } from './pubblicazione.service.js';
import { bloccati, REGOLE, SEGUITO, type Blocco } from './regole-verbale.js';
import { scriviDocumento } from './sezioni.service.js';
import { VerbaliQueries } from './verbali.queries.js';

const DAY = 86_400_000;

/** What a step is judged by. */
interface Preparazione {
  readonly stato: StatoVerbale;
  readonly chiuso: boolean;
  /** Corrections may still be proposed. */
  readonly inTempo: boolean;
  readonly aperte: number;
  readonly anno: number | null;
  readonly tavoloId: string | null;
  readonly approvatoDa: string | null;
  readonly regole: Partial<RegoleTavolo> | null;
  readonly seguito: boolean;
  readonly now: Date;
}

/** Commands on a verbale as a whole; its sections are written one by one (`sezioni.service.ts`). */
@Injectable()
export class VerbaliService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: VerbaliQueries,
    private readonly pubblicazione: PubblicazioneService,
  ) {}

  /** The verbale of the incontro in the URL: a new one, or the one there is. @throws ProblemError `verbale.incontro_non_aperto` */
  async crea(ctx: RequestContext): Promise<VerbaleView> {
    const place = placeOf(ctx);
    if (place.stato !== 'in_corso' && place.stato !== 'svolto') throw new ProblemError('verbale.incontro_non_aperto');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      // Two who begin at once begin the same one.
      await tx.db.query('SELECT 1 FROM incontro WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [place.ambitoId, place.id]);
      const [found] = await tx.db.query<{ id: string }[]>(
        'SELECT id FROM verbale WHERE ambito_id = $1 AND incontro_id = $2 AND rettifica_di IS NULL',
        [place.ambitoId, place.id],
      );
      if (found) return this.queries.unoIn(tx.db, ctx, found.id);
      const id = await nasceVerbale(tx.db, place.ambitoId, place.id);
      tx.registra('verbale.crea', 'verbale', id, { incontro: place.id });
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** A step of the procedure. @throws ProblemError 400, 409, 412, and the refusals of the step */
  async esegui(ctx: RequestContext, azione: AzioneVerbale, input: VerbaleAzioneInput): Promise<VerbaleView> {
    const place = placeOf(ctx);
    const motivazione = demandMotivazione(VERBALE, azione, input.motivazione);
    const prepared = azione === 'pubblica' ? await this.pubblicazione.prepara(ctx, input) : null;
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { set, bloccato } = await this.prepara(tx, ctx, azione, input);
      if (bloccato !== null) throw new ProblemError(bloccato);
      await transition(tx, ctx, { table: 'verbale', transitions: VERBALE, azione, motivazione, set });
      if (azione === 'approva') await nasconoImpegni(tx.db, place.ambitoId, place.id);
      const proof = prepared === null ? {} : await this.pubblicazione.scrivi(tx, ctx, prepared);
      if (prepared !== null) tx.email(...(await notizieVerbale(tx.db, place)));
      tx.registra(`verbale.${azione}`, 'verbale', place.id, {
        ...(motivazione === null ? {} : { motivazione }),
        ...(typeof set['anticipo_motivo'] === 'string' ? { anticipo: set['anticipo_motivo'] } : {}),
        ...proof,
      });
      tx.annuncia(...annunciVerbale(place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** A member proposes a correction of a passage. @throws ProblemError `verbale.revisione_chiusa`, `verbale.passaggio_non_trovato` */
  async proponi(ctx: RequestContext, input: CorrezioneInput): Promise<VerbaleView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const [verbale] = await tx.db.query<{ aperta: boolean }[]>(
        `SELECT stato = 'in_revisione' AND revisione_fino_at > clock_timestamp() AS aperta FROM verbale WHERE ambito_id = $1 AND id = $2 FOR SHARE`,
        [place.ambitoId, place.id],
      );
      if (!verbale?.aperta) throw new ProblemError('verbale.revisione_chiusa');
      if (correggi(await this.documento(tx, place.id, input.sezioneId), input.passaggio, input.proposta) === null)
        throw fieldProblem('verbale.passaggio_non_trovato', '/passaggio');
      const id = randomUUID();
      await tx.db.query(
        `INSERT INTO verbale_correzione (ambito_id, id, verbale_id, sezione_id, passaggio, proposta, motivo, autore, autore_nome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [place.ambitoId, id, place.id, input.sezioneId, input.passaggio, input.proposta, input.motivo, ctx.actor.id, ctx.actor.nome],
      );
      tx.registra('verbale.proponi_correzione', 'verbale', place.id, { correzione: id });
      tx.annuncia(...annunciVerbale(place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** What becomes of a proposed correction; taken in, it changes the text and is credited in its history. @throws ProblemError `verbale.stato`, `verbale.passaggio_non_trovato` */
  async decidi(ctx: RequestContext, correzioneId: string, azione: AzioneCorrezione, input: EsitoCorrezioneInput): Promise<VerbaleView> {
    const place = placeOf(ctx);
    const motivazione = demandMotivazione(CORREZIONE, azione, input.motivazione);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const [c] = await tx.db.query<
        { stato: StatoCorrezione; sezioneId: string; passaggio: string; proposta: string; autore: string; inRevisione: boolean }[]
      >(
        `SELECT c.stato, c.sezione_id AS "sezioneId", c.passaggio, c.proposta, c.autore_nome AS autore, v.stato = 'in_revisione' AS "inRevisione"
         FROM verbale_correzione c JOIN verbale v ON v.ambito_id = c.ambito_id AND v.id = c.verbale_id WHERE c.ambito_id = $1 AND c.verbale_id = $2 AND c.id = $3 FOR UPDATE OF c FOR SHARE OF v`,
        [place.ambitoId, place.id, correzioneId],
      );
      if (!c) throw new ProblemError('risorsa.non_trovata');
      if (!c.inRevisione || !CORREZIONE[azione].from.includes(c.stato)) throw new ProblemError('verbale.stato');
      if (azione === 'accogli') await this.applica(tx, ctx, c);
      await tx.db.query('UPDATE verbale_correzione SET stato = $3, risposta = $4 WHERE ambito_id = $1 AND id = $2', [
        place.ambitoId,
        correzioneId,
        CORREZIONE[azione].to,
        motivazione,
      ]);
      tx.registra(`verbale.${azione}_correzione`, 'verbale', place.id, {
        correzione: correzioneId,
        ...(motivazione === null ? {} : { motivazione }),
      });
      tx.annuncia(...annunciVerbale(place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  private async prepara(
    tx: Tx,
    ctx: RequestContext,
    azione: AzioneVerbale,
    input: VerbaleAzioneInput,
  ): Promise<{ set: Record<string, unknown>; bloccato: Blocco['code'] | null }> {
    const { ambitoId, id } = placeOf(ctx);
    // First alone: a correction that was being proposed while this waited is counted too.
    await tx.db.query('SELECT 1 FROM verbale WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [ambitoId, id]);
    const [row] = await tx.db.query<Preparazione[]>(
      `SELECT n.stato = 'svolto' AS chiuso, v.stato = 'in_revisione' AND coalesce(v.revisione_fino_at > clock_timestamp(), false) AS "inTempo", v.anno, v.stato, v.tavolo_id AS "tavoloId", v.approvato_da AS "approvatoDa", ${REGOLE} AS regole, ${SEGUITO} AS seguito, clock_timestamp() AS now,
         (SELECT count(*)::int FROM verbale_correzione c WHERE c.ambito_id = v.ambito_id AND c.verbale_id = v.id AND c.stato = 'proposta') AS aperte
       FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id WHERE v.ambito_id = $1 AND v.id = $2`,
      [ambitoId, id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const regole = regoleDi(row.regole);
    const blocco = bloccati({ ...row, regole, chi: ctx.actor.id, roles: rolesIn(ctx.actor, placeOf(ctx)) }).find(b => b.azione === azione);
    if (blocco) return { set: {}, bloccato: blocco.code };
    return { set: await this.colonne(tx, ctx, azione, row, regole, input.motivazione), bloccato: null };
  }

  private async colonne(
    tx: Tx,
    ctx: RequestContext,
    azione: AzioneVerbale,
    row: Preparazione,
    { giorniRevisione }: RegoleTavolo,
    motivo: string | undefined,
  ): Promise<Record<string, unknown>> {
    if (azione === 'invia_in_revisione') {
      if (!row.chiuso) throw new ProblemError('verbale.incontro_non_chiuso');
      return { revisione_fino_at: new Date(row.now.getTime() + giorniRevisione * DAY), revisione_avvisata_at: null };
    }
    if (azione !== 'approva') return {};
    if (row.aperte > 0) throw new ProblemError('verbale.correzioni_aperte');
    // Ahead of time only with a reason that everyone reads in the verbale: who says nothing agrees when the time is over, not before.
    if (row.inTempo && motivo === undefined) throw fieldProblem('verbale.revisione_aperta', '/motivazione');
    return {
      approvato_da: ctx.actor.id,
      approvato_at: row.now,
      anticipo_motivo: row.inTempo ? motivo : null,
      ...(row.anno === null ? await this.numera(tx, tx.ambitoId, row.tavoloId) : {}),
    };
  }

  /** The next number within tavolo and year, without gaps: whoever approves another at the same moment waits. */
  private async numera(tx: Tx, ambitoId: string, tavoloId: string | null): Promise<Record<string, unknown>> {
    await tx.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7274666))', [`verbale ${ambitoId} ${tavoloId ?? ''}`]);
    const [next] = await tx.db.query<{ anno: number; numero: number }[]>(
      `SELECT extract(year FROM clock_timestamp() AT TIME ZONE 'Europe/Rome')::int AS anno, 1 + coalesce(max(numero) FILTER (WHERE anno = extract(year FROM clock_timestamp() AT TIME ZONE 'Europe/Rome')), 0) AS numero
       FROM verbale WHERE ambito_id = $1 AND tavolo_id IS NOT DISTINCT FROM $2`,
      [ambitoId, tavoloId],
    );
    return { anno: next?.anno, numero: next?.numero };
  }

  private async applica(
    tx: Tx,
    ctx: RequestContext,
    c: { sezioneId: string; passaggio: string; proposta: string; autore: string },
  ): Promise<void> {
    const documento = correggi(await this.documento(tx, placeOf(ctx).id, c.sezioneId), c.passaggio, c.proposta);
    if (documento === null) throw new ProblemError('verbale.passaggio_non_trovato');
    await scriviDocumento(tx.db, ctx, c.sezioneId, { documento }, `${ctx.actor.nome}, su proposta di ${c.autore}`);
  }

  private async documento(tx: Tx, verbaleId: string, sezioneId: string): Promise<Documento> {
    const [row] = await tx.db.query<{ documento: Documento }[]>(
      'SELECT documento FROM verbale_sezione WHERE ambito_id = $1 AND verbale_id = $2 AND id = $3 FOR UPDATE',
      [tx.ambitoId, verbaleId, sezioneId],
    );
    if (!row) throw fieldProblem('richiesta.non_valida', '/sezioneId', 'Questa parte non è del verbale.');
    return row.documento;
  }
}
