import { randomUUID } from 'node:crypto';
import type { EnteLeggeroInput } from '@tavoli/shared';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import type { Tx } from '../platform/commands/commands.js';
import { insert } from '../platform/database/rows.js';

const SENZA_SEDE = { indirizzo: '', cap: '', comune: '', provincia: '' };

/**
 * An ente that the office writes down: verified by who invites it, with an address that the office vouches for. What only the ente knows (seat, legal
 * representative) stays empty until somebody of it writes it.
 * @param istat of the comune that it is, where it is one of the ambito
 * @returns its id. @throws ProblemError `diretto.ente_esiste` where one is verified with that codice fiscale
 */
export async function scriviEnte(tx: Tx, { email, ...dati }: EnteLeggeroInput, istat: string | null = null): Promise<string> {
  const id = randomUUID();
  const indirizzo = email ?? dati.pec;
  await insert(tx.db, 'ente', {
    ...dati,
    ambitoId: tx.ambitoId,
    id,
    stato: 'verificato',
    partitaIva: null,
    runts: null,
    sedeLegale: SENZA_SEDE,
    sedeOperativa: null,
    email: indirizzo,
    emailVerificata: indirizzo,
    telefono: '',
    legaleRappresentante: { nome: '', cognome: '', codiceFiscale: '' },
    aree: [],
    presentazione: '',
    comuneIstat: istat,
  }).catch(uniqueViolation('ente_verificato_codice_fiscale', 'diretto.ente_esiste'));
  tx.registra('ente.scrivi', 'ente', id, { denominazione: dati.denominazione });
  return id;
}
