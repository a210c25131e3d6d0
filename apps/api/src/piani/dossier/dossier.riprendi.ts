import { Injectable } from '@nestjs/common';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { chiedi } from './dossier.rifai.js';
import { live } from '../../platform/realtime/news.js';
import { PIANO_KIND } from '../piano/piano.kind.js';

/** Asks once more for a dossier that an oscuramento left to be made anew, where making it failed. */
@Injectable()
export class RiprendiService {
  constructor(private readonly commands: Commands) {}

  /** @throws ProblemError 404, `oscuramento.niente_da_riprendere` */
  async riprendi(ctx: RequestContext, oscuramentoId: string): Promise<{ dossierId: string }> {
    const { ambitoId } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const [row] = await tx.db.query<{ pianoId: string; vecchio: string; stato: string }[]>(
        `SELECT d.piano_id AS "pianoId", d.id AS vecchio, d.stato FROM oscuramento o JOIN dossier d ON d.ambito_id = o.ambito_id AND d.id = o.dossier_id WHERE o.ambito_id = $1 AND o.id = $2 FOR UPDATE OF d`,
        [ambitoId, oscuramentoId],
      );
      if (!row) throw new ProblemError('risorsa.non_trovata');
      if (row.stato !== 'fallito') throw new ProblemError('oscuramento.niente_da_riprendere');
      await tx.db.query('SELECT 1 FROM piano_di_zona WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [ambitoId, row.pianoId]);
      const dossierId = await chiedi(tx, ctx, row.pianoId);
      await tx.db.query('UPDATE oscuramento SET dossier_id = $3 WHERE ambito_id = $1 AND dossier_id = $2', [
        ambitoId,
        row.vecchio,
        dossierId,
      ]);
      tx.registra('oscuramento.riprendi', 'oscuramento', oscuramentoId, { dossier: dossierId });
      tx.annuncia(live(PIANO_KIND, { ambitoId }, row.pianoId), { t: 'work', name: 'dossier' });
      return { dossierId };
    });
  }
}
