import * as z from 'zod';
import { riga } from '../kernel/fields.js';

export const TIPI_ATTO = [
  'atto_indirizzo',
  'determina',
  'delibera',
  'decreto',
  'avviso',
  'elenco',
  'verbale',
  'elaborato',
  'bozza',
  'piano',
  'intesa',
  'accordo',
  'trasmissione',
  'relazione',
  'regolamento',
  'disciplinare',
  'protocollo_intesa',
  'convenzione',
  'deliberazione_organo',
  'nota',
  'comunicazione',
  'parere',
  'decreto_nomina',
  'presa_atto',
  'altro',
] as const;
export type TipoAtto = (typeof TIPI_ATTO)[number];

/** What an act does to another, of before. */
export const RAPPORTI_ATTO = ['modifica', 'integra', 'revoca', 'rettifica'] as const;
export type RapportoAtto = (typeof RAPPORTI_ATTO)[number];

export const DIREZIONI_ATTO = ['ingresso', 'uscita'] as const;
export type DirezioneAtto = (typeof DIREZIONI_ATTO)[number];

export const tipoAtto = z.enum(TIPI_ATTO, 'Scegli di che atto si tratta.');
export const direzione = z.enum(DIREZIONI_ATTO, 'Di’ se l’atto serve alla fase o ne esce.');

/** An act that the phase is expected to need (`ingresso`) or to make (`uscita`). */
export const AttoAtteso = z.strictObject({ direzione, tipo: tipoAtto, titolo: riga(160, 'Scrivi come si chiama l’atto.') });
export type AttoAtteso = z.infer<typeof AttoAtteso>;
