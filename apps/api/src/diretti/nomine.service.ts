import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  isAllowed,
  NOMINA,
  problemaPosti,
  type AzioneNomina,
  type NominaInput,
  type NominaView,
  type ProblemaPosti,
  type StatoDiretto,
  type VesteDiretta,
} from '@tavoli/shared';
import { salvaRappresentanti } from '../designazioni/bozza.js';
import { riconosci } from '../designazioni/mandati/chi-resta.js';
import { leggiPerEmail } from '../designazioni/designazioni.emails.data.js';
import { emailConsenso } from '../designazioni/designazioni.emails.js';
import { creaSegreti } from '../designazioni/invio.js';
import { apriMandati } from '../designazioni/mandati/mandati.js';
import { chiudiSostituita } from '../designazioni/sostituzione.js';
import { congeda } from '../incontri/convocare/congeda.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import type { RequestContext, ResolvedPlace } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { insert } from '../platform/database/rows.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { writeOther } from '../platform/procedura/hold.js';
import { nextNumeroDiRegistro } from '../platform/numeri/numero-di-registro.js';
import { news } from '../platform/realtime/news.js';
import { leggiInvito } from './diretti.emails.data.js';
import { emailEsito, emailRicevuta } from './diretti.emails.js';
import { DirettiQueries } from './diretti.queries.js';
import { DIRETTO_KIND } from './diretto.kind.js';

const POSTI: Readonly<Record<ProblemaPosti, string>> = {
  titolare_mancante: 'Nominate almeno un titolare.',
  troppi_titolari: 'Avete nominato più titolari dei posti offerti.',
  troppi_supplenti: 'Avete nominato più supplenti dei posti offerti.',
};

interface Posto {
  readonly id: string;
  readonly stato: StatoDiretto;
  readonly version: number;
  readonly tavoloId: string;
  readonly tavolo: string;
  readonly enteId: string;
  readonly ente: string;
  readonly statoEnte: string;
  readonly veste: VesteDiretta;
  readonly titolari: number;
  readonly supplenti: number;
  readonly scaduto: boolean;
  readonly now: Date;
}

/** The seat is held, so that two answers wait for each other. */
const PRENDI = `
  SELECT p.id, p.stato, p.version, p.tavolo_id AS "tavoloId", t.nome AS tavolo, p.ente_id AS "enteId", e.denominazione AS ente, e.stato AS "statoEnte",
    p.veste, p.titolari, p.supplenti, p.scade_at <= clock_timestamp() AS scaduto, clock_timestamp() AS now
  FROM posto_diretto p JOIN tavolo t ON t.ambito_id = p.ambito_id AND t.id = p.tavolo_id JOIN ente e ON e.ambito_id = p.ambito_id AND e.id = p.ente_id
  WHERE p.ambito_id = $1 AND p.invito_id = $2 AND p.id = $3 FOR UPDATE OF p FOR SHARE OF e`;

/** What an ente answers to an invitation, by its link. The actor of these acts is the ente, by name. */
@Injectable()
export class NomineService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: DirettiQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws ProblemError `diretto.stato` once it was answered, taken back or is past its term; `designazione.posti` on `/rappresentanti`;
   *   `designazione.esiste` where the ente sits there by an avviso, or has an answer to one under way; `ente.non_verificato`
   */
  async rispondi(ctx: RequestContext, azione: AzioneNomina, input: NominaInput): Promise<NominaView> {
    const { place } = ctx;
    if (place === null) throw new ProblemError('collegamento.non_valido');
    const { ente } = await this.queries.nomina(ctx);
    const named = { ...ctx, actor: { ...ctx.actor, nome: ente.denominazione } };
    return this.commands.run(named, place.ambitoId, async tx => {
      const posto = await prendi(tx, place, input.postoId);
      if (posto.scaduto || !isAllowed(NOMINA, azione, posto.stato)) throw new ProblemError('diretto.stato');
      const motivazione = azione === 'declina' && input.motivo !== '' ? input.motivo : null;
      const set = { stato: NOMINA[azione].to, risposto_at: posto.now, motivazione };
      const version = await writeOther(tx, DIRETTO_KIND, posto.id, set);
      tx.registra(`diretto.${azione}`, 'diretto', posto.id, motivazione === null ? {} : { motivazione });
      const invito = await leggiInvito(tx.db, tx.ambitoId, place.id);
      if (azione === 'nomina') {
        await this.nomina(tx, place, posto, input);
        tx.email(...emailRicevuta(invito, posto));
      }
      tx.email(...emailEsito(invito, { ...posto, version }, azione === 'nomina' ? 'nominata' : 'declinata', motivazione ?? ''));
      tx.annuncia(...news(DIRETTO_KIND, { ...place, tavoloId: posto.tavoloId }, posto.id));
      return this.queries.nominaIn(tx.db, ctx);
    });
  }

  /** A designazione that is accepted as it comes: the act that invited gave the seat. Who it named before gives way, as in a replacement. */
  private async nomina(tx: Tx, place: ResolvedPlace, posto: Posto, { rappresentanti }: NominaInput): Promise<void> {
    if (posto.statoEnte !== 'verificato') throw new ProblemError('ente.non_verificato');
    const problema = problemaPosti(rappresentanti, posto);
    if (problema !== null) throw fieldProblem('designazione.posti', '/rappresentanti', POSTI[problema]);
    const id = await nasceDesignazione(tx, posto);
    await salvaRappresentanti(tx.db, tx.ambitoId, id, rappresentanti);
    await riconosci(tx.db, tx.ambitoId, id);
    await chiudiSostituita(tx, { ...place, id, tavoloId: posto.tavoloId });
    await tx.db
      .query(`UPDATE designazione SET stato = 'accettata', accettata_at = $3, version = version + 1 WHERE ambito_id = $1 AND id = $2`, [
        tx.ambitoId,
        id,
        posto.now,
      ])
      .catch(uniqueViolation('designazione_accettata', 'designazione.esiste'));
    await apriMandati(tx.db, tx.ambitoId, id);
    await congeda(tx, this.config.publicOrigin, posto.enteId);
    tx.registra('designazione.nomina', 'designazione', id, { posto: posto.id });
    tx.email(...emailConsenso(await leggiPerEmail(tx.db, tx.ambitoId, id), await creaSegreti(tx.db, tx.ambitoId, id)));
  }
}

async function prendi(tx: Tx, place: ResolvedPlace, postoId: string): Promise<Posto> {
  const [posto] = await tx.db.query<Posto[]>(PRENDI, [tx.ambitoId, place.id, postoId]);
  if (posto === undefined) throw new ProblemError('risorsa.non_trovata');
  return posto;
}

/** Sent and not accepted yet; it replaces the one that an earlier invitation made. */
async function nasceDesignazione(tx: Tx, { id: postoId, tavoloId, enteId, veste, now }: Posto): Promise<string> {
  const id = randomUUID();
  const [vecchia] = await tx.db.query<{ id: string }[]>(
    `SELECT id FROM designazione WHERE ambito_id = $1 AND tavolo_id = $2 AND ente_id = $3 AND stato = 'accettata' AND posto_id IS NOT NULL FOR UPDATE`,
    [tx.ambitoId, tavoloId, enteId],
  );
  const { anno, numero } = await nextNumeroDiRegistro(tx.db, tx.ambitoId);
  await insert(tx.db, 'designazione', {
    ambitoId: tx.ambitoId,
    id,
    postoId,
    tavoloId,
    enteId,
    stato: 'inviata',
    veste,
    protocolloAnno: anno,
    protocolloNumero: numero,
    inviataAt: now,
    sostituisceId: vecchia?.id ?? null,
  }).catch(uniqueViolation('designazione_in_corso', 'designazione.esiste'));
  return id;
}
