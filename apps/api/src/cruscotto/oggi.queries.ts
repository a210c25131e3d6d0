import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  quandoAttese,
  quandoVoce,
  rolesIn,
  titoloAttese,
  urgenzaDi,
  URGENZE,
  type Actor,
  type GruppoOggiView,
  type OggiView,
  type VoceOggiView,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { argomenti, DA_FARE, leggiAttese, type DaFare, type Gruppo, type Trovata } from './attese.queries.js';
import { diChi } from './di-chi.js';
import { Novita } from './novita.queries.js';
import { leggiAgenda } from './agenda.queries.js';

/** How many of each kind are shown; the others are counted, and found in their list. */
const MOSTRATE = 5;

/** What waits for whoever asks: whatever their roles, one engine. */
@Injectable()
export class OggiQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly novita: Novita,
  ) {}

  /** At most five queries, whatever waits. */
  async vedi(ctx: RequestContext): Promise<OggiView> {
    const ora = new Date();
    const gruppi = (await this.gruppi(ctx)).map(gruppo => vista(gruppo, placeOf(ctx).ambitoId, ctx.actor, ora));
    return {
      gruppi: URGENZE.flatMap(urgenza => gruppi.filter(g => g.urgenza === urgenza)),
      settimana: await leggiAgenda(this.db.manager, ctx),
      novita: await this.novita.leggi(ctx),
    };
  }

  private async gruppi(ctx: RequestContext): Promise<Gruppo[]> {
    const { ambitoId } = placeOf(ctx);
    const domanda = { ambitoId, accountId: ctx.actor.id, limite: MOSTRATE };
    const args = argomenti(domanda);
    const cercate = DA_FARE.flatMap(attesa => {
      const dove = diChi(attesa.compito, ctx.actor, ambitoId, args);
      return dove === null ? [] : [{ attesa, dove }];
    });
    return leggiAttese(this.db.manager, domanda, cercate, args);
  }
}

function vista({ attesa, quante, dal, entro, righe }: Gruppo, ambitoId: string, actor: Actor, ora: Date): GruppoOggiView {
  const { nome, pazienza, elenco } = attesa.compito;
  const tempi = { dal, entro };
  return {
    tipo: attesa.tipo,
    urgenza: urgenzaDi(tempi, pazienza, ora),
    quante,
    titolo: titoloAttese(nome, quante),
    quando: quandoAttese(nome, quante, tempi, ora),
    voci: righe.map(riga => voce(attesa, riga, ambitoId, actor, ora)),
    elenco: elenco ?? null,
  };
}

function voce({ compito, percorso }: DaFare, riga: Trovata, ambitoId: string, actor: Actor, ora: Date): VoceOggiView {
  const ruoli = rolesIn(actor, { ambitoId, tavoloId: riga.tavolo?.id ?? null, enteId: riga.enteId });
  return {
    oggettoId: riga.oggettoId,
    testo: compito.voce(riga),
    percorso: percorso(riga),
    tavolo: riga.tavolo?.nome ?? null,
    quando: quandoVoce(compito.nome, riga, ora),
    qui: compito.qui === undefined ? null : { ...quiDi(compito.qui.cosa, riga), azioni: [...compito.qui.azioni(ruoli)] },
  };
}

/** Of a call, the part is the seat that is called: one person may hold several. */
const quiDi = (cosa: NonNullable<VoceOggiView['qui']>['cosa'], { version, altro }: Trovata) => ({
  cosa,
  version: version ?? 1,
  parte: cosa === 'invito' ? altro : null,
});
