import { DataSource } from 'typeorm';
import { readConfig } from '../platform/config/config.js';
import { startEmbeddedPostgres } from '../platform/database/embedded/index.js';
import { failureSentence } from '../platform/ops/failure-sentence.js';
import { verifyChain, type ChainReport } from '../platform/registro/verify.js';

interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Checks the register of every ambito and names the first act that does not hold. It finds acts changed, removed, added or put in another
 * order; a register rewritten as a whole, head included, is for the signed checkpoints of a later version to find.
 * @returns the exit code: 0 when every chain holds
 */
export async function verify(env: NodeJS.ProcessEnv, out: Output = process): Promise<number> {
  try {
    const { databaseUrl, dataDir } = readConfig(env);
    const embedded = databaseUrl === null ? await startEmbeddedPostgres({ dataDir }) : null;
    try {
      const reports = await verifyAll(databaseUrl ?? embedded?.url ?? '');
      for (const report of reports) (report.bad === null ? out.stdout : out.stderr).write(`${sentence(report)}\n`);
      if (reports.length === 0) out.stdout.write('Non c’è ancora nessun ambito: non c’è nulla da verificare.\n');
      return reports.some(report => report.bad !== null) ? 1 : 0;
    } finally {
      await embedded?.stop();
    }
  } catch (error) {
    out.stderr.write(`${failureSentence(error)}\n`);
    return 1;
  }
}

async function verifyAll(url: string): Promise<ChainReport[]> {
  const db = await new DataSource({ type: 'postgres', url, extra: { max: 1, application_name: 'tavoli-verify' } }).initialize();
  try {
    const ambiti = await db.query<{ id: string; slug: string }[]>('SELECT id, slug FROM ambito ORDER BY slug');
    const reports: ChainReport[] = [];
    for (const ambito of ambiti) reports.push(await verifyChain(db, ambito));
    return reports;
  } finally {
    await db.destroy();
  }
}

function sentence({ ambito, acts, bad }: ChainReport): string {
  if (bad === null) return `${ambito}: ${acts === 1 ? '1 atto, in ordine' : `${acts} atti, tutti in ordine`}.`;
  return `${ambito}: il registro non torna. Atto n. ${bad.seq}: ${bad.why}.`;
}
