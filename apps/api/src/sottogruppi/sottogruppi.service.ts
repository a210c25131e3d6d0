import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { slugify, type SottogruppoInput, type TavoloView } from '@tavoli/shared';
import { congeda } from '../incontri/convocare/congeda.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { edit, write } from '../platform/procedura/hold.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { TAVOLO_KIND } from '../tavoli/tavolo.kind.js';
import { prossimoNumero } from '../tavoli/tavolo.sql.js';
import { TavoliQueries } from '../tavoli/tavoli.queries.js';
import { componi, lasciano, type Composizione } from './membri.js';
import { emailComposto, emailLasciato, emailTolto, leggiEnti, leggiPerEmail } from './sottogruppi.emails.js';

/** Its code is that of its tavolo with a number of its own, and changes with the Piano alone; its address never does, which is made longer where another has the same. */
const NUOVO = `
  INSERT INTO tavolo (ambito_id, id, piano_id, slug, codice, nome, scopo, padre_id, inizia_il, finisce_il)
  SELECT t.ambito_id, $3::uuid, t.piano_id, s.slug || CASE WHEN EXISTS (SELECT 1 FROM tavolo z WHERE z.ambito_id = t.ambito_id AND z.slug = s.slug) THEN '-' || left($3::uuid::text, 8) ELSE '' END,
    t.codice || '.' || n.n, $5, $6, t.id, $7, $8
  FROM tavolo t CROSS JOIN LATERAL (SELECT ${prossimoNumero('t')} AS n) n
  CROSS JOIN LATERAL (SELECT $4 || '-' || lower(t.codice) || '-' || n.n AS slug) s
  WHERE t.ambito_id = $1 AND t.id = $2`;

/** The sottogruppi of a tavolo: made, composed of who sits there, left. */
@Injectable()
export class SottogruppiService {
  constructor(
    private readonly commands: Commands,
    private readonly tavoli: TavoliQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ProblemError `tavolo.chiuso`, `risorsa.non_trovata` of a sottogruppo, 400 on `/membri` */
  async crea(ctx: RequestContext, input: SottogruppoInput): Promise<TavoloView> {
    const { ambitoId, id: padreId } = placeOf(ctx);
    const id = randomUUID();
    return this.commands.run(ctx, ambitoId, async tx => {
      await demandPadre(tx, padreId);
      const { nome, scopo, iniziaIl, finisceIl } = input;
      await tx.db.query(NUOVO, [ambitoId, padreId, id, slugify(nome).slice(0, 60), nome, scopo, iniziaIl, finisceIl]);
      await this.compone(tx, ctx, id, input);
      tx.registra('sottogruppo.crea', 'tavolo', id, { padreId, ...motivo(input) });
      return this.tavoli.unoIn(tx.db, ambitoId, id);
    });
  }

  /** What it is, and who is in it. @throws ProblemError `risorsa.non_trovata` of a tavolo, `tavolo.chiuso`, 400 on `/membri`; 412 */
  async modifica(ctx: RequestContext, input: SottogruppoInput): Promise<TavoloView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const { nome, scopo, iniziaIl, finisceIl } = input;
      await demandAperto(tx, id);
      await edit(tx, ctx, TAVOLO_KIND, { set: { nome, scopo, inizia_il: iniziaIl, finisce_il: finisceIl } });
      await this.compone(tx, ctx, id, input);
      tx.registra('sottogruppo.componi', 'tavolo', id, motivo(input));
      return this.tavoli.unoIn(tx.db, ambitoId, id);
    });
  }

  /** Whoever asks is in it no more, and goes on sitting at the tavolo. @throws ProblemError `risorsa.non_trovata` where they are not in it */
  async lascia(ctx: RequestContext): Promise<TavoloView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await demandAperto(tx, id);
      const usciti = await lasciano(tx.db, ambitoId, id, ctx.actor.id);
      if (usciti.length === 0) throw new ProblemError('risorsa.non_trovata');
      await write(tx, ctx, TAVOLO_KIND);
      await this.congeda(tx, usciti);
      tx.email(...emailLasciato(await leggiPerEmail(tx.db, ambitoId, id), usciti));
      tx.registra('sottogruppo.lascia', 'tavolo', id, { rappresentanti: usciti.map(p => p.id) });
      tx.annuncia({ t: 'pagine', ambitoSlug: placeOf(ctx).ambitoSlug });
      return this.tavoli.unoIn(tx.db, ambitoId, id);
    });
  }

  private async compone(tx: Tx, ctx: RequestContext, id: string, { membri, motivazione }: SottogruppoInput): Promise<void> {
    const fatto = await componi(tx.db, tx.ambitoId, id, membri);
    if (fatto === null)
      throw fieldProblem('richiesta.non_valida', '/membri', 'Scegli le persone tra chi siede ora al tavolo: qualcuno non vi siede più.');
    await this.congeda(tx, fatto.usciti);
    await scrivi(tx, id, fatto, motivazione);
    tx.annuncia({ t: 'pagine', ambitoSlug: placeOf(ctx).ambitoSlug });
  }

  /** Calendars of who is not in it any more forget its incontri. */
  private async congeda(tx: Tx, usciti: Composizione['usciti']): Promise<void> {
    for (const enteId of new Set(usciti.map(p => p.enteId))) await congeda(tx, this.config.publicOrigin, enteId);
  }
}

const motivo = ({ motivazione }: SottogruppoInput) => (motivazione === null ? {} : { motivazione });

/** Held until the transaction ends: two who make a sottogruppo take numbers one after the other, and who closes the tavolo waits. */
async function tieni(tx: Tx, id: string, quale: string): Promise<void> {
  const [row] = await tx.db.query<{ chiuso: boolean }[]>(
    `SELECT chiuso_il IS NOT NULL AS chiuso FROM tavolo WHERE ambito_id = $1 AND id = $2 AND ${quale} FOR NO KEY UPDATE`,
    [tx.ambitoId, id],
  );
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  if (row.chiuso) throw new ProblemError('tavolo.chiuso');
}
/** @throws ProblemError `risorsa.non_trovata` where it is no sottogruppo, `tavolo.chiuso` */
const demandAperto = (tx: Tx, id: string): Promise<void> => tieni(tx, id, 'padre_id IS NOT NULL');
/** @throws ProblemError `risorsa.non_trovata` where it is a sottogruppo itself, `tavolo.chiuso` */
const demandPadre = (tx: Tx, id: string): Promise<void> => tieni(tx, id, 'padre_id IS NULL');

async function scrivi(tx: Tx, id: string, { entrati, usciti }: Composizione, motivazione: string | null): Promise<void> {
  if (entrati.length + usciti.length === 0) return;
  const dati = await leggiPerEmail(tx.db, tx.ambitoId, id);
  tx.email(
    ...emailComposto(dati, entrati, await leggiEnti(tx.db, tx.ambitoId, entrati), motivazione),
    ...emailTolto(dati, usciti, await leggiEnti(tx.db, tx.ambitoId, usciti), motivazione),
  );
}
