import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  ricezione,
  type ContributoInput,
  type ContributoRaccoltoInput,
  type RegoleContributi,
  type RicevutaContributoView,
  type StatoContributo,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { Limits } from '../../accounts/account/limits.js';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { NESSUNO } from '../../platform/commands/idempotency.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailConferma, emailRicevuto } from '../contributo/contributi.emails.js';
import { ContributiFiles } from '../contributo/contributi.files.js';
import { ModuloService } from './modulo.service.js';
import { nasceContributo, type Mittente } from '../contributo/nascita.js';
import { orologiPer } from '../contributo/orologi.js';
import { scriviPasso } from '../contributo/passi.js';
import { regoleContributi } from '../regole/regole.js';
import { nuovoSegreto } from '../contributo/segreti.js';
import { writeOther } from '../../platform/procedura/hold.js';
import { live } from '../../platform/realtime/news.js';
import { CONTRIBUTO_KIND } from '../contributo/contributo.kind.js';

type Ricevuta = Omit<RicevutaContributoView, 'segreto'>;

/** Who opened the form before the closing may send it for so long after. */
const TOLLERANZA_MS = 30 * 60_000;

/** How contributi come in: from the portal, confirmed by mail or signed in, and from a desk. */
@Injectable()
export class InvioService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly limits: Limits,
    private readonly moduli: ModuloService,
    private readonly files: ContributiFiles,
  ) {}

  /**
   * Takes a contributo. With an account it is in the queue at once, without one it waits for the mail to be confirmed.
   * @throws ProblemError `contributo.chiuso`, `contributo.non_inviato` (whatever the form betrayed), `contributo.allegato_mancante`, 429
   */
  async invia(ctx: RequestContext, input: ContributoInput): Promise<RicevutaContributoView> {
    const { ambitoId, id: tavoloId } = placeOf(ctx);
    const mittente = await this.mittente(ctx, input);
    const regole = await this.regole(tavoloId);
    if (!(await this.giaRicevuto(ctx))) await this.ammetti(ctx, input, mittente, regole);
    const ricevuta = await this.commands.run(ctx, ambitoId, tx =>
      this.accogli(tx, ctx, { ...input, canale: 'web', regole, mittente, tavoloId, raccoltoDa: null }),
    );
    return this.conSegreto(ambitoId, ricevuta);
  }

  /** What somebody told or handed in at a desk: in the queue at once, whether or not the tavolo takes more from the portal. */
  async raccogli(ctx: RequestContext, input: ContributoRaccoltoInput): Promise<RicevutaContributoView> {
    const { ambitoId, id: tavoloId } = placeOf(ctx);
    const mittente: Mittente = { nome: input.autore?.nome ?? null, email: input.autore?.email ?? null, accountId: null, confermato: true };
    const regole = await this.regole(tavoloId);
    const ricevuta = await this.commands.run(ctx, ambitoId, tx =>
      this.accogli(tx, ctx, { ...input, regole, mittente, tavoloId, raccoltoDa: ctx.actor.nome }),
    );
    return this.conSegreto(ambitoId, ricevuta);
  }

  /** The mailed link was used, by a button of its page. Again: nothing more happens, and the same is told. */
  async conferma(ctx: RequestContext): Promise<RicevutaContributoView> {
    const place = placeOf(ctx);
    const ricevuta = await this.commands.run(ctx, place.ambitoId, async (tx): Promise<Ricevuta> => {
      const [row] = await tx.db.query<{ codice: string; stato: StatoContributo }[]>(
        'SELECT codice, stato FROM contributo WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
        [place.ambitoId, place.id],
      );
      if (!row) throw new ProblemError('collegamento.non_valido');
      if (row.stato === 'da_confermare') await this.entra(tx, ctx, place.id);
      return {
        id: place.id,
        codice: row.codice,
        stato: row.stato === 'da_confermare' ? 'in_moderazione' : row.stato,
        confermaInviataA: null,
      };
    });
    return this.conSegreto(place.ambitoId, ricevuta);
  }

  private async accogli(tx: Tx, ctx: RequestContext, dati: Parameters<typeof nasceContributo>[1]): Promise<Ricevuta> {
    const { id, codice } = await nasceContributo(tx.db, { ...dati, ambitoId: tx.ambitoId });
    await scriviPasso(tx.db, tx.ambitoId, id, { tipo: 'inviato' });
    tx.registra(dati.canale === 'web' ? 'contributo.invia' : 'contributo.raccogli', 'contributo', id, { codice, canale: dati.canale });
    if (dati.mittente.confermato) {
      await this.entra(tx, ctx, id, true);
      return { id, codice, stato: 'in_moderazione', confermaInviataA: null };
    }
    const email = dati.mittente.email ?? '';
    const d = await leggiPerEmail(tx.db, tx.ambitoId, id);
    tx.email(emailConferma(d, email, await nuovoSegreto(tx.db, tx.ambitoId, id, 'conferma')));
    return { id, codice, stato: 'da_confermare', confermaInviataA: email };
  }

  /** Into the queue: its files are kept, the clock starts, author and staff are told. */
  private async entra(tx: Tx, ctx: RequestContext, id: string, subito = false): Promise<void> {
    await this.files.promuovi(tx.db, tx.ambitoId, id);
    await writeOther(tx, CONTRIBUTO_KIND, id, { stato: 'in_moderazione', ...(await orologiPer(tx.db, tx.ambitoId, 'in_moderazione')) });
    if (!subito) {
      await scriviPasso(tx.db, tx.ambitoId, id, { tipo: 'confermato' });
      tx.registra('contributo.conferma', 'contributo', id);
    }
    const d = await leggiPerEmail(tx.db, tx.ambitoId, id);
    tx.email(...emailRicevuto(d, new Date()));
    tx.annuncia(live(CONTRIBUTO_KIND, { ...placeOf(ctx), tavoloId: d.tavoloId }, id));
  }

  /** What is told to a program is told to all: which check failed is not said, and what was written stays in the page. */
  private async ammetti(ctx: RequestContext, input: ContributoInput, mittente: Mittente, { apertura }: RegoleContributi): Promise<void> {
    const { id: tavoloId } = placeOf(ctx);
    const apertoAt = await this.moduli.apertoAt(tavoloId, input.modulo);
    const now = new Date();
    const inTempo =
      ricezione(apertura, now) === 'aperta' ||
      (apertoAt !== null && ricezione(apertura, apertoAt) === 'aperta' && now.getTime() < fineDi(apertura) + TOLLERANZA_MS);
    if (!inTempo) throw new ProblemError('contributo.chiuso');
    await this.limits.countContributo(mittente.accountId ?? mittente.email, tavoloId, ctx.network);
    if (apertoAt === null || input.sito !== '') throw new ProblemError('contributo.non_inviato', { retryAfter: 5 });
  }

  /** Whether this very request was answered before: a repetition passes no checks again. */
  private async giaRicevuto({ actor, idempotency }: RequestContext): Promise<boolean> {
    if (idempotency === null) return false;
    const rows = await this.db.query<unknown[]>('SELECT 1 FROM idempotenza WHERE account_id = $1 AND rotta = $2 AND chiave = $3', [
      actor.id ?? NESSUNO,
      idempotency.rotta,
      idempotency.chiave,
    ]);
    return rows.length > 0;
  }

  private async mittente({ actor }: RequestContext, { autore }: ContributoInput): Promise<Mittente> {
    if (actor.id === null) {
      if (autore === null)
        throw fieldProblem('richiesta.non_valida', '/autore/email', 'Scrivi il tuo indirizzo: ti mandiamo la ricevuta e la risposta.');
      return { nome: autore.nome, email: autore.email, accountId: null, confermato: false };
    }
    const [account] = await this.db.query<{ email: string }[]>('SELECT email FROM account WHERE id = $1', [actor.id]);
    return { nome: actor.nome, email: account?.email ?? null, accountId: actor.id, confermato: true };
  }

  private async regole(tavoloId: string): Promise<RegoleContributi> {
    const [row] = await this.db.query<{ contributi: Partial<RegoleContributi> | null }[]>('SELECT contributi FROM tavolo WHERE id = $1', [
      tavoloId,
    ]);
    return regoleContributi(row?.contributi);
  }

  /**
   * Secrets are made for each answer, never kept: a repeated request gets another one for the same contributo. None before the address is
   * confirmed: whoever typed it would act as its holder.
   */
  private async conSegreto(ambitoId: string, ricevuta: Ricevuta): Promise<RicevutaContributoView> {
    if (ricevuta.stato === 'da_confermare') return { ...ricevuta, segreto: null };
    return { ...ricevuta, segreto: await nuovoSegreto(this.db.manager, ambitoId, ricevuta.id, 'autore') };
  }
}

const fineDi = (apertura: RegoleContributi['apertura']): number =>
  apertura.tipo === 'finestra' ? Date.parse(apertura.al) : Number.NEGATIVE_INFINITY;
