import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dichiarazioneDi, type PianoChiusuraView } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountCommands } from '../accounts/account/account-commands.js';
import { Credentials } from '../accounts/account/credentials.js';
import { aperto } from '../incarichi/chi.sql.js';
import type { RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { cancellaPersona } from './cancella.js';
import type { Persona } from './chi.js';
import { esportaDati } from './esporta.js';

interface Titolare extends Persona {
  readonly accountId: string;
  readonly passwordHash: string | null;
}

const CANCELLA = [
  'il tuo account, gli accessi aperti, il calendario privato',
  'il tuo nome e il tuo indirizzo accanto ai contributi, alle correzioni e ai commenti che hai mandato',
  'i contributi che non hai mai confermato',
  'i recapiti con cui sei stato indicato o invitato',
  'le parole dei messaggi che ti abbiamo mandato',
];
const CONSERVA = [
  'I contributi pubblicati e la risposta del tavolo, senza il tuo nome: sono parte del procedimento.',
  'I verbali, il registro delle presenze e gli elenchi già pubblicati: sono documenti della pubblica amministrazione, e la legge chiede di conservarli (D.Lgs. 42/2004).',
  'Nel registro degli atti, che cosa è stato fatto e quando, senza dire da chi.',
];

/** The rights of a person over their data (GDPR art. 15, 17 and 20), for who has an account. */
@Injectable()
export class DirittiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: AccountCommands,
    private readonly credentials: Credentials,
  ) {}

  /** All that is held about who asks, as a file. */
  async dati(ctx: RequestContext): Promise<FileAnswer> {
    const persona = await this.titolare(this.db.manager, ctx);
    const dati = await this.db.transaction('REPEATABLE READ', db => esportaDati(db, persona));
    const body = Buffer.from(`${JSON.stringify({ estrattiIl: new Date().toISOString(), ...dati }, null, 2)}\n`);
    return { body, name: 'i-miei-dati.json', mediaType: 'application/json; charset=utf-8' };
  }

  async piano(ctx: RequestContext): Promise<PianoChiusuraView> {
    const persona = await this.titolare(this.db.manager, ctx);
    return {
      impedimenti: await impedimenti(this.db.manager, persona),
      cancella: CANCELLA,
      conserva: CONSERVA,
      conPassword: persona.passwordHash !== null,
    };
  }

  /** Closes the account and forgets the person. @throws ProblemError 401 on `/password`, `account.impegnato` while something has to end first, 429 */
  async chiudi(ctx: RequestContext, password: string | undefined): Promise<void> {
    const persona = await this.titolare(this.db.manager, ctx);
    if (persona.passwordHash !== null) {
      const { matches } = await this.credentials.check(ctx, persona.email, password ?? '', persona.passwordHash, true);
      if (!matches) throw fieldProblem('accesso.credenziali', '/password', 'La password non è corretta.');
    }
    await this.commands.run(ctx, async tx => {
      await tx.db.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [persona.accountId]);
      const [primo] = await impedimenti(tx.db, persona);
      if (primo !== undefined) throw new ProblemError('account.impegnato', { detail: primo });
      await cancellaPersona(tx.db, persona);
      tx.annuncia({ t: 'account', accountId: persona.accountId });
      // Names leave the public pages at once, wherever they stood.
      for (const { slug } of await tx.db.query<{ slug: string }[]>('SELECT slug FROM ambito'))
        tx.annuncia({ t: 'pagine', ambitoSlug: slug });
      tx.log('account.chiuso', persona.accountId);
    });
  }

  private async titolare(db: EntityManager, { actor }: RequestContext): Promise<Titolare> {
    const [row] = await db.query<Titolare[]>(
      `SELECT id AS "accountId", email, nome || ' ' || cognome AS nome, password_hash AS "passwordHash" FROM account WHERE id = $1`,
      [actor.id],
    );
    if (!row) throw new ProblemError('accesso.richiesto');
    return row;
  }
}

/** «referente del tavolo Anziani»; of a role that is declared no more, that it was one. */
function incaricoInParole(ruolo: string, tavolo: string | null): string {
  const etichetta = dichiarazioneDi(ruolo)?.etichetta ?? 'Un ruolo non più in uso';
  return `${etichetta.charAt(0).toLowerCase()}${etichetta.slice(1)}${tavolo === null ? '' : ` ${tavolo}`}`;
}

/** What a person must hand over before they can go: nobody may be left without the one who decides. */
async function impedimenti(db: EntityManager, { accountId, email }: Titolare): Promise<string[]> {
  const rows = await db.query<({ motivo: string } | { motivo: null; ruolo: string; tavolo: string | null })[]>(
    `SELECT i.ruolo, t.nome AS tavolo, NULL AS motivo FROM incarico i LEFT JOIN tavolo t ON t.ambito_id = i.ambito_id AND t.id = i.tavolo_id WHERE i.account_id = $1 AND ${aperto('i')}
     UNION ALL SELECT NULL, NULL, 'Sei l’unica persona che agisce per ' || e.denominazione || ': prima invita un altro operatore.'
       FROM operatore o JOIN ente e ON e.ambito_id = o.ambito_id AND e.id = o.ente_id WHERE o.account_id = $1 AND o.al IS NULL
         AND NOT EXISTS (SELECT 1 FROM operatore x WHERE x.ambito_id = o.ambito_id AND x.ente_id = o.ente_id AND x.al IS NULL AND x.account_id <> o.account_id)
     UNION ALL SELECT NULL, NULL, 'Siedi al tavolo ' || t.nome || ': prima dimettiti o ritira il consenso, dal collegamento che hai ricevuto.'
       FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id JOIN tavolo t ON t.ambito_id = m.ambito_id AND t.id = m.tavolo_id WHERE r.email = $2 AND m.al IS NULL
     UNION ALL SELECT NULL, NULL, 'Sei l’unico amministratore del portale: prima nominane un altro.' FROM account a WHERE a.id = $1 AND a.amministratore AND NOT EXISTS (SELECT 1 FROM account x WHERE x.amministratore AND x.id <> a.id)`,
    [accountId, email],
  );
  return rows.map(r => r.motivo ?? `Hai l’incarico di ${incaricoInParole(r.ruolo, r.tavolo)}: prima chiedi che venga affidato ad altri.`);
}
