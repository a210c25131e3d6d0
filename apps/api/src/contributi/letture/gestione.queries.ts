import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  avvisiContributo,
  azioniPermesse,
  CONTRIBUTI_ELENCATI,
  CONTRIBUTI_VIVI,
  CONTRIBUTO,
  hasPermission,
  rolesIn,
  testiPubblici,
  tra,
  type ContributoGestioneView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ledgerSql } from '../../platform/email/ledger.sql.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { storiaSql } from '../../platform/registro/storia.js';
import { Kinds } from '../../platform/procedura/kinds.js';
import { files, FROM, RIESAME, RIGA_CODA, unioni } from '../contributo/contributi.sql.js';
import { filo, legami } from '../contributo/legami.sql.js';

type Calcolati = 'azioni' | 'avvisiPrivacy' | 'puoSpostare' | 'puoCollegare' | 'puoOmettere' | 'puoDecidereRiesame';
type Riga = Omit<ContributoGestioneView, Calcolati> & { tavoloId: string; vuoto: boolean };

const PRECEDENTI = `(SELECT coalesce(jsonb_agg(w.testi || jsonb_build_object('at', ${iso('w.at')}) ORDER BY w.at DESC), '[]') FROM contributo_precedente w WHERE w.ambito_id = c.ambito_id AND w.contributo_id = c.id) AS precedenti`;

/** A contributo as the staff of its tavolo see it: the text as written beside the one that is published. */
@Injectable()
export class GestioneQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(Kinds) private readonly kinds: Kinds,
  ) {}

  uno(ctx: RequestContext): Promise<ContributoGestioneView> {
    return this.unoIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  /** The same, inside a transaction. One query. */
  async unoIn(db: EntityManager, ctx: RequestContext, id: string): Promise<ContributoGestioneView> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId, id];
    const chi = { actor: ctx.actor, ambitoId, args, kinds: this.kinds };
    const [row] = await db.query<Riga[]>(
      `SELECT ${RIGA_CODA}, c.testi, c.pubblico, c.omissis, c.motivo_omissis AS "motivoOmissis", ${PRECEDENTI},
         jsonb_build_object('nome', c.autore_nome, 'email', c.autore_email, 'mostraNome', c.mostra_nome, 'account', c.account_id IS NOT NULL) AS autore, c.raccolto_da AS "raccoltoDa",
         ${files(`, 'pubblico', f.pubblico`)}, c.motivo, c.motivazione, ${RIESAME}, ${unioni(chi)}, ${legami(chi)}, ${filo(chi, true)}, c.svuotato_at IS NOT NULL AS vuoto,
         ${ledgerSql('c.ambito_id', 'c.id')} AS emails, ${storiaSql('c.ambito_id', 'c.id')} AS storia
       ${FROM} JOIN ambito a ON a.id = c.ambito_id WHERE c.ambito_id = $1 AND c.id = $2`,
      args,
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { tavoloId, vuoto, ...view } = row;
    const roles = rolesIn(ctx.actor, { ambitoId, tavoloId });
    const vivo = tra(CONTRIBUTI_VIVI, row.stato);
    const aperto = tra(CONTRIBUTO.unisci.from, row.stato);
    return {
      ...view,
      // What was published already is warned about as it is read, the rest as it was written.
      avvisiPrivacy: avvisiContributo(row.pubblico === null ? row.testi : testiPubblici(row.testi, row.omissis)),
      azioni: azioniPermesse('contributo', CONTRIBUTO, row.stato, roles),
      puoSpostare: aperto && hasPermission(roles, 'contributo.sposta'),
      puoCollegare: vivo && hasPermission(roles, 'contributo.collega'),
      puoOmettere: tra(CONTRIBUTI_ELENCATI, row.stato) && hasPermission(roles, 'contributo.ometti'),
      puoDecidereRiesame: row.riesameDaDecidere && !vuoto && hasPermission(roles, 'contributo.decidi_riesame'),
    };
  }
}
