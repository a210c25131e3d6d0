import * as z from 'zod';
import { GENERI } from '../kernel/italiano.js';
import { identifier, instant, type Reads } from '../kernel/view.js';
import { RUOLI_INCARICO } from '../permissions/ruoli.js';

export const accountView = z.strictObject({
  id: identifier,
  nome: z.string(),
  cognome: z.string(),
  email: z.string(),
  genere: z.enum(GENERI).nullable(),
});
export type AccountView = Reads<typeof accountView>;

export const incaricoProprioView = z.strictObject({
  ruolo: z.enum(RUOLI_INCARICO),
  ambito: z.strictObject({ id: identifier, slug: z.string(), nome: z.string() }),
  tavolo: z.strictObject({ id: identifier, slug: z.string(), nome: z.string() }).nullable(),
  /** Of a role that is held at one incontro, until its verbale is approved. */
  incontro: z.strictObject({ id: identifier, titolo: z.string(), inizioAt: instant }).nullable(),
});
export type IncaricoProprio = Reads<typeof incaricoProprioView>;

export const enteProprioView = z.strictObject({
  ambito: z.strictObject({ id: identifier, slug: z.string(), nome: z.string() }),
  id: identifier,
  denominazione: z.string(),
  stato: z.string(),
});
export type EnteProprio = Reads<typeof enteProprioView>;

export const tavoloProprioView = z.strictObject({
  ambito: z.strictObject({ id: identifier, slug: z.string(), nome: z.string() }),
  id: identifier,
  slug: z.string(),
  nome: z.string(),
});
export type TavoloProprio = Reads<typeof tavoloProprioView>;

/** GET /api/v1/sessione: who is signed in and every relation they hold. `null` for the public. */
export const sessioneView = z.strictObject({
  /** Somebody was signed in here, and the session ended because it was long unused. */
  inattiva: z.literal(true).optional(),
  account: accountView.nullable(),
  amministratore: z.boolean(),
  incarichi: z.array(incaricoProprioView),
  enti: z.array(enteProprioView),
  tavoli: z.array(tavoloProprioView),
});
export type SessioneView = Reads<typeof sessioneView>;

export const sessioneAttivaView = z.strictObject({
  id: identifier,
  /** RFC 3339 instants. */
  creataAt: instant,
  vistaAt: instant,
  dispositivo: z.string(),
  attuale: z.boolean(),
});
export type SessioneAttivaView = Reads<typeof sessioneAttivaView>;
