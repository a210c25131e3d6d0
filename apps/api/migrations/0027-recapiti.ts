import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A codice fiscale belongs to the ente that the office has verified, not to whoever typed it first: any number of registrations may wait.
 * The address of an ente is known to be its own once the office has verified it; and every address that a mail may be for is found fast.
 */
export class Recapiti1700000000027 implements MigrationInterface {
  name = 'Recapiti1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ENTI, INDIRIZZI]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const ENTI = `
ALTER TABLE ente DROP CONSTRAINT ente_ambito_id_codice_fiscale_key;
CREATE UNIQUE INDEX ente_verificato_codice_fiscale ON ente (ambito_id, codice_fiscale) WHERE stato IN ('verificato', 'sospeso');
CREATE INDEX ente_codice_fiscale ON ente (ambito_id, codice_fiscale);
-- The address as it was when the office verified the ente: one changed since then is nobody's yet.
ALTER TABLE ente ADD COLUMN email_verificata text;
UPDATE ente SET email_verificata = email WHERE stato IN ('verificato', 'sospeso');
CREATE INDEX ente_email_verificata ON ente (email_verificata) WHERE email_verificata IS NOT NULL;`;

const INDIRIZZI = `
CREATE INDEX rappresentante_email ON rappresentante (email);
CREATE INDEX incontro_ospite_indirizzo ON incontro_ospite (email) WHERE email IS NOT NULL;
CREATE INDEX contributo_autore_email ON contributo (autore_email) WHERE autore_email IS NOT NULL;
CREATE INDEX operatore_invito_email ON operatore_invito (email);`;
