import { createPrivateKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The key that signs the sigilli: `<DATA_DIR>/chiavi/sigillo.pem`, made the first time, readable by its owner only. It is not in the
 * database, so that whoever rewrites the database cannot sign what they wrote.
 */
export async function chiaveDeiSigilli(dataDir: string): Promise<KeyObject> {
  const folder = join(dataDir, 'chiavi');
  const file = join(folder, 'sigillo.pem');
  const found = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  return createPrivateKey(found ?? (await crea(folder, file)));
}

/** Two processes may start at once: the first to put its key there wins, whole, and the other uses it too. */
async function crea(folder: string, file: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const nuova = join(folder, `${randomUUID()}.tmp`);
  await writeFile(nuova, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true });
  try {
    await link(nuova, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(nuova, { force: true });
  }
  return readFile(file, 'utf8');
}
