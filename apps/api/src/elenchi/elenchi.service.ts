import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DESIGNAZIONI_COL_POSTO, instantToRomeWall, type ElenchiAmmessiView, type ElencoAmmessiInput } from '@tavoli/shared';
import { AVVISO_KIND } from '../avvisi/avviso.kind.js';
import { apriMandati } from '../designazioni/mandati/mandati.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { insert } from '../platform/database/rows.js';
import { hold } from '../platform/procedura/hold.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import { emailElenco, leggiElencoPerEmail } from './elenchi.emails.js';
import { DA_ELENCARE, ElenchiQueries } from './elenchi.queries.js';

const RIGHE = `INSERT INTO elenco_ammessi_riga (ambito_id, designazione_id, elenco_id, ammessa, denominazione, tavolo_nome, veste)
  SELECT d.ambito_id, d.id, $3, d.stato IN ${fra(DESIGNAZIONI_COL_POSTO)}, e.denominazione, t.nome, d.veste
  FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
  WHERE ${DA_ELENCARE} RETURNING ammessa`;

/** Nobody decides on a designazione of the avviso while the elenco takes them. */
const FERME = `SELECT 1 FROM designazione WHERE ambito_id = $1 AND avviso_id = $2 ORDER BY id FOR NO KEY UPDATE`;

const ENTRANO = `UPDATE designazione d SET attende_elenco = false, ammessa_at = now(), version = d.version + 1 FROM elenco_ammessi_riga r
  WHERE d.ambito_id = $1 AND d.attende_elenco AND d.stato IN ${fra(DESIGNAZIONI_COL_POSTO)} AND r.ambito_id = d.ambito_id AND r.designazione_id = d.id AND r.elenco_id = $2 RETURNING d.id`;

/** Publishes the elenco degli ammessi: an act, never undone. What it leaves out is for the next. */
@Injectable()
export class ElenchiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: ElenchiQueries,
  ) {}

  /**
   * Takes all that is decided and in no elenco yet; the seats that wait for it are sat in from now on, and every ente admitted is told.
   * @throws ProblemError `avviso.stato`, `elenco.avviso_aperto`, `elenco.vuoto`, 400 on `/determinaData`
   */
  async pubblica(ctx: RequestContext, input: ElencoAmmessiInput): Promise<ElenchiAmmessiView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { now } = await hold(tx, ctx, AVVISO_KIND, { from: ['pubblicato'], seen: 'any' });
      const [avviso] = await tx.db.query<{ chiudeAt: Date }[]>(
        'SELECT chiude_at AS "chiudeAt" FROM avviso WHERE ambito_id = $1 AND id = $2',
        [place.ambitoId, place.id],
      );
      if (avviso === undefined || avviso.chiudeAt > now) throw new ProblemError('elenco.avviso_aperto');
      if (input.determinaData > instantToRomeWall(now).slice(0, 10))
        throw fieldProblem('richiesta.non_valida', '/determinaData', 'La data della determina non può essere nel futuro.');
      const id = await this.componi(tx, place.id, input);
      const entrate = await this.insedia(tx, id);
      tx.email(...emailElenco(await leggiElencoPerEmail(tx.db, place.ambitoId, id)));
      tx.registra('avviso.pubblica_elenco', 'avviso', place.id, { elencoId: id, ...input, posti: entrate });
      tx.annuncia(...news(AVVISO_KIND, place, place.id));
      return this.queries.elencoIn(tx.db, ctx);
    });
  }

  /** @returns its id. @throws ProblemError `elenco.vuoto` */
  private async componi(tx: Tx, avvisoId: string, input: ElencoAmmessiInput): Promise<string> {
    await tx.db.query(FERME, [tx.ambitoId, avvisoId]);
    const [ultimo] = await tx.db.query<{ ordine: number }[]>(
      'SELECT coalesce(max(ordine), 0)::int AS ordine FROM elenco_ammessi WHERE ambito_id = $1 AND avviso_id = $2',
      [tx.ambitoId, avvisoId],
    );
    const id = randomUUID();
    await insert(tx.db, 'elenco_ammessi', { ambitoId: tx.ambitoId, id, avvisoId, ordine: (ultimo?.ordine ?? 0) + 1, ...input });
    const righe = await tx.db.query<unknown[]>(RIGHE, [tx.ambitoId, avvisoId, id]);
    if (righe.length === 0) throw new ProblemError('elenco.vuoto');
    return id;
  }

  /** Who waited for the elenco sits from now on. @returns how many seats began */
  private async insedia(tx: Tx, elencoId: string): Promise<number> {
    const [entrate] = await tx.db.query<[{ id: string }[], number]>(ENTRANO, [tx.ambitoId, elencoId]);
    for (const { id } of entrate) await apriMandati(tx.db, tx.ambitoId, id);
    return entrate.length;
  }
}
