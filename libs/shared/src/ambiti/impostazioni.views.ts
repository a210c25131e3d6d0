import * as z from 'zod';
import { INIZI_MANDATO } from '../elenchi/elenco.schema.js';
import { ARTICOLI, GENERI } from '../kernel/italiano.js';
import { identifier, type Reads } from '../kernel/view.js';
import { regoleTavoloView } from '../incontri/incontro.views.js';
import { patronoView } from './ambito.views.js';
import { campoSchedaView } from './campi-scheda.js';
import { CHIAVI_PAROLE, type ChiaveParola, type ParolaScelta } from './ambito.words.js';
import { TIPI_CAPOFILA } from './impostazioni.schema.js';

const parolaScelta = z.strictObject({
  testo: z.string(),
  plurale: z.string(),
  articolo: z.enum(ARTICOLI),
  genere: z.enum(GENERI),
  daConfermare: z.boolean().optional(),
}) satisfies z.ZodType<ParolaScelta>;

const voce = z.strictObject({ codice: z.string(), titolo: z.string(), fonte: z.string().nullable(), anno: z.int().nullable() });
/** `ritirata`: no longer chosen, and still the name of what was written. */
const voceTenuta = voce.extend({ ritirata: z.boolean() });
const domanda = z.strictObject({ domanda: z.string(), risposta: z.string() });
const persona = z.strictObject({ nome: z.string(), ruolo: z.string(), ente: z.string().nullable() });
const sede = {
  sede: z.string(),
  orari: z.string(),
  telefono: z.string().nullable(),
  email: z.string().nullable(),
};
const periodo = { dal: z.string().nullable(), al: z.string().nullable(), atto: z.string().nullable() };

/** GET …/ufficio: what anybody reads of the office, of the ambito and of what it is made of. */
export const ufficioView = z.strictObject({
  ...sede,
  persone: z.array(persona),
  capofila: z.array(z.strictObject({ nome: z.string(), ...periodo })),
  comuni: z.array(z.strictObject({ nome: z.string(), ...periodo })),
  elenchi: z.strictObject({ fondi: z.array(voce), leps: z.array(voce), obiettivi: z.array(voce) }),
});
export type UfficioView = Reads<typeof ufficioView>;

/** GET …/domande: what people often ask, and the answers of the office. */
export const domandeView = z.strictObject({ domande: z.array(domanda) });
export type DomandeView = Reads<typeof domandeView>;

/** GET …/impostazioni: all that the office can change of its ambito, with what was before. */
export const impostazioniView = z.strictObject({
  version: z.int(),
  nome: z.string(),
  regione: z.string(),
  contatti: z.strictObject({ indirizzo: z.string(), email: z.string(), pec: z.string(), telefono: z.string() }),
  codice: z.string().nullable(),
  sito: z.string().nullable(),
  albo: z.string().nullable(),
  dpo: z.strictObject({ nome: z.string(), email: z.string() }).nullable(),
  patrono: patronoView.nullable(),
  dichiarazioneAccessibilita: z.string().nullable(),
  nomeEsteso: parolaScelta,
  parole: z.strictObject(Object.fromEntries(CHIAVI_PAROLE.map(c => [c, parolaScelta])) as Record<ChiaveParola, typeof parolaScelta>),
  domande: z.array(domanda),
  ufficio: z.strictObject({ ...sede, persone: z.array(persona.extend({ pubblica: z.boolean() })) }),
  /** The last is in charge now. */
  capofila: z.array(z.strictObject({ tipo: z.enum(TIPI_CAPOFILA), nome: z.string(), motivo: z.string().nullable(), ...periodo })),
  comuni: z.array(
    z.strictObject({
      istat: z.string(),
      nome: z.string(),
      abitanti: z.int(),
      /** It is of the ambito today. */
      oggi: z.boolean(),
      periodi: z.array(z.strictObject({ ...periodo, motivo: z.string().nullable() })),
    }),
  ),
  aree: z.array(z.strictObject({ id: identifier, nome: z.string(), archiviata: z.boolean(), tavoli: z.int() })),
  elenchi: z.strictObject({ fondi: z.array(voceTenuta), leps: z.array(voceTenuta), obiettivi: z.array(voceTenuta) }),
  /** What new schede ask for beyond their parts, in order; those that were withdrawn last. */
  campiScheda: z.array(campoSchedaView),
  regole: regoleTavoloView.omit({ version: true }),
  /** When the people of an accepted ente begin to sit. */
  inizioMandato: z.enum(INIZI_MANDATO),
  /** Tavoli with rules of their own. */
  eccezioni: z.array(z.strictObject({ slug: z.string(), nome: z.string() })),
});
export type ImpostazioniView = Reads<typeof impostazioniView>;

/** GET …/comuni-italiani: comuni of the list of ISTAT. */
export const comuneItalianoView = z.strictObject({
  istat: z.string(),
  nome: z.string(),
  belfiore: z.string(),
  abitanti: z.int(),
  provincia: z.string(),
  regione: z.string(),
});
export type ComuneItalianoView = Reads<typeof comuneItalianoView>;
