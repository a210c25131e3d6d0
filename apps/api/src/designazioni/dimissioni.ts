import { DESIGNAZIONI_CHE_ASPETTANO, REGOLE_PREDEFINITE } from '@tavoli/shared';
import { congeda } from '../incontri/convocare/congeda.js';
import type { Tx } from '../platform/commands/commands.js';
import type { ResolvedPlace } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { leggiPerEmail } from './designazioni.emails.data.js';
import { emailDimissioni } from './dimissioni.emails.js';
import { chiudiMandati } from './mandati/mandati.js';

export interface Dimissioni {
  readonly designazioneId: string;
  readonly rappresentanteId: string;
  /** `YYYY-MM-DD`, from when. */
  readonly giorno: string;
  /** What they wrote, where the office has it on paper. */
  readonly testo: string | null;
  readonly da: 'persona' | 'ufficio';
}

/**
 * Somebody resigns: their seat is in nobody's hands from now on, calendars forget what they were called to, the supplente takes part, and the ente is asked for
 * another within the days of the tavolo. The designazione is held. @throws ProblemError `dimissioni.non_siede`
 */
export async function registraDimissioni(tx: Tx, origin: string, { enteId }: ResolvedPlace, d: Dimissioni): Promise<void> {
  // Also where a replacement that waits for its answer names the same person.
  const [presi] = await tx.db.query<[unknown[], number]>(
    `UPDATE rappresentante r SET consenso = 'dimesso', consenso_at = now(), dimesso_il = $3, dimissioni_testo = $4 FROM designazione x
     WHERE r.ambito_id = $1 AND x.ambito_id = r.ambito_id AND x.id = r.designazione_id AND r.consenso = 'dato'
       AND (r.id = $2 OR (r.continua_id = $2 AND x.stato IN ${fra(DESIGNAZIONI_CHE_ASPETTANO)})) RETURNING r.id`,
    [tx.ambitoId, d.rappresentanteId, d.giorno, d.testo],
  );
  if (presi.length === 0) throw new ProblemError('dimissioni.non_siede');
  await chiudiMandati(tx.db, tx.ambitoId, d.designazioneId, 'dimissioni', d.rappresentanteId);
  await congeda(tx, origin, enteId ?? '');
  const dati = await leggiPerEmail(tx.db, tx.ambitoId, d.designazioneId);
  const chi = dati.persone.find(p => p.id === d.rappresentanteId);
  if (chi)
    tx.email(...emailDimissioni(dati, chi, { giorno: d.giorno, entro: await entro(tx, dati.tavoloId), daUfficio: d.da === 'ufficio' }));
}

/** The last day in which the ente is asked for another person, `YYYY-MM-DD`. */
async function entro(tx: Tx, tavoloId: string): Promise<string> {
  const [row] = await tx.db.query<{ entro: string }[]>(
    `SELECT ((now() AT TIME ZONE 'Europe/Rome')::date + coalesce((t.regole->>'giorniSostituzione')::int, $3))::text AS entro FROM tavolo t WHERE t.ambito_id = $1 AND t.id = $2`,
    [tx.ambitoId, tavoloId, REGOLE_PREDEFINITE.giorniSostituzione],
  );
  return row?.entro ?? '';
}
