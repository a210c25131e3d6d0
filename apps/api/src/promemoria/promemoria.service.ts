import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { leggiIncontro } from '../incontri/incontro/incontri.data.js';
import { creaSegretiInvito } from '../incontri/incontro/invitati.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { EmailOutbox } from '../platform/email/email-outbox.js';
import { forEachRow } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { emailPromemoria } from './promemoria.emails.js';
import { daRicordare, incontriDaRicordare, type DaRicordare, type Quando } from './promemoria.queries.js';
import { creaSegretiRinuncia } from './rinunce.js';

/** Reminds people of the incontri they are expected at, 7 days and 24 hours before; once, however many workers there are. */
@Injectable()
export class PromemoriaService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: EmailOutbox,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'promemoria', cron: '*/10 * * * *', work: async () => void (await this.invia()) });
  }

  /** Writes the reminders that are due. @returns how many */
  async invia(): Promise<number> {
    let written = 0;
    for (const quando of ['settimana', 'vigilia'] as const) {
      written += await forEachRow<DaRicordare>(
        dopo => incontriDaRicordare(this.db.manager, quando, dopo),
        ({ ambitoId, id }) => this.ricorda(ambitoId, id, quando),
      );
    }
    return written;
  }

  private ricorda(ambitoId: string, id: string, quando: Quando): Promise<number> {
    return this.db.transaction(async db => {
      const invitati = await daRicordare(db, ambitoId, id, quando);
      const dati = invitati.length === 0 ? null : await leggiIncontro(db, ambitoId, id);
      if (dati === null) return 0;
      const segreti = await creaSegretiInvito(db, ambitoId, invitati);
      const atto = { dati, origin: this.config.publicOrigin, segreti, urgente: false, motivazione: null };
      await this.outbox.enqueue(db, emailPromemoria(atto, invitati, quando, await creaSegretiRinuncia(db, invitati)));
      return invitati.length;
    });
  }
}
