import { Injectable } from '@nestjs/common';
import { correggi, type AzioneCorrezione, type CorrezioneInput, type EsitoCorrezioneInput, type VerbaleView } from '@tavoli/shared';
import { randomUUID } from 'node:crypto';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { Answers } from '../../platform/procedura/answers.js';
import { news } from '../../platform/realtime/news.js';
import { VERBALE_KIND } from '../verbale/verbale.kind.js';
import { VerbaliQueries } from '../verbale/verbali.queries.js';
import { correzioneRisposta, documentoDi } from './correzione.risposta.js';
import { leggiDallInvito, verbaleDellInvito } from './dall-invito.js';

/** So many of one person may wait for an answer at one verbale. */
const IN_ATTESA_MASSIME = 50;

/** Who proposes: an account, or an invitation by its mailed link. */
type Autore = { readonly account: string | null; readonly invitato: null } | { readonly account: null; readonly invitato: string };

/** The corrections that members propose to a verbale, signed in or by their link, and what becomes of them. */
@Injectable()
export class CorrezioniService {
  constructor(
    private readonly commands: Commands,
    private readonly answers: Answers,
    private readonly queries: VerbaliQueries,
  ) {}

  /** A member proposes a correction of a passage. @throws ProblemError `verbale.revisione_chiusa`, `verbale.passaggio_non_trovato`, `verbale.troppe_correzioni` */
  proponi(ctx: RequestContext, input: CorrezioneInput): Promise<VerbaleView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await proponi(tx, place.id, input, { account: ctx.actor.id, invitato: null }, ctx.actor.nome);
      tx.annuncia(...news(VERBALE_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** The same by the link of an invitation, which carries no key: the same words sent twice are one proposal. @throws ProblemError 404, `invito.revocato`, and as above */
  async proponiDallInvito(ctx: RequestContext, input: CorrezioneInput): Promise<VerbaleView> {
    const { ambitoId, id: invitato } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const verbale = await verbaleDellInvito(tx.db, ambitoId, invitato);
      await proponi(tx, verbale.id, input, { account: null, invitato }, verbale.nome);
      tx.annuncia(...news(VERBALE_KIND, { ...placeOf(ctx), tavoloId: verbale.tavoloId, tavoli: verbale.tavoli }, verbale.id));
      return leggiDallInvito(tx.db, this.queries, ctx);
    });
  }

  /** What becomes of a proposed correction (`correzione.risposta.ts`). @throws ProblemError 400 on `/motivazione`, 404, `verbale.stato`, `verbale.passaggio_non_trovato` */
  decidi(ctx: RequestContext, correzioneId: string, azione: AzioneCorrezione, input: EsitoCorrezioneInput): Promise<VerbaleView> {
    return this.answers.give(correzioneRisposta, ctx, correzioneId, azione, input, (db, id) => this.queries.unoIn(db, ctx, id));
  }
}

async function proponi(tx: Tx, verbaleId: string, input: CorrezioneInput, autore: Autore, nome: string): Promise<void> {
  const [verbale] = await tx.db.query<{ aperta: boolean; mie: number }[]>(
    `SELECT stato = 'in_revisione' AND revisione_fino_at > clock_timestamp() AS aperta,
       (SELECT count(*)::int FROM verbale_correzione c WHERE c.ambito_id = v.ambito_id AND c.verbale_id = v.id AND c.stato = 'proposta' AND (c.autore = $3 OR c.invitato_id = $4)) AS mie
     FROM verbale v WHERE ambito_id = $1 AND id = $2 FOR SHARE`,
    [tx.ambitoId, verbaleId, autore.account, autore.invitato],
  );
  if (!verbale?.aperta) throw new ProblemError('verbale.revisione_chiusa');
  if (verbale.mie >= IN_ATTESA_MASSIME) throw new ProblemError('verbale.troppe_correzioni');
  if (correggi(await documentoDi(tx, verbaleId, input.sezioneId), input.passaggio, input.proposta) === null)
    throw fieldProblem('verbale.passaggio_non_trovato', '/passaggio');
  if (autore.invitato !== null && (await giaProposta(tx, input, autore.invitato))) return;
  const id = randomUUID();
  await tx.db.query(
    `INSERT INTO verbale_correzione (ambito_id, id, verbale_id, sezione_id, passaggio, proposta, motivo, autore, invitato_id, autore_nome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.ambitoId, id, verbaleId, input.sezioneId, input.passaggio, input.proposta, input.motivo, autore.account, autore.invitato, nome],
  );
  tx.registra('verbale.proponi_correzione', 'verbale', verbaleId, {
    correzione: id,
    ...(autore.invitato === null ? {} : { invitatoId: autore.invitato }),
  });
}

/** The part of the verbale is held: of two that arrive at once the second finds the first. */
async function giaProposta(tx: Tx, input: CorrezioneInput, invitatoId: string): Promise<boolean> {
  const rows = await tx.db.query<unknown[]>(
    `SELECT 1 FROM verbale_correzione WHERE ambito_id = $1 AND sezione_id = $2 AND invitato_id = $3 AND stato = 'proposta' AND passaggio = $4 AND proposta = $5`,
    [tx.ambitoId, input.sezioneId, invitatoId, input.passaggio, input.proposta],
  );
  return rows.length > 0;
}
