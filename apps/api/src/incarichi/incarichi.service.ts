import { Injectable } from '@nestjs/common';
import {
  conGiorno,
  INCONTRI_DA_VERBALIZZARE,
  instantToRomeWall,
  RUOLI_DALL_INCONTRO,
  VERBALI_APPROVATI,
  type IncaricoInput,
  type IncaricoView,
  type RinnovoInput,
  type RuoloIncarico,
  type VerbalizzanteInput,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { tieneNellAmbito } from './chi.sql.js';
import { fra } from '../platform/database/fra.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { securityEvent } from '../platform/ops/security-events.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { affida, leggiAmbito, type DaAffidare } from './affida.js';
import { emailRinnovato, emailTerminato } from './incarichi.emails.js';
import { unIncarico } from './incarichi.sql.js';

const RINNOVA = `INSERT INTO incarico_rinnovo (ambito_id, id, incarico_id, atto_numero, atto_data, scadeva_il, scade_il, verifica) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7)`;
const NIENT_ALTRO = { tavoloId: null, origine: null, verbaleId: null, atto: null, dal: null, scadeIl: null, comuneDi: null };

/** Gives and ends roles in an ambito. Whoever gains or loses one is authenticated again at once, on every open page. */
@Injectable()
export class IncarichiService {
  constructor(private readonly commands: Commands) {}

  /**
   * Gives a role to the person with this address; who has no account is invited by mail.
   * @throws ProblemError `incarico.account_assente` on `/email`, `incarico.esiste`; 400 on `/tavoloId`; 404 on `/verbaleId`
   */
  assegna(ctx: RequestContext, { email, ...incarico }: IncaricoInput): Promise<IncaricoView> {
    const { ambitoId } = placeOf(ctx);
    return this.affida(ctx, email, { ...incarico, incontroId: null }, async tx => {
      if (incarico.tavoloId !== null) await demandTavolo(tx.db, ambitoId, incarico.tavoloId);
      if (incarico.verbaleId !== null) await demandVerbale(tx.db, ambitoId, incarico.verbaleId, incarico.tavoloId);
    });
  }

  /**
   * Gives the writing of the verbale of the incontro in the URL, from now to its approval.
   * @throws ProblemError `incarico.account_assente` on `/email`, `incarico.esiste`; `incontro.stato` of one annulled, `verbale.stato` once it is approved
   */
  assegnaVerbale(ctx: RequestContext, { email }: VerbalizzanteInput): Promise<IncaricoView> {
    const { id: incontroId } = placeOf(ctx);
    const ruolo = RUOLI_DALL_INCONTRO[0] as RuoloIncarico;
    return this.affida(ctx, email, { ...NIENT_ALTRO, ruolo, incontroId }, tx => demandDaScrivere(tx, ctx));
  }

  private affida(ctx: RequestContext, email: string, dati: DaAffidare, demands: (tx: Tx) => Promise<void>): Promise<IncaricoView> {
    return this.told(
      ctx,
      this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
        await demands(tx);
        return affida(tx, ctx.actor.nome, email, dati);
      }),
    );
  }

  /** The role in the URL goes on, by an act of its own. @throws ProblemError 404 when it has ended, or nobody took it; 400 on `/scadeIl` */
  rinnova(ctx: RequestContext, { atto, scadeIl, verifica }: RinnovoInput): Promise<IncaricoView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.told(
      ctx,
      this.commands.run(ctx, ambitoId, async tx => {
        await tx.db.query('SELECT 1 FROM incarico WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [ambitoId, id]);
        const prima = await unIncarico(tx.db, ambitoId, id);
        if (prima.invitato || prima.incontro !== null) throw new ProblemError('risorsa.non_trovata');
        const dopo = prima.scadeIl ?? instantToRomeWall(new Date()).slice(0, 10);
        if (scadeIl <= dopo) throw fieldProblem('richiesta.non_valida', '/scadeIl', `La nuova fine viene dopo ${conGiorno('il', dopo)}.`);
        await tx.db.query(RINNOVA, [ambitoId, id, atto.numero, atto.data, dopo, scadeIl, verifica]);
        await tx.db.query('UPDATE incarico SET scade_il = $3, promemoria_at = NULL WHERE ambito_id = $1 AND id = $2', [
          ambitoId,
          id,
          scadeIl,
        ]);
        const incarico = await unIncarico(tx.db, ambitoId, id);
        tx.registra('incarico.rinnova', 'incarico', id, { ruolo: incarico.ruolo, atto, scadevaIl: prima.scadeIl, scadeIl, verifica });
        tx.email(emailRinnovato(await leggiAmbito(tx), incarico));
        return incarico;
      }),
    );
  }

  /** Ends the role in the URL, from now. @throws ProblemError 404 when it has ended already, `incarico.ultimo_coordinatore` */
  termina(ctx: RequestContext): Promise<IncaricoView> {
    return this.fine(ctx, placeOf(ctx).id, null);
  }

  /** Ends the writing of the verbale of the incontro in the URL. @throws ProblemError 404 when that incarico is of another incontro, or has ended */
  terminaVerbale(ctx: RequestContext, incaricoId: string): Promise<IncaricoView> {
    return this.fine(ctx, incaricoId, placeOf(ctx).id);
  }

  private fine(ctx: RequestContext, id: string, incontroId: string | null): Promise<IncaricoView> {
    const { ambitoId } = placeOf(ctx);
    return this.told(
      ctx,
      this.commands.run(ctx, ambitoId, async tx => {
        const decidono = await lockChiAssegna(tx.db, ambitoId);
        const incarico = await unIncarico(tx.db, ambitoId, id);
        if (incontroId !== null && incarico.incontro?.id !== incontroId) throw new ProblemError('risorsa.non_trovata');
        if (decidono.length === 1 && decidono[0]?.id === id) throw new ProblemError('incarico.ultimo_coordinatore');
        const accountId = await togli(tx.db, ambitoId, id);
        tx.registra(incarico.invitato ? 'incarico.ritira_invito' : 'incarico.termina', 'incarico', id, {
          ruolo: incarico.ruolo,
          accountId,
          tavoloId: incarico.tavolo?.id ?? null,
          incontroId: incarico.incontro?.id ?? null,
        });
        if (accountId !== null) {
          tx.email(emailTerminato(await leggiAmbito(tx), incarico));
          tx.annuncia({ t: 'account', accountId }, { t: 'pagine', ambitoSlug: placeOf(ctx).ambitoSlug });
        }
        return incarico;
      }),
    );
  }

  /** Whoever watches over the portal sees that a role was given or taken, once it was. */
  private async told(ctx: RequestContext, change: Promise<IncaricoView>): Promise<IncaricoView> {
    const incarico = await change;
    securityEvent('incarico.cambiato', ctx.network);
    return incarico;
  }
}

/** Ends it; an invitation that nobody took is forgotten. @returns whose it was */
async function togli(db: EntityManager, ambitoId: string, id: string): Promise<string | null> {
  const [invitati] = await db.query<[unknown[], number]>(
    'DELETE FROM incarico WHERE ambito_id = $1 AND id = $2 AND account_id IS NULL RETURNING id',
    [ambitoId, id],
  );
  if (invitati.length > 0) return null;
  const [rows] = await db.query<[{ accountId: string }[], number]>(
    'UPDATE incarico SET al = now() WHERE ambito_id = $1 AND id = $2 AND al IS NULL RETURNING account_id AS "accountId"',
    [ambitoId, id],
  );
  if (rows[0] === undefined) throw new ProblemError('risorsa.non_trovata');
  return rows[0].accountId;
}

async function demandTavolo(db: EntityManager, ambitoId: string, tavoloId: string): Promise<void> {
  const rows = await db.query<unknown[]>('SELECT 1 FROM tavolo WHERE ambito_id = $1 AND id = $2', [ambitoId, tavoloId]);
  if (rows.length === 0) throw fieldProblem('richiesta.non_valida', '/tavoloId', 'Scegli un tavolo dell’ambito.');
}

/** The verbale in which the tavolo chose is of that tavolo. */
async function demandVerbale(db: EntityManager, ambitoId: string, verbaleId: string, tavoloId: string | null): Promise<void> {
  const rows = await db.query<unknown[]>(
    `SELECT 1 FROM verbale v JOIN incontro_tavolo nt ON nt.ambito_id = v.ambito_id AND nt.incontro_id = v.incontro_id
     WHERE v.ambito_id = $1 AND v.id = $2 AND nt.tavolo_id = $3`,
    [ambitoId, verbaleId, tavoloId],
  );
  if (rows.length === 0) throw fieldProblem('risorsa.non_trovata', '/verbaleId', 'Scegli un verbale di questo tavolo.');
}

/** The verbale of the incontro in the URL can still be written. */
async function demandDaScrivere(tx: Tx, ctx: RequestContext): Promise<void> {
  const [row] = await tx.db.query<[{ aperto: boolean; approvato: boolean }]>(
    `SELECT n.stato IN ${fra(INCONTRI_DA_VERBALIZZARE)} AS aperto, EXISTS (SELECT 1 FROM verbale v WHERE v.ambito_id = n.ambito_id AND v.incontro_id = n.id AND v.stato IN ${fra(VERBALI_APPROVATI)}) AS approvato
     FROM incontro n WHERE n.ambito_id = $1 AND n.id = $2 FOR SHARE OF n`,
    [tx.ambitoId, placeOf(ctx).id],
  );
  if (!row.aperto) throw new ProblemError('incontro.stato');
  if (row.approvato) throw new ProblemError('verbale.stato');
}

/** Who gives incarichi, and so can give them again. Two who leave at the same moment wait for each other here: one of them finds that nobody else is left. */
async function lockChiAssegna(db: EntityManager, ambitoId: string): Promise<{ id: string }[]> {
  return db.query<{ id: string }[]>(
    `SELECT i.id FROM incarico i WHERE i.ambito_id = $1 AND ${tieneNellAmbito('i', 'incarico.assegna')} ORDER BY i.id FOR UPDATE`,
    [ambitoId],
  );
}
