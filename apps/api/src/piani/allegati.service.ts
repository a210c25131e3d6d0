import { Injectable } from '@nestjs/common';
import type { AllegatoInput, AllegatoTitoloInput, AttoQuery, OrdineInput, PianoView, TipoAllegato } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { Uploads } from '../platform/storage/uploads.js';
import type { Richiesta } from './fonti/fonte.js';
import { FontiAllegato } from './fonti/index.js';
import { APERTO, APERTO_COMUNQUE, PIANO_KIND } from './piano/piano.kind.js';
import { edit } from '../platform/procedura/hold.js';
import { PianiQueries } from './piani.queries.js';
import { live } from '../platform/realtime/news.js';

/** The ordered list of allegati, while the dossier is open. Each change makes a new version of the Piano. */
@Injectable()
export class AllegatiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: PianiQueries,
    private readonly fonti: FontiAllegato,
    private readonly uploads: Uploads,
  ) {}

  /** @throws ProblemError `piano.chiuso`, `piano.allegato_vuoto`, `piano.elaborato_gia_allegato` */
  aggiungi(ctx: RequestContext, { tipo, titolo, elaboratoId, tavoloId }: AllegatoInput): Promise<PianoView> {
    return this.comando(ctx, APERTO_COMUNQUE, async tx => {
      const r = await this.richiesta(tx.db, ctx, { elaboratoId, tavoloId, file: null });
      if ((await this.fonti.di(tipo).titolo(r)) === null)
        throw fieldProblem(
          'richiesta.non_valida',
          tipo === 'elaborato' ? '/elaboratoId' : '/tavoloId',
          tipo === 'elaborato' ? 'Scegli un elaborato già accolto.' : 'Scegli un tavolo di questo ambito.',
        );
      if ((await this.fonti.di(tipo).contenuto(r)) === null) throw new ProblemError('piano.allegato_vuoto');
      return this.inserisci(tx, ctx, tipo, titolo ?? null, r);
    });
  }

  /** An uploaded act. The file is kept before anything is written. @throws ProblemError `piano.chiuso`, `file.*` */
  async carica(ctx: RequestContext, request: FastifyRequest, { titolo }: AttoQuery): Promise<PianoView> {
    if (placeOf(ctx).stato !== 'in_preparazione') throw new ProblemError('piano.chiuso');
    const { name, bytes, sha256 } = await this.uploads.receivePdf(request);
    return this.comando(ctx, APERTO_COMUNQUE, async tx => {
      const r = await this.richiesta(tx.db, ctx, { elaboratoId: null, tavoloId: null, file: { nome: name, bytes, sha256 } });
      return this.inserisci(tx, ctx, 'atto', titolo ?? null, r);
    });
  }

  rinomina(ctx: RequestContext, id: string, { titolo }: AllegatoTitoloInput): Promise<PianoView> {
    return this.comando(ctx, APERTO, async tx => {
      const [rows] = await tx.db.query<[unknown[], number]>(
        'UPDATE allegato SET titolo = $4 WHERE ambito_id = $1 AND piano_id = $2 AND id = $3 RETURNING id',
        [...luogo(ctx), id, titolo],
      );
      if (rows.length === 0) throw new ProblemError('risorsa.non_trovata');
      tx.registra('piano.rinomina_allegato', 'piano', placeOf(ctx).id, { allegato: id, titolo });
    });
  }

  togli(ctx: RequestContext, id: string): Promise<PianoView> {
    return this.comando(ctx, APERTO_COMUNQUE, async tx => {
      const [rows] = await tx.db.query<[{ titolo: string }[], number]>(
        'DELETE FROM allegato WHERE ambito_id = $1 AND piano_id = $2 AND id = $3 RETURNING titolo',
        [...luogo(ctx), id],
      );
      if (rows.length === 0) throw new ProblemError('risorsa.non_trovata');
      tx.registra('piano.togli_allegato', 'piano', placeOf(ctx).id, { allegato: id, titolo: rows[0]?.titolo });
    });
  }

  /** The whole list in its new order. @throws ProblemError `piano.ordine_superato` when it is not the list that is stored */
  ordina(ctx: RequestContext, { allegati }: OrdineInput): Promise<PianoView> {
    return this.comando(ctx, APERTO, async tx => {
      const rows = await tx.db.query<{ id: string }[]>('SELECT id FROM allegato WHERE ambito_id = $1 AND piano_id = $2', luogo(ctx));
      const stored = new Set(rows.map(r => r.id));
      if (new Set(allegati).size !== allegati.length || allegati.length !== stored.size || allegati.some(id => !stored.has(id)))
        throw new ProblemError('piano.ordine_superato');
      await tx.db.query(
        'UPDATE allegato a SET ordine = x.n FROM unnest($3::uuid[]) WITH ORDINALITY AS x(id, n) WHERE a.ambito_id = $1 AND a.piano_id = $2 AND a.id = x.id',
        [...luogo(ctx), allegati],
      );
      tx.registra('piano.ordina_allegati', 'piano', placeOf(ctx).id);
    });
  }

  private comando(ctx: RequestContext, terms: typeof APERTO | typeof APERTO_COMUNQUE, work: (tx: Tx) => Promise<void>): Promise<PianoView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await edit(tx, ctx, PIANO_KIND, terms);
      await work(tx);
      tx.annuncia(live(PIANO_KIND, { ambitoId }, id));
      return this.queries.unoIn(tx.db, ctx);
    });
  }

  /** `titolo` null: it is called as what it is made of. */
  private async inserisci(tx: Tx, ctx: RequestContext, tipo: TipoAllegato, titolo: string | null, r: Richiesta): Promise<void> {
    const id = randomUUID();
    await tx.db
      .query(
        `INSERT INTO allegato (ambito_id, id, piano_id, ordine, tipo, titolo, tavolo_id, elaborato_id, file)
         SELECT $1, $3, $2, 1 + coalesce(max(ordine), 0), $4, $5, $6, $7, $8 FROM allegato WHERE ambito_id = $1 AND piano_id = $2`,
        [
          ...luogo(ctx),
          id,
          tipo,
          titolo?.slice(0, 200) ?? null,
          r.tavoloId,
          r.elaboratoId,
          r.file === null ? null : JSON.stringify(r.file),
        ],
      )
      .catch(uniqueViolation('allegato_elaborato', 'piano.elaborato_gia_allegato'));
    tx.registra('piano.aggiungi_allegato', 'piano', placeOf(ctx).id, {
      allegato: id,
      tipo,
      titolo,
      ...(r.file === null ? {} : { sha256: r.file.sha256 }),
    });
  }

  private async richiesta(
    db: EntityManager,
    ctx: RequestContext,
    scelta: Pick<Richiesta, 'elaboratoId' | 'tavoloId' | 'file'>,
  ): Promise<Richiesta> {
    const { ambitoId, id } = placeOf(ctx);
    const [ambito] = await db.query<Richiesta['ambito'][]>('SELECT nome_esteso AS nome, capofila FROM ambito WHERE id = $1', [ambitoId]);
    if (!ambito) throw new ProblemError('risorsa.non_trovata');
    return { db, ambitoId, pianoId: id, ambito, at: new Date(), ...scelta };
  }
}

const luogo = (ctx: RequestContext): [string, string] => [placeOf(ctx).ambitoId, placeOf(ctx).id];
