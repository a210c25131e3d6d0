import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { announce } from '../../platform/realtime/bus.js';
import type { Lavoro } from './dossier.lettura.js';
import { live } from '../../platform/realtime/news.js';
import { PIANO_KIND } from '../piano/piano.kind.js';

/** Whoever takes a dossier up holds it this long, and says so again while working. */
export const TENUTA_SECONDI = 120;
const TENTATIVI = 3;

const RIGA = `d.id, d.ambito_id AS "ambitoId", d.piano_id AS "pianoId", d.versione, d.finale, d.rifatto, d.piano_version AS "pianoVersion", d.richiesto_da AS "richiestoDa", d.richiesto_nome AS "richiestoNome", d.richiesto_at AS at`;

/** The dossiers that wait to be made. The rows are the queue: asked for in the same transaction as the act, lost by nobody. */
@Injectable()
export class DossierCoda {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Takes up the oldest that nobody holds; one that failed the whole process three times is given up. */
  async prendi(): Promise<Lavoro | null> {
    await this.db.query(
      `UPDATE dossier SET stato = 'fallito', errore = $2 WHERE stato = 'in_corso' AND tenuto_fino_at < clock_timestamp() AND tentativi >= $1`,
      [TENTATIVI, 'La compilazione si è interrotta più volte. Riprova; se succede ancora, segnalacelo.'],
    );
    const [rows] = await this.db.query<[Lavoro[], number]>(
      `UPDATE dossier d SET stato = 'in_corso', tenuto_fino_at = clock_timestamp() + make_interval(secs => $1), tentativi = tentativi + 1 WHERE d.id = (
         SELECT id FROM dossier WHERE stato = 'in_coda' OR (stato = 'in_corso' AND tenuto_fino_at < clock_timestamp()) ORDER BY richiesto_at LIMIT 1 FOR UPDATE SKIP LOCKED
       ) RETURNING ${RIGA}`,
      [TENUTA_SECONDI],
    );
    return rows[0] ?? null;
  }

  /** Says how far it has come, and that it is still being worked at. */
  async avanza(lavoro: Lavoro, avanzamento: number, passo: string): Promise<void> {
    await this.db.transaction(async db => {
      await db.query(
        `UPDATE dossier SET avanzamento = $2, passo = $3, tenuto_fino_at = clock_timestamp() + make_interval(secs => $4) WHERE id = $1 AND stato = 'in_corso'`,
        [lavoro.id, avanzamento, passo, TENUTA_SECONDI],
      );
      await announce(db, live(PIANO_KIND, { ambitoId: lavoro.ambitoId }, lavoro.pianoId));
    });
  }

  /** To be made again from the beginning: what it was made of is not there any more. */
  async rimetti(lavoro: Lavoro): Promise<void> {
    await this.db.query(`UPDATE dossier SET stato = 'in_coda', tentativi = 0, tenuto_fino_at = NULL WHERE id = $1 AND stato = 'in_corso'`, [
      lavoro.id,
    ]);
  }

  async tieni(lavoro: Lavoro): Promise<void> {
    await this.db.query(
      `UPDATE dossier SET tenuto_fino_at = clock_timestamp() + make_interval(secs => $2) WHERE id = $1 AND stato = 'in_corso'`,
      [lavoro.id, TENUTA_SECONDI],
    );
  }

  async fallisce(lavoro: Lavoro, errore: string): Promise<void> {
    await this.db.transaction(async db => {
      await db.query(`UPDATE dossier SET stato = 'fallito', errore = $2 WHERE id = $1 AND stato = 'in_corso'`, [lavoro.id, errore]);
      await announce(db, live(PIANO_KIND, { ambitoId: lavoro.ambitoId }, lavoro.pianoId));
    });
  }
}
