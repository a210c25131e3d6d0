import { testoDi } from '../verbali/documento/index.js';
import { senzaOmissis } from '../verbali/documento/omissis.js';
import type { Contenuto, ContenutoSezione, TipoContenuto } from './blocchi.schema.js';
import type { ChiScrive } from './elaborato.schema.js';
import type { StatoElaborato } from './elaborato.states.js';
import type { Mancanza } from './elaborato.views.js';
import { MODELLI, type ModelloSezione, type TipoElaborato } from './modelli.js';
import { mancanzeRisorse } from './risorse.rules.js';
import { hasPermission } from '../permissions/can.js';
import type { Ruolo } from '../permissions/ruoli.js';

type Parte = { readonly chiave: string; readonly contenuto: ContenutoSezione };

/**
 * Whether one of these roles may change the text now. In `bozza` the staff, and who sits at the tavolo where the referente lets them;
 * during the consultation only the staff, to take in what is commented. Later nobody.
 */
export function puoScrivereElaborato(stato: StatoElaborato, scrivono: ChiScrive, roles: readonly Ruolo[]): boolean {
  const staff = hasPermission(roles, 'elaborato.modifica');
  if (stato === 'bozza') return staff || (scrivono === 'rappresentanti' && hasPermission(roles, 'elaborato.scrivi'));
  return stato === 'in_consultazione' && staff;
}

/** The same content without what is omissis. */
export function contenutoPubblico(contenuto: ContenutoSezione): ContenutoSezione {
  return contenuto.tipo === 'testo' ? { tipo: 'testo', documento: senzaOmissis(contenuto.documento) } : contenuto;
}

/** What is missing before it can be handed in, in the order of the parts, in words for who writes. Empty: nothing. */
export function mancanze(tipo: TipoElaborato, sezioni: readonly Parte[], haFile: boolean): Mancanza[] {
  if (tipo === 'file') return haFile ? [] : [{ sezione: null, testo: 'Manca il file: carica il PDF.' }];
  const delTipo = MODELLI[tipo].flatMap(modello => {
    const contenuto = sezioni.find(s => s.chiave === modello.chiave)?.contenuto;
    return manca(modello, contenuto).map(testo => ({ sezione: modello.chiave, testo }));
  });
  // What the ambito asks for is of the scheda that took it, and of no kind.
  const chiesti = sezioni.filter(s => s.contenuto.tipo === 'campi');
  return [...delTipo, ...chiesti.flatMap(s => dettagli(s.contenuto).map(testo => ({ sezione: s.chiave, testo })))];
}

function manca(modello: ModelloSezione, contenuto: ContenutoSezione | undefined): string[] {
  if (contenuto === undefined || vuoto(contenuto)) return modello.obbligatoria ? [`«${modello.titolo}» è ancora da compilare.`] : [];
  return dettagli(contenuto);
}

/** Whether nobody wrote anything in it. */
export function vuoto(c: ContenutoSezione): boolean {
  switch (c.tipo) {
    case 'testo':
      return testoDi(c.documento).trim() === '';
    case 'elenco':
    case 'priorita':
      return c.voci.length === 0;
    case 'collegamento':
      return c.obiettivoId === null;
    case 'comuni':
      return c.istat.length === 0;
    case 'tempi':
      return c.dal === null && c.al === null;
    case 'leps':
    case 'obiettivi_regionali':
      return c.codici.length === 0;
    case 'dati':
    case 'destinatari':
    case 'azioni':
    case 'risorse':
    case 'indicatori':
      return c.righe.length === 0;
    case 'campi':
      return c.righe.every(r => r.valore === null);
  }
}

type Dettagli = { readonly [T in TipoContenuto]?: (c: Contenuto<T>) => string[] };

const DETTAGLI: Dettagli = {
  priorita: c => c.voci.filter(v => v.motivo === '').map(v => `Scrivi il motivo della priorità «${v.titolo}».`),
  destinatari: c => c.righe.filter(r => r.numero === null).map(r => `Scrivi quante persone riguarda: «${r.gruppo}».`),
  azioni: c => c.righe.filter(r => r.chi === null).map(r => `Scrivi chi si occupa di: «${r.azione}».`),
  tempi: c => [...(c.dal === null ? ['Scrivi quando comincia.'] : []), ...(c.al === null ? ['Scrivi quando finisce.'] : [])],
  risorse: c => mancanzeRisorse(c.righe),
  campi: c => c.righe.filter(r => r.obbligatorio && r.valore === null).map(r => `Manca «${r.etichetta}».`),
  indicatori: c =>
    c.righe.flatMap(r => [
      ...(r.iniziale === null ? [`Scrivi il valore iniziale dell’indicatore «${r.nome}».`] : []),
      ...(r.atteso === null ? [`Scrivi il valore atteso dell’indicatore «${r.nome}».`] : []),
      ...(r.fonte === null ? [`Scrivi da dove viene il dato dell’indicatore «${r.nome}».`] : []),
    ]),
};

function dettagli(c: ContenutoSezione): string[] {
  return (DETTAGLI[c.tipo] as ((c: ContenutoSezione) => string[]) | undefined)?.(c) ?? [];
}
