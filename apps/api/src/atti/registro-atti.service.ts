import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AttoDellAmbitoView, AttoRegistroInput, RapportoInput } from '@tavoli/shared';
import { ATTO_KIND } from '../iter/iter/iter.kinds.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { columns, insert } from '../platform/database/rows.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { edit, hold } from '../platform/procedura/hold.js';
import { news } from '../platform/realtime/news.js';
import { RegistroAttiQueries } from './registro-atti.queries.js';

const GIA = uniqueViolation('atto_numerato', 'atto.numero_gia_usato');

/** Acts of the ambito that no phase made; and what the register says of those that one did. */
@Injectable()
export class RegistroAttiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: RegistroAttiQueries,
  ) {}

  /** @throws ProblemError `atto.numero_gia_usato` */
  crea(ctx: RequestContext, input: AttoRegistroInput): Promise<AttoDellAmbitoView> {
    const { ambitoId } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const id = randomUUID();
      const { rapporti, ...colonne } = separa(input);
      await insert(tx.db, 'atto', { ...colonne, ambitoId, id }).catch(GIA);
      await setRapporti(tx, id, rapporti);
      return this.detto(tx, ctx, 'crea', id, {});
    });
  }

  /** @throws ProblemError 400 without a reason where it has its number and day, `versione.superata`, `atto.numero_gia_usato`, `atto.stato` */
  modifica(ctx: RequestContext, input: AttoRegistroInput): Promise<AttoDellAmbitoView> {
    const { id } = placeOf(ctx);
    return this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      await hold(tx, ctx, ATTO_KIND);
      await demandMotivo(tx, id, input);
      const { rapporti, ...colonne } = separa(input);
      await edit(tx, ctx, ATTO_KIND, { set: columns(colonne) }).catch(GIA);
      await setRapporti(tx, id, rapporti);
      return this.detto(tx, ctx, 'modifica', id, input.motivazione === undefined ? {} : { motivazione: input.motivazione });
    });
  }

  private detto(tx: Tx, ctx: RequestContext, azione: string, id: string, contenuto: Record<string, unknown>): Promise<AttoDellAmbitoView> {
    tx.registra(`atto.${azione}`, 'atto', id, contenuto);
    tx.annuncia(...news(ATTO_KIND, placeOf(ctx), id));
    return this.queries.unoIn(tx.db, ctx, id);
  }
}

/** The columns of the act, and what stands beside it. */
function separa({ rapporti, motivazione: _, parti, ...colonne }: AttoRegistroInput) {
  return { ...colonne, parti: JSON.stringify(parti), rapporti };
}

interface Com {
  readonly tipo: string;
  readonly numero: string | null;
  readonly data: string | null;
  readonly fase: string | null;
}

/** What has its number and its day is changed with a reason; the kind of what a phase has concluded on, not at all. */
async function demandMotivo(tx: Tx, id: string, input: AttoRegistroInput): Promise<void> {
  const [com] = await tx.db.query<Com[]>(
    `SELECT t.tipo, t.numero, to_char(t.data, 'YYYY-MM-DD') AS data, f.stato AS fase FROM atto t LEFT JOIN fase f ON f.ambito_id = t.ambito_id AND f.id = t.fase_id
     WHERE t.ambito_id = $1 AND t.id = $2`,
    [tx.ambitoId, id],
  );
  if (com === undefined) throw new ProblemError('risorsa.non_trovata');
  if (com.fase === 'conclusa' && com.tipo !== input.tipo)
    throw new ProblemError('atto.stato', { detail: 'La fase è conclusa: per cambiare il tipo di un suo atto prima riaprila.' });
  if (com.numero !== null && com.data !== null && input.motivazione === undefined)
    throw fieldProblem('richiesta.non_valida', '/motivazione', 'L’atto ha già numero e data: scrivi perché lo correggi.');
}

async function setRapporti(tx: Tx, id: string, rapporti: readonly RapportoInput[]): Promise<void> {
  if (rapporti.some(r => r.attoId === id)) throw fieldProblem('richiesta.non_valida', '/rapporti', 'Un atto non può riguardare sé stesso.');
  await tx.db.query('DELETE FROM atto_rapporto WHERE ambito_id = $1 AND atto_id = $2', [tx.ambitoId, id]);
  for (const { tipo, attoId } of rapporti)
    await tx.db.query('INSERT INTO atto_rapporto (ambito_id, atto_id, tipo, altro_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
      tx.ambitoId,
      id,
      tipo,
      attoId,
    ]);
}
