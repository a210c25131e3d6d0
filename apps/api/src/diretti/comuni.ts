import { ENTI_RICONOSCIUTI, type ComuneDaInvitareView, type DirettiComuniInput } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../platform/commands/commands.js';
import { fra } from '../platform/database/fra.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { sulCampo } from './campi.js';
import { scriviEnte } from './ente-leggero.js';

type Comune = DirettiComuniInput['comuni'][number];
type Riga = ComuneDaInvitareView & { readonly belfiore: string };

/** The comuni of an ambito, each with the ente that it is: said when it was written down, or a comune of that name. */
const COMUNI = (): string => `
  SELECT c.istat, c.nome, c.belfiore, (SELECT jsonb_build_object('id', e.id, 'denominazione', e.denominazione, 'pec', e.pec, 'email', e.email)
    FROM ente e WHERE e.ambito_id = c.ambito_id AND e.stato IN ${fra(ENTI_RICONOSCIUTI)}
      AND (e.comune_istat = c.istat OR (e.natura_giuridica = 'comune' AND lower(e.denominazione) LIKE '%' || lower(c.nome)))
    ORDER BY e.comune_istat = c.istat DESC NULLS LAST, length(e.denominazione), e.id LIMIT 1) AS ente
  FROM comune c WHERE c.ambito_id = $1 AND ($2::text IS NULL OR c.istat = $2) ORDER BY c.nome, c.istat`;

export const leggiComuni = (db: EntityManager, ambitoId: string): Promise<Riga[]> => db.query<Riga[]>(COMUNI(), [ambitoId, null]);

/**
 * The ente that a comune of the ambito is, written down if there is none.
 * @param pointer of the comune in the body
 * @throws ProblemError 400 on the field that is missing to write to it; `diretto.ente_esiste`; 404 on a comune of another ambito
 */
export async function enteDelComune(tx: Tx, { istat, codiceFiscale, pec }: Comune, pointer: string): Promise<string> {
  const [comune] = await tx.db.query<Riga[]>(COMUNI(), [tx.ambitoId, istat]);
  if (comune === undefined) throw fieldProblem('risorsa.non_trovata', `${pointer}/istat`, 'Questo comune non è dell’ambito.');
  if (comune.ente !== null) return comune.ente.id;
  if (codiceFiscale === null)
    throw fieldProblem('richiesta.non_valida', `${pointer}/codiceFiscale`, `Scrivi il codice fiscale del Comune di ${comune.nome}.`);
  if (pec === null) throw fieldProblem('richiesta.non_valida', `${pointer}/pec`, `Scrivi la PEC del Comune di ${comune.nome}.`);
  const dati = { denominazione: `Comune di ${comune.nome}`, naturaGiuridica: 'comune', codiceFiscale, pec, email: null } as const;
  return scriviEnte(tx, { ...dati, codiceIpa: `c_${comune.belfiore.toLowerCase()}` }, istat).catch(sulCampo(`${pointer}/codiceFiscale`));
}
