import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { BLOB_STORE, type BlobStore } from '../storage/blob-store.js';
import { EmailOutbox } from './email-outbox.js';
import { DEFAULT_PACE, EMAIL_PACE, type EmailPace } from './email-pace.js';
import { EmailQueries } from './email-queries.js';
import { EmailQueue } from './email-queue.js';
import { DemoTransport, EMAIL_TRANSPORT, type EmailTransport } from './email-transport.js';
import { FIXED, type FixedWords } from './fixed-words.js';
import { KNOWN } from './known-addresses.js';
import { EmailWorker } from './email-worker.js';

/** Mails: written with the act they tell of, sent after it, with their fate in view. */
@Global()
@Module({
  providers: [
    EmailOutbox,
    EmailQueries,
    EmailQueue,
    EmailWorker,
    { provide: EMAIL_PACE, useValue: DEFAULT_PACE },
    { provide: EMAIL_TRANSPORT, inject: [CONFIG, BLOB_STORE, EMAIL_PACE], useFactory: transport },
  ],
  exports: [EmailOutbox, EmailQueries],
})
export class EmailModule {
  /** @param known what makes the holder of an address known, as the features say. @param fixed what those of others are told, by the kind of mail */
  static of(known: readonly string[], fixed: Readonly<Record<string, FixedWords>>): DynamicModule {
    const providers = [
      { provide: KNOWN, useValue: known },
      { provide: FIXED, useValue: fixed },
    ];
    return { module: EmailModule, global: true, providers };
  }
}

/** The SMTP client is loaded only by a process that sends. */
async function transport(config: Config, blobs: BlobStore, pace: EmailPace): Promise<EmailTransport> {
  if (config.smtpUrl === null || config.process === 'web') return new DemoTransport();
  const { SmtpTransport } = await import('./smtp/smtp-transport.js');
  return new SmtpTransport({ smtpUrl: config.smtpUrl, mailFrom: config.mailFrom, publicOrigin: config.publicOrigin }, blobs, pace);
}
