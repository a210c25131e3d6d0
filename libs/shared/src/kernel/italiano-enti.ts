import { articoloPer, conArticolo, type Preposizione } from './italiano.js';

/** Kinds of bodies by the word that their name begins with: those of the masculine and of the feminine. */
const MASCHILI =
  'Comune|Consorzio|Comitato|Centro|Circolo|Coordinamento|Forum|Gruppo|Liceo|Ministero|Istituto|Ufficio|Ente|Ordine|Patronato|Sindacato|Tribunale|Distretto|Dipartimento|Servizio|Sportello|Oratorio|Collegio|Convitto|Conservatorio';
const FEMMINILI =
  'Associazione|Azienda|Provincia|Regione|Prefettura|Cooperativa|Società|Fondazione|Parrocchia|Diocesi|Caritas|Unione|Comunità|Università|Scuola|Questura|Confraternita|Rete|Consulta|Croce|Federazione|Congregazione|Camera|Casa|Agenzia|Città|ASL|ASP|AUSL|ATS|ASST|CGIL|CISL|UIL';
const GENERE_DI = [
  [new RegExp(`^(?:${MASCHILI})(?!\\p{L})`, 'iu'), 'm'],
  [new RegExp(`^(?:${FEMMINILI})(?!\\p{L})`, 'iu'), 'f'],
] as const;

/** `del Comune di Pavia`, `dell’Associazione Esempio`; a name whose kind is not known takes the bare preposition: `di Emmaus`. */
export function conEnte(preposizione: Preposizione | null, nome: string): string {
  const genere = GENERE_DI.find(([inizio]) => inizio.test(nome))?.[1];
  if (genere === undefined) return preposizione === null ? nome : `${preposizione} ${nome}`;
  const articolo = articoloPer(nome, genere);
  return conArticolo(preposizione, articolo, nome);
}
