import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { FileCustoditi1700000000017 } from '../../migrations/0017-file-custoditi.js';
import { MIGRATIONS } from '../../src/platform/database/migrate.js';
import { createTestDatabase, type TestDatabase } from '../database.js';

let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(FileCustoditi1700000000017)),
    migrationsTransactionMode: 'each',
  }).initialize();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const [STATUTO, ALLEGATO, RICEVUTA] = ['1', '2', '3'].map(c => c.repeat(64));

it('files named by rows and documents of the release before become rows that are held', async () => {
  await db.query('DROP SCHEMA public CASCADE');
  await db.query('CREATE SCHEMA public');
  await db.runMigrations();
  const [ambito, ente] = [randomUUID(), randomUUID()];
  await db.query(
    `INSERT INTO ambito (id, slug, nome, regione, capofila, contatti) VALUES ($1, 'prima', 'Ambito di prima', 'Puglia', 'Comune di Prova', '{}')`,
    [ambito],
  );
  await db.query(
    `INSERT INTO ente (ambito_id, id, stato, denominazione, natura_giuridica, codice_fiscale, sede_legale, email, telefono, legale_rappresentante, aree, presentazione, statuto)
     VALUES ($1, $2, 'verificato', 'Ente di prima', 'odv', '12345678903', '{}', 'ente@prova.test', '1', '{}', '{}', '', $3)`,
    [ambito, ente, JSON.stringify({ nome: 'statuto.pdf', bytes: 123, sha256: STATUTO })],
  );
  await db.query(
    `INSERT INTO contributo_file (ambito_id, id, chiave_hash, nome, bytes, media_type, sha256) VALUES ($1, $2, '\\x01', 'mai-inviato.pdf', 45, 'application/pdf', $3)`,
    [ambito, randomUUID(), ALLEGATO],
  );
  await db.query(
    `INSERT INTO email (id, chiave, tipo, da_nome, a_nome, a_indirizzo, subject, testo, html, files, riservata) VALUES ($1, 'x', 'prova', 'P', 'A', 'a@prova.test', 's', 't', 'h', $2, false)`,
    [randomUUID(), JSON.stringify([{ name: 'ricevuta.pdf', sha256: RICEVUTA, mediaType: 'application/pdf' }])],
  );
  const runner = db.createQueryRunner();
  await new FileCustoditi1700000000017().up(runner);
  await runner.release();
  expect(await db.query('SELECT sha256, bytes::int, libero_dal FROM file_custodito ORDER BY 1')).toEqual([
    { sha256: STATUTO, bytes: 123, libero_dal: null },
    { sha256: ALLEGATO, bytes: 45, libero_dal: null },
    { sha256: RICEVUTA, bytes: null, libero_dal: null },
  ]);
  for (const sha256 of [STATUTO, ALLEGATO, RICEVUTA])
    await expect(db.query('DELETE FROM file_custodito WHERE sha256 = $1', [sha256])).rejects.toThrow('foreign key');
});
