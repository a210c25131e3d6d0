import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ENTI_ISCRITTI, ENTI_RICONOSCIUTI, type EnteView, type RichiestaIngressoInput, type EsitoIngresso } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { leggiEntePerEmail } from './enti.emails.data.js';
import { EntiQueries } from './enti.queries.js';
import { accountOf, aggiungiOperatore, indirizzoDi } from './ingresso.js';
import { emailEntrato, emailRichiesta, emailRichiestaIncerta, emailRimosso, emailRisposta } from './operatori.emails.js';
import { news } from '../platform/realtime/news.js';
import { ENTE_KIND } from './ente.kind.js';
import { holdOther } from '../platform/procedura/hold.js';

const RICHIESTE_AL_GIORNO = 10;
const DAY_SECONDS = 86_400;

/** Who acts for an ente: removal, and requests of others to join. Invitations are in `inviti.service.ts`. */
@Injectable()
export class OperatoriService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: EntiQueries,
  ) {}

  /** From now on the person acts no more for the ente; what is open on their screens ends. @throws ProblemError 404, `operatore.ultimo` */
  async rimuovi(ctx: RequestContext, operatoreId: string): Promise<void> {
    const place = placeOf(ctx);
    const { ambitoId, id: enteId } = place;
    await this.commands.run(ctx, ambitoId, async tx => {
      await holdOther(tx, ENTE_KIND, enteId);
      const ente = await leggiEntePerEmail(tx.db, ambitoId, enteId);
      const [rows] = await tx.db.query<[{ accountId: string }[], number]>(
        'UPDATE operatore SET al = now() WHERE ambito_id = $1 AND ente_id = $2 AND id = $3 AND al IS NULL RETURNING account_id AS "accountId"',
        [ambitoId, enteId, operatoreId],
      );
      const accountId = rows[0]?.accountId;
      if (accountId === undefined) throw new ProblemError('risorsa.non_trovata');
      if (ente.operatori.length < 2) throw new ProblemError('operatore.ultimo');
      const chi = await indirizzoDi(tx, accountId);
      tx.registra('operatore.rimuovi', 'ente', enteId, { operatoreId, operatore: chi.name });
      tx.email(emailRimosso(ente, chi, operatoreId));
      tx.annuncia({ t: 'account', accountId }, ...news(ENTE_KIND, place, enteId));
      return null;
    });
  }

  /**
   * Asks the operatori of the ente with this codice fiscale to be taken in. The answer is the same whether there is such an ente or not,
   * and asking twice mails once.
   * @throws ProblemError `operatore.gia_presente`, `operatore.troppe_richieste`
   */
  async chiedi(ctx: RequestContext, input: RichiestaIngressoInput): Promise<{ ricevuta: true }> {
    const place = placeOf(ctx);
    const accountId = accountOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await this.limita(tx.db, accountId); // first, so that the limit too says nothing of who is registered
      const enti = await this.entiDi(tx.db, place.ambitoId, input.codiceFiscale);
      const enteId = enti[0];
      if (enteId === undefined) return { ricevuta: true };
      // Nobody knows yet which of several registrations is the true one: the office, and not whoever typed the codice fiscale, learns who asks.
      if (enti.length > 1) return this.chiediAgliUffici(tx, enteId, accountId, input.messaggio);
      if (ctx.actor.enti.some(e => e.enteId === enteId)) throw new ProblemError('operatore.gia_presente');
      const id = randomUUID();
      const rows = await tx.db.query<unknown[]>(
        'INSERT INTO operatore_richiesta (ambito_id, id, ente_id, account_id, messaggio) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id',
        [place.ambitoId, id, enteId, accountId, input.messaggio],
      );
      if (rows.length === 0) return { ricevuta: true };
      tx.registra('operatore.chiedi_ingresso', 'ente', enteId, { richiestaId: id });
      tx.email(
        ...emailRichiesta(await leggiEntePerEmail(tx.db, place.ambitoId, enteId), await indirizzoDi(tx, accountId), {
          id,
          messaggio: input.messaggio,
        }),
      );
      tx.annuncia(...news(ENTE_KIND, place, enteId));
      return { ricevuta: true };
    });
  }

  /** Takes in who asked. @throws ProblemError 404, `operatore.richiesta_decisa` */
  accogli(ctx: RequestContext, richiestaId: string): Promise<EnteView> {
    return this.rispondi(ctx, richiestaId, 'accolta', async (tx, accountId) => {
      const operatoreId = await aggiungiOperatore(tx, placeOf(ctx).id, accountId);
      const chi = await indirizzoDi(tx, accountId);
      const ente = await leggiEntePerEmail(tx.db, tx.ambitoId, placeOf(ctx).id);
      tx.registra('operatore.accogli', 'ente', ente.id, { richiestaId, operatoreId, operatore: chi.name });
      tx.email(...emailEntrato(ente, chi, operatoreId), emailRisposta(ente, chi, richiestaId, 'accolta'));
    });
  }

  /** @throws ProblemError 404, `operatore.richiesta_decisa` */
  respingi(ctx: RequestContext, richiestaId: string): Promise<EnteView> {
    return this.rispondi(ctx, richiestaId, 'respinta', async (tx, accountId) => {
      const ente = await leggiEntePerEmail(tx.db, tx.ambitoId, placeOf(ctx).id);
      tx.registra('operatore.respingi_richiesta', 'ente', ente.id, { richiestaId });
      tx.email(emailRisposta(ente, await indirizzoDi(tx, accountId), richiestaId, 'respinta'));
    });
  }

  private async rispondi(
    ctx: RequestContext,
    id: string,
    esito: EsitoIngresso,
    effetto: (tx: Tx, accountId: string) => Promise<void>,
  ): Promise<EnteView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await holdOther(tx, ENTE_KIND, place.id);
      const [row] = await tx.db.query<{ accountId: string; esito: string | null }[]>(
        'SELECT account_id AS "accountId", esito FROM operatore_richiesta WHERE ambito_id = $1 AND ente_id = $2 AND id = $3',
        [place.ambitoId, place.id, id],
      );
      if (!row) throw new ProblemError('risorsa.non_trovata');
      if (row.esito !== null) throw new ProblemError('operatore.richiesta_decisa');
      await tx.db.query('UPDATE operatore_richiesta SET esito = $3 WHERE ambito_id = $1 AND id = $2', [place.ambitoId, id, esito]);
      await effetto(tx, row.accountId);
      tx.annuncia(...news(ENTE_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx.actor, place.ambitoId, place.id);
    });
  }

  private async chiediAgliUffici(tx: Tx, enteId: string, accountId: string, messaggio: string): Promise<{ ricevuta: true }> {
    const ente = await leggiEntePerEmail(tx.db, tx.ambitoId, enteId);
    tx.email(...emailRichiestaIncerta(ente, await indirizzoDi(tx, accountId), { id: randomUUID(), messaggio }));
    return { ricevuta: true };
  }

  /** The verified ente with this codice fiscale; while none is, all the registrations that wait. */
  private async entiDi(db: EntityManager, ambitoId: string, codiceFiscale: string): Promise<string[]> {
    const rows = await db.query<{ id: string; vero: boolean }[]>(
      `SELECT id, stato IN ${fra(ENTI_RICONOSCIUTI)} AS vero FROM ente WHERE ambito_id = $1 AND codice_fiscale = $2 AND stato IN ${fra(ENTI_ISCRITTI)} ORDER BY vero DESC, creato_at, id`,
      [ambitoId, codiceFiscale],
    );
    return rows.filter(row => row.vero === rows[0]?.vero).map(row => row.id);
  }

  private async limita(db: EntityManager, accountId: string): Promise<void> {
    const [row] = await db.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM operatore_richiesta WHERE account_id = $1 AND creata_at > now() - interval '1 day'`,
      [accountId],
    );
    if ((row?.n ?? 0) >= RICHIESTE_AL_GIORNO) throw new ProblemError('operatore.troppe_richieste', { retryAfter: DAY_SECONDS });
  }
}
