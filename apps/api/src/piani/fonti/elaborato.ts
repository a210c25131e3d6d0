import { ETICHETTE_TIPO_ELABORATO, formatData, formatNumeroDiRegistro, vuoto, type ElaboratoAccolto } from '@tavoli/shared';
import { leggiAccolti } from '../../elaborati/elaborato/elaborati.queries.js';
import { pezziDi } from '../../elaborati/elaborato/elaborato.pdf.js';
import type { ContenutoAllegato, FonteAllegato, Parte, Richiesta } from './fonte.js';

/** An accepted elaborato: the version fixed when it was accepted, and its very PDF. */
export const elaborato: FonteAllegato = {
  tipo: 'elaborato',
  etichetta: 'Elaborato',
  titolo: async r => (await accolto(r))?.titolo ?? null,
  async contenuto(r: Richiesta) {
    const e = await accolto(r);
    return e === undefined ? null : contenutoDi(e);
  },
};

const accolto = async (r: Richiesta): Promise<ElaboratoAccolto | undefined> =>
  r.elaboratoId === null ? undefined : (await leggiAccolti(r.db, r.ambitoId, [r.elaboratoId]))[0];

function contenutoDi(e: ElaboratoAccolto): ContenutoAllegato {
  return {
    introduzione:
      e.tipo === 'file'
        ? 'Questo elaborato è un documento a sé, fatto fuori dal portale: le sue pagine non sono ristampate qui. Il file originale è nello ZIP del dossier.'
        : null,
    parti: [
      testata(e),
      ...e.foto.sezioni
        .filter(s => !vuoto(s.contenuto))
        .map((s): Parte => ({ titolo: s.titolo, livello: 2, inIndice: false, fatti: [], pezzi: pezziDi(s.contenuto, e.foto) })),
    ],
    originali: [{ titolo: e.titolo, nome: `${e.titolo}.pdf`, sha256: e.pdfSha256, bytes: e.bytes }],
  };
}

function testata(e: ElaboratoAccolto): Parte {
  const { approvazione, fonti } = e.foto;
  const da = [...new Set(fonti.map(f => f.titolo))];
  return {
    titolo: 'Da chi viene',
    livello: 2,
    inIndice: false,
    fatti: [
      ['Tavolo', `${e.tavolo.codice} ${e.tavolo.nome}`],
      ['Tipo', ETICHETTE_TIPO_ELABORATO[e.tipo]],
      ['Approvato dal tavolo', approvazione.titolo],
      ['Accolto nel Piano', `${formatData(new Date(e.accoltoAt))}, ${formatNumeroDiRegistro(e.numeroDiRegistro)}`],
      ...(da.length === 0 ? [] : [['Nasce da', da.join('; ')] as const]),
    ],
    pezzi: [],
  };
}
