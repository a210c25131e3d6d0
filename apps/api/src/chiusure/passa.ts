import { randomUUID } from 'node:crypto';
import type { StatoDesignazione } from '@tavoli/shared';
import { congeda, type Portale } from '../incontri/convocare/congeda.js';
import type { Tx } from '../platform/commands/commands.js';
import type { ResolvedPlace } from '../platform/commands/context.js';
import { nextNumeroDiRegistro } from '../platform/numeri/numero-di-registro.js';
import { writeOther } from '../platform/procedura/hold.js';
import { news } from '../platform/realtime/news.js';
import { trattieni } from '../designazioni/mandati/chi-resta.js';
import { DESIGNAZIONE_KIND } from '../designazioni/designazione.kind.js';
import { leggiPerEmail } from '../designazioni/designazioni.emails.data.js';
import { apriMandati, chiudiAlTavolo } from '../designazioni/mandati/mandati.js';
import { emailPassato } from '../designazioni/posto.emails.js';

/** A seat that goes with its tavolo into another. */
export interface Passaggio {
  /** The designazione that keeps it. */
  readonly id: string;
  readonly stato: StatoDesignazione;
  readonly enteId: string;
  /** Where it goes. */
  readonly versoId: string;
  readonly da: string;
  readonly motivo: string;
}

const NUOVA = `
  INSERT INTO designazione (ambito_id, id, avviso_id, posto_id, tavolo_id, ente_id, stato, veste, protocollo_anno, protocollo_numero, inviata_at, accettata_at, motivazione, dichiarazioni, attende_elenco)
  SELECT d.ambito_id, $3, d.avviso_id, d.posto_id, $4, d.ente_id, d.stato, d.veste, $5, $6, d.inviata_at, now(), CASE d.stato WHEN 'sospesa' THEN d.motivazione END, d.dichiarazioni, d.attende_elenco
  FROM designazione d WHERE d.ambito_id = $1 AND d.id = $2`;
const PERSONE = `
  INSERT INTO rappresentante (ambito_id, id, designazione_id, ordine, ruolo, nome, cognome, email, telefono, qualifica, consenso, consenso_at, continua_id)
  SELECT r.ambito_id, gen_random_uuid(), $3, r.ordine, r.ruolo, r.nome, r.cognome, r.email, r.telefono, r.qualifica, r.consenso, r.consenso_at, r.id
  FROM rappresentante r WHERE r.ambito_id = $1 AND r.designazione_id = $2`;

/**
 * The seat ends here and begins there in the same veste: the persons go over as the very same, so that consent and mailed link go on; where they
 * sat stays written, and so does until when.
 */
export async function passa(tx: Tx, place: ResolvedPlace, own: Portale, p: Passaggio): Promise<void> {
  const nuova = randomUUID();
  await chiudiAlTavolo(tx.db, tx.ambitoId, p.id, 'tavolo_chiuso');
  const { anno, numero } = await nextNumeroDiRegistro(tx.db, tx.ambitoId);
  await tx.db.query(NUOVA, [tx.ambitoId, p.id, nuova, p.versoId, anno, numero]);
  await tx.db.query(PERSONE, [tx.ambitoId, p.id, nuova]);
  await trattieni(tx.db, tx.ambitoId, { vecchia: p.id, nuova });
  await writeOther(tx, DESIGNAZIONE_KIND, p.id, {
    stato: 'cessata',
    causa_fine: 'tavolo_chiuso',
    finita_at: new Date(),
    motivazione: p.motivo,
  });
  await apriMandati(tx.db, tx.ambitoId, nuova);
  await congeda(tx, own.origin, p.enteId);
  tx.registra('designazione.cessa', 'designazione', p.id, { causa: 'tavolo_chiuso', motivazione: p.motivo, passaA: nuova });
  tx.registra('designazione.passa', 'designazione', nuova, { da: p.id });
  tx.email(...emailPassato(await leggiPerEmail(tx.db, tx.ambitoId, nuova), p.da, p.motivo));
  tx.annuncia(...news(DESIGNAZIONE_KIND, place, p.id), ...news(DESIGNAZIONE_KIND, { ...place, tavoloId: p.versoId }, nuova));
}
