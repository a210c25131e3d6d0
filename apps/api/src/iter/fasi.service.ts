import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  attiMancanti,
  FASE,
  type AttoAtteso,
  type AttoView,
  type AzioneFase,
  type FaseAzioneInput,
  type FaseInput,
  type StatoFase,
} from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandMotivazione, transition } from '../platform/commands/transition.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { annunciIter } from './annunci.js';
import { demandVersione, prendiIter, segnaIter } from './blocco.js';
import { giornoFatto } from './giorni.js';
import type { Esito } from './iter.service.js';

const SALVA = { table: 'fase', azione: 'salva', motivazione: null } as const;
const FERMA = (stato: StatoFase) => ({ salva: { from: [stato], to: stato } });

/** Commands on the phases of an iter. */
@Injectable()
export class FasiService {
  constructor(private readonly commands: Commands) {}

  /** A phase of the ambito's own, at the end. @throws ProblemError `iter.assente` */
  async crea(ctx: RequestContext, input: FaseInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await prendiIter(tx);
      await demandIncarico(tx, input.responsabileIncaricoId);
      const id = randomUUID();
      const columns = colonne(input);
      await tx.db.query(
        `INSERT INTO fase (ambito_id, id, iter_id, ordine, ${Object.keys(columns).join(', ')})
         SELECT $1, $2, $3, coalesce(max(ordine), 0) + 1, ${Object.keys(columns)
           .map((name, i) => `$${i + 4}${TYPES[name] ?? '::text'}`)
           .join(', ')} FROM fase WHERE ambito_id = $1 AND iter_id = $3`,
        [tx.ambitoId, id, iter.id, ...Object.values(columns)],
      );
      await segnaIter(tx, iter.id);
      tx.registra('fase.crea', 'fase', id, { titolo: input.titolo });
      tx.annuncia(...annunciIter(place, id));
      return { id, version: 1 };
    });
  }

  /** @throws ProblemError `versione.superata` */
  async modifica(ctx: RequestContext, input: FaseInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await demandIncarico(tx, input.responsabileIncaricoId);
      const version = await transition(tx, ctx, { ...SALVA, transitions: FERMA(place.stato as StatoFase), set: colonne(input) });
      tx.registra('fase.modifica', 'fase', place.id, { titolo: input.titolo });
      tx.annuncia(...annunciIter(place, place.id));
      return { id: place.id, version };
    });
  }

  /** Only a phase that never began and has no acts. @throws ProblemError `fase.con_atti`, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    const place = placeOf(ctx);
    demandVersione(ctx);
    if (place.stato !== 'da_avviare') throw new ProblemError('fase.con_atti');
    await this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await prendiIter(tx);
      await transition(tx, ctx, { ...SALVA, transitions: FERMA('da_avviare') });
      const atti = await tx.db.query<unknown[]>('SELECT 1 FROM atto WHERE ambito_id = $1 AND fase_id = $2 LIMIT 1', [
        tx.ambitoId,
        place.id,
      ]);
      if (atti.length > 0) throw new ProblemError('fase.con_atti');
      await tx.db.query('DELETE FROM fase WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, place.id]);
      await segnaIter(tx, iter.id);
      tx.registra('fase.elimina', 'fase', place.id);
      tx.annuncia(...annunciIter(place, place.id));
      return null;
    });
  }

  /** A step. @throws ProblemError 400, 409, 412, `fase.atti_mancanti` where it ends without its acts and without a reason */
  async esegui(ctx: RequestContext, azione: AzioneFase, input: FaseAzioneInput): Promise<Esito> {
    const place = placeOf(ctx);
    const motivazione = demandMotivazione(FASE, azione, input.motivazione);
    demandVersione(ctx);
    const giorno = giornoFatto(input.data);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const version = await transition(tx, ctx, {
        table: 'fase',
        transitions: FASE,
        azione,
        motivazione,
        set: date(azione, giorno, input),
      });
      if (azione === 'concludi') await demandAtti(tx, place.id, giorno, input.motivazione);
      if (azione === 'riapri')
        await tx.db.query('UPDATE fase SET iniziata_il = coalesce(iniziata_il, $3) WHERE ambito_id = $1 AND id = $2', [
          tx.ambitoId,
          place.id,
          giorno,
        ]);
      tx.registra(`fase.${azione}`, 'fase', place.id, input.motivazione === undefined ? {} : { motivazione: input.motivazione });
      tx.annuncia(...annunciIter(place, place.id));
      return { id: place.id, version };
    });
  }
}

/** What a step writes beside the state; a reason is kept where the phase ends without its acts. */
function date(azione: AzioneFase, giorno: string, { motivazione }: FaseAzioneInput): Record<string, unknown> {
  if (azione === 'avvia') return { iniziata_il: giorno, motivazione: null };
  if (azione === 'concludi') return { conclusa_il: giorno, motivazione: motivazione ?? null };
  return azione === 'riapri' ? { conclusa_il: null } : {};
}

/** Of a phase just ended. @throws ProblemError `fase.atti_mancanti` on the reason; 400 where it would end before it began */
async function demandAtti(tx: Tx, id: string, giorno: string, motivazione: string | undefined): Promise<void> {
  const [row] = await tx.db.query<{ attesi: AttoAtteso[]; iniziataIl: string | null; atti: Pick<AttoView, 'direzione' | 'tipo'>[] }[]>(
    `SELECT f.attesi, f.iniziata_il::text AS "iniziataIl",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('direzione', t.direzione, 'tipo', t.tipo)), '[]') FROM atto t WHERE t.ambito_id = f.ambito_id AND t.fase_id = f.id) AS atti
     FROM fase f WHERE f.ambito_id = $1 AND f.id = $2`,
    [tx.ambitoId, id],
  );
  if (!row) throw new ProblemError('risorsa.non_trovata');
  if (row.iniziataIl !== null && giorno < row.iniziataIl)
    throw fieldProblem('richiesta.non_valida', '/data', 'La fase non può finire prima di cominciare.');
  if (motivazione === undefined && attiMancanti(row.attesi, row.atti).length > 0) throw fieldProblem('fase.atti_mancanti', '/motivazione');
}

/** @throws ProblemError 400 unless it is an incarico that somebody holds now */
async function demandIncarico(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await tx.db.query<unknown[]>('SELECT 1 FROM incarico WHERE ambito_id = $1 AND id = $2 AND al IS NULL', [tx.ambitoId, id]);
  if (found.length === 0)
    throw fieldProblem('richiesta.non_valida', '/responsabileIncaricoId', 'Scegli una persona che ha un incarico in corso.');
}

const TYPES: Readonly<Record<string, string>> = {
  responsabile_incarico_id: '::uuid',
  prevista_dal: '::date',
  prevista_al: '::date',
  attesi: '::jsonb',
};

function colonne(input: FaseInput): Record<string, unknown> {
  return {
    titolo: input.titolo,
    organo: input.organo,
    organo_nome: input.organo === 'altro' ? input.organoNome : null,
    descrizione: input.descrizione,
    note: input.note,
    responsabile: input.responsabile,
    responsabile_incarico_id: input.responsabileIncaricoId,
    prevista_dal: input.previstaDal,
    prevista_al: input.previstaAl,
    attesi: JSON.stringify(input.attesi),
  };
}
