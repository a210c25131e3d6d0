import type { FonteAllegato } from './fonte.js';

/** An act made elsewhere: its pages cannot be put into an accessible PDF, so the dossier names it and the ZIP holds it (ADR 0014). */
export const atto: FonteAllegato = {
  tipo: 'atto',
  etichetta: 'Atto',
  titolo: r => Promise.resolve(r.file === null ? null : r.file.nome.replace(/\.pdf$/i, '')),
  contenuto: ({ file }) =>
    Promise.resolve(
      file === null
        ? null
        : {
            introduzione:
              'Questo atto è un documento a sé, fatto fuori dal portale: le sue pagine non sono ristampate qui. Il file originale è nello ZIP del dossier, e la sua impronta è nell’elenco in fondo.',
            parti: [],
            originali: [{ titolo: file.nome, nome: file.nome, sha256: file.sha256, bytes: file.bytes }],
          },
    ),
};
