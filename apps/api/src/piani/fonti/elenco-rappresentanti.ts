import { formatDataBreve, type EnteAlTavoloView, type TavoloView } from '@tavoli/shared';
import { renderElencoRappresentanti } from '../../tavoli/elenco-rappresentanti.pdf.js';
import { radice } from '../../tavoli/tavolo.sql.js';
import { TavoliQueries } from '../../tavoli/tavoli.queries.js';
import { paragrafo, tabella, TITOLI_ALLEGATO, titoloPerTavolo, type FonteAllegato, type Parte, type Richiesta } from './fonte.js';

/** Who sits at a tavolo, or at all: as the public page says it, names only of those who consented. */
export function elencoRappresentanti(tavoli: TavoliQueries): FonteAllegato {
  return {
    tipo: 'elenco_rappresentanti',
    etichetta: 'Elenco dei rappresentanti',
    titolo: r => titoloPerTavolo(r, TITOLI_ALLEGATO.elenco_rappresentanti),
    async contenuto(r: Richiesta) {
      const righe = await r.db.query<{ id: string }[]>(
        `SELECT t.id FROM tavolo t WHERE t.ambito_id = $1 AND t.piano_id = $2 AND (t.id = $3 OR ($3::uuid IS NULL AND ${radice('t')})) ORDER BY t.codice, t.id`,
        [r.ambitoId, r.pianoId, r.tavoloId],
      );
      const viste: TavoloView[] = [];
      for (const { id } of righe) viste.push(await tavoli.unoIn(r.db, r.ambitoId, id));
      if (viste.length === 0) return null;
      return { introduzione: null, parti: viste.map(parte), originali: viste.map(tavolo => originale(r, tavolo)) };
    },
  };
}

function originale(r: Richiesta, { nome, slug, piano, referente, enti }: TavoloView) {
  const dati = { ambito: r.ambito, tavolo: { nome, piano: piano.titolo, referente }, enti, aggiornatoAt: r.at };
  return {
    titolo: `Rappresentanti: ${nome}`,
    nome: `rappresentanti-${slug}.pdf`,
    crea: (pdf: Parameters<typeof renderElencoRappresentanti>[0]) => renderElencoRappresentanti(pdf, dati),
  };
}

function parte(tavolo: TavoloView): Parte {
  const righe = tavolo.enti.map(e => [
    e.denominazione,
    nomi(e, 'titolare'),
    nomi(e, 'supplente'),
    e.veste,
    formatDataBreve(new Date(e.dal)),
  ]);
  return {
    titolo: tavolo.nome,
    livello: 2,
    fatti: [
      ['Referente', tavolo.referente ?? 'da nominare'],
      ['Enti al tavolo', String(tavolo.enti.length)],
    ],
    pezzi:
      righe.length === 0
        ? [paragrafo('A questo tavolo non siede ancora nessun rappresentante.')]
        : [tabella(['Ente', 'Titolare', 'Supplente', 'Veste', 'Dal'], righe, [5, 4, 4, 3, 2])],
  };
}

function nomi(ente: EnteAlTavoloView, ruolo: 'titolare' | 'supplente'): string {
  const persone = ente.rappresentanti.filter(p => p.ruolo === ruolo).map(p => `${p.nome} ${p.cognome}`);
  return persone.length === 0 ? '—' : persone.join(', ');
}
