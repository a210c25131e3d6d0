import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ADESIONE, type AdesioneInput, type AdesioneView, type AzioneAdesione, type AzioneInput } from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandMotivazione, transition } from '../platform/commands/transition.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { nextProtocollo } from '../platform/protocollo/protocollo.js';
import { AdesioniQueries } from './adesioni.queries.js';
import { emailAdesione, leggiAdesionePerEmail } from './adesioni.emails.js';
import { annunciAdesione } from './annunci.js';
import { demandVersione, prendiIter } from './blocco.js';

const BOZZA = { table: 'adesione', transitions: { salva: { from: ['bozza'], to: 'bozza' } }, azione: 'salva', motivazione: null } as const;

/** How an ente joins the accordo di programma with what it brings. */
@Injectable()
export class AdesioniService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: AdesioniQueries,
  ) {}

  /** A draft of the ente in the URL. @throws ProblemError `ente.non_verificato`, `iter.assente`, `adesione.esiste` */
  async crea(ctx: RequestContext, input: AdesioneInput): Promise<AdesioneView> {
    const place = placeOf(ctx);
    if (place.stato !== 'verificato') throw new ProblemError('ente.non_verificato');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await prendiIter(tx);
      const id = randomUUID();
      await tx.db
        .query('INSERT INTO adesione (ambito_id, id, iter_id, ente_id, impegno) VALUES ($1, $2, $3, $4, $5)', [
          tx.ambitoId,
          id,
          iter.id,
          place.id,
          input.impegno,
        ])
        .catch(uniqueViolation('adesione_in_corso', 'adesione.esiste'));
      await salvaRisorse(tx, id, input);
      tx.registra('adesione.crea', 'adesione', id);
      tx.annuncia(...annunciAdesione(place, id, place.id));
      return this.queries.unaIn(tx.db, ctx, id);
    });
  }

  /** Rewrites a draft. @throws ProblemError `adesione.stato`, `versione.superata` */
  async modifica(ctx: RequestContext, input: AdesioneInput): Promise<AdesioneView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await transition(tx, ctx, { ...BOZZA, set: { impegno: input.impegno } });
      await salvaRisorse(tx, id, input);
      return this.queries.unaIn(tx.db, ctx, id);
    });
  }

  /** Deletes a draft; what was sent is kept. @throws ProblemError `adesione.stato`, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    const { ambitoId, id } = placeOf(ctx);
    await this.commands.run(ctx, ambitoId, async tx => {
      await transition(tx, ctx, BOZZA);
      await tx.db.query('DELETE FROM adesione WHERE ambito_id = $1 AND id = $2', [ambitoId, id]);
      tx.registra('adesione.elimina', 'adesione', id);
      return null;
    });
  }

  /** A step. @throws ProblemError 400, 409, 412, `adesione.incompleta`, `ente.non_verificato` */
  async esegui(ctx: RequestContext, azione: AzioneAdesione, input: AzioneInput): Promise<AdesioneView> {
    const place = placeOf(ctx);
    const motivazione = demandMotivazione(ADESIONE, azione, input.motivazione);
    demandVersione(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      if (azione === 'invia' || azione === 'accogli') await demandVerificato(tx, place.enteId ?? '');
      const set = azione === 'invia' ? await preparaInvio(tx, ctx) : {};
      await transition(tx, ctx, { table: 'adesione', transitions: ADESIONE, azione, motivazione, set });
      tx.email(...emailAdesione(await leggiAdesionePerEmail(tx.db, tx.ambitoId, place.id), azione, motivazione));
      tx.registra(`adesione.${azione}`, 'adesione', place.id, motivazione === null ? {} : { motivazione });
      tx.annuncia(...annunciAdesione(place, place.id, place.enteId ?? ''));
      return this.queries.unaIn(tx.db, ctx, place.id);
    });
  }
}

/** Keeps the ente from being suspended meanwhile. @throws ProblemError `ente.non_verificato` */
async function demandVerificato(tx: Tx, enteId: string): Promise<void> {
  const [row] = await tx.db.query<{ stato: string }[]>('SELECT stato FROM ente WHERE ambito_id = $1 AND id = $2 FOR SHARE', [
    tx.ambitoId,
    enteId,
  ]);
  if (row?.stato !== 'verificato') throw new ProblemError('ente.non_verificato');
}

/** What sending sets: number and time; nothing of what cannot be sent, which the step itself refuses. @throws ProblemError `adesione.incompleta`, on the fields that are empty */
async function preparaInvio(tx: Tx, ctx: RequestContext): Promise<Record<string, unknown>> {
  const [row] = await tx.db.query<{ stato: string; version: number; impegno: string; risorse: number; now: Date }[]>(
    'SELECT stato, version, impegno, clock_timestamp() AS now, (SELECT count(*)::int FROM adesione_risorsa r WHERE r.ambito_id = d.ambito_id AND r.adesione_id = d.id) AS risorse FROM adesione d WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
    [tx.ambitoId, placeOf(ctx).id],
  );
  if (row?.stato !== 'bozza' || row.version !== ctx.ifMatch) return {};
  const errors = [
    ...(row.impegno ? [] : [{ pointer: '/impegno', code: 'adesione.incompleta', message: 'Descrivi che cosa si impegna a fare l’ente.' }]),
    ...(row.risorse ? [] : [{ pointer: '/risorse', code: 'adesione.incompleta', message: 'Indica almeno una risorsa.' }]),
  ];
  if (errors.length > 0) throw new ProblemError('adesione.incompleta', { errors });
  const { anno, numero } = await nextProtocollo(tx.db, tx.ambitoId);
  return { protocollo_anno: anno, protocollo_numero: numero, inviata_at: row.now };
}

async function salvaRisorse(tx: Tx, id: string, { risorse }: AdesioneInput): Promise<void> {
  await tx.db.query('DELETE FROM adesione_risorsa WHERE ambito_id = $1 AND adesione_id = $2', [tx.ambitoId, id]);
  await tx.db.query(
    `INSERT INTO adesione_risorsa (ambito_id, adesione_id, ordine, tipo, descrizione, centesimi)
     SELECT $1, $2, n, r.tipo, r.descrizione, r.centesimi FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS (tipo text, descrizione text, centesimi bigint)) WITH ORDINALITY AS r(tipo, descrizione, centesimi, n)`,
    [tx.ambitoId, id, JSON.stringify(risorse)],
  );
}
