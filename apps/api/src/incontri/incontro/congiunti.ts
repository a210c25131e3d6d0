import { can, CONSENSI_MANCANTI, type Actor } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { tieneAlTavolo } from '../../incarichi/chi.sql.js';
import type { Tx } from '../../platform/commands/commands.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import { emailRichiesta, emailRisposta, type ReferenteDi, type Richiesta, type Risposta } from './congiunti.emails.js';
import type { DatiIncontro } from './incontri.data.js';

/** Whether `actor` answers for the tavolo by naming it: its own referente, or the coordinatore. */
export const decidePer = (actor: Actor, ambitoId: string, tavoloId: string): boolean =>
  can(actor, 'incontro.consenti', { ambitoId, tavoloId });

/** The coordinatore calls whom they will: the act is theirs. */
const chiamaTutti = (actor: Actor, ambitoId: string): boolean => can(actor, 'incontro.crea_plenaria', { ambitoId });

/**
 * Everyone who is called together has agreed, or the coordinatore calls them by their own act, which then stands on their rows.
 * @throws ProblemError `incontro.serve_consenso`
 */
export async function demandConsensi(tx: Tx, ctx: RequestContext, { id }: Pick<DatiIncontro, 'id'>): Promise<void> {
  const mancano = await tx.db.query<{ id: string; nome: string; consenso: string }[]>(
    `SELECT t.id, t.nome, nt.consenso FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
     WHERE nt.ambito_id = $1 AND nt.incontro_id = $2 AND nt.consenso IN ${fra(CONSENSI_MANCANTI)} ORDER BY t.codice`,
    [tx.ambitoId, id],
  );
  if (mancano.length === 0) return;
  if (!chiamaTutti(ctx.actor, tx.ambitoId)) {
    const chi = mancano.map(t => `«${t.nome}»${t.consenso === 'negato' ? ' (lo ha negato)' : ''}`).join(', ');
    throw fieldProblem(
      'incontro.serve_consenso',
      '/altriTavoli',
      `Manca il consenso ${mancano.length === 1 ? 'del tavolo' : 'dei tavoli'} ${chi}: può darlo il suo referente, oppure convoca il coordinatore.`,
    );
  }
  await tx.db.query(
    `UPDATE incontro_tavolo SET consenso = 'dato', consenso_at = now(), consenso_account_id = $3, consenso_motivo = NULL WHERE ambito_id = $1 AND incontro_id = $2 AND consenso IN ${fra(CONSENSI_MANCANTI)}`,
    [tx.ambitoId, id, ctx.actor.id],
  );
  tx.registra('incontro.chiama_insieme', 'incontro', id, { tavoli: mancano.map(t => t.id) });
}

const referentiDi = (db: EntityManager, ambitoId: string, tavoli: readonly string[]): Promise<ReferenteDi[]> =>
  db.query<ReferenteDi[]>(
    `SELECT ac.nome || ' ' || ac.cognome AS nome, ac.email, t.id AS tavolo_id, t.nome AS tavolo FROM incarico i JOIN account ac ON ac.id = i.account_id
     JOIN tavolo t ON t.ambito_id = i.ambito_id AND t.id = i.tavolo_id
     WHERE i.ambito_id = $1 AND ${tieneAlTavolo('i', 'incontro.consenti', '= ANY($2::uuid[])')} ORDER BY ac.email`,
    [ambitoId, tavoli],
  );

/** Asks the referenti of the tavoli that were named: one mail each, however many the dates. `da`: the tavolo that asks. */
export async function chiediConsensi(tx: Tx, ambitoSlug: string, da: string, richieste: readonly Richiesta[]): Promise<void> {
  if (richieste.length === 0) return;
  const [chi] = await tx.db.query<{ nome: string }[]>('SELECT nome FROM tavolo WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, da]);
  const referenti = await referentiDi(
    tx.db,
    tx.ambitoId,
    richieste.map(r => r.tavoloId),
  );
  tx.email(
    ...referenti.flatMap(r =>
      emailRichiesta(
        tx.ambitoId,
        ambitoSlug,
        chi?.nome ?? '',
        r,
        richieste.filter(q => q.tavoloId === r.tavolo_id),
      ),
    ),
  );
}

/** Tells the referenti of the tavolo that calls what another has answered. */
export async function raccontaRisposta(tx: Tx, ambitoSlug: string, dati: DatiIncontro, risposta: Risposta): Promise<void> {
  const referenti = await referentiDi(tx.db, tx.ambitoId, dati.tavoloId === null ? [] : [dati.tavoloId]);
  tx.email(...referenti.map(r => emailRisposta(tx.ambitoId, ambitoSlug, dati, r, risposta)));
}
