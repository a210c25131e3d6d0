import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config/config.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded/index.js';
import { clusterIn, serverFolder } from '../database/embedded/place.js';
import { readPostmaster } from '../database/embedded/postmaster.js';
import { failureSentence } from './failure-sentence.js';

/** Deletes the demo's data, so that the next start makes them anew. @returns the exit code; says what it did, in Italian */
export async function resetDemo(env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const { demo, dataDir } = readConfig(env);
    if (!demo)
      return tell(1, 'Qui non c’è una dimostrazione da azzerare: con DATABASE_URL o in produzione i dati sono veri, e non li tocco.');
    if (await inUse(dataDir)) return tell(1, 'Il portale è acceso: fermalo con Ctrl-C, poi riprova.');
    await removeEmbeddedPostgres(dataDir);
    await rm(join(dataDir, 'files'), { recursive: true, force: true });
    return tell(0, 'Dimostrazione azzerata: al prossimo «npm start» ricomincia da capo.');
  } catch (error) {
    return tell(1, failureSentence(error));
  }
}

/** Joins the server and leaves it: one that a killed portal left behind ends here, one that is in use goes on. */
async function inUse(dataDir: string): Promise<boolean> {
  const server = await startEmbeddedPostgres({ dataDir }).catch(() => null); // data that cannot even start are deleted too
  await server?.stop();
  return (await readPostmaster(clusterIn(serverFolder(join(dataDir, 'postgres'))))) !== undefined;
}

function tell(code: number, sentence: string): number {
  (code === 0 ? process.stdout : process.stderr).write(`${sentence}\n`);
  return code;
}
