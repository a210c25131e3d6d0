import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AzioneInput, AzioneOsservazione, FileTenuto, OsservazioneInput } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import type { FileAnswer } from '../../platform/http/send-file.js';
import { demandSeen, edit, type Columns } from '../../platform/procedura/hold.js';
import { Steps } from '../../platform/procedura/steps.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { mediaTypeOf } from '../../platform/storage/signed/signed-names.js';
import { Uploads } from '../../platform/storage/uploads.js';
import { prendiIter } from '../iter/blocco.js';
import { giornoFatto } from '../iter/giorni.js';
import { OSSERVAZIONE_KIND } from '../iter/iter.kinds.js';
import type { Esito } from '../iter/iter.service.js';
import { osservazioneProcedura } from './osservazione.procedura.js';
import { news } from '../../platform/realtime/news.js';

/** What unions, ASL and others observe on the draft of the Piano: recorded, answered with reasons, kept for ever. */
@Injectable()
export class OsservazioniService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly uploads: Uploads,
  ) {}

  /** @throws ProblemError `iter.assente`; 400 for a day to come */
  async crea(ctx: RequestContext, input: OsservazioneInput): Promise<Esito> {
    const place = placeOf(ctx);
    const giorno = giornoFatto(input.ricevutaIl, '/ricevutaIl');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await prendiIter(tx);
      const id = randomUUID();
      await tx.db.query(
        'INSERT INTO osservazione (ambito_id, id, iter_id, tipo, da, ricevuta_il, testo) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [tx.ambitoId, id, iter.id, input.tipo, input.da, giorno, input.testo],
      );
      tx.registra('osservazione.crea', 'osservazione', id, { da: input.da });
      tx.annuncia(...news(OSSERVAZIONE_KIND, place, id));
      return { id, version: 1 };
    });
  }

  /** Until it is answered. @throws ProblemError `osservazione.stato`, `versione.superata` */
  async modifica(ctx: RequestContext, input: OsservazioneInput): Promise<Esito> {
    const set = { tipo: input.tipo, da: input.da, ricevuta_il: giornoFatto(input.ricevutaIl, '/ricevutaIl'), testo: input.testo };
    return this.change(ctx, 'modifica', set);
  }

  /** Takes one PDF, signed or not, from the multipart body, until it is answered. @throws ProblemError `file.*`, `osservazione.stato`, `versione.superata` */
  async allega(ctx: RequestContext, request: FastifyRequest): Promise<Esito> {
    demandSeen(ctx, placeOf(ctx).version);
    const { name, bytes, sha256 } = await this.uploads.receivePdfOrSigned(request);
    return this.change(ctx, 'allega', { file: JSON.stringify({ nome: name, bytes, sha256 } satisfies FileTenuto) });
  }

  /** @throws ProblemError 404 when it has none */
  async apri(ctx: RequestContext): Promise<FileAnswer> {
    const [row] = await this.db.query<{ file: FileTenuto | null }[]>('SELECT file FROM osservazione WHERE ambito_id = $1 AND id = $2', [
      placeOf(ctx).ambitoId,
      placeOf(ctx).id,
    ]);
    if (!row?.file) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(row.file.sha256), name: row.file.nome, mediaType: mediaTypeOf(row.file.nome) };
  }

  /** The answer, with its reasons (`osservazione.procedura.ts`). @throws ProblemError 400, 409, 412 */
  esegui(ctx: RequestContext, azione: AzioneOsservazione, input: AzioneInput): Promise<Esito> {
    return this.steps.take(osservazioneProcedura, ctx, azione, input, (_db, taken) => Promise.resolve(taken));
  }

  private change(ctx: RequestContext, atto: string, set: Columns): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const version = await edit(tx, ctx, OSSERVAZIONE_KIND, { from: ['ricevuta'], set });
      tx.registra(`osservazione.${atto}`, 'osservazione', place.id);
      tx.annuncia(...news(OSSERVAZIONE_KIND, place, place.id));
      return { id: place.id, version };
    });
  }
}
