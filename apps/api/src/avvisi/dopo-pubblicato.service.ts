import { Injectable } from '@nestjs/common';
import { cambiDiAvviso, statoAvviso, type AvvisoView, type ChiarimentoInput, type RettificaAvvisoInput } from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { columns, insert } from '../platform/database/rows.js';
import { hold, write } from '../platform/procedura/hold.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import { emailChiarimento, emailRettifica, leggiAvvisoPerEmail } from './avvisi.emails.js';
import { AvvisiQueries } from './avvisi.queries.js';
import { AVVISO_KIND } from './avviso.kind.js';

const PUBBLICATO = ['pubblicato'] as const;

/** What is said of an avviso after its publication; who is answering it is told of each. */
@Injectable()
export class DopoPubblicatoService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: AvvisiQueries,
  ) {}

  /** Publishes a question and its answer, with the next number. @throws ProblemError `avviso.stato` */
  chiarisci(ctx: RequestContext, input: ChiarimentoInput): Promise<AvvisoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await hold(tx, ctx, AVVISO_KIND, { from: PUBBLICATO, seen: 'any' });
      const numero = await prossimo(tx, 'avviso_chiarimento', place.id);
      await insert(tx.db, 'avviso_chiarimento', { ambitoId: place.ambitoId, avvisoId: place.id, numero, ...input });
      tx.registra('avviso.chiarisci', 'avviso', place.id, { numero, ...input });
      tx.email(...emailChiarimento(await leggiAvvisoPerEmail(tx.db, place.ambitoId, place.id), { numero, ...input }));
      tx.annuncia(...news(AVVISO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** Changes an open avviso: what it said and what it says stand beside each other, with the reason. @throws ProblemError `avviso.stato`, `versione.superata`, `avviso.nulla_da_rettificare` */
  rettifica(ctx: RequestContext, { motivazione, ...input }: RettificaAvvisoInput): Promise<AvvisoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { now } = await hold(tx, ctx, AVVISO_KIND, { from: PUBBLICATO });
      const prima = await this.queries.unoIn(tx.db, ctx, place.id);
      if (!apertoAlle(prima, now)) throw new ProblemError('avviso.stato');
      const cambi = cambiDiAvviso(prima, input);
      if (cambi.length === 0) throw new ProblemError('avviso.nulla_da_rettificare');
      await write(tx, ctx, AVVISO_KIND, columns({ ...input, requisiti: JSON.stringify(input.requisiti) }));
      const numero = await prossimo(tx, 'avviso_rettifica', place.id);
      const riga = { ambitoId: place.ambitoId, avvisoId: place.id, numero, cambi: JSON.stringify(cambi), motivazione };
      await insert(tx.db, 'avviso_rettifica', riga);
      tx.registra('avviso.rettifica', 'avviso', place.id, { numero, motivazione });
      tx.email(...emailRettifica(await leggiAvvisoPerEmail(tx.db, place.ambitoId, place.id), { numero, cambi, motivazione }));
      tx.annuncia(...news(AVVISO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }
}

/** It is published, and has not closed by the clock. */
const apertoAlle = ({ apreAt, chiudeAt }: AvvisoView, now: Date): boolean =>
  statoAvviso({ stato: 'pubblicato', apreAt: new Date(apreAt), chiudeAt: new Date(chiudeAt) }, now) === 'pubblicato';

/** The avviso is held: nobody takes the same. */
async function prossimo(tx: Tx, tabella: 'avviso_chiarimento' | 'avviso_rettifica', avvisoId: string): Promise<number> {
  const [row] = await tx.db.query<{ numero: number }[]>(
    `SELECT coalesce(max(numero), 0)::int + 1 AS numero FROM ${tabella} WHERE ambito_id = $1 AND avviso_id = $2`,
    [tx.ambitoId, avvisoId],
  );
  return row?.numero ?? 1;
}
