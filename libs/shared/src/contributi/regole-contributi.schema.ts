import * as z from 'zod';
import { istante, riga } from '../kernel/fields.js';
import type { Reads } from '../kernel/view.js';
import { identificativoProprio } from '../permissions/riferimenti.js';

/** When a tavolo takes contributi. */
export const AperturaContributi = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('sempre') }),
  z
    .strictObject({ tipo: z.literal('finestra'), dal: istante, al: istante })
    .refine(f => Date.parse(f.al) > Date.parse(f.dal), { path: ['al'], message: 'La fine deve venire dopo l’inizio.' }),
  z.strictObject({ tipo: z.literal('chiusi') }),
]);
export type AperturaContributi = z.infer<typeof AperturaContributi>;

/** A short question that helps to write; nobody has to answer. The id keeps answers with their question when the words change. */
export const DomandaGuidata = z.strictObject({
  id: identificativoProprio('Coined by who writes the question; it lives with the tavolo of the URL.'),
  testo: riga(160, 'Scrivi la domanda.'),
});
export type DomandaGuidata = z.infer<typeof DomandaGuidata>;

export const DOMANDE_MASSIME = 5;

/** The rule of a tavolo about contributi: set by its referente or the coordinatore. */
export const RegoleContributiInput = z.strictObject({
  apertura: AperturaContributi,
  domande: z
    .array(DomandaGuidata)
    .max(DOMANDE_MASSIME, `Al massimo ${DOMANDE_MASSIME} domande.`)
    .refine(domande => new Set(domande.map(d => d.id)).size === domande.length, 'Ogni domanda ha un suo identificativo.'),
});
export type RegoleContributi = Reads<typeof RegoleContributiInput>;

/** A tavolo that said nothing is open: who writes to it must find it so. */
export const REGOLE_CONTRIBUTI: RegoleContributi = { apertura: { tipo: 'sempre' }, domande: [] };

const intero = (min: number, max: number) => z.int('Scrivi un numero intero.').min(min, `Almeno ${min}.`).max(max, `Al massimo ${max}.`);

/** The clocks of an ambito, in calendar days, and how long what is not published is kept. */
export const TempiContributiInput = z.strictObject({
  giorniModerazione: intero(1, 60),
  giorniRisposta: intero(1, 365),
  /** To decide on a review that an author asks. */
  giorniRiesame: intero(1, 365),
  /** Months after which a refused or withdrawn contributo loses text and author. */
  mesiRespinti: intero(1, 60),
  /** Days after which one that nobody confirmed is deleted. */
  giorniDaConfermare: intero(1, 30),
});
export type TempiContributi = z.infer<typeof TempiContributiInput>;

/** Defaults by practice: 5 days to moderate, 30 to answer, 30 to decide on a review: our own choice, which each ambito changes. */
export const TEMPI_CONTRIBUTI: TempiContributi = {
  giorniModerazione: 5,
  giorniRisposta: 30,
  giorniRiesame: 30,
  mesiRespinti: 6,
  giorniDaConfermare: 7,
};
