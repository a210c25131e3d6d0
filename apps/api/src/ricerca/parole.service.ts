import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BATCH, untilNone } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { paroleDi } from './domanda.js';

/** The words that published texts are made of: learnt a little later, so that publishing never waits for them. */
@Injectable()
export class ParoleService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'ricerca-parole', cron: '* * * * *', work: async () => void (await this.impara()) });
  }

  /** Learns the words of what was published since. @returns of how many things */
  impara(): Promise<number> {
    return untilNone(async () => {
      const [row] = await this.db.query<{ n: number }[]>(
        `WITH nuove AS (
           UPDATE ricerca_voce v SET imparata = true
           FROM (SELECT ambito_id, tipo, oggetto_id FROM ricerca_voce WHERE NOT imparata LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) x
           WHERE v.ambito_id = x.ambito_id AND v.tipo = x.tipo AND v.oggetto_id = x.oggetto_id RETURNING v.titolo || ' ' || v.testo AS testo
         ), parole AS (
           INSERT INTO ricerca_parola (parola) SELECT DISTINCT lower(w) FROM nuove CROSS JOIN regexp_split_to_table(testo, '[^[:alpha:]]+') w WHERE length(w) BETWEEN 4 AND 30 ORDER BY 1 ON CONFLICT DO NOTHING
         )
         SELECT count(*)::int AS n FROM nuove`,
      );
      return row?.n ?? 0;
    });
  }

  /** The same text with each word that nobody ever wrote replaced by the most similar one; null when there is none to replace. */
  async correggi(q: string): Promise<string | null> {
    const parole = paroleDi(q);
    if (parole.length === 0) return null;
    const rows = await this.db.query<{ parola: string; vicina: string }[]>(
      `SELECT q.parola, x.parola AS vicina FROM unnest($1::text[]) AS q(parola) CROSS JOIN LATERAL (
         SELECT p.parola FROM ricerca_parola p WHERE p.parola % lower(q.parola) ORDER BY similarity(p.parola, lower(q.parola)) DESC, p.parola LIMIT 1) x`,
      [parole],
    );
    const corretta = rows.reduce((text, { parola, vicina }) => text.replace(parola, vicina), q);
    return corretta === q ? null : corretta;
  }
}
