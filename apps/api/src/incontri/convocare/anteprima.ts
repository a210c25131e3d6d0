import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { cambioUrgente, paroleDi, preavviso, type AnteprimaConvocazioneView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { layoutEmail } from '../../platform/email/layout/layout.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { trovaConflitti } from '../incontro/conflitti.js';
import { emailConvocazione } from '../inviti/convocazioni.emails.js';
import { leggiEsclusi } from '../incontro/esclusi.js';
import { leggiIncontro, type DatiIncontro } from '../incontro/incontri.data.js';
import { caselleDi, leggiDestinatari, type Destinatario } from '../incontro/invitati.js';
import { velato } from '../incontro/velato.js';
import { preavvisoDi } from '../regole/regole.js';
import { tavoliDi } from '../incontro/tavoli-di.js';

/** What convening would do, shown before it is done: to whom, with which words, against what. */
@Injectable()
export class Anteprima {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ProblemError `incontro.stato` once it was convened: there is nothing left to foresee */
  async leggi(ctx: RequestContext): Promise<AnteprimaConvocazioneView> {
    const { ambitoId, id } = placeOf(ctx);
    const db = this.db.manager;
    const dati = await leggiIncontro(db, ambitoId, id);
    if (dati === null) throw new ProblemError('risorsa.non_trovata');
    if (dati.stato !== 'bozza') throw new ProblemError('incontro.stato');
    const destinatari = await leggiDestinatari(db, ambitoId, id);
    const suoi = tavoliDi(ctx.actor, ambitoId);
    const progetto = {
      ambitoId,
      inizio: dati.inizioAt,
      fine: dati.fineAt,
      tavoli: dati.tavoli.map(t => t.id),
      sede: dati.sede?.nome ?? null,
      esclusi: [id],
    };
    return {
      preavviso: preavviso(preavvisoDi(dati.regole), dati.now, dati.inizioAt),
      conflitti: await trovaConflitti(db, progetto, suoi),
      destinatari: destinatari.map(d => velato(d, dati, suoi)),
      esclusi: await leggiEsclusi(db, ambitoId, id),
      email: this.prima(
        dati,
        destinatari.filter(d => velato(d, dati, suoi).email !== null),
      ),
    };
  }

  /** The mail of the first recipient, laid out as it would leave, with a link that opens nothing. */
  private prima(dati: DatiIncontro, destinatari: readonly Destinatario[]): AnteprimaConvocazioneView['email'] {
    const invitati = destinatari.map((d, i) => ({ ...d, id: String(i), passaggi: 0, risposta: 'in_attesa' as const }));
    const atto = {
      dati,
      origin: this.config.publicOrigin,
      segreti: new Map([['0', 'collegamento-personale']]),
      urgente: cambioUrgente(dati.now, dati.inizioAt),
      motivazione: null,
    };
    const [draft] = emailConvocazione(atto, caselleDi(invitati).slice(0, 1), null);
    if (draft === undefined) return null;
    const { subject, text } = layoutEmail(
      draft,
      { name: dati.ambito.nomeEsteso, parole: paroleDi(dati.ambito), replyTo: dati.ambito.email },
      this.config.publicOrigin,
    );
    return { oggetto: subject, testo: text };
  }
}
