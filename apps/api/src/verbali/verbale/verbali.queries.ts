import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  avvisiPrivacy,
  azioniPermesse,
  collegamentiDi,
  CORREZIONE,
  hasPermission,
  PROBLEMS,
  rolesIn,
  senzaOmissis,
  testoDi,
  VERBALE,
  VERBALI_DA_PUBBLICARE,
  type CorrezioneView,
  type Pagina,
  type RegoleTavolo,
  type SezioneView,
  type StampatoVerbale,
  type VerbalePubblicoView,
  type VerbaleRigaView,
  type VerbaleView,
  type VerbaliQuery,
  type VersioneSezioneView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { regoleDi } from '../../incontri/regole/regole.js';
import { visibleWhere } from '../../platform/access/visible.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { storiaSql } from '../../platform/registro/storia.js';
import { intera } from '../../platform/http/intera.js';
import { bloccati, REGOLE, SEGUITO } from './regole-verbale.js';
import { CORREZIONI, FATTI, FROM, OSPITI, POSTI, PUBBLICAZIONE, RIGA, sezione, SEZIONI } from './verbali.sql.js';
import { VERBALE_KIND } from './verbale.kind.js';

type Calcolati =
  'azioni' | 'puoScrivere' | 'puoProporre' | 'puoRettificare' | 'avvisiPrivacy' | 'correzioni' | 'giorniRevisione' | 'attese';
type Riga = Omit<VerbaleView, Calcolati> & {
  tavoloId: string | null;
  approvatoDa: string | null;
  regole: Partial<RegoleTavolo> | null;
  seguito: boolean;
  correzioni: Omit<CorrezioneView, 'azioni'>[];
  now: Date;
};

const rettificabile = (v: Riga): boolean => v.stato === 'pubblicato' && v.rettificatoDa === null && v.rettificaInCorso === null;

/** Reads of verbali: the whole text for those entitled, its public twin for everyone. */
@Injectable()
export class VerbaliQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Those that one may see, latest incontro first; of one tavolo, or of one incontro. */
  async elenco(ctx: RequestContext, { tavolo, incontro }: VerbaliQuery): Promise<Pagina<VerbaleRigaView>> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const visible = visibleWhere(VERBALE_KIND, ctx.actor, ambitoId, args);
    const at =
      tavolo === undefined
        ? ''
        : ` AND EXISTS (SELECT 1 FROM incontro_tavolo q WHERE q.ambito_id = n.ambito_id AND q.incontro_id = n.id AND q.tavolo_id = $${args.push(tavolo)})`;
    const of = incontro === undefined ? '' : ` AND v.incontro_id = $${args.push(incontro)}`;
    const items = await this.db.query<VerbaleRigaView[]>(
      `SELECT ${RIGA} ${FROM} WHERE v.ambito_id = $1 AND ${visible}${at}${of} ORDER BY n.inizio_at DESC, v.id`,
      args,
    );
    return intera(items);
  }

  uno(ctx: RequestContext): Promise<VerbaleView> {
    return this.unoIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  /** @param membro whether a mailed link says that a member reads, where no account does */
  async unoIn(db: EntityManager, ctx: RequestContext, id: string, membro = false): Promise<VerbaleView> {
    const { ambitoId } = placeOf(ctx);
    const [row] = await db.query<Riga[]>(
      `SELECT ${RIGA}, v.tavolo_id AS "tavoloId", n.sede, ${iso('n.fine_at')} AS "fineAt", ${FATTI}, n.quorum, ${POSTI}, ${OSPITI}, ${SEZIONI('$3')}, ${CORREZIONI}, ${PUBBLICAZIONE},
         ${iso('v.revisione_fino_at')} AS "revisioneFinoAt", v.motivazione, v.version, v.approvato_da AS "approvatoDa", ${REGOLE} AS regole, ${SEGUITO} AS seguito,
         (SELECT o.id FROM verbale o WHERE o.ambito_id = v.ambito_id AND o.rettifica_di = v.id AND o.stato IN ${fra(VERBALI_DA_PUBBLICARE)}) AS "rettificaInCorso", ${storiaSql('v.ambito_id', 'v.id')} AS storia, clock_timestamp() AS now
       ${FROM} WHERE v.ambito_id = $1 AND v.id = $2`,
      [ambitoId, id, ctx.actor.id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { tavoloId, now, correzioni, approvatoDa, regole, seguito, ...view } = row;
    const roles = rolesIn(ctx.actor, { ambitoId, tavoloId, incontroId: row.incontro.id, tavoli: row.tavoli.map(t => t.id) });
    const writes = hasPermission(roles, 'verbale.scrivi');
    const aperta = row.stato === 'in_revisione' && row.revisioneFinoAt !== null && new Date(row.revisioneFinoAt) > now;
    const blocchi = bloccati({ stato: row.stato, regole: regoleDi(regole), seguito, approvatoDa, chi: ctx.actor.id, roles });
    return {
      ...view,
      giorniRevisione: regoleDi(regole).giorniRevisione,
      attese: writes ? blocchi.map(b => PROBLEMS[b.code][1]) : [],
      puoRettificare: rettificabile(row) && hasPermission(roles, 'verbale.rettifica'),
      correzioni: correzioni.map(c => ({
        ...c,
        azioni: row.stato === 'in_revisione' ? azioniPermesse('correzione', CORREZIONE, c.stato, roles) : [],
      })),
      azioni: azioniPermesse('verbale', VERBALE, row.stato, roles).filter(azione => !blocchi.some(b => b.azione === azione)),
      puoScrivere: row.stato === 'bozza' && writes,
      puoProporre: aperta && (membro || hasPermission(roles, 'verbale.proponi')),
      avvisiPrivacy: writes ? avvisiDi(row.sezioni) : [],
    };
  }

  /** @throws ProblemError 404 until it is published */
  async pubblico(ctx: RequestContext): Promise<VerbalePubblicoView> {
    const letto = await leggiVerbalePubblico(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
    if (letto === null) throw new ProblemError('risorsa.non_trovata');
    return letto.view;
  }

  async sezioneIn(db: EntityManager, ctx: RequestContext, sezioneId: string): Promise<SezioneView> {
    const [row] = await db.query<{ sezione: SezioneView }[]>(
      `SELECT ${sezione('$4')} AS sezione FROM verbale_sezione s WHERE s.ambito_id = $1 AND s.verbale_id = $2 AND s.id = $3`,
      [placeOf(ctx).ambitoId, placeOf(ctx).id, sezioneId, ctx.actor.id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return row.sezione;
  }

  /** Every version kept of a section, latest first. */
  async versioni(ctx: RequestContext, sezioneId: string): Promise<{ items: VersioneSezioneView[] }> {
    const items = await this.db.query<VersioneSezioneView[]>(
      `SELECT w.version, w.nome AS da, ${iso('w.at')} AS at, w.documento FROM verbale_versione w
       JOIN verbale_sezione s ON s.ambito_id = w.ambito_id AND s.id = w.sezione_id AND s.verbale_id = $2
       WHERE w.ambito_id = $1 AND w.sezione_id = $3 ORDER BY w.version DESC`,
      [placeOf(ctx).ambitoId, placeOf(ctx).id, sezioneId],
    );
    return { items };
  }
}

/** The public twin of a verbale, the names that its file was printed with, and the version of the verbale that it belongs to; null until it is published. */
export async function leggiVerbalePubblico(
  db: EntityManager,
  ambitoId: string,
  id: string,
): Promise<{ view: VerbalePubblicoView; stampato: StampatoVerbale; version: number } | null> {
  const [row] = await db.query<
    (Omit<VerbalePubblicoView, 'sezioni' | 'presenti'> & {
      contenuto: Pick<VerbalePubblicoView, 'sezioni' | 'presenti'>;
      stampato: StampatoVerbale;
      version: number;
    })[]
  >(
    `SELECT ${RIGA}, n.sede, ${iso('n.fine_at')} AS "fineAt", ${FATTI}, n.quorum, ${PUBBLICAZIONE}, p.contenuto, p.stampato, v.version
     ${FROM} JOIN verbale_pubblicazione p ON p.ambito_id = v.ambito_id AND p.verbale_id = v.id WHERE v.ambito_id = $1 AND v.id = $2`,
    [ambitoId, id],
  );
  if (!row) return null;
  const { contenuto, stampato, version, ...view } = row;
  return { view: { ...view, ...contenuto }, stampato, version };
}

/** What in the public text looks private: words and addresses of links alike. */
export function avvisiDi(
  sezioni: readonly Pick<SezioneView, 'id' | 'documento' | 'decisioni' | 'impegni'>[],
): VerbaleView['avvisiPrivacy'] {
  return sezioni.flatMap(s => {
    const twin = senzaOmissis(s.documento);
    const text = [
      testoDi(twin),
      ...collegamentiDi(twin),
      ...s.decisioni.map(d => d.testo),
      ...s.impegni.flatMap(i => [i.testo, i.chi]),
    ].join('\n');
    return avvisiPrivacy(text).map(avviso => ({ ...avviso, sezioneId: s.id }));
  });
}
