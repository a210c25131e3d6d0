import { esitoPosto, formatDataOra, type EsitoPosto, type Quorum, type StatoPresenza } from '@tavoli/shared';
import { frasePresenze } from '../../incontri/documenti/presenze.pdf.js';
import { paragrafo, tabella, TITOLI_ALLEGATO, titoloPerTavolo, type FonteAllegato, type Parte, type Richiesta } from './fonte.js';

interface Svolto {
  readonly titolo: string;
  readonly inizioAt: Date;
  readonly tavoli: string;
  readonly quorum: Quorum | null;
  readonly enti: readonly {
    readonly ente: string;
    readonly tavolo: string;
    readonly stato: StatoPresenza | null;
    readonly convocato: boolean;
  }[];
}

const SVOLTI = `
  SELECT n.titolo, n.inizio_at AS "inizioAt", n.quorum,
    (SELECT string_agg(t.nome, ', ' ORDER BY t.codice) FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id) AS tavoli,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ente', e.denominazione, 'tavolo', t.nome, 'convocato', p.convocato, 'stato', p.stato) ORDER BY e.denominazione, t.codice), '[]')
      FROM presenza p JOIN ente e ON e.ambito_id = p.ambito_id AND e.id = p.ente_id JOIN tavolo t ON t.ambito_id = p.ambito_id AND t.id = p.tavolo_id
      WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id) AS enti
  FROM incontro n WHERE n.ambito_id = $1 AND n.stato = 'svolto' AND EXISTS (SELECT 1 FROM incontro_tavolo q JOIN tavolo t ON t.ambito_id = q.ambito_id AND t.id = q.tavolo_id
    WHERE q.ambito_id = n.ambito_id AND q.incontro_id = n.id AND t.piano_id = $2 AND ($3::uuid IS NULL OR t.id = $3))
  ORDER BY n.inizio_at, n.id`;

const PAROLE: Readonly<Record<EsitoPosto, string>> = {
  titolare: 'presente',
  supplente: 'presente con il supplente',
  giustificato: 'assente giustificato',
  assente: 'assente',
  non_convocato: 'non convocato',
  da_rilevare: 'assente',
};

/** Every incontro held, with which enti were there. Names of people stay out: it is published for everyone. */
export const registroPresenze: FonteAllegato = {
  tipo: 'registro_presenze',
  etichetta: 'Registro',
  titolo: r => titoloPerTavolo(r, TITOLI_ALLEGATO.registro_presenze),
  async contenuto(r: Richiesta) {
    const righe = await r.db.query<Svolto[]>(SVOLTI, [r.ambitoId, r.pianoId, r.tavoloId]);
    if (righe.length === 0) return null;
    return {
      introduzione: `Incontri svolti: ${righe.length}. Per ogni incontro, quali enti erano presenti.`,
      parti: righe.map(parte),
      originali: [],
    };
  },
};

function parte(n: Svolto): Parte {
  const piu = new Set(n.enti.map(e => e.tavolo)).size > 1;
  const righe = n.enti.map(e => [piu ? `${e.ente} (${e.tavolo})` : e.ente, PAROLE[esitoPosto(e)]]);
  return {
    titolo: n.titolo,
    livello: 2,
    inIndice: false,
    fatti: [
      ['Quando', formatDataOra(n.inizioAt)],
      [n.tavoli.includes(',') ? 'Tavoli' : 'Tavolo', n.tavoli],
      ['Presenze', n.quorum === null ? 'Presenze non rilevate.' : frasePresenze(n.quorum)],
    ],
    pezzi: righe.length === 0 ? [paragrafo('Nessun ente sedeva al tavolo.')] : [tabella(['Ente', 'Presenza'], righe, [3, 2])],
  };
}
