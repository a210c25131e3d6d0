import * as z from 'zod';
import { RUOLI_RAPPRESENTANTE } from '../designazioni/designazione.schema.js';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { VESTI_DIRETTE } from './diretto.schema.js';
import { AZIONI_DIRETTO, AZIONI_NOMINA, STATI_DIRETTO } from './diretto.states.js';

const attoView = z.strictObject({ numero: z.string(), data: z.string() });

/** A seat that was offered without an avviso, as the office sees it. */
export const direttoView = z.strictObject({
  id: identifier,
  stato: z.enum(STATI_DIRETTO),
  ente: z.strictObject({ id: identifier, denominazione: z.string() }),
  tavolo: z.strictObject({ id: identifier, slug: z.string(), nome: z.string() }),
  veste: z.enum(VESTI_DIRETTE),
  titolari: z.int(),
  supplenti: z.int(),
  atto: attoView,
  invitatoAt: instant,
  scadeAt: instant,
  rispostoAt: instant.nullable(),
  /** What the ente wrote when it declined, or why the office took it back. */
  motivazione: z.string().nullable(),
  /** The designazione that the answer made. */
  designazioneId: identifier.nullable(),
  azioni: z.array(z.enum(AZIONI_DIRETTO)),
  version,
});
export type DirettoView = Reads<typeof direttoView>;

/** A comune of the ambito, with what is known to invite it. */
export const comuneDaInvitareView = z.strictObject({
  istat: z.string(),
  nome: z.string(),
  /** The ente that it is in the portal; null: it is to be written down. */
  ente: z.strictObject({ id: identifier, denominazione: z.string(), pec: z.string().nullable(), email: z.string() }).nullable(),
});
export type ComuneDaInvitareView = Reads<typeof comuneDaInvitareView>;

/** What became of each seat asked for: made, or why not. */
export const ESITI_INVITO_DIRETTO = ['invitato', 'gia_invitato', 'siede_gia'] as const;
export const direttiCreatiView = z.strictObject({
  esiti: z.array(z.strictObject({ ente: z.string(), tavolo: z.string(), esito: z.enum(ESITI_INVITO_DIRETTO) })),
});
export type DirettiCreatiView = Reads<typeof direttiCreatiView>;

/** What the ente finds behind the mailed link: who invites it, where, and what it has answered. */
export const nominaView = z.strictObject({
  ambito: z.strictObject({ slug: z.string(), nome: z.string() }),
  ente: z.strictObject({ denominazione: z.string() }),
  /** Who invites, by name. */
  da: z.string(),
  atto: attoView,
  posti: z.array(
    z.strictObject({
      id: identifier,
      stato: z.enum(STATI_DIRETTO),
      tavolo: z.strictObject({ nome: z.string(), slug: z.string(), scopo: z.string() }),
      veste: z.enum(VESTI_DIRETTE),
      titolari: z.int(),
      supplenti: z.int(),
      scadeAt: instant,
      persone: z.array(z.strictObject({ ruolo: z.enum(RUOLI_RAPPRESENTANTE), nome: z.string(), cognome: z.string() })),
      azioni: z.array(z.enum(AZIONI_NOMINA)),
    }),
  ),
});
export type NominaView = Reads<typeof nominaView>;
