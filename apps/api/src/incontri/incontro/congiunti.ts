import { can, CONSENSI_MANCANTI, formatDataOra, type Actor } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { tieneAlTavolo } from '../../platform/access/chi.sql.js';
import type { Tx } from '../../platform/commands/commands.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import type { DatiIncontro } from './incontri.data.js';

/** A draft to which other tavoli are asked to come. */
export interface Richiesta {
  readonly incontroId: string;
  readonly tavoloId: string;
  readonly titolo: string;
  readonly inizio: Date;
  /** Of the draft as it is asked. */
  readonly version: number;
}

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

interface Destinatario {
  readonly nome: string;
  readonly email: string;
  readonly tavolo_id: string;
  readonly tavolo: string;
}

const referentiDi = (db: EntityManager, ambitoId: string, tavoli: readonly string[]): Promise<Destinatario[]> =>
  db.query<Destinatario[]>(
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

function emailRichiesta(ambitoId: string, slug: string, da: string, a: Destinatario, richieste: readonly Richiesta[]): EmailDraft[] {
  const [prima] = richieste;
  if (prima === undefined) return [];
  const quando = [...richieste].sort((x, y) => x.inizio.getTime() - y.inizio.getTime()).map(r => formatDataOra(r.inizio));
  return [
    {
      chiave: `incontro.congiunto:${prima.incontroId}:${a.tavolo_id}:${a.email}:${prima.version}`,
      tipo: 'incontro.congiunto',
      to: { name: a.nome, address: a.email },
      subject: `Un incontro insieme: ${prima.titolo}`,
      paragraphs: [
        `il tavolo «${da}» vorrebbe incontrarsi insieme al tavolo «${a.tavolo}», di cui sei referente.`,
        'Nessuno viene convocato finché non dai il consenso. Se la data o il tema non vanno bene puoi negarlo, scrivendo perché.',
      ],
      facts: [
        ['Incontro', prima.titolo],
        ['Quando', quando.join('\n')],
      ],
      action: { label: 'Leggi e rispondi', path: `/${slug}/area/incontri/${prima.incontroId}` },
      about: { ambitoId, tipo: 'incontro', id: prima.incontroId, tavoloId: a.tavolo_id },
      why: `Ricevi questo messaggio perché sei referente del tavolo «${a.tavolo}».`,
    },
  ];
}

/** Tells the referenti of the tavolo that calls what another has answered. */
export async function raccontaRisposta(
  tx: Tx,
  ambitoSlug: string,
  dati: DatiIncontro,
  risposta: { readonly tavolo: string; readonly si: boolean; readonly motivo: string | null },
): Promise<void> {
  const referenti = await referentiDi(tx.db, tx.ambitoId, dati.tavoloId === null ? [] : [dati.tavoloId]);
  const { tavolo, si, motivo } = risposta;
  tx.email(
    ...referenti.map(r => ({
      chiave: `incontro.risposta_congiunto:${dati.id}:${r.email}:${tavolo}:${String(si)}:${dati.now.getTime()}`,
      tipo: 'incontro.risposta_congiunto',
      to: { name: r.nome, address: r.email },
      subject: `${si ? 'Consenso dato' : 'Consenso negato'}: ${dati.titolo}`,
      paragraphs: [
        `il tavolo «${tavolo}» ha ${si ? 'dato' : 'negato'} il consenso all’incontro «${dati.titolo}».`,
        ...(motivo === null ? [] : [`Motivo: ${motivo}`]),
        si
          ? 'Quando tutti i tavoli hanno risposto di sì puoi convocare.'
          : 'Puoi cambiare data o tavoli nella bozza e chiedere di nuovo, oppure rivolgerti al coordinatore.',
      ],
      action: { label: 'Apri l’incontro', path: `/${ambitoSlug}/area/incontri/${dati.id}` },
      about: { ambitoId: tx.ambitoId, tipo: 'incontro', id: dati.id, tavoloId: r.tavolo_id },
    })),
  );
}
