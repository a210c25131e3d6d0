import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { readConfig } from '../platform/config/config.js';
import { startEmbeddedPostgres } from '../platform/database/embedded/index.js';
import { refuseNewer } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open.js';
import { failureSentence } from '../platform/ops/failure-sentence.js';
import { verifyChain, type ChainReport } from '../platform/registro/verify.js';
import { difettoDeiSigilli } from '../sigilli/confronto.js';
import { verifyFiles } from './verify-files.js';
import { cercaNelDatabase, cercaNeiSigilli, type Esito } from './verify-document.js';

interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * `npm run verify` checks the register of every ambito and its sigilli, and names the first thing that does not hold: acts changed,
 * removed, added or put in another order, and, by the sigilli, a register cut short or written again from the beginning. Then it reads
 * every file that something names, and names those that are missing or changed.
 * `npm run verify -- file.pdf` says whether a file is one that was published here; with `--sigilli sigilli.json` it needs neither
 * database nor network, and `--chiave <impronta>` demands that the sigilli be signed with that key.
 * @returns the exit code: 0 when everything holds and the file is authentic
 */
export async function verify(env: NodeJS.ProcessEnv, args: readonly string[], out: Output = process): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { sigilli: { type: 'string' }, chiave: { type: 'string' } },
    });
    const [file] = positionals;
    if (file !== undefined && values.sigilli !== undefined) return tell(await cercaNeiSigilli(file, values.sigilli, values.chiave), out);
    return await withDatabase(env, async (db, dataDir) =>
      file === undefined
        ? Math.max(await verifyAll(db, out), await verifyDisk(db, dataDir, out))
        : tell(await cercaNelDatabase(file, db), out),
    );
  } catch (error) {
    out.stderr.write(`${failureSentence(error)}\n`);
    return 1;
  }
}

function tell({ autentico, frase }: Esito, out: Output): number {
  (autentico ? out.stdout : out.stderr).write(`${frase}\n`);
  return autentico ? 0 : 1;
}

async function withDatabase(env: NodeJS.ProcessEnv, work: (db: DataSource, dataDir: string) => Promise<number>): Promise<number> {
  const { databaseUrl, dataDir } = readConfig(env);
  const embedded = databaseUrl === null ? await startEmbeddedPostgres({ dataDir }) : null;
  try {
    const db = await openDatabase(databaseUrl ?? embedded?.url ?? '', 'tavoli-verify');
    return await refuseNewer(db)
      .then(() => work(db, dataDir))
      .finally(() => db.destroy());
  } finally {
    await embedded?.stop();
  }
}

async function verifyAll(db: DataSource, out: Output): Promise<number> {
  const ambiti = await db.query<{ id: string; slug: string }[]>('SELECT id, slug FROM ambito ORDER BY slug');
  if (ambiti.length === 0) out.stdout.write('Non c’è ancora nessun ambito: non c’è nulla da verificare.\n');
  let code = 0;
  for (const ambito of ambiti) {
    const report = await verifyChain(db, ambito);
    const difetto = report.bad === null ? await difettoDeiSigilli(db, ambito.id) : null;
    if (report.bad !== null || difetto !== null) code = 1;
    (report.bad === null && difetto === null ? out.stdout : out.stderr).write(`${sentence(report, difetto)}\n`);
  }
  return code;
}

async function verifyDisk(db: DataSource, dataDir: string, out: Output): Promise<number> {
  const { difetti, buoni, orfani } = await verifyFiles(db, dataDir);
  for (const difetto of difetti) out.stderr.write(`${difetto}\n`);
  const attesi = buoni + difetti.length;
  out.stdout.write(
    difetti.length === 0
      ? `File: ${attesi === 1 ? '1, intatto' : `${attesi}, tutti intatti`}.\n`
      : `File: ${difetti.length} su ${attesi} non sono come furono salvati.\n`,
  );
  if (orfani.length > 0)
    out.stdout.write(
      `File che nulla nomina più, e che il portale cancellerà da sé dopo sette giorni: ${orfani.length}.\n${orfani.map(o => `  ${o}\n`).join('')}`,
    );
  return difetti.length === 0 ? 0 : 1;
}

function sentence({ ambito, acts, bad }: ChainReport, difetto: string | null): string {
  if (bad !== null) return `${ambito}: il registro non torna. Atto n. ${bad.seq}: ${bad.why}.`;
  if (difetto !== null) return `${ambito}: i sigilli non tornano: ${difetto}.`;
  return `${ambito}: ${acts === 1 ? '1 atto, in ordine' : `${acts} atti, tutti in ordine`}.`;
}
