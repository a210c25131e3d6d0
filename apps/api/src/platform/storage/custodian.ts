import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { stat } from 'node:fs/promises';
import { DataSource, QueryFailedError } from 'typeorm';
import { Jobs } from '../jobs/jobs.js';
import { lockBlob } from './blob-register.js';
import { BLOB_STORE } from './blob-store.js';
import { blobUses, named, waitingUses } from './blob-uses.js';
import { DiskBlobStore } from './disk-blob-store.js';
import { WaitingRoom } from './waiting-room.js';

/** How long bytes stay when nothing names them any more. Days. */
const GRACE_DAYS = 7;
/** An upload that is being answered has no row yet. */
const ANSWERED_MS = 60 * 60 * 1000;

/** The one who forgets files: those that no row has named for days, what uploads cut short left behind, and what strangers never sent. */
@Injectable()
export class Custodian implements OnModuleInit {
  private readonly logger = new Logger('File');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(BLOB_STORE) private readonly blobs: DiskBlobStore,
    private readonly waiting: WaitingRoom,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'file-pulizia', cron: '17 * * * *', work: async () => void (await this.clean()) });
  }

  /** @returns how many of each were forgotten; `adopted`: bytes without a row, which from now on have their days of grace */
  async clean(now = new Date()): Promise<{ leftovers: number; unsent: number; adopted: number; forgotten: number }> {
    const leftovers = await this.blobs.sweep();
    const unsent = await this.waiting.sweep(ANSWERED_MS, ids => this.stillWaiting(ids));
    const adopted = await this.adopt(now);
    const forgotten = await this.collect(now);
    if (adopted + forgotten > 0)
      this.logger.log(`File senza più nessuno che li nomini: ${forgotten} cancellati, ${adopted} trovati sul disco`);
    return { leftovers, unsent, adopted, forgotten };
  }

  private async stillWaiting(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const uses = await waitingUses(this.db);
    if (uses.length === 0) return new Set();
    const sql = uses.map(({ table, column }) => `SELECT ${column} AS id FROM ${table} WHERE ${column} = ANY($1::uuid[])`).join(' UNION ');
    return new Set((await this.db.query<{ id: string }[]>(sql, [ids])).map(row => row.id));
  }

  /** Bytes that a transaction which never committed put in their place, or that an older database knew: they wait like the rest. */
  private async adopt(now: Date): Promise<number> {
    let adopted = 0;
    for await (const names of this.blobs.names()) {
      const found = await this.db.query<{ sha256: string }[]>(
        'SELECT unnest($1::text[]) AS sha256 EXCEPT SELECT sha256 FROM file_custodito',
        [names],
      );
      for (const { sha256 } of found) {
        const bytes = await stat(this.blobs.path(sha256)).then(
          s => s.size,
          () => null,
        );
        await this.db.query('INSERT INTO file_custodito (sha256, bytes, libero_dal) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
          sha256,
          bytes,
          now,
        ]);
        adopted += 1;
      }
    }
    return adopted;
  }

  private async collect(now: Date): Promise<number> {
    const inUse = named(await blobUses(this.db), 'f.sha256');
    await this.db.query(`UPDATE file_custodito f SET libero_dal = NULL WHERE libero_dal IS NOT NULL AND ${inUse}`);
    await this.db.query(`UPDATE file_custodito f SET libero_dal = $1 WHERE libero_dal IS NULL AND NOT ${inUse}`, [now]);
    const expired = `f.libero_dal < $1::timestamptz - interval '${GRACE_DAYS} days'`;
    const due = await this.db.query<{ sha256: string }[]>(`SELECT sha256 FROM file_custodito f WHERE ${expired}`, [now]);
    let forgotten = 0;
    for (const { sha256 } of due) {
      const row = `DELETE FROM file_custodito f WHERE f.sha256 = $2 AND ${expired} AND NOT ${inUse} RETURNING sha256`;
      const [rows] = await this.db
        .transaction(async tx => {
          await lockBlob(tx, sha256);
          return tx.query<[unknown[], number]>(row, [now, sha256]);
        })
        .catch(usedAfterAll);
      if (rows.length > 0 && (await this.removeUnregistered(sha256))) forgotten += 1;
    }
    return forgotten;
  }

  /** The bytes go after the row is gone for good, and not if they were sent again meanwhile: a crash in between leaves bytes, never a row without. */
  private removeUnregistered(sha256: string): Promise<boolean> {
    return this.db.transaction(async tx => {
      await lockBlob(tx, sha256);
      const rows = await tx.query<unknown[]>('SELECT 1 FROM file_custodito WHERE sha256 = $1', [sha256]);
      if (rows.length > 0) return false;
      await this.blobs.remove(sha256);
      return true;
    });
  }
}

/** For `.catch()`: somebody named it while we were looking, and the database did not let it go. */
function usedAfterAll(error: unknown): [unknown[], number] {
  if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23503') return [[], 0];
  throw error;
}
