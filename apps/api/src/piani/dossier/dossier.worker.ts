import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { PROBLEMS } from '@tavoli/shared';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultPoint } from '../../platform/commands/fault-point.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { Bus } from '../../platform/realtime/bus.js';
import { Compilatore } from './compilatore.js';
import { DossierCoda, TENUTA_SECONDI } from './dossier.coda.js';
import { DossierEsito, Superato } from './dossier.esito.js';
import type { Lavoro } from './dossier.lettura.js';

/** What is not finished by then is taken up by another process, or at the next start. */
const PAZIENZA_MS = 10_000;
const CAMBIATO = 'Il Piano è cambiato mentre il dossier si compilava, quindi non è stato chiuso. Controlla gli allegati e chiudi di nuovo.';

/** Compiles what was asked for, one dossier at a time in each worker process. Announced at once, and looked for every minute as well. */
@Injectable()
export class DossierWorker implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('DossierWorker');
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly coda: DossierCoda,
    private readonly compilatore: Compilatore,
    private readonly esito: DossierEsito,
    private readonly jobs: Jobs,
    private readonly bus: Bus,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'dossier', cron: '* * * * *', work: () => this.lavora() });
  }

  onApplicationBootstrap(): void {
    if (!this.jobs.areDoneHere) return;
    this.bus.on('work', ({ name }) => void (name === 'dossier' && this.lavora()));
    this.bus.onReconnect(() => void this.lavora());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.race([this.running, sleep(PAZIENZA_MS, undefined, { ref: false })]);
  }

  /** Makes every dossier that waits. Never throws: what goes wrong stands on the dossier. */
  lavora(): Promise<void> {
    this.running = this.running
      .then(() => this.tutti())
      .catch((error: unknown) => this.logger.warn(`La coda dei dossier non si legge: ${String(error)}`));
    return this.running;
  }

  private async tutti(): Promise<void> {
    while (!this.stopping) {
      const lavoro = await this.coda.prendi();
      if (lavoro === null) return;
      await this.uno(lavoro);
    }
  }

  private async uno(lavoro: Lavoro): Promise<void> {
    const battito = setInterval(() => void this.coda.tieni(lavoro).catch(() => undefined), (TENUTA_SECONDI * 1000) / 4);
    try {
      await faultPoint('dossier.taken');
      const compilato = await this.compilatore.compila(lavoro, (quanto, passo) => this.coda.avanza(lavoro, quanto, passo));
      await faultPoint('dossier.made');
      await this.esito.scrivi(compilato);
    } catch (error) {
      if (error instanceof Superato) return await this.coda.rimetti(lavoro);
      this.logger.warn(`Il dossier ${lavoro.id} non è riuscito: ${String(error)}`);
      await this.coda.fallisce(lavoro, parole(error));
    } finally {
      clearInterval(battito);
    }
  }
}

function parole(error: unknown): string {
  if (!(error instanceof ProblemError)) return 'Il dossier non è riuscito per un errore nostro. Riprova; se succede ancora, segnalacelo.';
  return error.code === 'versione.superata' || error.code === 'piano.stato' ? CAMBIATO : PROBLEMS[error.code][1];
}
