import * as z from 'zod';
import { STATI_AVVISO } from '../avvisi/avviso.states.js';
import { RUOLI_RAPPRESENTANTE } from '../designazioni/designazione.schema.js';
import { VESTI } from '../enti/natura-giuridica.js';
import { sottogruppoBreveView, sottogruppoPubblicoView } from './sottogruppo.views.js';
import { tavoloBreveView } from './tavolo-breve.views.js';
import { identifier, instant, type Reads, version } from '../kernel/view.js';

export const tavoloRigaView = z.strictObject({
  id: identifier,
  slug: z.string(),
  codice: z.string(),
  nome: z.string(),
  scopo: z.string(),
  aree: z.array(z.string()),
  referente: z.string().nullable(),
  numeroEnti: z.int(),
  /** It is closed since that day; null: it is open. */
  chiusoIl: z.string().nullable(),
  sottogruppi: z.array(sottogruppoBreveView),
});
export type TavoloRigaView = Reads<typeof tavoloRigaView>;

export const enteAlTavoloView = z.strictObject({
  id: identifier,
  denominazione: z.string(),
  veste: z.enum(VESTI),
  dal: z.string(),
  rappresentanti: z.array(z.strictObject({ ruolo: z.enum(RUOLI_RAPPRESENTANTE), nome: z.string(), cognome: z.string() })),
  /** How many named persons have not consented yet. */
  inAttesa: z.int(),
  /** Its titolare resigned, and no other is named yet. */
  scoperto: z.boolean(),
});
export type EnteAlTavoloView = Reads<typeof enteAlTavoloView>;

/** The public page of a tavolo: people are named only after their consent, and only by name. */
export const tavoloView = tavoloRigaView.omit({ numeroEnti: true }).extend({
  areeId: z.array(identifier),
  piano: z.strictObject({ titolo: z.string(), dal: z.int(), al: z.int() }),
  enti: z.array(enteAlTavoloView),
  /** Whose seat the office ended, and when: no reason is ever told here. */
  usciti: z.array(z.strictObject({ denominazione: z.string(), al: z.string() })),
  /** Its Piano has ended, and with it the seats: nobody sits there. */
  mandatiFiniti: z.boolean(),
  /** Of a sottogruppo: the tavolo it works for, and from when to when, as foreseen (`YYYY-MM-DD`). */
  padre: tavoloBreveView.nullable(),
  iniziaIl: z.string().nullable(),
  finisceIl: z.string().nullable(),
  sottogruppi: z.array(sottogruppoPubblicoView),
  /** Whether anybody may ask to follow it without a seat, and how many do: no names. */
  osservatori: z.strictObject({ ammette: z.boolean(), quanti: z.int() }),
  /** The act that closed it (none closed a sottogruppo by itself), and the tavolo that goes on in its place. */
  chiusura: z
    .strictObject({
      atto: z.strictObject({ tipo: z.string(), numero: z.string(), data: z.string() }).nullable(),
      confluitoIn: tavoloBreveView.nullable(),
    })
    .nullable(),
  /** Those that went into this one. */
  confluiti: z.array(tavoloBreveView),
  avvisi: z.array(z.strictObject({ id: identifier, titolo: z.string(), chiudeAt: instant, stato: z.enum(STATI_AVVISO) })),
  version,
});
export type TavoloView = Reads<typeof tavoloView>;
