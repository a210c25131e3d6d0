import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '../pg.js';
import { EmbeddedPostgresFailure } from './failure.js';
import { freePort, launch, type Launch } from './launch.js';
import type { Place } from './place.js';
import { readPostmaster } from './postmaster.js';
import { join } from './session.js';
import { takeTurn } from './turn.js';

const POLL_MS = 10;
const BUSY_MS = 40;
const RETRY_MS = 200;
const PATIENCE_MS = 30_000;

/** Ends that a second try may avoid: another start in the same instant, a port just taken, backends of a killed server still leaving. */
const PASSING = /lock file|shared memory block|Address already in use|could not create any TCP\/IP sockets/;

export interface Attached {
  readonly session: Client;
  readonly port: number;
}

export interface Wanted {
  readonly durable: boolean;
  /** The port that earlier connections know; any free one when absent. */
  readonly port?: number;
}

/**
 * Joins the server that runs on this cluster, whoever started it (the parent may have been killed since); starts one where none runs.
 * A server that is recovering is waited for as long as it takes.
 */
export async function attach(place: Place, wanted: Wanted): Promise<Attached> {
  const password = await readFile(place.secretFile, 'utf8');
  let turn: (() => void) | undefined;
  let attempt: Launch | undefined;
  try {
    for (let deadline = Date.now() + PATIENCE_MS; ; await sleep(POLL_MS)) {
      const answer = await knock(place, password);
      if (typeof answer === 'object') return answer;
      if (answer === 'busy') {
        await sleep(BUSY_MS);
        deadline = Date.now() + PATIENCE_MS;
      } else if (Date.now() > deadline) throw await explain(attempt);
      else if (!turn)
        turn = await takeTurn(password); // and knock again: whoever had it may have launched
      else if (!attempt || attempt.ended()) attempt = await again(attempt, place, wanted);
    }
  } finally {
    turn?.();
  }
}

async function knock(place: Place, password: string): Promise<Attached | 'busy' | 'absent'> {
  const found = await readPostmaster(place.cluster);
  if (!found) return 'absent';
  const answer = await join(found.port, password);
  return typeof answer === 'object' ? { session: answer, port: found.port } : answer;
}

async function again(previous: Launch | undefined, place: Place, wanted: Wanted): Promise<Launch> {
  if (previous) {
    if (!PASSING.test(await previous.output())) throw await explain(previous);
    await sleep(RETRY_MS);
  }
  return launch(place, wanted.port ?? (await freePort()), wanted.durable);
}

async function explain(attempt: Launch | undefined): Promise<Error> {
  const output = (await attempt?.output())?.trim();
  return new EmbeddedPostgresFailure(output ? `ha scritto:\n${output}\n` : 'il server non risponde.');
}
