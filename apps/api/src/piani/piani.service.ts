import { Injectable } from '@nestjs/common';
import { PIANO, type AzionePiano, type ConsegnaInput, type PianoAzioneInput, type PianoInput, type PianoView } from '@tavoli/shared';
import { randomUUID } from 'node:crypto';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandMotivazione, transition } from '../platform/commands/transition.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { annunciPiano, livePiano } from './piano/annunci.js';
import { apri } from './piano/modifica.js';
import { PianiQueries } from './piani.queries.js';

/** Commands on the Piano as a whole. Compiling and closing only ask for a dossier: it is made by a worker (`dossier.worker.ts`). */
@Injectable()
export class PianiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: PianiQueries,
  ) {}

  /** Title, annual programmes, and how allegati are numbered in the whole ambito. @throws ProblemError `piano.chiuso`, `versione.superata` */
  modifica(ctx: RequestContext, input: PianoInput): Promise<PianoView> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    return this.comando(ctx, async tx => {
      await apri(tx, ctx, ctx.ifMatch);
      const programmi = input.programmi.toSorted((a, b) => a.anno - b.anno);
      await tx.db.query('UPDATE piano_di_zona SET titolo = $3, programmi = $4 WHERE ambito_id = $1 AND id = $2', [
        ambitoId,
        id,
        input.titolo,
        JSON.stringify(programmi),
      ]);
      await tx.db.query('UPDATE ambito SET numerazione_allegati = $2 WHERE id = $1', [ambitoId, input.numerazione]);
      tx.registra('piano.modifica', 'piano', id);
      tx.annuncia(...annunciPiano(ambitoId, ambitoSlug, id));
    });
  }

  /** Asks for a draft of the dossier. @throws ProblemError `piano.chiuso`, `piano.senza_allegati`, `dossier.in_corso` */
  compila(ctx: RequestContext): Promise<PianoView> {
    return this.comando(ctx, tx => this.chiedi(tx, ctx, false));
  }

  /** A step of its life. Closing asks for the final dossier; the Piano is closed when that is made. @throws ProblemError 400, 409, 412 */
  esegui(ctx: RequestContext, azione: AzionePiano, input: PianoAzioneInput): Promise<PianoView> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    const motivazione = demandMotivazione(PIANO, azione, input.motivazione);
    return this.comando(ctx, async tx => {
      if (azione === 'chiudi') return this.chiedi(tx, ctx, true);
      const set = azione === 'pubblica' ? { pubblicato_at: new Date() } : { chiuso_at: null, consegna: null };
      await transition(tx, ctx, { table: 'piano_di_zona', transitions: PIANO, azione, motivazione, set });
      if (azione === 'riapri')
        await tx.db.query('UPDATE allegato SET numero = NULL WHERE ambito_id = $1 AND piano_id = $2', [ambitoId, id]);
      if (azione === 'riapri') await tx.db.query('DELETE FROM piano_firmato WHERE ambito_id = $1 AND piano_id = $2', [ambitoId, id]);
      tx.registra(`piano.${azione}`, 'piano', id, motivazione === null ? {} : { motivazione });
      tx.annuncia(...annunciPiano(ambitoId, ambitoSlug, id));
    });
  }

  /** When and how it was sent to the Region. @throws ProblemError `piano.stato` while it is open, `versione.superata` */
  consegna(ctx: RequestContext, input: ConsegnaInput): Promise<PianoView> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    return this.comando(ctx, async tx => {
      const [rows] = await tx.db.query<[unknown[], number]>(
        `UPDATE piano_di_zona SET consegna = $3, version = version + 1 WHERE ambito_id = $1 AND id = $2 AND version = $4 AND stato <> 'in_preparazione' RETURNING id`,
        [ambitoId, id, JSON.stringify(input), ctx.ifMatch],
      );
      if (rows.length === 0)
        throw placeOf(ctx).version === ctx.ifMatch
          ? new ProblemError('piano.stato')
          : new ProblemError('versione.superata', { version: placeOf(ctx).version ?? undefined });
      tx.registra('piano.consegna', 'piano', id, { ...input });
      tx.annuncia(...annunciPiano(ambitoId, ambitoSlug, id));
    });
  }

  private comando(ctx: RequestContext, work: (tx: Tx) => Promise<void>): Promise<PianoView> {
    return this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      await work(tx);
      return this.queries.unoIn(tx.db, ctx);
    });
  }

  private async chiedi(tx: Tx, ctx: RequestContext, finale: boolean): Promise<void> {
    const { ambitoId, id } = placeOf(ctx);
    await apri(tx, ctx, finale ? ctx.ifMatch : null);
    const [{ allegati } = { allegati: 0 }] = await tx.db.query<{ allegati: number }[]>(
      'SELECT count(*)::int AS allegati FROM allegato WHERE ambito_id = $1 AND piano_id = $2',
      [ambitoId, id],
    );
    if (allegati === 0) throw new ProblemError('piano.senza_allegati');
    const [row] = await tx.db
      .query<{ versione: number }[]>(
        `INSERT INTO dossier (ambito_id, id, piano_id, versione, finale, piano_version, richiesto_da, richiesto_nome)
         SELECT $1, $3, $2, 1 + coalesce((SELECT max(d.versione) FROM dossier d WHERE d.ambito_id = $1 AND d.piano_id = $2), 0), $4, p.version, $5, $6
         FROM piano_di_zona p WHERE p.ambito_id = $1 AND p.id = $2 RETURNING versione`,
        [ambitoId, id, randomUUID(), finale, ctx.actor.id, ctx.actor.nome],
      )
      .catch(uniqueViolation('dossier_aperto', 'dossier.in_corso'));
    tx.registra(finale ? 'piano.avvia_chiusura' : 'piano.compila', 'piano', id, { versione: row?.versione });
    tx.annuncia(livePiano(ambitoId, id), { t: 'dossier' });
  }
}
