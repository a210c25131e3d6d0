import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  attiMancanti,
  azioniPermesse,
  FASE,
  FIRMA,
  hasPermission,
  nomeOrgano,
  OSSERVAZIONE,
  paroleDi,
  rolesIn,
  type FasePubblicaView,
  type FaseView,
  type FirmatarioView,
  type IterPubblicoView,
  type IterView,
  type Organo,
  type OsservazioneView,
  type ParoleAmbito,
  type ParoleScelte,
  type Ruolo,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { GESTIONE, PUBBLICO } from './iter/iter.sql.js';

interface Testa {
  /** Of the ambito. */
  readonly nome: string;
  readonly parole: ParoleScelte | null;
}
type FaseRow<V> = Omit<V, 'organo' | 'organoMostrato' | 'mancanti' | 'azioni' | 'eliminabile'> & {
  readonly organo: Organo;
  readonly organoNome: string | null;
};
type PubblicoRow = Testa & Omit<IterPubblicoView, 'fasi'> & { readonly fasi: readonly FaseRow<FasePubblicaView>[] };
type GestioneRow = Testa &
  Pick<IterView, 'piano' | 'iter'> & {
    readonly fasi: readonly FaseRow<FaseView>[];
    readonly firmatari: readonly Omit<FirmatarioView, 'azioni'>[];
    readonly osservazioni: readonly Omit<OsservazioneView, 'azioni'>[];
  };

/** Reads of the iter: each view is one query, whatever its size. */
@Injectable()
export class IterQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async pubblico(ctx: RequestContext): Promise<IterPubblicoView> {
    const { nome, parole, fasi, ...view } = await this.una<PubblicoRow>(PUBBLICO, ctx);
    const words = paroleDi({ nome, parole });
    return { ...view, fasi: fasi.map(({ organoNome, ...fase }) => ({ ...fase, organo: nomeOrgano(fase.organo, organoNome, words) })) };
  }

  async gestione(ctx: RequestContext): Promise<IterView> {
    const { nome, parole, fasi, firmatari, osservazioni, ...view } = await this.una<GestioneRow>(GESTIONE, ctx);
    const roles = rolesIn(ctx.actor, { ambitoId: placeOf(ctx).ambitoId });
    return {
      ...view,
      fasi: fasi.map(fase => faseView(fase, paroleDi({ nome, parole }), roles)),
      firmatari: firmatari.map(f => ({ ...f, azioni: azioniPermesse('firmatario', FIRMA, f.stato, roles) })),
      osservazioni: osservazioni.map(o => ({ ...o, azioni: azioniPermesse('osservazione', OSSERVAZIONE, o.stato, roles) })),
      puoModificare: hasPermission(roles, 'iter.modifica'),
      puoAllegare: hasPermission(roles, 'atto.crea'),
    };
  }

  private async una<R>(sql: string, ctx: RequestContext): Promise<R> {
    const [row] = await this.db.query<R[]>(sql, [placeOf(ctx).ambitoId]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return row;
  }
}

function faseView(fase: FaseRow<FaseView>, parole: ParoleAmbito, roles: readonly Ruolo[]): FaseView {
  return {
    ...fase,
    organoMostrato: nomeOrgano(fase.organo, fase.organoNome, parole),
    mancanti: attiMancanti(fase.attesi, fase.atti),
    azioni: azioniPermesse('fase', FASE, fase.stato, roles),
    eliminabile: fase.stato === 'da_avviare' && fase.atti.length === 0 && hasPermission(roles, 'fase.elimina'),
  };
}
