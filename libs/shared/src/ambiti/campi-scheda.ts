import * as z from 'zod';
import { facoltativo, riga } from '../kernel/fields.js';
import type { Reads } from '../kernel/view.js';

/** What a field that the ambito adds to its schede is answered with. */
export const FORME_CAMPO = ['testo', 'numero', 'scelta', 'data'] as const;
export type FormaCampo = (typeof FORME_CAMPO)[number];
export const ETICHETTE_FORMA_CAMPO: Readonly<Record<FormaCampo, string>> = {
  testo: 'Testo',
  numero: 'Numero',
  scelta: 'Scelta da un elenco',
  data: 'Data',
};

/** So many a scheda asks for at once; with those that were withdrawn an ambito keeps twice as many. */
export const MASSIMO_CAMPI = 30;
export const MASSIMO_OPZIONI = 30;

/** The portal gives it, and it never changes: `c1`, `c2`, … */
export const codiceCampo = z
  .string()
  .max(4)
  .regex(/^c[1-9]\d{0,2}$/, 'Questo campo non è tra quelli dell’ambito.');
export const opzione = riga(120, 'Scrivi la scelta, o toglila.');
export const definizioneCampo = {
  etichetta: riga(120, 'Scrivi che cosa si chiede.'),
  aiuto: facoltativo(riga(300)),
  obbligatorio: z.boolean(),
};

const CampoInput = z
  .strictObject({
    /** Null: a new one. */
    codice: codiceCampo.nullable(),
    ...definizioneCampo,
    forma: z.enum(FORME_CAMPO, 'Scegli come si risponde.'),
    opzioni: z.array(opzione).max(MASSIMO_OPZIONI, `Al massimo ${MASSIMO_OPZIONI} scelte.`),
  })
  .superRefine(({ forma, opzioni }, ctx) => {
    const sbaglio = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    if (forma === 'scelta' && opzioni.length < 2) sbaglio(['forma'], 'Scrivi almeno due scelte.');
    if (forma !== 'scelta' && opzioni.length > 0) sbaglio(['forma'], `Solo «${ETICHETTE_FORMA_CAMPO.scelta}» ha delle scelte.`);
    opzioni.forEach((o, i) => {
      if (opzioni.indexOf(o) < i) sbaglio(['opzioni', i], 'Questa scelta c’è già.');
    });
  });

/** The fields that a new scheda asks for, in their order: one that is left out is withdrawn, and taken back by being there again. */
export const CampiSchedaInput = z
  .strictObject({ campi: z.array(CampoInput).max(MASSIMO_CAMPI, `Al massimo ${MASSIMO_CAMPI} campi.`) })
  .superRefine(({ campi }, ctx) => {
    const uguale = (a: string, b: string) => a.toLocaleLowerCase('it') === b.toLocaleLowerCase('it');
    campi.forEach(({ etichetta, codice }, i) => {
      const prima = campi.slice(0, i);
      if (prima.some(p => uguale(p.etichetta, etichetta)))
        ctx.addIssue({ code: 'custom', path: ['campi', i, 'etichetta'], message: 'Questo campo c’è già.' });
      if (codice !== null && prima.some(p => p.codice === codice))
        ctx.addIssue({ code: 'custom', path: ['campi', i, 'codice'], message: 'Questo campo è due volte nell’elenco.' });
    });
  });
export type CampiSchedaInput = z.infer<typeof CampiSchedaInput>;

/** A field of the template; `ritirato`: new schede ask for it no more, and those that have it keep it. */
export const campoSchedaView = z.strictObject({
  codice: z.string(),
  etichetta: z.string(),
  aiuto: z.string().nullable(),
  forma: z.enum(FORME_CAMPO),
  opzioni: z.array(z.string()),
  obbligatorio: z.boolean(),
  ritirato: z.boolean(),
});
export type CampoScheda = Reads<typeof campoSchedaView>;
