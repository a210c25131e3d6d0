import { formatData, STATI_PUBBLICI, type StatoPubblico } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';
import { paragrafo, TITOLI_ALLEGATO, titoloPerTavolo, type FonteAllegato, type Parte, type Richiesta } from './fonte.js';

interface Contributo {
  readonly codice: string;
  readonly stato: StatoPubblico;
  readonly tavolo: string;
  readonly testi: { readonly titolo: string; readonly testo: string };
  readonly motivazione: string | null;
  readonly rispostoAt: Date | null;
}

/** Only what everyone already reads: the public twin of the text, and the answer. */
const PUBBLICATI = `
  SELECT c.codice, c.stato, t.nome AS tavolo, c.pubblico AS testi, c.motivazione, c.risposto_at AS "rispostoAt"
  FROM contributo c JOIN tavolo t ON t.ambito_id = c.ambito_id AND t.id = c.tavolo_id
  WHERE c.ambito_id = $1 AND t.piano_id = $2 AND ($3::uuid IS NULL OR t.id = $3) AND c.pubblico IS NOT NULL
    AND c.stato IN ${fra(STATI_PUBBLICI)}
  ORDER BY t.codice, c.pubblicato_at, c.id`;

const ESITI: Readonly<Record<StatoPubblico, string>> = {
  pubblicato: 'In attesa di risposta',
  in_esame: 'In esame',
  accolto: 'Accolto',
  accolto_in_parte: 'Accolto in parte',
  non_accolto: 'Non accolto',
  rinviato: 'Rinviato',
  unito: 'Unito a un altro contributo',
};

/** What citizens and enti wrote, each with the answer it had. */
export const contributi: FonteAllegato = {
  tipo: 'contributi',
  etichetta: 'Contributi',
  titolo: r => titoloPerTavolo(r, TITOLI_ALLEGATO.contributi),
  async contenuto(r: Richiesta) {
    // The collection of contributi is a feature of its own: where it is not installed there is nothing to attach.
    const [installata] = await r.db.query<{ si: boolean }[]>(`SELECT to_regclass('contributo') IS NOT NULL AS si`);
    if (installata?.si !== true) return null;
    const righe = await r.db.query<Contributo[]>(PUBBLICATI, [r.ambitoId, r.pianoId, r.tavoloId]);
    if (righe.length === 0) return null;
    const risposti = righe.filter(c => c.rispostoAt !== null).length;
    return {
      introduzione: `Contributi pubblicati: ${righe.length}. Con una risposta: ${risposti}.`,
      parti: righe.map(parte),
      originali: [],
    };
  },
};

function parte(c: Contributo): Parte {
  const risposta =
    c.motivazione === null || c.rispostoAt === null
      ? []
      : [paragrafo(`Risposta del tavolo (${formatData(c.rispostoAt)}): ${c.motivazione}`)];
  return {
    titolo: `${c.codice}: ${c.testi.titolo}`,
    livello: 2,
    inIndice: false,
    fatti: [
      ['Tavolo', c.tavolo],
      ['Esito', ESITI[c.stato]],
    ],
    pezzi: [
      ...c.testi.testo
        .split(/\n+/)
        .filter(riga => riga.trim() !== '')
        .map(paragrafo),
      ...risposta,
    ],
  };
}
