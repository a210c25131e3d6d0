import { DataSource } from 'typeorm';
import { Foundation1700000000001 } from '../../../migrations/0001-foundation.js';
import { Accounts1700000000002 } from '../../../migrations/0002-accounts.js';
import { Incontri1700000000003 } from '../../../migrations/0003-incontri.js';
import { Verbali1700000000004 } from '../../../migrations/0004-verbali.js';
import { Contributi1700000000005 } from '../../../migrations/0005-contributi.js';
import { Elaborati1700000000006 } from '../../../migrations/0006-elaborati.js';
import { Piani1700000000007 } from '../../../migrations/0007-piani.js';
import { Iter1700000000008 } from '../../../migrations/0008-iter.js';
import { VerbaliSeguito1700000000010 } from '../../../migrations/0010-verbali-seguito.js';
import { Ricerca1700000000011 } from '../../../migrations/0011-ricerca.js';
import { Sigilli1700000000012 } from '../../../migrations/0012-sigilli.js';
import { Impegni1700000000013 } from '../../../migrations/0013-impegni.js';
import { PagineLegali1700000000014 } from '../../../migrations/0014-pagine-legali.js';
import { Seguiti1700000000015 } from '../../../migrations/0015-seguiti.js';
import { Documenti1700000000016 } from '../../../migrations/0016-documenti.js';
import { FileCustoditi1700000000017 } from '../../../migrations/0017-file-custoditi.js';
import { Parole1700000000021 } from '../../../migrations/0021-parole.js';
import { Accessi1700000000026 } from '../../../migrations/0026-accessi.js';
import { Recapiti1700000000027 } from '../../../migrations/0027-recapiti.js';
import { ChiResta1700000000030 } from '../../../migrations/0030-chi-resta.js';
import { VerbaliOrari1700000000031 } from '../../../migrations/0031-verbali-orari.js';

/** In order; forward only. */
export const MIGRATIONS = [Foundation1700000000001, Accounts1700000000002, Incontri1700000000003, Verbali1700000000004, Contributi1700000000005, Elaborati1700000000006, Piani1700000000007, Iter1700000000008, VerbaliSeguito1700000000010, Ricerca1700000000011, Sigilli1700000000012, Impegni1700000000013, PagineLegali1700000000014, Seguiti1700000000015, Documenti1700000000016, FileCustoditi1700000000017, Parole1700000000021, Accessi1700000000026, Recapiti1700000000027, ChiResta1700000000030, VerbaliOrari1700000000031];

/** What a database at the current schema has applied. */
export const migrationNames = (): string[] => MIGRATIONS.map(Migration => new Migration().name);

/** One key for the whole product: any replica that starts meanwhile waits here. */
const LOCK = 7_274_665;

/** Brings the database at `url` to the current schema. Safe when several processes start at once. */
export async function runMigrations(url: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url, migrations: MIGRATIONS, migrationsTransactionMode: 'each' }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await source.runMigrations();
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await lock.release();
    await source.destroy();
  }
}
