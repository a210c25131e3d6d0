import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  campiNuovi,
  daScrivere,
  IN_BOZZA,
  PARTE_CAMPI,
  type CampoScritto,
  type ContenutoSezione,
  type ElaboratoView,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandTurno } from '../platform/commands/parti.js';
import { edit } from '../platform/procedura/hold.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import { leggiCampi } from './elaborato/campi.sql.js';
import { ELABORATO_KIND } from './elaborato/elaborato.kind.js';
import { ElaboratiQueries } from './elaborato/elaborati.queries.js';
import { PARTI, scriviParte } from './elaborato/parte.sql.js';

interface Parte {
  readonly id: string;
  readonly version: number;
  readonly campi: readonly CampoScritto[];
}

/** What the ambito asks of its schede, taken by one that was begun before it was asked for. */
@Injectable()
export class CampiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: ElaboratiQueries,
  ) {}

  /**
   * Adds what is asked for now after what the scheda has, which stays as it is. Nothing new: nothing happens.
   * @throws ProblemError 412, `elaborato.stato` outside the draft, `elaborato.contenuto_estraneo` of what is no scheda, `elaborato.sezione_tenuta`
   */
  async prendi(ctx: RequestContext): Promise<ElaboratoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await edit(tx, ctx, ELABORATO_KIND, { from: IN_BOZZA, set: { aggiornato_at: new Date() } });
      const parte = await leggiParte(tx.db, ctx);
      const nuovi = campiNuovi(await leggiCampi(tx.db, place.ambitoId), parte?.campi ?? []);
      if (nuovi.length > 0) {
        await aggiungi(tx.db, ctx, parte, nuovi.map(daScrivere));
        tx.registra('elaborato.prendi_campi', 'elaborato', place.id, { campi: nuovi.map(c => c.codice) });
        tx.annuncia(...news(ELABORATO_KIND, place, place.id));
      }
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }
}

/** The part that has them, if the scheda has one. @throws ProblemError `elaborato.contenuto_estraneo` of what is no scheda */
async function leggiParte(db: EntityManager, ctx: RequestContext): Promise<Parte | null> {
  const [row] = await db.query<{ tipo: string; parte: Parte | null }[]>(
    `SELECT l.tipo, (SELECT jsonb_build_object('id', s.id, 'version', s.version, 'campi', s.contenuto->'righe') FROM elaborato_sezione s
       WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id AND s.chiave = $3) AS parte FROM elaborato l WHERE l.ambito_id = $1 AND l.id = $2`,
    [placeOf(ctx).ambitoId, placeOf(ctx).id, PARTE_CAMPI.chiave],
  );
  if (row?.tipo !== 'scheda_progetto') throw new ProblemError('elaborato.contenuto_estraneo');
  return row.parte;
}

async function aggiungi(db: EntityManager, ctx: RequestContext, parte: Parte | null, nuovi: readonly CampoScritto[]): Promise<void> {
  const contenuto: ContenutoSezione = { tipo: 'campi', righe: [...(parte?.campi ?? []), ...nuovi] };
  if (parte !== null) {
    await demandTurno(db, PARTI, { ...ctx, ifMatch: parte.version }, parte.id);
    return scriviParte(db, ctx, parte.id, contenuto);
  }
  await db.query(
    `INSERT INTO elaborato_sezione (ambito_id, id, elaborato_id, ordine, chiave, titolo, contenuto)
     SELECT $1, $3, $2, coalesce(max(ordine) + 1, 0), $4, $5, $6 FROM elaborato_sezione WHERE ambito_id = $1 AND elaborato_id = $2`,
    [placeOf(ctx).ambitoId, placeOf(ctx).id, randomUUID(), PARTE_CAMPI.chiave, PARTE_CAMPI.titolo, JSON.stringify(contenuto)],
  );
}
