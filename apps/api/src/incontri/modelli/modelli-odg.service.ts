import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MASSIMO_MODELLI, type ModelloOdgInput, type ModelloOdgView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';

const ELENCO = `SELECT id, nome, punti, tavolo_id IS NULL AS "diTutti" FROM modello_odg
  WHERE ambito_id = $1 AND (tavolo_id IS NULL OR tavolo_id = $2) ORDER BY tavolo_id NULLS LAST, lower(nome) LIMIT ${2 * MASSIMO_MODELLI}`;

/** Ordini del giorno kept to be used again: those of the tavolo of the URL with those of the ambito, or of the ambito alone. */
@Injectable()
export class ModelliOdgService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
  ) {}

  async elenco(ctx: RequestContext): Promise<{ items: ModelloOdgView[] }> {
    const { ambitoId, tavoloId = null } = placeOf(ctx);
    return { items: await this.db.query<ModelloOdgView[]>(ELENCO, [ambitoId, tavoloId]) };
  }

  /** @throws ProblemError `modello_odg.duplicato` on `/nome`, `modello_odg.troppi` */
  async salva(ctx: RequestContext, { nome, punti }: ModelloOdgInput): Promise<ModelloOdgView> {
    const { ambitoId, tavoloId = null } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const id = randomUUID();
      const rows = await tx.db.query<ModelloOdgView[]>(
        `INSERT INTO modello_odg (ambito_id, id, tavolo_id, nome, punti) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (ambito_id, tavolo_id, lower(nome)) DO NOTHING RETURNING id, nome, punti, tavolo_id IS NULL AS "diTutti"`,
        [ambitoId, id, tavoloId, nome, JSON.stringify(punti)],
      );
      const [salvato] = rows;
      if (salvato === undefined) throw fieldProblem('modello_odg.duplicato', '/nome');
      const [quanti] = await tx.db.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM modello_odg WHERE ambito_id = $1 AND tavolo_id IS NOT DISTINCT FROM $2',
        [ambitoId, tavoloId],
      );
      if ((quanti?.n ?? 0) > MASSIMO_MODELLI) throw new ProblemError('modello_odg.troppi');
      tx.registra('modello_odg.salva', ...dove(ctx), { modello: id, nome });
      return salvato;
    });
  }

  /** @throws ProblemError `risorsa.non_trovata` of one of another tavolo, or of the ambito where a tavolo is named */
  async elimina(ctx: RequestContext, id: string): Promise<void> {
    const { ambitoId, tavoloId = null } = placeOf(ctx);
    await this.commands.run(ctx, ambitoId, async tx => {
      const [rows] = await tx.db.query<[{ nome: string }[], number]>(
        'DELETE FROM modello_odg WHERE ambito_id = $1 AND id = $2 AND tavolo_id IS NOT DISTINCT FROM $3 RETURNING nome',
        [ambitoId, id, tavoloId],
      );
      const [tolto] = rows;
      if (tolto === undefined) throw new ProblemError('risorsa.non_trovata');
      tx.registra('modello_odg.elimina', ...dove(ctx), { modello: id, nome: tolto.nome });
      return null;
    });
  }
}

/** What the register says it was done on: the tavolo, or the ambito. */
const dove = (ctx: RequestContext): ['tavolo' | 'ambito', string] => {
  const { ambitoId, tavoloId = null } = placeOf(ctx);
  return tavoloId === null ? ['ambito', ambitoId] : ['tavolo', tavoloId];
};
