import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniDa,
  azioniPermesse,
  DIRETTO,
  NOMINA,
  rolesIn,
  type ComuneDaInvitareView,
  type DirettoView,
  type NominaView,
  type Pagina,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { intera } from '../platform/http/intera.js';
import { tiene } from '../posti/siede.sql.js';
import { leggiComuni } from './comuni.js';

const RIGA = `
  SELECT p.id, p.stato, jsonb_build_object('id', e.id, 'denominazione', e.denominazione) AS ente,
    jsonb_build_object('id', t.id, 'slug', t.slug, 'nome', t.nome) AS tavolo, p.veste, p.titolari, p.supplenti,
    jsonb_build_object('numero', i.atto_numero, 'data', i.atto_data) AS atto, ${iso('i.creato_at')} AS "invitatoAt", ${iso('p.scade_at')} AS "scadeAt",
    ${iso('p.risposto_at')} AS "rispostoAt", p.motivazione, p.version,
    (SELECT d.id FROM designazione d WHERE d.ambito_id = p.ambito_id AND d.posto_id = p.id ORDER BY d.creata_at LIMIT 1) AS "designazioneId"
  FROM posto_diretto p JOIN invito_diretto i ON i.ambito_id = p.ambito_id AND i.id = p.invito_id
  JOIN ente e ON e.ambito_id = p.ambito_id AND e.id = p.ente_id JOIN tavolo t ON t.ambito_id = p.ambito_id AND t.id = p.tavolo_id
  WHERE p.ambito_id = $1`;

const INVITO = `
  SELECT jsonb_build_object('slug', a.slug, 'nome', a.nome) AS ambito, jsonb_build_object('denominazione', e.denominazione) AS ente, i.invitato_da AS da,
    jsonb_build_object('numero', i.atto_numero, 'data', i.atto_data) AS atto,
    (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'stato', p.stato, 'tavolo', jsonb_build_object('nome', t.nome, 'slug', t.slug, 'scopo', t.scopo),
        'veste', p.veste, 'titolari', p.titolari, 'supplenti', p.supplenti, 'scadeAt', ${iso('p.scade_at')},
        'persone', (SELECT coalesce(jsonb_agg(jsonb_build_object('ruolo', r.ruolo, 'nome', r.nome, 'cognome', r.cognome) ORDER BY r.ordine), '[]')
          FROM designazione d JOIN rappresentante r ON r.ambito_id = d.ambito_id AND r.designazione_id = d.id
          WHERE d.ambito_id = p.ambito_id AND d.posto_id = p.id AND ${tiene('d')})) ORDER BY t.codice)
       FROM posto_diretto p JOIN tavolo t ON t.ambito_id = p.ambito_id AND t.id = p.tavolo_id WHERE p.ambito_id = i.ambito_id AND p.invito_id = i.id) AS posti
  FROM invito_diretto i JOIN ambito a ON a.id = i.ambito_id JOIN ente e ON e.ambito_id = i.ambito_id AND e.id = i.ente_id
  WHERE i.ambito_id = $1 AND i.id = $2`;

type Invito = Omit<NominaView, 'posti'> & { readonly posti: readonly Omit<NominaView['posti'][number], 'azioni'>[] };

/** Reads of seats offered without an avviso: all of them for the office, those of one invitation for who holds its link. */
@Injectable()
export class DirettiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Those that wait first, then the latest. */
  async elenco(ctx: RequestContext): Promise<Pagina<DirettoView>> {
    const righe = await this.db.query<Omit<DirettoView, 'azioni'>[]>(
      `${RIGA} ORDER BY (p.stato = 'in_attesa') DESC, i.creato_at DESC, e.denominazione, t.codice`,
      [placeOf(ctx).ambitoId],
    );
    return intera(righe.map(riga => this.conAzioni(ctx, riga)));
  }

  async unoIn(db: EntityManager, ctx: RequestContext, id: string): Promise<DirettoView> {
    const [riga] = await db.query<Omit<DirettoView, 'azioni'>[]>(`${RIGA} AND p.id = $2`, [placeOf(ctx).ambitoId, id]);
    if (riga === undefined) throw new ProblemError('risorsa.non_trovata');
    return this.conAzioni(ctx, riga);
  }

  /** The comuni of the ambito, with what is known to invite each. */
  async comuni(ctx: RequestContext): Promise<{ items: ComuneDaInvitareView[] }> {
    const righe = await leggiComuni(this.db.manager, placeOf(ctx).ambitoId);
    return { items: righe.map(({ istat, nome, ente }) => ({ istat, nome, ente })) };
  }

  nomina(ctx: RequestContext): Promise<NominaView> {
    return this.nominaIn(this.db.manager, ctx);
  }

  /** What the holder of the link reads: its seats, and what may still be answered. */
  async nominaIn(db: EntityManager, ctx: RequestContext): Promise<NominaView> {
    const [row] = await db.query<Invito[]>(INVITO, [ctx.place?.ambitoId, ctx.place?.id]);
    if (row === undefined) throw new ProblemError('collegamento.non_valido');
    return { ...row, posti: row.posti.map(posto => ({ ...posto, azioni: azioniDa(NOMINA, posto.stato) })) };
  }

  private conAzioni(ctx: RequestContext, riga: Omit<DirettoView, 'azioni'>): DirettoView {
    const roles = rolesIn(ctx.actor, { ambitoId: placeOf(ctx).ambitoId, tavoloId: riga.tavolo.id, enteId: riga.ente.id });
    return { ...riga, azioni: azioniPermesse('diretto', DIRETTO, riga.stato, roles) };
  }
}
