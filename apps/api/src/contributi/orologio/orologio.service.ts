import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CONTRIBUTI_FINITI, CONTRIBUTI_IN_CODA, TEMPI_CONTRIBUTI } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { fra } from '../../platform/database/fra.js';
import { EmailOutbox } from '../../platform/email/email-outbox.js';
import { BATCH, forEachRow } from '../../platform/jobs/batches.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { WaitingRoom } from '../../platform/storage/waiting-room.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailOrologio } from './orologio.emails.js';

interface Scaduto {
  readonly ambitoId: string;
  readonly id: string;
}

interface InAttesa {
  readonly attesa: string | null;
}

const SCADE = 'coalesce(c.moderare_entro_at, c.rispondere_entro_at)';
const APERTO = `c.stato IN ${fra(CONTRIBUTI_IN_CODA)} AND ${SCADE} IS NOT NULL`;
/** A day before moderation is due, five before the answer is. */
const VICINO = `${SCADE} - CASE WHEN c.moderare_entro_at IS NOT NULL THEN interval '1 day' ELSE interval '5 days' END`;

/** What the calendar asks of contributi: reminders before the two clocks run out, one call to the coordinatore after, and forgetting what was kept long enough. */
@Injectable()
export class OrologioService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: EmailOutbox,
    private readonly jobs: Jobs,
    private readonly attesa: WaitingRoom,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'contributi', cron: '*/20 * * * *', work: async () => void (await this.batti()) });
  }

  /** Everything that is due at `now`. @returns how many contributi each part touched */
  async batti(now = new Date()): Promise<{ promemoria: number; solleciti: number; scordati: number }> {
    const promemoria = await this.avvisa('promemoria_at', `${VICINO} <= $1 AND ${SCADE} > $1`, now);
    const solleciti = await this.avvisa('sollecito_at', `${SCADE} <= $1`, now);
    return { promemoria, solleciti, scordati: await this.scorda(now) };
  }

  /** Once for each run of the clock: the mark and the mails are one transaction, and another worker finds the row taken or marked. */
  private async avvisa(segno: 'promemoria_at' | 'sollecito_at', quando: string, now: Date): Promise<number> {
    return forEachRow(this.trova(`${APERTO} AND c.${segno} IS NULL AND ${quando}`, now), ({ ambitoId, id }) =>
      this.db.transaction(async db => {
        const [taken] = await db.query<unknown[]>(
          `SELECT 1 FROM contributo c WHERE c.ambito_id = $2 AND c.id = $3 AND ${APERTO} AND c.${segno} IS NULL AND ${quando} FOR UPDATE SKIP LOCKED`,
          [now, ambitoId, id],
        );
        if (!taken) return 0;
        await db.query(`UPDATE contributo SET ${segno} = $3 WHERE ambito_id = $1 AND id = $2`, [ambitoId, id, now]);
        await this.outbox.enqueue(db, emailOrologio(await leggiPerEmail(db, ambitoId, id), segno === 'sollecito_at'));
        return 1;
      }),
    );
  }

  /** Contributi for which `dove` holds ($1: now), a page at a time. */
  private trova(dove: string, now: Date): (dopo: Scaduto | null) => Promise<Scaduto[]> {
    return dopo =>
      this.db.query(
        `SELECT c.ambito_id AS "ambitoId", c.id FROM contributo c WHERE ${dove} AND ($2::uuid IS NULL OR c.id > $2) ORDER BY c.id LIMIT ${BATCH}`,
        [now, dopo?.id ?? null],
      );
  }

  /** Deletes what nobody confirmed and files that nobody sent; empties what was refused or withdrawn long ago, of which state and dates stay. */
  private async scorda(now: Date): Promise<number> {
    const tempo = (nome: 'giorniDaConfermare' | 'mesiRespinti') =>
      `coalesce((SELECT (x.tempi->>'${nome}')::int FROM contributi_tempi x WHERE x.ambito_id = c.ambito_id), ${TEMPI_CONTRIBUTI[nome]})`;
    const maiConfermati = this.trova(
      `c.stato = 'da_confermare' AND c.inviato_at < $1::timestamptz - make_interval(days => ${tempo('giorniDaConfermare')})`,
      now,
    );
    const vecchi = this.trova(
      `c.stato IN ${fra(CONTRIBUTI_FINITI)} AND c.svuotato_at IS NULL
         AND (c.riesame_chiesto_at IS NULL OR c.riesame_decisione IS NOT NULL) AND coalesce(c.risposto_at, c.inviato_at) < $1::timestamptz - make_interval(months => ${tempo('mesiRespinti')})`,
      now,
    );
    const tolti = await forEachRow(maiConfermati, ({ ambitoId, id }) =>
      this.senzaFile(ambitoId, id, db =>
        db.query(`DELETE FROM contributo WHERE ambito_id = $1 AND id = $2 AND stato = 'da_confermare'`, [ambitoId, id]),
      ),
    );
    const svuotati = await forEachRow(vecchi, ({ ambitoId, id }) => this.senzaFile(ambitoId, id, db => this.svuota(db, ambitoId, id, now)));
    await this.toglieSoli(now);
    return tolti + svuotati;
  }

  private async svuota(db: EntityManager, ambitoId: string, id: string, now: Date): Promise<void> {
    await db.query(
      `UPDATE contributo SET testi = '{"titolo": "Testo cancellato", "testo": "", "risposte": []}', pubblico = NULL, omissis = '[]', motivo_omissis = NULL, provenienza_nome = NULL, autore_nome = NULL, autore_email = NULL, account_id = NULL,
         zona = NULL, motivazione = NULL, riesame_motivo = NULL, svuotato_at = $3, version = version + 1 WHERE ambito_id = $1 AND id = $2`,
      [ambitoId, id, now],
    );
    for (const table of ['contributo_precedente', 'contributo_segreto', 'contributo_file', 'contributo_legame'])
      await db.query(`DELETE FROM ${table} WHERE ambito_id = $1 AND contributo_id = $2`, [ambitoId, id]);
    await db.query('UPDATE contributo_passo SET motivazione = NULL WHERE ambito_id = $1 AND contributo_id = $2', [ambitoId, id]);
  }

  /** Does `work`, and forgets at once what still waited with it; what was kept is the custodian's. */
  private async senzaFile(ambitoId: string, id: string, work: (db: EntityManager) => Promise<unknown>): Promise<number> {
    const files = await this.db.query<InAttesa[]>(
      'SELECT attesa FROM contributo_file WHERE ambito_id = $1 AND contributo_id = $2 AND attesa IS NOT NULL',
      [ambitoId, id],
    );
    await this.db.transaction(work);
    await this.dimentica(files);
    return 1;
  }

  private async toglieSoli(now: Date): Promise<void> {
    const [rows] = await this.db.query<[InAttesa[], number]>(
      `DELETE FROM contributo_file WHERE contributo_id IS NULL AND caricato_at < $1::timestamptz - interval '1 day' RETURNING attesa`,
      [now],
    );
    await this.dimentica(rows);
  }

  /** But those that a row names after all: somebody may have confirmed at that moment. */
  private async dimentica(files: readonly InAttesa[]): Promise<void> {
    const tolti = files.flatMap(f => f.attesa ?? []);
    const [rimasti] = await this.db.query<{ ids: string[] | null }[]>(
      'SELECT array_agg(attesa) AS ids FROM contributo_file WHERE attesa = ANY($1::uuid[])',
      [tolti],
    );
    for (const id of tolti) if (!rimasti?.ids?.includes(id)) await this.attesa.remove(id);
  }
}
