import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What makes an avviso an act: determina, who answers for the procedure, requirements, declarations, in what capacity each kind of ente sits.
 * Of the avvisi that are there, the capacity is the one that the program gave until now.
 */
const AVVISO = `
ALTER TABLE avviso
  ADD COLUMN determina_numero text,
  ADD COLUMN determina_data date,
  ADD COLUMN responsabile_nome text,
  ADD COLUMN responsabile_ufficio text,
  ADD COLUMN responsabile_telefono text,
  ADD COLUMN responsabile_email text,
  ADD COLUMN requisiti jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN dichiarazioni jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN nature_istituzionali text[] NOT NULL DEFAULT '{organizzazione_sindacale,istituto_scolastico,azienda_sanitaria,comune,altro_ente_pubblico}',
  ADD COLUMN nature_osservatrici text[] NOT NULL DEFAULT '{gruppo_informale}',
  ADD CONSTRAINT avviso_determina CHECK ((determina_numero IS NULL) = (determina_data IS NULL)),
  ADD CONSTRAINT avviso_vesti CHECK (NOT nature_istituzionali && nature_osservatrici);
-- What whoever sent it declared, in the words of that moment; null before it is sent, and where nothing was asked.
ALTER TABLE designazione ADD COLUMN dichiarazioni jsonb;`;

export class AvvisoAtto1700000000043 implements MigrationInterface {
  name = 'AvvisoAtto1700000000043';
  /** What it runs, in order. */
  readonly sql = [AVVISO] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
