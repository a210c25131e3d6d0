import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs.js';
import { FAULT_WORDS, faultOf, type Promised } from './blob-check.js';
import { BLOB_STORE } from './blob-store.js';
import { blobUses, named } from './blob-uses.js';
import type { DiskBlobStore } from './disk-blob-store.js';

const PAGE = 500;
/** Read whole in one night; the rest comes in the nights that follow, those not seen for longest first. Bytes. */
const WHOLE_BYTES = 2 * 1024 ** 3;

/** Looks at the files that something names, every night: that each is there with its size, and for as many as the night allows that no byte has changed. */
@Injectable()
export class Inspector implements OnModuleInit {
  private readonly logger = new Logger('File');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(BLOB_STORE) private readonly blobs: Pick<DiskBlobStore, 'path'>,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'file-verifica', cron: '20 2 * * *', work: async () => void (await this.inspect()) });
  }

  /** @returns how many do not hold; each is written down (`guasto`) and named in the log */
  async inspect(wholeBytes = WHOLE_BYTES): Promise<number> {
    const inUse = named(await blobUses(this.db), 'f.sha256');
    const began = new Date();
    let left = wholeBytes;
    let faults = 0;
    for (let page = await this.page(inUse, began, null); page.length > 0; page = await this.page(inUse, began, page.at(-1) ?? null)) {
      for (const file of page) {
        const whole = left > 0;
        left -= whole ? (file.bytes ?? 0) : 0;
        if (await this.look(file, whole)) faults += 1;
      }
    }
    return faults;
  }

  private page(inUse: string, began: Date, after: (Promised & { visto: string }) | null): Promise<(Promised & { visto: string })[]> {
    return this.db.query(
      `SELECT sha256, bytes::float8 AS bytes, coalesce(visto_at, '-infinity')::text AS visto FROM file_custodito f WHERE ${inUse} AND (visto_at IS NULL OR visto_at < $1)
         AND ($2::text IS NULL OR (coalesce(visto_at, '-infinity'), sha256) > ($2::timestamptz, $3)) ORDER BY coalesce(visto_at, '-infinity'), sha256 LIMIT ${PAGE}`,
      [began, after?.visto ?? null, after?.sha256 ?? null],
    );
  }

  private async look(file: Promised, whole: boolean): Promise<boolean> {
    const fault = await faultOf(this.blobs.path(file.sha256), file, whole);
    await this.db.query(
      'UPDATE file_custodito SET guasto = CASE WHEN $3 OR $2::text IS NOT NULL THEN $2 ELSE guasto END, visto_at = CASE WHEN $3 THEN clock_timestamp() ELSE visto_at END WHERE sha256 = $1',
      [file.sha256, fault, whole],
    );
    if (fault !== null) this.logger.error(`Il file ${file.sha256} ${FAULT_WORDS[fault]}`);
    return fault !== null;
  }
}
