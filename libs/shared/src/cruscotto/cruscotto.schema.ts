import * as z from 'zod';
import { brano, riga } from '../kernel/fields.js';
import { riferimentoSecondo, type Riferimento, type TipoLuogo } from '../permissions/riferimenti.js';

/** Kinds of things that are missing, the most pressing first; each has one file of the same name in the API. */
export const TIPI_MANCANZA = [
  'fase_in_ritardo',
  'tavolo_senza_referente',
  'tavolo_senza_incontri',
  'tavolo_senza_enti',
  'verbale_in_ritardo',
  'contributo_in_ritardo',
  'riesame_in_ritardo',
  'elaborato_da_esaminare',
  'elaborato_da_rivedere',
  'designazione_in_attesa',
  'decadenza_da_decidere',
  'elenco_da_pubblicare',
  'consenso_in_attesa',
  'ente_da_verificare',
  'adesione_da_esaminare',
  'osservazione_senza_risposta',
  'firma_mancante',
] as const;
export type TipoMancanza = (typeof TIPI_MANCANZA)[number];

const luogo = (tipo: TipoLuogo): Riferimento => ({ forma: 'luogo', tipo, permesso: 'cruscotto.sollecita' });

/** What is missing is the thing itself. */
const MANCANTE: Readonly<Record<TipoMancanza, Riferimento>> = {
  fase_in_ritardo: luogo('fase'),
  tavolo_senza_referente: luogo('tavolo'),
  tavolo_senza_incontri: luogo('tavolo'),
  tavolo_senza_enti: luogo('tavolo'),
  verbale_in_ritardo: luogo('incontro'),
  designazione_in_attesa: luogo('designazione'),
  consenso_in_attesa: luogo('designazione'),
  ente_da_verificare: luogo('ente'),
  adesione_da_esaminare: luogo('adesione'),
  osservazione_senza_risposta: luogo('osservazione'),
  firma_mancante: luogo('firmatario'),
  contributo_in_ritardo: luogo('contributo'),
  riesame_in_ritardo: luogo('contributo'),
  elaborato_da_esaminare: luogo('elaborato'),
  elaborato_da_rivedere: luogo('elaborato'),
  decadenza_da_decidere: luogo('decadenza'),
  elenco_da_pubblicare: luogo('avviso'),
};

/** A reminder: of what, and with which words. To whom is known by the portal alone. */
export const SollecitoInput = z.strictObject({
  tipo: z.enum(TIPI_MANCANZA),
  oggettoId: riferimentoSecondo('tipo', MANCANTE),
  oggetto: riga(150, 'Scrivi l’oggetto del messaggio.'),
  testo: brano(4000, 'Scrivi il messaggio.').min(10, 'Scrivi il messaggio.'),
});
export type SollecitoInput = z.infer<typeof SollecitoInput>;
