export {
  CARATTERI_MASSIMI,
  COLONNE_MASSIME,
  HREF_MASSIMO,
  LISTE_MASSIME,
  MOTIVO_MASSIMO,
  NODI_MASSIMI,
  PROFONDITA_MASSIMA,
  RIGHE_MASSIME,
} from './documento.tipi.js';
export type { Blocco, BloccoDiTesto, Cella, Lista, Nodo, Paragrafo, Riga, Segno, Tabella, Testo, Titolo, Voce } from './documento.tipi.js';
export * from './documento.schema.js';
export { blocchi, blocchiDiTesto, chiaveDi, collegamentiDi, jsonCanonico, puliziaTesto, testoDi } from './nodi.js';
export { ripulisci } from './ripulisci.js';
export * from './omissis.js';
export { diffParole, type ParteDiff } from './diff-parole.js';
export * from './unisci.js';
export { correggi } from './correggi.js';
export * from './avvisi-privacy.js';
export * from './oscura.js';
