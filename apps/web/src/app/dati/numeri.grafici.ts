import { formatData, type NumeriView } from '@tavoli/shared';
import { barra, lunghezza, segno } from '../ui/grafici/geometria';
import type { RigaGrafico } from '../ui/grafici/grafico';
import { giorni } from './dati.labels';

const contati = (n: number, uno: string, molti: string): string => (n === 1 ? `1 ${uno}` : `${n} ${molti}`);

/** The number at each incontro of a tavolo: seats filled, of those that count, and how many were asked. */
export function numeroLegaleNelTempo(numero: NumeriView['numeroLegale'], ambito: string): RigaGrafico[] {
  const massimo = Math.max(1, ...numero.map(({ quorum }) => Math.max(quorum.posti, quorum.richiesti)));
  return numero.map(({ id, inizioAt, quorum: { posti, presenti, richiesti, raggiunto } }) => ({
    nome: formatData(new Date(inizioAt)),
    percorso: ['/', ambito, 'incontri', id],
    celle: [
      `${presenti} su ${posti}`,
      richiesti === 0
        ? 'non richiesto'
        : `${raggiunto ? 'raggiunto' : 'non raggiunto'} (ne ${richiesti === 1 ? 'serviva 1' : `servivano ${richiesti}`})`,
    ],
    forme: [
      barra('fondo', posti, massimo),
      barra('pieno', presenti, massimo),
      ...(richiesti === 0 ? [] : [segno(lunghezza(richiesti, massimo))]),
    ],
  }));
}

/** `Il numero legale è stato raggiunto in 5 incontri su 6.` */
export function numeroLegaleInBreve(numero: NumeriView['numeroLegale']): string {
  const richiesto = numero.filter(({ quorum }) => quorum.richiesti > 0);
  if (richiesto.length === 0) return 'Il numero legale non era richiesto.';
  return `Il numero legale è stato raggiunto in ${contati(richiesto.filter(({ quorum }) => quorum.raggiunto).length, 'incontro', 'incontri')} su ${richiesto.length}.`;
}

/** In how many days each tavolo answers; those that have not answered yet have no bar. */
export function giorniDiRisposta(perTavolo: NumeriView['perTavolo'], ambito: string): RigaGrafico[] {
  const massimo = Math.max(1, ...perTavolo.map(t => t.giorniRisposta ?? 0));
  return perTavolo.map(({ tavolo, conRisposta, giorniRisposta }) => ({
    nome: tavolo.nome,
    percorso: ['/', ambito, 'tavoli', tavolo.slug, 'numeri'],
    celle: [String(conRisposta), giorniRisposta === null ? 'nessuna risposta, per ora' : giorni(giorniRisposta)],
    forme: giorniRisposta === null ? [] : [barra('pieno', giorniRisposta, massimo)],
  }));
}
