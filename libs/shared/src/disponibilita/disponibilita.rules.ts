import type { RispostaData } from './disponibilita.states.js';

export interface DataConRisposte {
  readonly id: string;
  readonly inizioAt: string;
}
export interface ChiRisponde {
  /** The enti for which they sit, in words; people of the same ente make one seat. */
  readonly enti: string;
  readonly risposte: readonly { readonly dataId: string; readonly risposta: RispostaData }[];
}

/** How a day stands: people by their answer, and the seats of which somebody can come. */
export interface ContoData {
  readonly si: number;
  readonly seServe: number;
  readonly no: number;
  readonly posti: number;
}

export function contaData(dataId: string, persone: readonly ChiRisponde[]): ContoData {
  const dette = persone.flatMap(p => p.risposte.filter(r => r.dataId === dataId).map(({ risposta }) => ({ risposta, enti: p.enti })));
  const quante = (risposta: RispostaData) => dette.filter(d => d.risposta === risposta).length;
  return {
    si: quante('si'),
    seServe: quante('se_serve'),
    no: quante('no'),
    posti: new Set(dette.filter(d => d.risposta !== 'no').map(d => d.enti)).size,
  };
}

/**
 * The day on which most seats can be filled; among those, that of the most who can for certain; among those the first. Null while nobody can come on any.
 */
export function dataMigliore(date: readonly DataConRisposte[], persone: readonly ChiRisponde[]): string | null {
  const conti = date.map(data => ({ data, conto: contaData(data.id, persone) })).filter(({ conto }) => conto.posti > 0);
  conti.sort(
    (a, b) => b.conto.posti - a.conto.posti || b.conto.si - a.conto.si || Date.parse(a.data.inizioAt) - Date.parse(b.data.inizioAt),
  );
  const [prima] = conti;
  return prima?.data.id ?? null;
}
