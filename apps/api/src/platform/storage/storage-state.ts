import { randomBytes, randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { faultOf, type Promised } from './blob-check.js';
import { BLOB_STORE } from './blob-store.js';
import { makeFolder, storageProblem } from './disk-files.js';
import type { DiskBlobStore } from './disk-blob-store.js';
import { StorageFull } from './storage.errors.js';

/** `pieno` and `guasto`: nothing can be uploaded, everything is read. */
export type DiskState = 'ok' | 'pieno' | 'guasto';

/** Enough to tell a full disk from one with room, and too little to feel. Bytes. */
const PROBE = Buffer.alloc(4096, 'x');
/** Files looked at each time readiness is asked; the night looks at all. */
const SAMPLE = 5;

/** Whether files can be kept, and whether those that were kept are there. Cheap: it is asked all the time. */
@Injectable()
export class StorageState {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'uploadMaxBytes'>,
    @Inject(BLOB_STORE) private readonly blobs: Pick<DiskBlobStore, 'incoming' | 'path'>,
  ) {}

  disk(): Promise<DiskState> {
    return diskState(this.blobs.incoming, this.config.uploadMaxBytes);
  }

  /** How many of the files that something names are known to be missing or spoiled: by the nights, by `verify`, or because readiness came across one. */
  async broken(): Promise<number> {
    const [known] = await this.db.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM file_custodito WHERE guasto IS NOT NULL AND libero_dal IS NULL',
    );
    return known?.n ?? 0;
  }

  /** The same, and of a few taken at random; what is found is written down. */
  async missing(): Promise<number> {
    const known = await this.broken();
    const some = await this.db.query<Promised[]>(
      `SELECT sha256, bytes::float8 AS bytes FROM file_custodito WHERE guasto IS NULL AND libero_dal IS NULL AND sha256 >= $1 AND custodito_at < now() - interval '1 minute' ORDER BY sha256 LIMIT ${SAMPLE}`,
      [randomBytes(32).toString('hex')],
    );
    const faults = await Promise.all(some.map(async file => ({ file, fault: await faultOf(this.blobs.path(file.sha256), file, false) })));
    const found = faults.filter(({ fault }) => fault !== null);
    for (const { file, fault } of found)
      await this.db.query('UPDATE file_custodito SET guasto = $2 WHERE sha256 = $1', [file.sha256, fault]);
    return known + found.length;
  }
}

/** Writing is the only proof; and room for less than one upload is no room. @param room bytes that must be free */
export async function diskState(folder: string, room: number): Promise<DiskState> {
  try {
    await probe(folder);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize < room ? 'pieno' : 'ok';
  } catch (error) {
    return storageProblem(error) instanceof StorageFull ? 'pieno' : 'guasto';
  }
}

/**
 * Before anything starts: a portal that cannot write its files would fail later, at somebody's work. A full disk starts: it still reads.
 * @throws the error of the system, with its `path`
 */
export async function demandWritable(dataDir: string): Promise<void> {
  for (const folder of [dataDir, join(dataDir, 'files', 'tmp')]) {
    await probe(folder).catch((error: unknown) => {
      if (!(storageProblem(error) instanceof StorageFull)) throw error;
    });
  }
}

async function probe(folder: string): Promise<void> {
  await makeFolder(folder);
  const file = join(folder, `.prova-${randomUUID()}`);
  try {
    await writeFile(file, PROBE);
  } finally {
    await rm(file, { force: true });
  }
}
