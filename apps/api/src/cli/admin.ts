import { indirizzoEmail } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { inviteAmministratore } from '../accounts/amministratore.service.js';
import { MINUTES } from '../accounts/segreti.js';
import { readConfig } from '../platform/config/config.js';
import { runMigrations } from '../platform/database/migrate.js';
import { failureSentence } from '../platform/ops/failure-sentence.js';

interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const USAGE = 'Uso: npm run admin -- invite <indirizzo e-mail>';
const IN_DEMO = [
  'Questa è la dimostrazione: ha già un amministratore, entra come lui dalla pagina /demo del portale.',
  'Per nominare l’amministratore di un portale vero indica il suo database con DATABASE_URL.',
].join('\n');

/**
 * The administrator's commands, for who holds the machine. `invite <email>` prints the one-time link that makes or promotes an
 * administrator; it works before the portal's first start too. @returns the exit code; says what it did, in Italian
 */
export async function admin(args: readonly string[], env: NodeJS.ProcessEnv, out: Output = process): Promise<number> {
  const tell = (code: number, sentence: string): number => {
    (code === 0 ? out.stdout : out.stderr).write(`${sentence}\n`);
    return code;
  };
  const [command, address, ...rest] = args;
  const email = indirizzoEmail.safeParse(address);
  if (command !== 'invite' || rest.length > 0 || address === undefined) return tell(2, USAGE);
  if (!email.success) return tell(2, `«${address}» non è un indirizzo e-mail.\n${USAGE}`);
  try {
    const { databaseUrl, publicOrigin } = readConfig(env);
    if (databaseUrl === null) return tell(1, IN_DEMO);
    const path = await invite(databaseUrl, email.data);
    return tell(0, `Collegamento per ${email.data}: vale ${MINUTES.amministratore / 60} ore e una volta sola.\n\n  ${publicOrigin}${path}\n\nChi lo apre diventa amministratore: mandalo solo a questa persona.`);
  } catch (error) {
    return tell(1, failureSentence(error));
  }
}

async function invite(url: string, email: string): Promise<string> {
  await runMigrations(url);
  const source = await new DataSource({ type: 'postgres', url, extra: { max: 1, application_name: 'tavoli-admin' } }).initialize();
  try {
    return await source.transaction(db => inviteAmministratore(db, email));
  } finally {
    await source.destroy();
  }
}
