import * as z from 'zod';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { comuneBreveView } from './comune.views.js';
import { CANALI, MOTIVI_RESPINGIMENTO, TIPI_CONTRIBUTO } from './contributo.schema.js';
import { AZIONI_AUTORE, STATI_CONTRIBUTO } from './contributo.states.js';
import { allegatoView, contributoBreveView, passoView, provenienzaView } from './contributo.views.js';
import { riesameView } from './gestione.views.js';
import { DomandaGuidata } from './regole-contributi.schema.js';
import { testiContributoView } from './testi.views.js';

/** GET contributo (secret in `X-Segreto`), GET account/contributi/:mio — what its author sees. */
export const contributoAutoreView = z.strictObject({
  id: identifier,
  codice: z.string(),
  stato: z.enum(STATI_CONTRIBUTO),
  version,
  testi: testiContributoView,
  tipo: z.enum(TIPI_CONTRIBUTO),
  comune: comuneBreveView.nullable(),
  zona: z.string().nullable(),
  provenienza: provenienzaView,
  mostraNome: z.boolean(),
  canale: z.enum(CANALI),
  tavolo: tavoloBreveView,
  ambito: z.strictObject({ nome: z.string(), slug: z.string() }),
  inviatoAt: instant,
  /** By when the next thing should happen, told as "entro il". */
  moderareEntroAt: instant.nullable(),
  rispondereEntroAt: instant.nullable(),
  motivo: z.enum(MOTIVI_RESPINGIMENTO).nullable(),
  motivazione: z.string().nullable(),
  motivoOmissis: z.string().nullable(),
  pubblico: testiContributoView.nullable(),
  files: z.array(allegatoView),
  riesame: riesameView.nullable(),
  unitoA: contributoBreveView.nullable(),
  /** Of the public page; null while there is none. */
  percorsoPubblico: z.string().nullable(),
  filo: z.array(passoView),
  azioni: z.array(z.enum(AZIONI_AUTORE)),
  /** The guided questions of the tavolo, for who writes it anew. */
  domande: z.array(DomandaGuidata),
});
export type ContributoAutoreView = Reads<typeof contributoAutoreView>;

/** GET account/contributi — the own ones, latest first. */
export const mioContributoView = z.strictObject({
  id: identifier,
  codice: z.string(),
  titolo: z.string(),
  stato: z.enum(STATI_CONTRIBUTO),
  tavolo: tavoloBreveView,
  ambito: z.strictObject({ nome: z.string(), slug: z.string() }),
  inviatoAt: instant,
  azioni: z.array(z.enum(AZIONI_AUTORE)),
});
export type MioContributoView = Reads<typeof mioContributoView>;
