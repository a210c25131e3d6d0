import { TIPI_MANCANZA } from './cruscotto.schema.js';

/**
 * Kinds of things that wait for somebody; each has one file in `apps/api/src/cruscotto/attese`, which says whose it is and how it is told. Some are
 * missing things too (`TIPI_MANCANZA`): the office sees who holds them, and may remind them.
 */
export const TIPI_ATTESA = [
  ...TIPI_MANCANZA,
  'richiesta_di_ingresso',
  'designazione_senza_consenso',
  'posto_senza_risposta',
  'decadenza_proposta',
  'osservatore_da_decidere',
  'sottogruppo_da_chiudere',
  'proposta_da_decidere',
  'data_da_scegliere',
  'incontro_da_convocare',
  'incontro_vicino',
  'incontro_da_chiudere',
  'congiunto_da_consentire',
  'convocazione_da_rispondere',
  'verbale_da_scrivere',
  'verbale_da_finire',
  'verbale_da_approvare',
  'verbale_da_pubblicare',
  'verbale_da_correggere',
  'correzione_da_decidere',
  'contributo_da_leggere',
  'contributo_da_rispondere',
  'designazione_non_completata',
  'riesame_da_decidere',
  'contributo_da_confermare',
  'contributo_da_modificare',
  'contributo_con_risposta',
  'elaborato_da_consegnare',
  'commento_senza_risposta',
  'consultazione_aperta',
  'impegno_scaduto',
  'impegno_del_tavolo',
  'incarico_in_scadenza',
  'atto_mancante',
  'messaggio_non_consegnato',
  'segnalazione_nuova',
  'avviso_aperto',
  'ente_da_completare',
  'statuto_mancante',
  'designazione_da_completare',
  'designazione_in_bozza',
  'designazione_non_accettata',
  'memoria_da_presentare',
] as const;
export type TipoAttesa = (typeof TIPI_ATTESA)[number];

/** How near: late or for today; within seven days; whenever one can. */
export const URGENZE = ['subito', 'presto', 'in_attesa'] as const;
export type Urgenza = (typeof URGENZE)[number];

/** What a kind is called when counted: one, many, and the gender that the words about it agree with. */
export interface NomeAttesa {
  readonly una: string;
  readonly molte: string;
  readonly genere: 'm' | 'f';
  /** What happens at `entro`: it falls due (unless said), or it begins. */
  readonly entro?: 'scade' | 'comincia';
}

/** When: since when it waits, by when it is due; each null where it is not known. */
export interface Tempi {
  readonly dal: Date | null;
  readonly entro: Date | null;
}
