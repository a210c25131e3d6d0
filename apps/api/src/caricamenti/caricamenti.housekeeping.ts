import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CONSERVAZIONE, ORE_PER_ANNULLARE } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { updateInBatches } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';

/** Simulations that nobody carried out; and what was kept so that one could be undone. */
const DIMENTICABILI = `
  (stato = 'simulazione' AND creato_at < now() - interval '${CONSERVAZIONE.caricamenti.giorni} days' AND righe IS NOT NULL)
  OR (stato = 'eseguito' AND eseguito_at < now() - interval '${ORE_PER_ANNULLARE} hours' AND effetti IS NOT NULL)`;

/** Forgets, every hour, the content of files that serves no more. */
@Injectable()
export class CaricamentiHousekeeping implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'caricamenti', cron: '20 * * * *', work: async () => void (await this.dimentica()) });
  }

  /** @returns how many */
  dimentica(): Promise<number> {
    return updateInBatches(this.db, 'caricamento', 'righe = NULL, piano = NULL, effetti = NULL, version = version + 1', DIMENTICABILI);
  }
}
