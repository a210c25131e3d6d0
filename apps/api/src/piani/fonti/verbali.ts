import { formatData, type DecisioneInput, type VerbalePubblicoView } from '@tavoli/shared';
import { pezzi, type Pezzo } from '../../platform/pdf/pezzi.js';
import { tabella, TITOLI_ALLEGATO, titoloPerTavolo, type FonteAllegato, type Parte, type Richiesta } from './fonte.js';

type Pubblicato = Pick<VerbalePubblicoView, 'sezioni' | 'presenti'> & {
  anno: number | null;
  numero: number | null;
  titolo: string;
  inizioAt: Date;
  tavoli: string;
  sha256: string;
  bytes: number;
};

const PUBBLICATI = `
  SELECT v.anno, v.numero, n.titolo, n.inizio_at AS "inizioAt", p.contenuto->'sezioni' AS sezioni, p.contenuto->'presenti' AS presenti, p.sha256, p.bytes,
    (SELECT string_agg(t.nome, ', ' ORDER BY t.codice) FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id) AS tavoli
  FROM verbale_pubblicazione p JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
  WHERE p.ambito_id = $1 AND EXISTS (SELECT 1 FROM incontro_tavolo q JOIN tavolo t ON t.ambito_id = q.ambito_id AND t.id = q.tavolo_id
    WHERE q.ambito_id = n.ambito_id AND q.incontro_id = n.id AND t.piano_id = $2 AND ($3::uuid IS NULL OR t.id = $3))
  ORDER BY n.inizio_at, v.id`;

const MODI: Readonly<Record<DecisioneInput['modo'], string>> = {
  unanimita: 'all’unanimità',
  maggioranza: 'a maggioranza',
  presa_atto: 'presa d’atto',
};

/** The published verbali of a tavolo, or of all, in the order of their incontri: the public text, and the very files that were published. */
export const verbali: FonteAllegato = {
  tipo: 'verbali',
  etichetta: 'Verbali',
  titolo: r => titoloPerTavolo(r, TITOLI_ALLEGATO.verbali),
  async contenuto(r: Richiesta) {
    const righe = await r.db.query<Pubblicato[]>(PUBBLICATI, [r.ambitoId, r.pianoId, r.tavoloId]);
    if (righe.length === 0) return null;
    return {
      introduzione: null,
      parti: righe.flatMap(parti),
      originali: righe.map(v => ({
        titolo: `${numero(v)}: ${v.titolo}`,
        nome: `verbale-${formatIso(v.inizioAt)}-${v.anno ?? 0}-${v.numero ?? 0}.pdf`,
        sha256: v.sha256,
        bytes: v.bytes,
      })),
    };
  },
};

const formatIso = (at: Date): string => at.toISOString().slice(0, 10);
const numero = (v: Pubblicato): string => (v.numero === null ? 'Verbale' : `Verbale n. ${v.numero}/${v.anno ?? ''}`);

function parti(v: Pubblicato): Parte[] {
  const presenti = v.presenti.filter(p => p.presente !== null).map(p => p.ente);
  const testata: Parte = {
    titolo: `${numero(v)}: ${v.titolo}`,
    livello: 2,
    fatti: [
      [v.tavoli.includes(',') ? 'Tavoli' : 'Tavolo', v.tavoli],
      ['Quando', formatData(v.inizioAt)],
      ['Enti presenti', presenti.length === 0 ? 'nessuno' : presenti.join(', ')],
    ],
    pezzi: [],
  };
  return [
    testata,
    ...v.sezioni.map((s): Parte => ({ titolo: s.titolo, livello: 3, fatti: [], pezzi: [...pezzi(s.documento), ...esiti(s)] })),
  ];
}

function esiti(s: Pubblicato['sezioni'][number]): Pezzo[] {
  const decisioni: Pezzo[] =
    s.decisioni.length === 0
      ? []
      : [
          { tipo: 'h', testo: [['Decisioni', '']] },
          { tipo: 'ul', voci: s.decisioni.map(d => [[`${d.testo} (${MODI[d.modo]})`, '']]) },
        ];
  const impegni = s.impegni.map(i => [i.testo, i.chi, i.entro === null ? '—' : formatData(new Date(`${i.entro}T12:00Z`))]);
  return [...decisioni, ...(impegni.length === 0 ? [] : [tabella(['Impegno', 'Chi', 'Entro'], impegni, [4, 2, 2])])];
}
