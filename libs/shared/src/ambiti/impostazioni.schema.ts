import * as z from 'zod';
import { RegoleTavoloInput } from '../incontri/regole-tavolo.schema.js';
import { brano, facoltativo, indirizzoEmail, motivazione, riga, telefono } from '../kernel/fields.js';
import { ARTICOLI, GENERI } from '../kernel/italiano.js';
import { nonRiferimento, parteDi } from '../permissions/riferimenti.js';
import { codiceVoce } from './voci.js';
import { CHIAVI_PAROLE, type ChiaveParola } from './ambito.words.js';

/** Who may lead an ambito: not always a comune (dopo-i-tavoli §3). */
export const TIPI_CAPOFILA = ['comune', 'unione', 'comunita_montana', 'consorzio', 'azienda', 'regione', 'altro'] as const;
export type TipoCapofila = (typeof TIPI_CAPOFILA)[number];
export const ETICHETTE_CAPOFILA: Readonly<Record<TipoCapofila, string>> = {
  comune: 'Comune',
  unione: 'Unione di comuni',
  comunita_montana: 'Comunità montana',
  consorzio: 'Consorzio',
  azienda: 'Azienda',
  regione: 'Regione',
  altro: 'Altro ente',
};

/** A page of ours that others keep: only over TLS, and nothing that a browser would run. */
export const indirizzoWeb = z
  .string('Scrivi un indirizzo web.')
  .max(300, 'Al massimo 300 caratteri.')
  .overwrite(value => value.trim())
  .regex(/^https:\/\/[^\s<>"']{3,290}$/, 'Scrivi l’indirizzo completo, che comincia con https://');

/** A day, `YYYY-MM-DD`, of a year that an act of an ambito may have. */
export const giornoScritto = z.iso
  .date('Indica il giorno.')
  .refine(g => g >= '1990-01-01' && g <= '2100-12-31', 'Indica un giorno tra il 1990 e il 2100.');

/** A noun with what Italian needs to put it into a sentence. */
export const ParolaInput = z
  .strictObject({
    testo: riga(90, 'Scrivi la parola.'),
    plurale: riga(90, 'Scrivi il plurale.'),
    articolo: z.enum(ARTICOLI, 'Scegli l’articolo.'),
    genere: z.enum(GENERI, 'Scegli il genere.'),
  })
  .refine(p => !(p.genere === 'f' ? ['il', 'lo', 'i', 'gli'] : ['la', 'le']).includes(p.articolo), {
    path: ['articolo'],
    message: 'L’articolo e il genere non vanno d’accordo.',
  });

/** The name in full has no plural; it says the article that it wants. */
export const NomeEstesoInput = z.strictObject({
  testo: riga(160, 'Scrivi il nome completo dell’ambito.'),
  articolo: z.enum(ARTICOLI, 'Scegli l’articolo.'),
});

/** All the words at once: what is sent is confirmed. */
export const ParoleInput = z.strictObject({
  nomeEsteso: NomeEstesoInput,
  parole: z.strictObject(
    Object.fromEntries(CHIAVI_PAROLE.map(chiave => [chiave, ParolaInput])) as Record<ChiaveParola, typeof ParolaInput>,
  ),
});
export type ParoleInput = z.infer<typeof ParoleInput>;

const Dpo = z.strictObject({ nome: riga(120, 'Scrivi il nome di chi è responsabile della protezione dei dati.'), email: indirizzoEmail });

/** The saint patron of the capofila: a day of every year, 29 February too. */
export const PatronoInput = z
  .strictObject({
    nome: riga(80, 'Scrivi il nome del santo patrono.'),
    giorno: z.int('Scrivi il giorno.').min(1, 'Il giorno va da 1 a 31.').max(31, 'Il giorno va da 1 a 31.'),
    mese: z.int('Scegli il mese.').min(1, 'Scegli il mese.').max(12, 'Scegli il mese.'),
  })
  .refine(p => p.giorno <= new Date(Date.UTC(2024, p.mese, 0)).getUTCDate(), {
    path: ['giorno'],
    message: 'Questo mese non ha tanti giorni.',
  });

/** How to reach the ambito, and what the law asks it to say. */
export const ContattiAmbitoInput = z.strictObject({
  nome: riga(120, 'Scrivi il nome dell’ambito.'),
  contatti: z.strictObject({ indirizzo: riga(200, 'Scrivi l’indirizzo.'), email: indirizzoEmail, pec: indirizzoEmail, telefono }),
  /** `S3`, `D46`, …: how the Region calls it. */
  codice: facoltativo(riga(20)),
  sito: facoltativo(indirizzoWeb),
  albo: facoltativo(indirizzoWeb),
  /** Responsabile della protezione dei dati (GDPR art. 37). */
  dpo: facoltativo(Dpo),
  /** Festivo for the incontri: the preview of dates says so. */
  patrono: facoltativo(PatronoInput),
  /** The declaration that the ambito entered with the form of AgID. */
  dichiarazioneAccessibilita: facoltativo(indirizzoWeb),
});
export type ContattiAmbitoInput = z.infer<typeof ContattiAmbitoInput>;

export const UfficioInput = z.strictObject({
  sede: brano(300),
  orari: brano(600),
  telefono: facoltativo(telefono),
  email: facoltativo(indirizzoEmail),
  persone: z
    .array(
      z.strictObject({
        nome: riga(120, 'Scrivi il nome.'),
        ruolo: riga(120, 'Scrivi che cosa fa.'),
        ente: nonRiferimento(
          facoltativo(riga(120)),
          'For whom they work, in words: a comune or a company that need not be in the list of the enti.',
        ),
        pubblica: z.boolean(),
      }),
    )
    .max(60, 'Al massimo 60 persone.'),
});
export type UfficioInput = z.infer<typeof UfficioInput>;

export const CapofilaInput = z.strictObject({
  tipo: z.enum(TIPI_CAPOFILA, 'Scegli che ente è.'),
  nome: riga(120, 'Scrivi il nome completo, per esempio Comune di Pavia.'),
  dal: giornoScritto,
  atto: facoltativo(riga(200)),
  motivazione,
});
export type CapofilaInput = z.infer<typeof CapofilaInput>;

export const codiceIstat = nonRiferimento(
  z
    .string('Scegli un comune.')
    .max(6)
    .regex(/^\d{6}$/, 'Il codice ISTAT ha 6 cifre.'),
  'A comune of Italy, by the code of ISTAT.',
);
const cambioDiComune = { istat: codiceIstat, giorno: giornoScritto, atto: facoltativo(riga(200)), motivazione };

/** A comune of the list of ISTAT joins the ambito from a day. */
export const ComuneEntraInput = z.strictObject(cambioDiComune);
/** A comune leaves: that day is the last. */
export const ComuneEsceInput = z.strictObject(cambioDiComune);
export type ComuneEntraInput = z.infer<typeof ComuneEntraInput>;
export type ComuneEsceInput = z.infer<typeof ComuneEsceInput>;

/** Comuni whose name has these words; without words, all those of a Region. */
export const ComuniItalianiQuery = z.strictObject({
  q: z.string().max(80, 'Al massimo 80 caratteri.').default(''),
  regione: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ComuniItalianiQuery = z.infer<typeof ComuniItalianiQuery>;

/** The areas in their order; one without id is new, one that is left out is archived, never deleted. */
export const AreeInput = z.strictObject({
  aree: z
    .array(z.strictObject({ id: parteDi('area').nullable(), nome: riga(120, 'Scrivi il nome dell’area.') }))
    .min(1, 'Serve almeno un’area.')
    .max(60, 'Al massimo 60 aree.'),
});
export type AreeInput = z.infer<typeof AreeInput>;

const VoceInput = z.strictObject({
  /** What a scheda keeps of it. */
  codice: codiceVoce('Scrivi il codice.'),
  titolo: riga(200, 'Scrivi il titolo.'),
  /** The act or document that lists it. */
  fonte: facoltativo(riga(300)),
  anno: z.int('Scrivi l’anno.').min(1990, 'Dal 1990.').max(2100, 'Fino al 2100.').nullable(),
});
/** Those that may be chosen from now on, in their order: one that is left out is withdrawn, and taken back by being there again. */
export const ElencoAmbitoInput = z
  .strictObject({ voci: z.array(VoceInput).max(200, 'Al massimo 200 voci.') })
  .superRefine(({ voci }, ctx) => {
    voci.forEach((voce, i) => {
      if (voci.findIndex(altra => altra.codice === voce.codice) < i)
        ctx.addIssue({ code: 'custom', path: ['voci', i, 'codice'], message: 'Questo codice c’è già nell’elenco.' });
    });
  });
export type ElencoAmbitoInput = z.infer<typeof ElencoAmbitoInput>;

/** What people often ask of the ambito, in the order in which it is read. */
export const DomandeInput = z.strictObject({
  domande: z
    .array(
      z.strictObject({
        domanda: riga(200, 'Scrivi la domanda.'),
        risposta: brano(2000, 'Scrivi la risposta.'),
      }),
    )
    .max(40, 'Al massimo 40 domande.'),
});
export type DomandeInput = z.infer<typeof DomandeInput>;

/** The rules of the tavoli that have not decided otherwise. */
export const RegolePredefiniteInput = RegoleTavoloInput;
export type RegolePredefiniteInput = z.infer<typeof RegolePredefiniteInput>;
