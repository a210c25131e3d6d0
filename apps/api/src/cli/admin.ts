import { indirizzoEmail } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { inviteAmministratore } from '../accounts/amministratore.service.js';
import { MINUTES } from '../accounts/account/segreti.js';
import { dimenticaSenzaAccount } from '../diritti/senza-account.js';
import { readConfig } from '../platform/config/config.js';
import { runMigrations } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open.js';
import { failureSentence } from '../platform/ops/failure-sentence.js';

interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const USAGE = [
  'Uso: npm run admin -- invite <indirizzo e-mail>     il collegamento per diventare amministratore',
  '     npm run admin -- cancella <indirizzo e-mail>   dimentica chi ha scritto o è stato indicato senza avere un account',
  '     npm run admin -- migra                         aggiorna lo schema del database, con il ruolo di MIGRATION_DATABASE_URL',
].join('\n');
const IN_DEMO = [
  'Questa è la dimostrazione: ha già un amministratore, entra come lui dalla pagina /demo del portale.',
  'Per agire su un portale vero indica il suo database con DATABASE_URL.',
].join('\n');

interface Answer {
  readonly code: number;
  readonly sentence: string;
}
type Command = (db: EntityManager, email: string, publicOrigin: string) => Promise<Answer>;

const COMMANDS: Readonly<Record<string, Command>> = {
  invite: async (db, email, publicOrigin) => {
    const path = await inviteAmministratore(db, email);
    return {
      code: 0,
      sentence: `Collegamento per ${email}: vale ${MINUTES.amministratore / 60} ore e una volta sola.\n\n  ${publicOrigin}${path}\n\nChi lo apre diventa amministratore: mandalo solo a questa persona.`,
    };
  },
  cancella: async (db, email) => {
    const esito = await dimenticaSenzaAccount(db, email);
    switch (esito.tipo) {
      case 'dimenticato':
        return { code: 0, sentence: `Fatto: nome e indirizzo di ${email} non ci sono più. Restano gli atti pubblici, senza la persona.` };
      case 'sconosciuto':
        return { code: 1, sentence: `Nel portale non c’è nulla con l’indirizzo ${email}.` };
      case 'ha_account':
        return { code: 1, sentence: `${email} ha un account: la persona può chiuderlo da sé, in «Il tuo account».` };
      case 'siede':
        return {
          code: 1,
          sentence: `${email} siede ancora a: ${esito.tavoli.join(', ')}. Prima ritira il consenso dal collegamento ricevuto, o l’ente revoca la designazione.`,
        };
    }
  },
};

/**
 * The administrator's commands, for who holds the machine: `invite <email>` prints the one-time link that makes or promotes an administrator,
 * `cancella <email>` forgets somebody without account, `migra` brings the schema up to date as the role that owns it. They work while the portal runs, and before its first start too.
 * @returns the exit code; says what it did, in Italian
 */
export async function admin(args: readonly string[], env: NodeJS.ProcessEnv, out: Output = process): Promise<number> {
  const tell = (code: number, sentence: string): number => {
    (code === 0 ? out.stdout : out.stderr).write(`${sentence}\n`);
    return code;
  };
  const [name = '', address, ...rest] = args;
  if (name === 'migra') return migra(env, tell);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const email = indirizzoEmail.safeParse(address);
  if (command === undefined || rest.length > 0 || address === undefined) return tell(2, USAGE);
  if (!email.success) return tell(2, `«${address}» non è un indirizzo e-mail.\n${USAGE}`);
  try {
    const { databaseUrl, migrationDatabaseUrl, publicOrigin } = readConfig(env);
    if (databaseUrl === null) return tell(1, IN_DEMO);
    await runMigrations(migrationDatabaseUrl ?? databaseUrl, databaseUrl);
    const { code, sentence } = await inTransaction(databaseUrl, db => command(db, email.data, publicOrigin));
    return tell(code, sentence);
  } catch (error) {
    return tell(1, failureSentence(error));
  }
}

async function migra(env: NodeJS.ProcessEnv, tell: (code: number, sentence: string) => number): Promise<number> {
  try {
    const { databaseUrl, migrationDatabaseUrl } = readConfig(env);
    if (databaseUrl === null) return tell(1, IN_DEMO);
    await runMigrations(migrationDatabaseUrl ?? databaseUrl, databaseUrl);
    return tell(0, 'Lo schema del database è aggiornato.');
  } catch (error) {
    return tell(1, failureSentence(error));
  }
}

async function inTransaction<T>(url: string, work: (db: EntityManager) => Promise<T>): Promise<T> {
  const source = await openDatabase(url, 'tavoli-admin');
  try {
    return await source.transaction(work);
  } finally {
    await source.destroy();
  }
}
