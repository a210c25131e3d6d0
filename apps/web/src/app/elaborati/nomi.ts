import type { ElaboratoView } from '@tavoli/shared';
import type { Nomi } from './contenuto-vista';

/** The names of what the parts of an elaborato point at. */
export function nomiDi(e: Pick<ElaboratoView, 'riferimenti' | 'sezioni'> | undefined): Nomi {
  const collegamento = e?.sezioni.map(s => s.contenuto).find(c => c.tipo === 'collegamento');
  return {
    comuni: e?.riferimenti.comuni ?? [],
    obiettivo: e?.riferimenti.obiettivi.find(o => o.id === collegamento?.obiettivoId)?.titolo ?? null,
    voci: e?.riferimenti.voci,
  };
}
