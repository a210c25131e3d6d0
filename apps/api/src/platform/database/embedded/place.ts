import { join } from 'node:path';
import type { Account } from './account.js';
import type { Program } from './program.js';

/** Where one embedded server lives, and what runs it. */
export interface Place {
  /** `data/postgres`, links followed. */
  readonly home: string;
  /** The data directory in PostgreSQL's sense, its lock file included. */
  readonly cluster: string;
  /** The administrator's password, mode 0600. */
  readonly secretFile: string;
  readonly logFile: string;
  readonly account: Account | undefined;
  readonly program: Program;
}

/** Cluster and password are born together, in one folder, by one rename. */
export const serverFolder = (home: string): string => join(home, 'server');
export const clusterIn = (server: string): string => join(server, 'cluster');
export const secretFileIn = (server: string): string => join(server, 'password');
