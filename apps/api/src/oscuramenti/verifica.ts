import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VerificaView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { iso } from '../platform/http/json-view.js';
import { Verifiche } from '../platform/verifica/verifiche.js';

/** Follows a replaced file to the one that stands in its place now. A file that is public again under the same bytes is not replaced. */
const TROVA = `
  WITH RECURSIVE strada AS (
    SELECT i.ambito_id, i.oscuramento_id, i.vecchia, i.nuova, i.percorso, o.at, 1 AS n FROM oscuramento_impronta i JOIN oscuramento o ON o.ambito_id = i.ambito_id AND o.id = i.oscuramento_id WHERE i.vecchia = $1
    UNION ALL
    SELECT i.ambito_id, i.oscuramento_id, i.vecchia, i.nuova, i.percorso, o.at, s.n + 1 FROM strada s JOIN oscuramento_impronta i ON i.ambito_id = s.ambito_id AND i.vecchia = s.nuova
      JOIN oscuramento o ON o.ambito_id = i.ambito_id AND o.id = i.oscuramento_id WHERE s.n < 100 AND o.at >= s.at
  )
  SELECT ${iso('s.at')} AS at, '/' || a.slug || s.percorso AS percorso, s.nuova,
    coalesce((SELECT r.seq::int FROM registro r JOIN registro_dettaglio d ON d.ambito_id = r.ambito_id AND d.seq = r.seq
      WHERE r.ambito_id = s.ambito_id AND r.azione LIKE '%.oscura' AND d.contenuto->>'oscuramento' = s.oscuramento_id::text ORDER BY r.seq DESC LIMIT 1), 0) AS atto
  FROM strada s JOIN ambito a ON a.id = s.ambito_id ORDER BY s.n DESC, s.at DESC LIMIT 1`;

/** Says of a file that was blacked out that another took its place: never what it said. */
@Injectable()
export class VerificaOscurati implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly verifiche: Verifiche,
  ) {}

  onModuleInit(): void {
    this.verifiche.sostituisci(
      async sha256 => (await this.db.query<NonNullable<VerificaView['sostituito']>[]>(TROVA, [sha256]))[0] ?? null,
    );
  }
}
