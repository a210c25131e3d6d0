import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { FAULT_WORDS, faultOf, type Promised } from '../platform/storage/blob-check.js';
import { blobUses, named, usersOf } from '../platform/storage/blob-uses.js';
import { DiskBlobStore } from '../platform/storage/disk-blob-store.js';
import { WaitingRoom } from '../platform/storage/waiting-room.js';

/** What became of the files: those that do not hold, each with its name and what is wrong, and how the rest stands. */
export interface FileReport {
  readonly difetti: readonly string[];
  readonly buoni: number;
  /** On disk, and named by nothing. */
  readonly orfani: readonly string[];
}

const PAGE = 500;

/** Reads every file that something names, from the first byte to the last, and counts what nothing names. What does not hold is written down, for the figures of the portal; what holds again too. */
export async function verifyFiles(db: DataSource, dataDir: string): Promise<FileReport> {
  const blobs = new DiskBlobStore(join(dataDir, 'files'));
  const uses = await blobUses(db);
  const inUse = named(uses, 'f.sha256');
  const difetti: string[] = [];
  let buoni = 0;
  for (let last = ''; ;) {
    const page = await db.query<Promised[]>(
      `SELECT sha256, bytes::float8 AS bytes FROM file_custodito f WHERE sha256 > $1 AND ${inUse} ORDER BY sha256 LIMIT ${PAGE}`,
      [last],
    );
    for (const file of page) {
      const fault = await faultOf(blobs.path(file.sha256), file, true);
      await db.query('UPDATE file_custodito SET guasto = $2 WHERE sha256 = $1 AND guasto IS DISTINCT FROM $2', [file.sha256, fault]);
      if (fault === null) buoni += 1;
      else difetti.push(`File ${file.sha256} (${(await usersOf(db, uses, file.sha256)).join(', ')}): ${FAULT_WORDS[fault]}.`);
    }
    last = page.at(-1)?.sha256 ?? '';
    if (page.length < PAGE) break;
  }
  return {
    difetti: [...difetti, ...(await waitingFaults(db, join(dataDir, 'files'), blobs))],
    buoni,
    orfani: await orphans(db, blobs, inUse),
  };
}

/** Those that a stranger uploaded and the office does not have yet. */
async function waitingFaults(db: DataSource, dir: string, blobs: DiskBlobStore): Promise<string[]> {
  const room = new WaitingRoom(dir, blobs);
  const rows = await db.query<(Promised & { attesa: string })[]>(
    'SELECT attesa, sha256, bytes FROM contributo_file WHERE attesa IS NOT NULL ORDER BY attesa',
  );
  const found: string[] = [];
  for (const row of rows) {
    const fault = await faultOf(room.path(row.attesa), row, true);
    if (fault !== null) found.push(`File in attesa ${row.attesa} (contributo_file): ${FAULT_WORDS[fault]}.`);
  }
  return found;
}

async function orphans(db: DataSource, blobs: DiskBlobStore, inUse: string): Promise<string[]> {
  const found: string[] = [];
  for await (const names of blobs.names()) {
    const rows = await db.query<{ sha256: string }[]>(
      `SELECT f.sha256 FROM unnest($1::text[]) AS f(sha256) WHERE NOT ${inUse} ORDER BY 1`,
      [names],
    );
    found.push(...rows.map(row => row.sha256));
  }
  return found;
}
