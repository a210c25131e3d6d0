import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  INCONTRI_DA_VERBALIZZARE,
  RUOLI_DALL_INCONTRO,
  VERBALI_APPROVATI,
  type IncaricoInput,
  type IncaricoView,
  type RuoloIncarico,
  type VerbalizzanteInput,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { tieneNellAmbito } from './chi.sql.js';
import { fra } from '../platform/database/fra.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { securityEvent } from '../platform/ops/security-events.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { emailAssegnato, emailTerminato, type AmbitoPerEmail } from './incarichi.emails.js';
import { IncarichiQueries } from './incarichi.queries.js';

const CREA = `INSERT INTO incarico (ambito_id, id, account_id, ruolo, tavolo_id, incontro_id, origine, verbale_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
type Affidato = Omit<IncaricoInput, 'email' | 'ruolo'> & { readonly ruolo: RuoloIncarico; readonly incontroId: string | null };

/** Gives and ends roles in an ambito. Whoever gains or loses one is authenticated again at once, on every open page. */
@Injectable()
export class IncarichiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: IncarichiQueries,
  ) {}

  /**
   * Gives a role to the person with this address, from now.
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
    return this.affida(ctx, email, { ruolo, tavoloId: null, incontroId, origine: null, verbaleId: null }, tx => demandDaScrivere(tx, ctx));
  }

  private affida(ctx: RequestContext, email: string, dati: Affidato, demands: (tx: Tx) => Promise<void>): Promise<IncaricoView> {
    const { ambitoId } = placeOf(ctx);
    return this.told(
      ctx,
      this.commands.run(ctx, ambitoId, async tx => {
        const accountId = await confirmedAccount(tx.db, email);
        await demands(tx);
        const id = randomUUID();
        await tx.db
          .query(CREA, [ambitoId, id, accountId, dati.ruolo, dati.tavoloId, dati.incontroId, dati.origine, dati.verbaleId])
          .catch(uniqueViolation('incarico_in_corso', 'incarico.esiste'));
        const incarico = await this.queries.unoIn(tx.db, ambitoId, id);
        tx.registra('incarico.assegna', 'incarico', id, { ...dati, accountId });
        tx.email(emailAssegnato(await leggiAmbito(tx), incarico, ctx.actor.nome));
        this.annuncia(tx, ctx, accountId);
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
        const incarico = await this.queries.unoIn(tx.db, ambitoId, id);
        if (incontroId !== null && incarico.incontro?.id !== incontroId) throw new ProblemError('risorsa.non_trovata');
        if (decidono.length === 1 && decidono[0]?.id === id) throw new ProblemError('incarico.ultimo_coordinatore');
        const [rows] = await tx.db.query<[{ accountId: string }[], number]>(
          'UPDATE incarico SET al = now() WHERE ambito_id = $1 AND id = $2 AND al IS NULL RETURNING account_id AS "accountId"',
          [ambitoId, id],
        );
        const accountId = rows[0]?.accountId;
        if (accountId === undefined) throw new ProblemError('risorsa.non_trovata');
        tx.registra('incarico.termina', 'incarico', id, {
          ruolo: incarico.ruolo,
          accountId,
          tavoloId: incarico.tavolo?.id ?? null,
          incontroId: incarico.incontro?.id ?? null,
        });
        tx.email(emailTerminato(await leggiAmbito(tx), incarico));
        this.annuncia(tx, ctx, accountId);
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

  /** The page of a tavolo names its referente. */
  private annuncia(tx: Tx, ctx: RequestContext, accountId: string): void {
    tx.annuncia({ t: 'account', accountId }, { t: 'pagine', ambitoSlug: placeOf(ctx).ambitoSlug });
  }
}

async function confirmedAccount(db: EntityManager, email: string): Promise<string> {
  const [row] = await db.query<{ id: string }[]>('SELECT id FROM account WHERE email = $1 AND email_confermata_at IS NOT NULL', [email]);
  if (!row) throw fieldProblem('incarico.account_assente', '/email');
  return row.id;
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

async function leggiAmbito(tx: Tx): Promise<AmbitoPerEmail> {
  const [row] = await tx.db.query<[AmbitoPerEmail]>('SELECT id, slug, nome FROM ambito WHERE id = $1', [tx.ambitoId]);
  return row;
}
