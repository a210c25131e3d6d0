import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { preavviso, type IntegrazioneView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { leggiIncontro } from '../incontro/incontri.data.js';
import { caselleDi, leggiInvitati } from '../incontro/invitati.js';
import { preavvisoDi } from '../regole/regole.js';
import { leggiConvocato } from './integrazione.js';

/** What who adds to a convocation must know before they write. */
@Injectable()
export class IntegrazioneQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws ProblemError `incontro.stato` of what was not called, or is over */
  async leggi(ctx: RequestContext): Promise<IntegrazioneView> {
    const { ambitoId, id } = placeOf(ctx);
    const db = this.db.manager;
    const dati = await leggiIncontro(db, ambitoId, id);
    if (dati === null) throw new ProblemError('risorsa.non_trovata');
    if (dati.stato !== 'convocato') throw new ProblemError('incontro.stato');
    return {
      preavviso: preavviso(preavvisoDi(dati.regole), dati.now, dati.inizioAt),
      documenti: [...(await leggiConvocato(db, ambitoId, id)).documenti],
      destinatari: caselleDi(await leggiInvitati(db, ambitoId, id)).length,
    };
  }
}
