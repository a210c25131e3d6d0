import { randomInt } from 'node:crypto';
import { lchown, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresFailure } from './failure.js';
import { statIfExists } from './files.js';

/** Whom the server runs as. `undefined` everywhere below: as ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then we lend it another account. */
export const runningAsRoot = (): boolean => process.getuid?.() === 0;

/** Numbers that distributions and systemd leave to nobody: the server's files are then readable by no other service of the machine. */
const UNUSED_IDS = { from: 60_578, to: 61_184 };

/** The account that owns `cluster`, so that a restart finds its own files; for a new cluster, as root, one of its own. */
export async function serverAccount(cluster: string): Promise<Account | undefined> {
  const owner = await statIfExists(cluster);
  if (runningAsRoot()) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : unusedAccount();
  if (owner && process.getuid && owner.uid !== process.getuid()) {
    throw new EmbeddedPostgresFailure(
      `i dati in ${cluster} appartengono a un altro utente (uid ${owner.uid}): avvia il portale con quello.`,
    );
  }
  return undefined;
}

export async function unusedAccount(): Promise<Account> {
  const taken = new Set((await accountsOfMachine()).map(account => account.uid));
  for (;;) {
    const id = randomInt(UNUSED_IDS.from, UNUSED_IDS.to);
    if (!taken.has(id)) return { uid: id, gid: id };
  }
}

/** `initdb` alone insists on an account that has a name: `nobody`, else the first that is not root. */
export async function namedAccount(): Promise<Account> {
  const others = (await accountsOfMachine()).filter(account => account.uid !== 0);
  const account = others.find(({ name }) => name === 'nobody') ?? others[0];
  if (!account) throw new EmbeddedPostgresFailure('come root serve un utente senza privilegi, e questa macchina non ne ha.');
  return { uid: account.uid, gid: account.gid };
}

async function accountsOfMachine(): Promise<(Account & { name: string })[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  return lines.map(line => line.split(':')).flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: +uid, gid: +gid }] : []));
}

/** Gives `folder` and all it holds to `account`; the folder first, so that its former owner is locked out at once. */
export async function handOver(folder: string, account: Account): Promise<void> {
  await lchown(folder, account.uid, account.gid);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await handOver(path, account);
    else await lchown(path, account.uid, account.gid);
  }
}

/** Whether `account` may walk down to `folder`: every folder above must let it pass (one under `/root` does not). */
export async function canReach(account: Account, folder: string): Promise<boolean> {
  for (let at = await realpath(folder); ; at = dirname(at)) {
    const { uid, gid, mode } = await stat(at);
    const pass = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & pass)) return false;
    if (dirname(at) === at) return true;
  }
}
