import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniDa,
  CONSENSO,
  DESIGNAZIONI_CHE_ASPETTANO,
  DESIGNAZIONI_COL_POSTO,
  DESIGNAZIONI_IN_ESSERE,
  instantToRomeWall,
  isAllowed,
  tra,
  type AzioneConsenso,
  type ConsensoView,
  type StatoConsenso,
  type StatoDesignazione,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { congeda } from '../incontri/convocare/congeda.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import type { RequestContext, ResolvedPlace } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { fra } from '../platform/database/fra.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { leggiPerEmail } from './designazioni.emails.data.js';
import { emailConsensoMancato } from './designazioni.emails.js';
import { registraDimissioni } from './dimissioni.js';
import { apriMandati, chiudiMandati } from './mandati/mandati.js';
import { news } from '../platform/realtime/news.js';
import { DESIGNAZIONE_KIND } from './designazione.kind.js';

const VIEW = `
  SELECT r.nome, r.cognome, r.email, r.telefono, r.qualifica, r.ruolo, r.consenso, e.denominazione, t.nome AS tavolo, t.slug AS "tavoloSlug", t.scopo,
    a.nome AS ambito, a.slug AS "ambitoSlug", d.stato, d.stato IN ${fra(DESIGNAZIONI_IN_ESSERE)} AS attiva,
    EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = r.ambito_id AND m.rappresentante_id = r.id AND m.al IS NULL) AS siede
  FROM rappresentante r
  JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
  JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
  JOIN ambito a ON a.id = r.ambito_id
  WHERE r.ambito_id = $1 AND r.id = $2`;

interface Row {
  nome: string;
  cognome: string;
  email: string;
  telefono: string | null;
  qualifica: string | null;
  ruolo: ConsensoView['ruolo'];
  consenso: ConsensoView['consenso'];
  denominazione: string;
  tavolo: string;
  tavoloSlug: string;
  scopo: string;
  ambito: string;
  ambitoSlug: string;
  stato: string;
  attiva: boolean;
  siede: boolean;
}

/** Who resigns leaves a seat: the ente must have one. */
const puo = (azione: AzioneConsenso, designazione: string, consenso: StatoConsenso): boolean =>
  isAllowed(CONSENSO, azione, consenso) &&
  tra<StatoDesignazione>(azione === 'dimettiti' ? DESIGNAZIONI_COL_POSTO : DESIGNAZIONI_IN_ESSERE, designazione);

/** The answers of designated persons. The actor of these acts is the holder of the secret, by name. */
@Injectable()
export class ConsensiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  vedi(ctx: RequestContext): Promise<ConsensoView> {
    return this.view(this.db.manager, ctx);
  }

  /** @throws ProblemError `consenso.stato` when already answered, or when the designazione has ended */
  async rispondi(ctx: RequestContext, azione: AzioneConsenso): Promise<ConsensoView> {
    const place = ctx.place;
    if (place === null) throw new ProblemError('collegamento.non_valido');
    const persona = (await this.view(this.db.manager, ctx)).persona;
    const named = { ...ctx, actor: { ...ctx.actor, nome: `${persona.nome} ${persona.cognome}` } };
    return this.commands.run(named, place.ambitoId, async tx => {
      const designazioneId = await this.answer(tx.db, place.ambitoId, place.id, azione);
      tx.registra(`consenso.${azione}`, 'designazione', designazioneId, { rappresentanteId: place.id });
      if (azione === 'acconsenti') await apriMandati(tx.db, place.ambitoId, designazioneId);
      else if (azione === 'dimettiti') await this.dimetti(tx, place, designazioneId);
      else {
        await chiudiMandati(tx.db, place.ambitoId, designazioneId, 'consenso_ritirato', place.id);
        await congeda(tx, this.config.publicOrigin, place.enteId ?? '');
        const dati = await leggiPerEmail(tx.db, place.ambitoId, designazioneId);
        const chi = dati.persone.find(p => p.id === place.id);
        if (chi) tx.email(...emailConsensoMancato(dati, chi));
      }
      tx.annuncia(...news(DESIGNAZIONE_KIND, place, designazioneId));
      return this.view(tx.db, ctx);
    });
  }

  /** From today, by themselves. */
  private async dimetti(tx: Tx, place: ResolvedPlace, designazioneId: string): Promise<void> {
    const giorno = instantToRomeWall(new Date()).slice(0, 10);
    const chi = { designazioneId, rappresentanteId: place.id, giorno, testo: null, da: 'persona' as const };
    await registraDimissioni(tx, this.config.publicOrigin, place, chi);
  }

  /** Locks the designazione first, as acceptance does, so that consent and acceptance at once open exactly one seat. */
  private async answer(db: EntityManager, ambitoId: string, id: string, azione: AzioneConsenso): Promise<string> {
    const row = (await this.lock(db, ambitoId, id)) ?? (await this.lock(db, ambitoId, id));
    if (!row || !puo(azione, row.stato, row.consenso)) throw new ProblemError('consenso.stato');
    if (azione === 'dimettiti') return row.id;
    // Also where a replacement that waits for its answer names the same person.
    await db.query(
      `UPDATE rappresentante r SET consenso = $3, consenso_at = now() FROM designazione d
       WHERE r.ambito_id = $1 AND d.ambito_id = r.ambito_id AND d.id = r.designazione_id AND (r.id = $2 OR (r.continua_id = $2 AND d.stato IN ${fra(DESIGNAZIONI_CHE_ASPETTANO)}))`,
      [ambitoId, id, CONSENSO[azione].to],
    );
    return row.id;
  }

  /** Nothing when the person has gone over to another designazione while this waited: then once more. */
  private async lock(
    db: EntityManager,
    ambitoId: string,
    id: string,
  ): Promise<{ id: string; stato: string; consenso: ConsensoView['consenso'] } | undefined> {
    const [row] = await db.query<{ id: string; stato: string; consenso: ConsensoView['consenso'] }[]>(
      `SELECT d.id, d.stato, r.consenso FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
       WHERE r.ambito_id = $1 AND r.id = $2 FOR UPDATE`,
      [ambitoId, id],
    );
    return row;
  }

  private async view(db: EntityManager, ctx: RequestContext): Promise<ConsensoView> {
    const [row] = await db.query<Row[]>(VIEW, [ctx.place?.ambitoId, ctx.place?.id]);
    if (!row) throw new ProblemError('collegamento.non_valido');
    const { nome, cognome, email, telefono, qualifica } = row;
    return {
      persona: { nome, cognome, email, telefono, qualifica },
      ruolo: row.ruolo,
      consenso: row.consenso,
      azioni: azioniDa(CONSENSO, row.consenso).filter(azione => puo(azione, row.stato, row.consenso)),
      ente: { denominazione: row.denominazione },
      tavolo: { nome: row.tavolo, slug: row.tavoloSlug, scopo: row.scopo },
      ambito: { nome: row.ambito, slug: row.ambitoSlug },
      attiva: row.attiva,
      siede: row.siede,
    };
  }
}
