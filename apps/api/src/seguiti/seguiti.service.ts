import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PUBBLICO, type SeguitoInput, type TipoSeguito } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Limits } from '../accounts/account/limits.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { EmailOutbox } from '../platform/email/email-outbox.js';
import { Kinds } from '../platform/procedura/kinds.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { hashSecret } from '../platform/tokens/secret.js';
import { segretoSeguito } from './avvisa.js';
import { emailConferma } from './seguiti.emails.js';

/** Following by mail: nothing is sent to an address before its holder has said so from there. */
@Injectable()
export class SeguitiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly limits: Limits,
    private readonly outbox: EmailOutbox,
    @Inject(Kinds) private readonly kinds: Kinds,
  ) {}

  /** Mails a link to confirm; the answer is the same for an address that follows already. @throws ProblemError 429 */
  async chiedi(ctx: RequestContext, tipo: TipoSeguito, { email, sito }: SeguitoInput): Promise<void> {
    const { ambitoId, id } = placeOf(ctx);
    const due = await this.limits.countMail(ctx, email);
    if (sito !== '') return;
    await this.db.transaction(async db => {
      if ((await this.titoloDi(db, tipo, ambitoId, id)) === null) throw new ProblemError('risorsa.non_trovata');
      const [seguito] = await db.query<{ id: string; confermato: boolean; nuovo: boolean }[]>(
        `INSERT INTO seguito (ambito_id, tipo, oggetto_id, indirizzo) VALUES ($1, $2, $3, $4) ON CONFLICT (ambito_id, tipo, oggetto_id, indirizzo) DO UPDATE SET creato_at = seguito.creato_at
         RETURNING id, confermato_at IS NOT NULL AS confermato, xmax = 0 AS nuovo`,
        [ambitoId, tipo, id, email],
      );
      if (!seguito || seguito.confermato || (!due && !seguito.nuovo)) return;
      const segreto = await segretoSeguito(db, ambitoId, seguito.id);
      await this.outbox.enqueue(db, [emailConferma({ ambitoId, tipo, oggettoId: id, id: seguito.id }, email, segreto)], ctx);
    });
  }

  /** From the mail; again, it says the same. @throws ProblemError `collegamento.non_valido` */
  async conferma(segreto: string): Promise<{ titolo: string }> {
    return this.con(segreto, async (db, s) => {
      await db.query('UPDATE seguito SET confermato_at = coalesce(confermato_at, clock_timestamp()) WHERE ambito_id = $1 AND id = $2', [
        s.ambitoId,
        s.id,
      ]);
    });
  }

  /** Ends it, and forgets the address. @throws ProblemError `collegamento.non_valido` */
  async ferma(segreto: string): Promise<{ titolo: string }> {
    return this.con(segreto, async (db, s) => {
      await db.query('DELETE FROM seguito WHERE ambito_id = $1 AND id = $2', [s.ambitoId, s.id]);
    });
  }

  /** How what is followed is called in public; null once it is not public any more. */
  private async titoloDi(db: EntityManager, tipo: TipoSeguito, ambitoId: string, id: string): Promise<string | null> {
    const args: unknown[] = [ambitoId, id];
    const [cosa] = await db.query<{ titolo: string }[]>(
      `SELECT o.titolo FROM (${this.kinds.name(tipo)({ actor: PUBBLICO, ambitoId, args })}) o WHERE o.ambito_id = $1 AND o.id = $2`,
      args,
    );
    return cosa?.titolo ?? null;
  }

  private con(
    segreto: string,
    fai: (db: EntityManager, seguito: { ambitoId: string; id: string }) => Promise<void>,
  ): Promise<{ titolo: string }> {
    return this.db.transaction(async db => {
      const [s] = await db.query<{ ambitoId: string; id: string; tipo: TipoSeguito; oggettoId: string }[]>(
        'SELECT s.ambito_id AS "ambitoId", s.id, s.tipo, s.oggetto_id AS "oggettoId" FROM seguito_segreto x JOIN seguito s ON s.ambito_id = x.ambito_id AND s.id = x.seguito_id WHERE x.segreto_hash = $1 FOR UPDATE OF s',
        [hashSecret(segreto.slice(0, 100))],
      );
      if (!s) throw new ProblemError('collegamento.non_valido');
      const titolo = await this.titoloDi(db, s.tipo, s.ambitoId, s.oggettoId);
      await fai(db, s);
      return { titolo: titolo ?? '' };
    });
  }
}
