import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { createApp } from '../src/create-app.js';
import { readConfig, type Config } from '../src/platform/config/config.js';
import { Client } from './client.js';
import { Contract } from './contract.js';
import { createTestDatabase } from './database.js';
import { Scenario, type Persona } from './scenario.js';

/** The whole product on a database of its own, and the means to fill it and to speak to it. */
export interface World {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly db: DataSource;
  readonly scenario: Scenario;
  /** What its answers were, beside what the handlers declare. */
  readonly contract: Contract;
  /** A client signed in as this person; null: the public. */
  as(persona: Persona | null): Client;
  close(): Promise<void>;
}

export const ORIGIN = 'https://tavoli.test';

/** @param overrides environment variables; by default no SMTP, no demo, nothing listening; @param prepare what to add to the application before it starts; @param on a migrated database to use instead of a fresh one */
export async function testWorld(
  overrides: Record<string, string> = {},
  prepare: (app: NestFastifyApplication) => void = () => undefined,
  on?: string,
): Promise<World> {
  const database = on === undefined ? await createTestDatabase() : { url: on, drop: () => Promise.resolve() };
  const config = testConfig(database.url, overrides);
  const { app } = await createApp(config, database.url);
  const contract = new Contract(app);
  prepare(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const db = app.get<DataSource>(getDataSourceToken());
  return {
    app,
    url: database.url,
    db,
    scenario: new Scenario(db),
    contract,
    as: persona => new Client(app, ORIGIN, persona === null ? null : `__Host-sessione=${persona.token}`),
    async close() {
      await app.close();
      await database.drop();
      contract.expectKept();
    },
  };
}

export function testConfig(databaseUrl: string, overrides: Record<string, string> = {}): Config {
  return readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '5',
    PUBLIC_ORIGIN: ORIGIN,
    PORT: '0',
    PROCESS: 'web',
    LOG_LEVEL: 'silent',
    // Tests of hundreds of requests all come from this machine.
    BURST_PER_ADDRESS: '1000000',
    CONNECTIONS_PER_ADDRESS: '100000',
    DATA_DIR: `${process.env['TMPDIR'] ?? '/tmp'}/tavoli-test-${randomUUID()}`,
    ...overrides,
  });
}
