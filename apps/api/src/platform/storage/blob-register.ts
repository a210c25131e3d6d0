import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { StoredBlob } from './blob-store.js';

/** Taken by whoever keeps or forgets these bytes, until their transaction ends: the two never cross. */
export const lockBlob = (db: EntityManager, sha256: string): Promise<unknown> =>
  db.query(`SELECT pg_advisory_xact_lock(hashtextextended('file:' || $1, 0))`, [sha256]);

/** The row of each kept file, which foreign keys hold on to. */
@Injectable()
export class BlobRegister {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Writes the row and has `publish` put the bytes in their place, in the transaction of `db` or in one of its own. If it does not commit, the bytes are
   * found later without a row, and go as all that nobody names.
   */
  async record(blob: StoredBlob, publish: () => Promise<void>, db?: EntityManager): Promise<void> {
    const work = async (tx: EntityManager): Promise<void> => {
      await lockBlob(tx, blob.sha256);
      await tx.query(
        `INSERT INTO file_custodito (sha256, bytes) VALUES ($1, $2)
         ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes, libero_dal = NULL, guasto = NULL, visto_at = NULL`,
        [blob.sha256, blob.size],
      );
      await publish();
    };
    await (db === undefined ? this.db.transaction(work) : work(db));
  }

  /** Writes who signed these bytes, as their envelope says: nobody has verified it. */
  async signed(sha256: string, signers: readonly string[]): Promise<void> {
    await this.db.query('UPDATE file_custodito SET firmatari = $2 WHERE sha256 = $1', [sha256, signers]);
  }
}
