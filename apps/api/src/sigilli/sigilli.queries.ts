import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ChiavePubblica, SigilliExport, SigilliView, SigilloRigaView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { chiaveDeiSigilli } from './chiave.js';
import { esporta, firmati } from './esporta.js';

const SHOWN = 60;

/** Public reads of the sigilli. */
@Injectable()
export class SigilliQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The latest, and the key they are signed with. */
  async elenco(ctx: RequestContext): Promise<SigilliView> {
    const rows = await this.db.query<(SigilloRigaView & { quanti: number; chiave: ChiavePubblica })[]>(
      `SELECT s.numero, to_char(s.giorno, 'YYYY-MM-DD') AS giorno, s.dichiarazione->>'at' AS at, (s.dichiarazione->>'atti')::int AS atti, s.dichiarazione->>'impronta' AS impronta,
         jsonb_array_length(s.dichiarazione->'documenti') AS documenti, s.firma, count(*) OVER ()::int AS quanti,
         jsonb_build_object('spki', s.chiave, 'impronta', encode(sha256(decode(s.chiave, 'base64')), 'hex')) AS chiave
       FROM sigillo s WHERE s.ambito_id = $1 ORDER BY s.numero DESC LIMIT ${SHOWN}`,
      [placeOf(ctx).ambitoId],
    );
    return { chiave: rows[0]?.chiave ?? null, quanti: rows[0]?.quanti ?? 0, items: rows.map(({ quanti: _, chiave: __, ...row }) => row) };
  }

  /** @throws ProblemError 404 before the first */
  async tutti(ctx: RequestContext): Promise<SigilliExport> {
    const found = await firmati(this.db, placeOf(ctx).ambitoId);
    if (found === null) throw new ProblemError('risorsa.non_trovata');
    return esporta(found, await chiaveDeiSigilli(this.config.dataDir));
  }
}
