import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ENTI_IN_REGOLA } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { chiNellAmbito } from '../incarichi/chi.sql.js';
import { congeda } from '../incontri/convocare/congeda.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { fra } from '../platform/database/fra.js';
import { EmailOutbox } from '../platform/email/email-outbox.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { BATCH, forEachRow } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { announce } from '../platform/realtime/bus.js';
import { appendActs } from '../platform/registro/registro.js';
import { finitoColPiano } from '../posti/siede.sql.js';
import { regoleTavolo } from '../posti/regole.sql.js';
import { aperto, radice } from '../tavoli/tavolo.sql.js';
import { emailFiniti, emailInScadenza, type FineDeiMandati } from './mandati.emails.js';

const GIORNI_PRIMA = 60;
const FINE = `make_date(p.al, 12, 31)`;
const OGGI = `(now() AT TIME ZONE 'Europe/Rome')::date`;
const FINITI = `t.mandati_finiti_at IS NULL AND ${finitoColPiano('t')}`;
const IN_SCADENZA = `t.mandati_ricordati_at IS NULL AND (${regoleTavolo('t')}->>'mandatiColPiano')::boolean IS TRUE AND ${FINE} BETWEEN ${OGGI} AND ${OGGI} + ${GIORNI_PRIMA}`;

interface Ambito {
  readonly ambitoId: string;
  readonly ambitoSlug: string;
}
interface Posti {
  readonly name: string;
  readonly address: string;
  readonly tavoli: string[];
  readonly enteId: string | null;
}

/** Who had a seat at the tavoli `$2` until now: the persons, and their enti. */
const SEDEVANO = `
  SELECT min(r.nome || ' ' || r.cognome) AS name, r.email AS address, jsonb_agg(DISTINCT t.nome) AS tavoli, NULL::uuid AS "enteId"
  FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id JOIN ente e ON e.ambito_id = m.ambito_id AND e.id = m.ente_id
  JOIN tavolo t ON t.ambito_id = m.ambito_id AND t.id = m.tavolo_id
  WHERE m.ambito_id = $1 AND m.tavolo_id = ANY($2::uuid[]) AND m.al IS NULL AND e.stato IN ${fra(ENTI_IN_REGOLA)} GROUP BY r.email
  UNION ALL
  SELECT e.denominazione, e.email, jsonb_agg(DISTINCT t.nome), e.id FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
  WHERE d.ambito_id = $1 AND d.tavolo_id = ANY($2::uuid[]) AND d.stato = 'accettata' AND e.stato IN ${fra(ENTI_IN_REGOLA)} GROUP BY e.id, e.denominazione, e.email`;

/** Seats that end with their Piano end by derivation (`posti/siede.sql.ts`): this tells of it once, and reminds the office before. */
@Injectable()
export class FineMandatiService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: EmailOutbox,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'fine-mandati', cron: '10 7 * * *', soloAllOra: true, work: async () => void (await this.passa()) });
  }

  /** @returns of how many ambiti the office was reminded, and in how many who sat was told */
  async passa(): Promise<{ ricordati: number; finiti: number }> {
    return {
      ricordati: await this.ogni(IN_SCADENZA, 'mandati_ricordati_at', (db, fine) => this.ricorda(db, fine)),
      finiti: await this.ogni(FINITI, 'mandati_finiti_at', (db, fine, tavoli) => this.dice(db, fine, tavoli)),
    };
  }

  /** The mark and the mails are one transaction: another worker finds the tavoli marked. */
  private ogni(
    quando: string,
    segno: 'mandati_ricordati_at' | 'mandati_finiti_at',
    scrivi: (db: EntityManager, fine: FineDeiMandati, tavoli: readonly string[]) => Promise<void>,
  ): Promise<number> {
    const da = `FROM tavolo t JOIN piano_di_zona p ON p.ambito_id = t.ambito_id AND p.id = t.piano_id JOIN ambito a ON a.id = t.ambito_id WHERE ${aperto('t')} AND ${radice('t')} AND ${quando}`;
    return forEachRow<Ambito>(
      dopo =>
        this.db.query<Ambito[]>(
          `SELECT DISTINCT t.ambito_id AS "ambitoId", a.slug AS "ambitoSlug" ${da} AND ($1::uuid IS NULL OR t.ambito_id > $1::uuid) ORDER BY 1 LIMIT ${BATCH}`,
          [dopo?.ambitoId ?? null],
        ),
      ambito =>
        this.db.transaction(async db => {
          const presi = await db.query<{ id: string; nome: string; fino: string }[]>(
            `SELECT t.id, t.nome, ${FINE}::text AS fino ${da} AND t.ambito_id = $1 ORDER BY t.codice FOR NO KEY UPDATE OF t`,
            [ambito.ambitoId],
          );
          const ids = presi.map(t => t.id);
          await db.query(`UPDATE tavolo SET ${segno} = now() WHERE ambito_id = $1 AND id = ANY($2::uuid[])`, [ambito.ambitoId, ids]);
          const fino = presi[0]?.fino ?? '';
          if (presi.length > 0) await scrivi(db, { ...ambito, fino, tavoli: presi.map(t => t.nome) }, ids);
          return presi.length > 0 ? 1 : 0;
        }),
    );
  }

  private async ricorda(db: EntityManager, fine: FineDeiMandati): Promise<void> {
    const [row] = await db.query<{ per: { name: string; address: string }[] | null }[]>(
      `SELECT ${chiNellAmbito('tavolo.chiudi', '$1')} AS per`,
      [fine.ambitoId],
    );
    await this.outbox.enqueue(
      db,
      (row?.per ?? []).map(to => emailInScadenza(fine, to)),
    );
  }

  private async dice(db: EntityManager, fine: FineDeiMandati, ids: readonly string[]): Promise<void> {
    const posti = await db.query<Posti[]>(SEDEVANO, [fine.ambitoId, ids]);
    const drafts: EmailDraft[] = [];
    const tx = { db, ambitoId: fine.ambitoId, email: (...d: readonly EmailDraft[]) => void drafts.push(...d) };
    for (const { name, address, tavoli, enteId } of posti) {
      drafts.push(emailFiniti({ ...fine, tavoli }, { name, address }));
      if (enteId !== null) await congeda(tx, this.config.publicOrigin, enteId);
    }
    await this.outbox.enqueue(
      db,
      drafts.filter((d, n) => drafts.findIndex(x => x.chiave === d.chiave) === n),
    );
    await announce(db, { t: 'pagine', ambitoSlug: fine.ambitoSlug });
    const contenuto = { attore: 'Il portale, per la fine del Piano', fino: fine.fino };
    await appendActs(
      db,
      fine.ambitoId,
      null,
      ids.map(oggettoId => ({ azione: 'tavolo.mandati_finiti', oggettoTipo: 'tavolo', oggettoId, contenuto })),
    );
  }
}
