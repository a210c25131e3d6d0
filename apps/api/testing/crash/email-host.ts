/** A worker of mails in a process of its own, for tests that kill it: `email-host.ts <database> <smtp> <concurrency>`. */
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { DEFAULT_PACE } from '../../src/platform/email/email-pace.js';
import { EmailQueue } from '../../src/platform/email/email-queue.js';
import { EmailWorker } from '../../src/platform/email/email-worker.js';
import { SmtpTransport } from '../../src/platform/email/smtp/smtp-transport.js';
import { Bus } from '../../src/platform/realtime/bus.js';
import { BlobNotFound } from '../../src/platform/storage/storage.errors.js';

const [url = '', smtpUrl = '', concurrency = ''] = process.argv.slice(2);
const pace = { ...DEFAULT_PACE, concurrency: Number(concurrency) };
const db = await new DataSource({ type: 'postgres', url, extra: { max: 10 } }).initialize();
const noFiles = { open: async (sha256: string) => Promise.reject(new BlobNotFound(sha256)) };
const transport = new SmtpTransport({ smtpUrl, mailFrom: 'tavoli@portale.test', publicOrigin: 'https://tavoli.test' }, noFiles, pace);
const bus = new Bus(db);
const worker = new EmailWorker({ process: 'worker', demo: false, smtpUrl }, new EmailQueue(db), transport, bus, pace);
await bus.onModuleInit();
worker.onApplicationBootstrap();
console.log('ready');
