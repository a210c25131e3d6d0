import type { Portal } from './portal.js';
import { readConfig, type Config } from './platform/config/config.js';
import { startEmbeddedPostgres } from './platform/database/embedded/index.js';
import { Log } from './platform/ops/log.js';
import { failureSentence } from './platform/ops/failure-sentence.js';
import { welcome } from './platform/ops/welcome.js';

/** Longer than any drain: whoever stops us must not wait for ever. */
const LAST_RESORT_MS = 20_000;
const SAME_GESTURE_MS = 1_000;

/** Runs the portal until it is told to stop. Ends the process with 1, after one sentence, when it cannot. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  let config: Config;
  try {
    config = readConfig(env);
    await serve(config);
  } catch (error) {
    process.stderr.write(`${failureSentence(error)}\n`);
    process.exit(1);
  }
}

async function serve(config: Config): Promise<void> {
  const log = new Log(config.logLevel);
  const loading = import('./portal.js'); // while the database starts
  loading.catch(() => undefined);
  const embedded =
    config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: line => log.log(line, 'PostgreSQL') }) : null;
  let portal: Portal | undefined;
  stopOnSignals(log, async () => {
    await portal?.stop();
    await embedded?.stop();
  });
  try {
    const { startPortal } = await loading;
    portal = await startPortal(config, embedded?.applicationUrl ?? config.databaseUrl ?? '', log, embedded?.url);
    welcome(config, portal.port, log);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** The first signal ends the process in order; a Ctrl-C after that, at once. */
function stopOnSignals(log: Log, stop: () => Promise<void>): void {
  let since: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    // One Ctrl-C may arrive twice: from the terminal, and from whatever started us.
    if (since !== undefined && signal === 'SIGINT' && performance.now() - since > SAME_GESTURE_MS) process.exit(1);
    if (since !== undefined) return;
    since = performance.now();
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
    stop().then(
      () => end(log, 0),
      (error: unknown) => {
        log.error(error, 'Main');
        end(log, 1);
      },
    );
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  process.on('uncaughtException', error => {
    log.fatal(error, 'Main');
    end(log, 1);
  });
}

function end(log: Log, code: number): void {
  log.flush();
  process.exit(code);
}
