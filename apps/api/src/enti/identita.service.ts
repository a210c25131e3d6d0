import { Injectable } from '@nestjs/common';
import { CAMPI_IDENTITA, ENTI_RICONOSCIUTI, RUNTS_DOVUTO, type EnteIdentitaInput, type EnteView } from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { columns } from '../platform/database/rows.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { hold, write } from '../platform/procedura/hold.js';
import { news } from '../platform/realtime/news.js';
import { altroVerificato, datiDi } from './dati.js';
import { ENTE_KIND } from './ente.kind.js';
import { leggiEntePerEmail } from './enti.emails.data.js';
import { emailIdentitaCorretta } from './enti.emails.js';
import { EntiQueries } from './enti.queries.js';

/** What an ente was verified by changes only by the office that verified it: the ente has another name, or was written wrong. */
@Injectable()
export class IdentitaService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: EntiQueries,
  ) {}

  /**
   * The history keeps what it was and why it changed; what was published keeps the words it had.
   * @throws ProblemError `ente.stato` unless verified or suspended, `ente.identita_uguale` on `/denominazione`, `ente.altro_verificato`; 400 on `/naturaGiuridica`; 412
   */
  correggi(ctx: RequestContext, { motivazione, ...input }: EnteIdentitaInput): Promise<EnteView> {
    const place = placeOf(ctx);
    const { ambitoId, id } = place;
    return this.commands.run(ctx, ambitoId, async tx => {
      await hold(tx, ctx, ENTE_KIND, { from: ENTI_RICONOSCIUTI });
      const dati = await datiDi(tx.db, ambitoId, id);
      const cambiati = CAMPI_IDENTITA.filter(campo => dati[campo] !== input[campo]);
      if (cambiati.length === 0) throw fieldProblem('ente.identita_uguale', '/denominazione');
      if (RUNTS_DOVUTO.includes(input.naturaGiuridica) && dati.runts === null)
        throw fieldProblem('richiesta.non_valida', '/naturaGiuridica', SENZA_RUNTS);
      await write(tx, ctx, ENTE_KIND, columns(input)).catch(altroVerificato);
      const soloCambiati = (di: typeof input) => Object.fromEntries(cambiati.map(campo => [campo, di[campo]]));
      const { denominazione, naturaGiuridica, codiceFiscale } = dati;
      const prima = soloCambiati({ denominazione, naturaGiuridica, codiceFiscale });
      tx.registra('ente.correggi_identita', 'ente', id, { motivazione, prima, dopo: soloCambiati(input) });
      tx.email(...emailIdentitaCorretta(await leggiEntePerEmail(tx.db, ambitoId, id), dati.denominazione, motivazione));
      tx.annuncia(...news(ENTE_KIND, place, id));
      return this.queries.unoIn(tx.db, ctx.actor, ambitoId, id);
    });
  }
}

const SENZA_RUNTS = 'Per questa natura giuridica serve l’iscrizione al RUNTS: l’ente la scrive prima tra i suoi dati.';
