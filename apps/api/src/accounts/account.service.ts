import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CambioEmailInput, ProfiloInput } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { prendiIncarichi } from '../incarichi/inviti.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import type { RequestContext } from '../platform/commands/context.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { AccountCommands } from './account/account-commands.js';
import { emailCambioChiesto, emailIndirizzoCambiato, emailIndirizzoOccupato, emailNuovoIndirizzo } from './account/accounts.emails.js';
import { accountById, findTitolare } from './account/accounts.sql.js';
import { Credentials } from './account/credentials.js';
import { spostaIndirizzo } from './account/indirizzi.js';
import { Limits } from './account/limits.js';
import { accountOf, cancelSegreti, consumeSegreto, issueSegreto } from './account/segreti.js';

/** Name and address of an account. */
@Injectable()
export class AccountService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: AccountCommands,
    private readonly credentials: Credentials,
    private readonly limits: Limits,
  ) {}

  async cambiaProfilo(ctx: RequestContext, { nome, cognome, genere }: ProfiloInput): Promise<void> {
    await this.commands.run(ctx, async tx => {
      await tx.db.query('UPDATE account SET nome = $2, cognome = $3, genere = $4 WHERE id = $1', [ctx.actor.id, nome, cognome, genere]);
      tx.log('profilo.cambiato', ctx.actor.id ?? undefined);
    });
  }

  /**
   * Asks for another address: it counts once confirmed from the mail sent there; the old one is told at once. The same answer where
   * the new one belongs to another account: its holder is told.
   * @throws ProblemError 400 on `/email` when it is the present one, 401 on `/password`, 429, 503
   */
  async chiediCambioEmail(ctx: RequestContext, { email, password }: CambioEmailInput): Promise<void> {
    const account = await accountById(this.db.manager, ctx.actor.id);
    if (email === account.email) throw fieldProblem('richiesta.non_valida', '/email', 'È già il tuo indirizzo.');
    const { matches } = await this.credentials.check(ctx, account.email, password, account.passwordHash, true);
    if (!matches) throw fieldProblem('accesso.credenziali', '/password', 'La password non è corretta.');
    const due = await this.limits.countMail(ctx, email);
    await this.commands.run(ctx, async tx => {
      // As where somebody registers: one more mail to who has had many is not written, and the answer is the same.
      if (!due) return;
      const occupied = (await findTitolare(tx.db, email)).account;
      await cancelSegreti(tx.db, { accountId: account.id, scopi: ['cambio_email'] });
      const link = await issueSegreto(tx.db, { scopo: 'cambio_email', email, accountId: account.id });
      tx.email(
        occupied ? emailIndirizzoOccupato(occupied, link) : emailNuovoIndirizzo(email, link),
        emailCambioChiesto(account, email, link),
      );
      tx.log('email.cambio_chiesto', account.id);
    });
  }

  /**
   * From the link mailed to the new address, by whoever is signed in to the account that asked: a link that somebody else asked for, opened in
   * good faith, must not give them the seats of who opens it. Everything that the person holds by the old address goes to the new one
   * (`indirizzi.ts`), with a line in the history of each seat; whatever is open asks again.
   * @throws ProblemError 404 `collegamento.non_valido`, 410 `collegamento.scaduto`, 409 `account.esiste`
   */
  async confermaEmail(ctx: RequestContext, segreto: string): Promise<void> {
    await this.commands.run(ctx, async tx => {
      const secret = await consumeSegreto(tx.db, 'cambio_email', segreto);
      if (accountOf(secret) !== ctx.actor.id) throw new ProblemError('collegamento.non_valido');
      const account = await accountById(tx.db, ctx.actor.id);
      await tx.db
        .query('UPDATE account SET email = $2, email_confermata_at = now() WHERE id = $1', [account.id, secret.email])
        .catch(uniqueViolation('account_email_key', 'account.esiste'));
      await cancelSegreti(tx.db, { accountId: account.id });
      await cancelSegreti(tx.db, { email: secret.email, scopi: ['conferma'] });
      await prendiIncarichi(tx, account.id);
      for (const { ambitoId, designazioneId, rappresentanteId } of await spostaIndirizzo(tx.db, account.email, secret.email)) {
        const contenuto = { attore: `${account.nome} ${account.cognome}`, rappresentanteId };
        tx.registra(ambitoId, {
          azione: 'designazione.cambia_indirizzo',
          oggettoTipo: 'designazione',
          oggettoId: designazioneId,
          contenuto,
        });
      }
      tx.email(emailIndirizzoCambiato(account, secret.email, randomUUID()));
      tx.annuncia({ t: 'account', accountId: account.id });
      tx.log('email.cambiata', account.id);
      tx.security('email.cambiata');
    });
  }
}
