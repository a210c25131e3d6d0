import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  COMMENTO,
  ELABORATO,
  hasPermission,
  mancanze,
  PUBBLICO,
  puoScrivereElaborato,
  rolesIn,
  campiNuovi,
  campiScritti,
  type CampoScheda,
  type CommentoView,
  type ElaboratiQuery,
  type ElaboratoAccolto,
  type ElaboratoPubblicoView,
  type ElaboratoRigaView,
  type ElaboratoView,
  type Pagina,
  type SezioneElaboratoView,
  type VersioneSezioneElaboratoView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleWhere } from '../../platform/access/visible.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { storiaSql } from '../../platform/registro/storia.js';
import { intera } from '../../platform/http/intera.js';
import { ACCOGLIMENTO, COMMENTI, COMUNI, FROM, PARTI, parte, RIGA } from './elaborati.sql.js';
import { CAMPI_SCHEDA } from './campi.sql.js';
import { approvazioneDi, fontiDi, type FonteDescritta } from './fonti.tipi.js';
import { fonteView, fontiPubbliche } from './fonti.view.js';
import { senzaParoleAltrui } from './foto.js';
import { VOCI } from './voci.sql.js';
import { ELABORATO_KIND } from './elaborato.kind.js';
import { TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';

type Calcolati =
  | 'azioni'
  | 'campiNuovi'
  | 'puoScrivere'
  | 'puoCommentare'
  | 'puoModificare'
  | 'puoEliminare'
  | 'mancanze'
  | 'commenti'
  | 'fonti'
  | 'riferimenti';
type Row = Omit<ElaboratoView, Calcolati> & {
  commenti: Omit<CommentoView, 'azioni'>[];
  fonti: FonteDescritta[];
  comuni: ElaboratoView['riferimenti']['comuni'];
  voci: ElaboratoView['riferimenti']['voci'];
  campiScheda: CampoScheda[];
  consultato: boolean;
  now: Date;
};

const OBIETTIVO_PUBBLICO = (accoglimento: string): string =>
  `EXISTS (SELECT 1 FROM elaborato_accoglimento o WHERE o.ambito_id = l.ambito_id AND o.elaborato_id = (${accoglimento}.foto->'obiettivo'->>'id')::uuid) AS "obiettivoPubblico"`;

const ACCOLTI = `
  SELECT l.id, ${TAVOLO_BREVE} AS tavolo, l.titolo, l.tipo, ${iso('k.at')} AS "accoltoAt",
    jsonb_build_object('numero', k.protocollo_numero, 'anno', k.protocollo_anno) AS "numeroDiRegistro", k.foto, k.sha256, k.pdf_sha256 AS "pdfSha256", k.bytes, ${OBIETTIVO_PUBBLICO('k')}
  ${FROM} JOIN elaborato_accoglimento k ON k.ambito_id = l.ambito_id AND k.elaborato_id = l.id
  WHERE l.ambito_id = $1 AND ($2::uuid[] IS NULL OR l.id = ANY($2)) ORDER BY t.codice, k.at, l.id`;

/** Whether comments are taken now. */
const aperta = ({ stato, consultazioneFinoAt, now }: Row): boolean =>
  stato === 'in_consultazione' && consultazioneFinoAt !== null && new Date(consultazioneFinoAt) > now;

/** Reads of elaborati: whole for staff and members of the tavolo, what was accepted for everyone. */
@Injectable()
export class ElaboratiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Those that one may see, last written first. */
  async elenco(ctx: RequestContext, { tavolo, stato }: ElaboratiQuery): Promise<Pagina<ElaboratoRigaView>> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const where = [visibleWhere(ELABORATO_KIND, ctx.actor, ambitoId, args)];
    if (tavolo !== undefined) where.push(`l.tavolo_id = $${args.push(tavolo)}`);
    if (stato !== undefined) where.push(`l.stato = $${args.push(stato)}`);
    const items = await this.db.query<ElaboratoRigaView[]>(
      `SELECT ${RIGA} ${FROM} WHERE l.ambito_id = $1 AND ${where.join(' AND ')} ORDER BY "aggiornatoAt" DESC, l.id`,
      args,
    );
    return intera(items);
  }

  uno(ctx: RequestContext): Promise<ElaboratoView> {
    return this.unoIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  /** @param dalLink for who sits at the tavolo, by a mailed link: they may comment as they might signed in */
  async unoIn(db: EntityManager, ctx: RequestContext, id: string, dalLink = false): Promise<ElaboratoView> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId, id, ctx.actor.id];
    const chi = { actor: ctx.actor, ambitoId, args };
    const [row] = await db.query<Row[]>(
      `SELECT ${RIGA}, l.scrivono, l.file, ${PARTI('$3')}, ${fontiDi(chi)}, ${COMMENTI}, ${iso('l.consultazione_fino_at')} AS "consultazioneFinoAt", ${approvazioneDi(chi)}, ${ACCOGLIMENTO}, ${COMUNI}, ${VOCI('l.ambito_id')}, ${CAMPI_SCHEDA('l.ambito_id')},
         l.motivazione, l.version, l.consultato_at IS NOT NULL AS consultato, ${storiaSql('l.ambito_id', 'l.id')} AS storia, clock_timestamp() AS now
       ${FROM} WHERE l.ambito_id = $1 AND l.id = $2`,
      args,
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const vista = this.vista(ctx, row, row.tipo === 'scheda_progetto' ? await this.obiettivi(db, ctx) : []);
    return dalLink ? { ...vista, puoCommentare: aperta(row) } : vista;
  }

  private vista(ctx: RequestContext, row: Row, obiettivi: ElaboratoView['riferimenti']['obiettivi']): ElaboratoView {
    const { now: _, comuni, voci, campiScheda, consultato, ...view } = row;
    const roles = rolesIn(ctx.actor, { ambitoId: placeOf(ctx).ambitoId, tavoloId: row.tavolo.id });
    const scrive = puoScrivereElaborato(row.stato, row.scrivono, roles);
    const modifica = row.stato === 'bozza' && hasPermission(roles, 'elaborato.modifica');
    return {
      ...view,
      fonti: row.fonti.map(fonteView),
      commenti: row.commenti.map(c => ({
        ...c,
        azioni: row.stato === 'in_consultazione' ? azioniPermesse('commento', COMMENTO, c.stato, roles) : [],
      })),
      riferimenti: { comuni: row.tipo === 'scheda_progetto' ? comuni : [], obiettivi, voci },
      mancanze: mancanze(row.tipo, row.sezioni, row.file !== null),
      azioni: azioniPermesse('elaborato', ELABORATO, row.stato, roles),
      puoScrivere: scrive,
      puoCommentare: aperta(row) && hasPermission(roles, 'elaborato.commenta'),
      puoModificare: modifica,
      puoEliminare: modifica && !consultato,
      campiNuovi: modifica && row.tipo === 'scheda_progetto' ? campiNuovi(campiScheda, campiScritti(row.sezioni)).length : 0,
    };
  }

  /** What a scheda may point at. */
  private obiettivi(db: EntityManager, ctx: RequestContext): Promise<{ id: string; titolo: string; tavolo: string }[]> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const visible = visibleWhere(ELABORATO_KIND, ctx.actor, ambitoId, args);
    return db.query(
      `SELECT l.id, l.titolo, t.nome AS tavolo ${FROM} WHERE l.ambito_id = $1 AND l.tipo = 'obiettivo' AND ${visible} ORDER BY t.codice, l.titolo, l.id`,
      args,
    );
  }

  /** @throws ProblemError 404 until it is accepted */
  async pubblico(ctx: RequestContext): Promise<ElaboratoPubblicoView> {
    const { ambitoId, id } = placeOf(ctx);
    const args: unknown[] = [ambitoId, id];
    const [row] = await this.db.query<(Omit<ElaboratoPubblicoView, 'fonti'> & { fonti: FonteDescritta[] })[]>(
      `SELECT ${RIGA}, a.foto, ${ACCOGLIMENTO}, ${fontiDi({ actor: PUBBLICO, ambitoId, args })},
         (SELECT g.numero FROM allegato g JOIN piano_di_zona p ON p.ambito_id = g.ambito_id AND p.id = g.piano_id AND p.stato = 'pubblicato' WHERE g.ambito_id = l.ambito_id AND g.elaborato_id = l.id) AS allegato,
         ${OBIETTIVO_PUBBLICO('a')}
       ${FROM} JOIN elaborato_accoglimento a ON a.ambito_id = l.ambito_id AND a.elaborato_id = l.id WHERE l.ambito_id = $1 AND l.id = $2`,
      args,
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return { ...row, foto: senzaParoleAltrui(row.foto, row.obiettivoPubblico), fonti: fontiPubbliche(row.fonti) };
  }

  async parteIn(db: EntityManager, ctx: RequestContext, id: string): Promise<SezioneElaboratoView> {
    const [row] = await db.query<{ parte: SezioneElaboratoView }[]>(
      `SELECT ${parte('$4')} AS parte FROM elaborato_sezione s WHERE s.ambito_id = $1 AND s.elaborato_id = $2 AND s.id = $3`,
      [placeOf(ctx).ambitoId, placeOf(ctx).id, id, ctx.actor.id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return row.parte;
  }

  /** Every version kept of a part, latest first. */
  async versioni(ctx: RequestContext, parteId: string): Promise<{ items: VersioneSezioneElaboratoView[] }> {
    const items = await this.db.query<VersioneSezioneElaboratoView[]>(
      `SELECT w.version, w.nome AS da, ${iso('w.at')} AS at, w.contenuto FROM elaborato_versione w
       JOIN elaborato_sezione s ON s.ambito_id = w.ambito_id AND s.id = w.sezione_id AND s.elaborato_id = $2
       WHERE w.ambito_id = $1 AND w.sezione_id = $3 ORDER BY w.version DESC`,
      [placeOf(ctx).ambitoId, placeOf(ctx).id, parteId],
    );
    return { items };
  }
}

/** What the Piano takes from here: the accepted versions of an ambito (all, or those named), by tavolo. They never change. */
export async function leggiAccolti(db: EntityManager, ambitoId: string, ids: readonly string[] | null = null): Promise<ElaboratoAccolto[]> {
  const accolti = await db.query<(ElaboratoAccolto & { obiettivoPubblico: boolean })[]>(ACCOLTI, [ambitoId, ids]);
  return accolti.map(({ obiettivoPubblico, ...a }) => ({ ...a, foto: senzaParoleAltrui(a.foto, obiettivoPubblico) }));
}
