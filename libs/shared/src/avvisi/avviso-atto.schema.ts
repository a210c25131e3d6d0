import * as z from 'zod';
import { NATURE_GIURIDICHE, type NaturaGiuridica, type Veste, vesteNaturale } from '../enti/natura-giuridica.js';
import { VINCOLI_TAVOLI } from './tavoli-per-ente.js';
import { facoltativo, indirizzoEmail, riga, telefono } from '../kernel/fields.js';

/** Who says that a requirement is met: the ente that declares it, or the office that looks. */
export const VERIFICHE_REQUISITO = ['dichiarata', 'ufficio'] as const;
export type VerificaRequisito = (typeof VERIFICHE_REQUISITO)[number];

export const Requisito = z.strictObject({
  testo: riga(400, 'Scrivi il requisito.'),
  verifica: z.enum(VERIFICHE_REQUISITO, 'Di’ chi verifica il requisito.'),
});
export type Requisito = z.infer<typeof Requisito>;

/** What whoever answers declares, one by one, before sending. */
export const DichiarazioneAvviso = z.strictObject({ testo: riga(600, 'Scrivi la dichiarazione.'), obbligatoria: z.boolean() });
export type DichiarazioneAvviso = z.infer<typeof DichiarazioneAvviso>;

/** Where a new avviso starts from; no article of law is named, since each office names its own. */
export const DICHIARAZIONI_PREDEFINITE: readonly DichiarazioneAvviso[] = [
  'Quello che ho scritto è vero, e so che chi dichiara il falso ne risponde.',
  'Le persone che indico non hanno impedimenti a rappresentare l’ente.',
  'Ho letto l’avviso e le regole del tavolo.',
  'So che la partecipazione è gratuita e non dà titolo ad affidamenti o contributi.',
  'Ho letto l’informativa sulla privacy.',
].map(testo => ({ testo, obbligatoria: true }));

const nature = z.array(z.enum(NATURE_GIURIDICHE)).max(NATURE_GIURIDICHE.length);
const conVeste = (veste: Veste): NaturaGiuridica[] => NATURE_GIURIDICHE.filter(natura => vesteNaturale(natura) === veste);

export const NATURE_ISTITUZIONALI: readonly NaturaGiuridica[] = conVeste('istituzionale');
export const NATURE_OSSERVATRICI: readonly NaturaGiuridica[] = conVeste('osservatore');

/** What makes an avviso an act. `determinaData` is a day, `YYYY-MM-DD`. */
export const datiDellAtto = {
  determinaNumero: facoltativo(riga(40)),
  determinaData: facoltativo(z.iso.date('Scrivi un giorno, per esempio 31/12/2026.')),
  responsabileNome: facoltativo(riga(120)),
  responsabileUfficio: facoltativo(riga(160)),
  responsabileTelefono: facoltativo(telefono),
  responsabileEmail: facoltativo(indirizzoEmail),
  /** The kinds of ente that sit as `istituzionale` and as `osservatore`; all others as `componente`. */
  natureIstituzionali: nature.default([...NATURE_ISTITUZIONALI]),
  natureOsservatrici: nature.default([...NATURE_OSSERVATRICI]),
  /** At how many tavoli of the avviso an ente may sit: an advice, or a limit. */
  tavoliVincolo: z.enum(VINCOLI_TAVOLI, 'Scegli se c’è un limite.').default('nessuno'),
  tavoliMassimi: z.int('Scrivi un numero intero.').min(1, 'Almeno un tavolo.').max(100, 'Al massimo 100 tavoli.').default(3),
};

type Atto = Readonly<{
  determinaNumero: string | null;
  determinaData: string | null;
  natureIstituzionali: readonly NaturaGiuridica[];
  natureOsservatrici: readonly NaturaGiuridica[];
}>;

/** The determina has number and day, or neither; no kind of ente sits in two capacities. */
export function attoInRegola(atto: Atto, ctx: z.RefinementCtx): void {
  determinaIntera(atto, ctx);
  if (atto.natureOsservatrici.some(natura => atto.natureIstituzionali.includes(natura)))
    ctx.addIssue({ code: 'custom', path: ['natureOsservatrici'], message: 'La stessa natura non può sedere in due modi.' });
}

/** The determina has number and day, or neither. */
export function determinaIntera(atto: Pick<Atto, 'determinaNumero' | 'determinaData'>, ctx: z.RefinementCtx): void {
  if ((atto.determinaNumero === null) !== (atto.determinaData === null)) {
    const [campo, message] =
      atto.determinaData === null
        ? ['determinaData', 'Scrivi anche la data della determina.']
        : ['determinaNumero', 'Scrivi anche il numero della determina.'];
    ctx.addIssue({ code: 'custom', path: [campo], message });
  }
}

/** In what capacity an ente that answers in time sits, as the avviso says. */
export function vesteDi(
  natura: NaturaGiuridica,
  avviso: { readonly natureIstituzionali: readonly NaturaGiuridica[]; readonly natureOsservatrici: readonly NaturaGiuridica[] },
): Exclude<Veste, 'consultivo'> {
  if (avviso.natureIstituzionali.includes(natura)) return 'istituzionale';
  return avviso.natureOsservatrici.includes(natura) ? 'osservatore' : 'componente';
}

/** A declaration with the answer of whoever sends; frozen with what was sent. */
export const dichiarazioneResa = z.strictObject({ testo: z.string(), obbligatoria: z.boolean(), resa: z.boolean() });
export type DichiarazioneResa = z.infer<typeof dichiarazioneResa>;

/** The declarations as answered. @param rese places of those that were made, from 0 */
export const conRisposta = (dichiarazioni: readonly DichiarazioneAvviso[], rese: readonly number[]): DichiarazioneResa[] =>
  dichiarazioni.map((d, i) => ({ ...d, resa: rese.includes(i) }));
