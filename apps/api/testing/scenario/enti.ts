import { checkPartitaIva, type EnteInput } from '@tavoli/shared';
import { randomInt } from 'node:crypto';

/** Eleven digits that nobody has yet, the last one the right check digit. */
export function nuovoCodiceFiscale(): string {
  const first = `9${String(randomInt(1e9)).padStart(9, '0')}`;
  for (let digit = 0; digit < 10; digit += 1) if (checkPartitaIva(`${first}${digit}`) === null) return `${first}${digit}`;
  throw new Error('One of ten digits is always right.');
}

/** What an invented association says of itself when it registers. */
export function nuovoEnte(fields: Partial<EnteInput> = {}): EnteInput {
  return {
    denominazione: 'Associazione Inventata',
    naturaGiuridica: 'associazione',
    codiceFiscale: nuovoCodiceFiscale(),
    partitaIva: null,
    runts: null,
    sedeLegale: { indirizzo: 'Via di Prova 1', cap: '87064', comune: 'Corigliano-Rossano', provincia: 'CS' },
    sedeOperativa: null,
    pec: null,
    email: `associazione${randomInt(1e9)}@prova.test`,
    telefono: '0983 123456',
    legaleRappresentante: { nome: 'Prova', cognome: 'Legale', codiceFiscale: 'RSSMRA85T10A562S' },
    aree: [],
    presentazione: '',
    informativaLetta: true,
    dichiarazioneRappresentanza: true,
    ...fields,
  };
}
