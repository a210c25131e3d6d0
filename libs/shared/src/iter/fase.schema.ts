import * as z from 'zod';
import { brano, facoltativo, motivazione, riga } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';
import { AttoAtteso, direzione, tipoAtto } from './atto.schema.js';
import { MODELLI_ITER } from './modelli.js';
import { ORGANI } from './organi.js';

/** A day in Rome, `YYYY-MM-DD`. */
const giorno = z.iso.date('Scrivi una data valida.').max(10);
const giornoFacoltativo = facoltativo(giorno);

/** A new iter of the current Piano; `scadenza`: by when the Piano is due (day in Rome; null: not known yet). */
export const NuovoIterInput = z.strictObject({ modello: z.enum(MODELLI_ITER, 'Scegli da dove partire.'), scadenza: giornoFacoltativo });
export type NuovoIterInput = z.infer<typeof NuovoIterInput>;

export const IterInput = z.strictObject({ scadenza: giornoFacoltativo });
export type IterInput = z.infer<typeof IterInput>;

/** All the phases, each once, in the order wanted. */
export const OrdineFasiInput = z.strictObject({
  fasi: z.array(riferimento('fase', 'fase.modifica')).min(1, 'Indica le fasi.').max(60, 'Al massimo 60 fasi.'),
});
export type OrdineFasiInput = z.infer<typeof OrdineFasiInput>;

/** What is written of a phase. `note` stay within the offices; `descrizione` is read by all. */
export const FaseInput = z
  .strictObject({
    titolo: riga(160, 'Scrivi il titolo della fase.'),
    organo: z.enum(ORGANI, 'Scegli a chi tocca.'),
    organoNome: facoltativo(riga(120)),
    descrizione: brano(2000),
    note: brano(4000),
    responsabile: facoltativo(riga(120)),
    responsabileIncaricoId: facoltativo(riferimento('incarico', 'incarico.elenca')),
    previstaDal: giornoFacoltativo,
    previstaAl: giornoFacoltativo,
    attesi: z.array(AttoAtteso).max(20, 'Al massimo 20 atti.'),
  })
  .superRefine((fase, ctx) => {
    if (fase.organo === 'altro' && fase.organoNome === null)
      ctx.addIssue({ code: 'custom', path: ['organoNome'], message: 'Scrivi a chi tocca.', input: fase });
    if (fase.previstaDal !== null && fase.previstaAl !== null && fase.previstaAl < fase.previstaDal) {
      ctx.addIssue({ code: 'custom', path: ['previstaAl'], message: 'La fine prevista non può venire prima dell’inizio.', input: fase });
    }
  });
export type FaseInput = z.infer<typeof FaseInput>;

/** Body of the steps of a phase. `data`: the day it really began or ended (today when not given). */
export const FaseAzioneInput = z.strictObject({ motivazione: motivazione.optional(), data: giorno.optional() });
export type FaseAzioneInput = z.infer<typeof FaseAzioneInput>;

/** An address of an albo: https, a name with a dot, nobody's name or password in it. */
const albo = z
  .string('Scrivi l’indirizzo.')
  .max(500, 'Al massimo 500 caratteri.')
  .overwrite(value => value.trim())
  .regex(
    /^https:\/\/(?:[a-zA-Z0-9-]{1,63}\.){1,10}[a-zA-Z]{2,63}(?::[0-9]{1,5})?(?:[/?#][a-zA-Z0-9/?#._~:@!$&()*+,;=%-]{0,300})?$/,
    'Scrivi un indirizzo che comincia con https://, per esempio https://albo.comune.esempio.it/atto/12.',
  );

/** An act of a phase. The file, if any, is sent apart. */
export const AttoInput = z.strictObject({
  direzione,
  tipo: tipoAtto,
  titolo: riga(200, 'Scrivi il titolo dell’atto.'),
  numero: facoltativo(riga(40)),
  data: giornoFacoltativo,
  albo: facoltativo(albo),
  pubblico: z.boolean('Di’ se l’atto è pubblico.'),
});
export type AttoInput = z.infer<typeof AttoInput>;
