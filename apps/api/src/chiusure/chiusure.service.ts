import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { instantToRomeWall, type ChiusuraInput, type PrimaDiChiudereView, type TavoloView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { hold, write } from '../platform/procedura/hold.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { TAVOLO_KIND } from '../tavoli/tavolo.kind.js';
import { TavoliQueries } from '../tavoli/tavoli.queries.js';
import { leggiPrimaDiChiudere } from './prima-di-chiudere.js';
import { chiudiSottogruppi } from './sottogruppi.js';
import { annullaIncontri, cessaOsservatori, chiudiPosti, declinaProposte, passaContributi, ritiraInviti } from './seguono.js';

/** A tavolo ends by an act of the ambito. Its page, its verbali and its papers stay, and what was begun there can be finished. */
@Injectable()
export class ChiusureService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly tavoli: TavoliQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  prima(ctx: RequestContext): Promise<PrimaDiChiudereView> {
    const { ambitoId, id } = placeOf(ctx);
    return leggiPrimaDiChiudere(this.db.manager, ambitoId, id);
  }

  /**
   * @throws ProblemError `tavolo.sottogruppo`, `tavolo.chiuso`, `tavolo.incontro_in_corso`, `tavolo.designazioni_da_decidere`, 400 on `/il`, `/atto/data`, `/confluisceIn`; 412
   */
  async chiudi(ctx: RequestContext, input: ChiusuraInput): Promise<TavoloView> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const versoId = await prendi(tx, ctx, input.confluisceIn);
      const { now } = await hold(tx, ctx, TAVOLO_KIND);
      demandGiorni(input, instantToRomeWall(now).slice(0, 10));
      const prima = await demandFiniti(tx, id);
      const chiusura = { tx, ctx, own: { origin: this.config.publicOrigin }, nome: prima.nome, versoId, motivo: input.motivazione };
      await chiudiSottogruppi(chiusura, { il: input.il, at: now, motivo: input.motivazione, atto: input.atto });
      await annullaIncontri(chiusura);
      await ritiraInviti(chiusura);
      await cessaOsservatori(chiusura);
      await declinaProposte(chiusura);
      await chiudiPosti(chiusura);
      await passaContributi(chiusura);
      await write(tx, ctx, TAVOLO_KIND, { ...colonne(input), chiuso_at: now });
      const { atto, il, motivazione } = input;
      tx.registra('tavolo.chiudi', 'tavolo', id, { atto, il, motivazione, ...(versoId !== null && { confluisceIn: versoId }) });
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return this.tavoli.unoIn(tx.db, ambitoId, id);
    });
  }
}

const colonne = ({ atto, il, confluisceIn, motivazione }: ChiusuraInput) => ({
  chiuso_il: il,
  chiuso_atto_tipo: atto.tipo,
  chiuso_atto_numero: atto.numero,
  chiuso_atto_data: atto.data,
  chiuso_motivo: motivazione,
  confluito_id: confluisceIn,
});

/** Holds both tavoli, in one order whoever closes which; whoever begins something at one of them waits. @returns where it goes */
async function prendi(tx: Tx, ctx: RequestContext, verso: string | null): Promise<string | null> {
  const { id } = placeOf(ctx);
  const righe = await tx.db.query<{ id: string; chiuso: boolean; radice: boolean }[]>(
    `SELECT id, chiuso_il IS NOT NULL AS chiuso, padre_id IS NULL AS radice FROM tavolo WHERE ambito_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [tx.ambitoId, [id, ...(verso === null ? [] : [verso])]],
  );
  if (righe.some(r => !r.radice)) throw new ProblemError('tavolo.sottogruppo');
  if (righe.find(r => r.id === id)?.chiuso === true) throw new ProblemError('tavolo.chiuso');
  if (verso === id) throw fieldProblem('richiesta.non_valida', '/confluisceIn', 'Scegli un altro tavolo.');
  if (verso !== null && righe.find(r => r.id === verso)?.chiuso !== false)
    throw fieldProblem('tavolo.chiuso', '/confluisceIn', 'Questo tavolo è chiuso: scegline uno che continua.');
  return verso;
}

function demandGiorni({ il, atto }: ChiusuraInput, oggi: string): void {
  if (il > oggi)
    throw fieldProblem('richiesta.non_valida', '/il', 'Il giorno non può essere nel futuro: registra la chiusura quel giorno.');
  if (atto.data > oggi) throw fieldProblem('richiesta.non_valida', '/atto/data', 'La data dell’atto non può essere nel futuro.');
}

async function demandFiniti(tx: Tx, id: string): Promise<PrimaDiChiudereView> {
  const prima = await leggiPrimaDiChiudere(tx.db, tx.ambitoId, id);
  if (prima.inCorso.length > 0) throw new ProblemError('tavolo.incontro_in_corso');
  if (prima.daDecidere > 0) throw new ProblemError('tavolo.designazioni_da_decidere');
  return prima;
}
