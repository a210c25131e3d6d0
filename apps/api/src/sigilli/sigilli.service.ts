import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Dichiarazione, DocumentoSigillato } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { iso } from '../platform/http/json-view.js';
import { BATCH, forEachRow } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { announce } from '../platform/realtime/bus.js';
import { firma, improntaDi, pubblica, type Firmata } from '../platform/registro/sigillo.js';
import { chiaveDeiSigilli } from './chiave.js';

interface Testa {
  readonly slug: string;
  readonly giorno: string;
  readonly at: string;
  readonly atti: number;
  readonly impronta: string;
  readonly oggi: boolean;
}

/** Signs where the register has come to, once a day: from then on not even who holds the database can tell another story unseen. */
@Injectable()
export class SigilliService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'sigilli', cron: '5 0 * * *', work: async () => void (await this.sigillaTutti()) });
  }

  /** One for each ambito that has acts and none of today. @returns how many */
  sigillaTutti(): Promise<number> {
    return forEachRow<{ id: string }>(
      dopo =>
        this.db.query(
          `SELECT ambito_id AS id FROM registro_testa WHERE seq > 0 AND ($1::uuid IS NULL OR ambito_id > $1) ORDER BY ambito_id LIMIT ${BATCH}`,
          [dopo?.id ?? null],
        ),
      async ({ id }) => Number(await this.sigilla(id)),
    );
  }

  /** @returns whether one was made: not twice in a day */
  async sigilla(ambitoId: string): Promise<boolean> {
    const chiave = await chiaveDeiSigilli(this.config.dataDir);
    return this.db.transaction(async tx => {
      const dichiarazione = await daFirmare(tx, ambitoId);
      if (dichiarazione === null) return false;
      const { numero, giorno, documenti } = dichiarazione;
      await tx.query('INSERT INTO sigillo (ambito_id, numero, giorno, dichiarazione, firma, chiave) VALUES ($1, $2, $3, $4, $5, $6)', [
        ambitoId,
        numero,
        giorno,
        JSON.stringify(dichiarazione),
        firma(dichiarazione, chiave),
        pubblica(chiave).spki,
      ]);
      await tx.query('INSERT INTO sigillo_documento (ambito_id, sha256, numero) SELECT $1, unnest($2::text[]), $3', [
        ambitoId,
        documenti.map(d => d.sha256),
        numero,
      ]);
      await announce(tx, { t: 'pagine', ambitoSlug: dichiarazione.ambito });
      return true;
    });
  }
}

/** The head is locked: acts wait, and so the statement says how many there are and which files they published. */
async function daFirmare(tx: EntityManager, ambitoId: string): Promise<Dichiarazione | null> {
  await tx.query('SELECT 1 FROM registro_testa WHERE ambito_id = $1 FOR UPDATE', [ambitoId]);
  const [testa] = await tx.query<Testa[]>(
    `SELECT a.slug, to_char(now() AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS giorno, ${iso('now()')} AS at, t.seq::int AS atti, encode(t.hash, 'hex') AS impronta,
       EXISTS (SELECT 1 FROM sigillo s WHERE s.ambito_id = t.ambito_id AND s.giorno >= (now() AT TIME ZONE 'Europe/Rome')::date) AS oggi
     FROM registro_testa t JOIN ambito a ON a.id = t.ambito_id WHERE t.ambito_id = $1 AND t.seq > 0`,
    [ambitoId],
  );
  if (!testa || testa.oggi) return null;
  const [ultimo] = await tx.query<{ dichiarazione: Firmata }[]>(
    'SELECT dichiarazione FROM sigillo WHERE ambito_id = $1 ORDER BY numero DESC LIMIT 1',
    [ambitoId],
  );
  const documenti = await tx.query<DocumentoSigillato[]>(
    `SELECT d.sha256, d.percorso, ${iso('d.at')} AS "pubblicatoAt" FROM documento_pubblicato d
     WHERE d.ambito_id = $1 AND NOT EXISTS (SELECT 1 FROM sigillo_documento s WHERE s.ambito_id = d.ambito_id AND s.sha256 = d.sha256) ORDER BY d.at, d.sha256`,
    [ambitoId],
  );
  const { slug: ambito, oggi: _, ...resto } = testa;
  const numero = (ultimo?.dichiarazione.numero ?? 0) + 1;
  const precedente = ultimo ? improntaDi(ultimo.dichiarazione) : null;
  return { versione: 2, ambito, ambitoId, numero, ...resto, precedente, documenti };
}
