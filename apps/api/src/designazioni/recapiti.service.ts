import { Injectable } from '@nestjs/common';
import { DESIGNAZIONI_PRESENTATE, type DesignazioneView, type IndirizzoCorrettoInput, type StatoConsenso } from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { hold, write } from '../platform/procedura/hold.js';
import { news } from '../platform/realtime/news.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';
import { DESIGNAZIONE_KIND } from './designazione.kind.js';
import { leggiPerEmail } from './designazioni.emails.data.js';
import { emailConsenso } from './designazioni.emails.js';
import { DesignazioniQueries } from './designazioni.queries.js';

/** The address of a person who was named, as long as they have not answered from it: whoever has is its holder, and nobody else changes it. */
@Injectable()
export class RecapitiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: DesignazioniQueries,
  ) {}

  /**
   * A mistyped address of a designazione that was sent: the right one is asked for consent, the link sent to the other is worth nothing any more, and the history
   * says both. Nothing else of the designazione changes.
   * @throws ProblemError `designazione.stato`, `designazione.gia_risposto`, `designazione.stesso_indirizzo` and `designazione.indirizzo_doppio` on `/email`, 404, 412, 429
   */
  correggi(ctx: RequestContext, rappresentanteId: string, { email }: IndirizzoCorrettoInput): Promise<DesignazioneView> {
    const place = placeOf(ctx);
    const { ambitoId, id } = place;
    return this.commands.run(ctx, ambitoId, async tx => {
      await hold(tx, ctx, DESIGNAZIONE_KIND, { from: DESIGNAZIONI_PRESENTATE });
      const prima = await daCorreggere(tx, id, rappresentanteId, email);
      const segreto = newSecret();
      await tx.db.query('UPDATE rappresentante SET email = $3, segreto_hash = $4 WHERE ambito_id = $1 AND id = $2', [
        ambitoId,
        rappresentanteId,
        email,
        hashSecret(segreto),
      ]);
      await fermaRichiesta(tx, id, prima);
      await write(tx, ctx, DESIGNAZIONE_KIND);
      tx.registra('designazione.correggi_indirizzo', 'designazione', id, { rappresentanteId, prima, dopo: email });
      tx.email(...emailConsenso(await leggiPerEmail(tx.db, ambitoId, id), new Map([[rappresentanteId, segreto]])));
      tx.annuncia(...news(DESIGNAZIONE_KIND, place, id));
      return this.queries.unaIn(tx.db, ctx, ambitoId, id);
    });
  }
}

/** @returns the address as it is @throws ProblemError when there is nothing to correct, or it may not be */
async function daCorreggere(tx: Tx, designazioneId: string, rappresentanteId: string, nuova: string): Promise<string> {
  const persone = await tx.db.query<{ id: string; email: string; consenso: StatoConsenso; continua: boolean }[]>(
    'SELECT id, email, consenso, continua_id IS NOT NULL AS continua FROM rappresentante WHERE ambito_id = $1 AND designazione_id = $2 FOR NO KEY UPDATE',
    [tx.ambitoId, designazioneId],
  );
  const persona = persone.find(p => p.id === rappresentanteId);
  if (persona === undefined) throw new ProblemError('risorsa.non_trovata');
  if (persona.consenso !== 'in_attesa' || persona.continua) throw new ProblemError('designazione.gia_risposto');
  if (persona.email === nuova) throw fieldProblem('designazione.stesso_indirizzo', '/email');
  if (persone.some(p => p.email === nuova)) throw fieldProblem('designazione.indirizzo_doppio', '/email');
  return persona.email;
}

/** What still waits to leave for the wrong address leaves no more. */
async function fermaRichiesta(tx: Tx, designazioneId: string, indirizzo: string): Promise<void> {
  await tx.db.query(
    `UPDATE email SET stato = 'rifiutata', errore = 'L’indirizzo è stato corretto prima che il messaggio partisse.'
     WHERE ambito_id = $1 AND oggetto_tipo = 'designazione' AND oggetto_id = $2 AND a_indirizzo = $3 AND stato = 'in_coda' AND tipo = 'designazione.consenso'`,
    [tx.ambitoId, designazioneId, indirizzo],
  );
}
