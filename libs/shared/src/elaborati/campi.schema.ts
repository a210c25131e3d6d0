import * as z from 'zod';
import { codiceCampo, definizioneCampo, MASSIMO_CAMPI, MASSIMO_OPZIONI, opzione, type CampoScheda } from '../ambiti/campi-scheda.js';
import { brano, facoltativo } from '../kernel/fields.js';
import type { Reads } from '../kernel/view.js';
import { jsonCanonico } from '../verbali/documento/index.js';
import { data, valore } from './valore.schema.js';

const di = { codice: codiceCampo, ...definizioneCampo };

/**
 * A field that the ambito asked for when the scheda took it, with its answer. What is asked stands beside what is answered: versions, file and what was accepted say both,
 * whatever the ambito asks for later.
 */
export const CampoScritto = z.discriminatedUnion('forma', [
  z.strictObject({ ...di, forma: z.literal('testo'), valore: facoltativo(brano(2000, 'Scrivi un testo.')) }),
  z.strictObject({ ...di, forma: z.literal('numero'), valore: facoltativo(valore) }),
  z.strictObject({ ...di, forma: z.literal('data'), valore: facoltativo(data) }),
  z
    .strictObject({ ...di, forma: z.literal('scelta'), opzioni: z.array(opzione).max(MASSIMO_OPZIONI), valore: facoltativo(opzione) })
    .refine(c => c.valore === null || c.opzioni.includes(c.valore), { path: ['valore'], message: 'Scegli una delle risposte in elenco.' }),
]);
export type CampoScritto = Reads<typeof CampoScritto>;

/** So many a scheda may have: those of the template that it began with, and those that it took later. */
export const MASSIMO_CAMPI_SCRITTI = 2 * MASSIMO_CAMPI;

/** The field as it is asked for, still to be answered. */
export function daScrivere({ ritirato: _, forma, opzioni, ...campo }: CampoScheda): CampoScritto {
  const { codice, etichetta, aiuto, obbligatorio } = campo;
  const vuoto = { codice, etichetta, aiuto, obbligatorio, valore: null };
  return forma === 'scelta' ? { ...vuoto, forma, opzioni } : { ...vuoto, forma };
}

/** What the template asks for and a scheda has not, in the order of the template. */
export const campiNuovi = (modello: readonly CampoScheda[], scritti: readonly CampoScritto[]): CampoScheda[] =>
  modello.filter(m => !m.ritirato && !scritti.some(s => s.codice === m.codice)).slice(0, MASSIMO_CAMPI_SCRITTI - scritti.length);

/** Whether the same is asked, whatever is answered: who writes answers, and changes no question. */
export const stesseDomande = (a: readonly CampoScritto[], b: readonly CampoScritto[]): boolean => {
  const domande = (campi: readonly CampoScritto[]) => jsonCanonico(campi.map(c => ({ ...c, valore: null })));
  return domande(a) === domande(b);
};
