import type { ElaboratoPubblicoView, ElaboratoRigaView, Pagina, RiepilogoElaboratiView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

// What public pages need, apart from the rest so that they load no more than this.

export const ambiti = (ambito: string): string => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
export const base = (ambito: string): string => `${ambiti(ambito)}/elaborati`;

/** Those that the reader may see, of one tavolo if its id is given; undefined waits. */
export const elaboratiResource = (ambito: () => string, tavolo: () => string | null | undefined): ApiResource<Pagina<ElaboratoRigaView>> =>
  apiResource(() => {
    const id = tavolo();
    return id === undefined ? undefined : base(ambito()) + (id === null ? '' : `?tavolo=${encodeURIComponent(id)}`);
  });

export const elaboratoPubblicoResource = (ambito: () => string, id: () => string): ApiResource<ElaboratoPubblicoView> =>
  apiResource(() => `${base(ambito())}/${encodeURIComponent(id())}/pubblico`);

/** Files of an accepted one. */
export const elaboratoFile = (ambito: string, id: string, nome: 'elaborato.pdf' | 'elaborato.json'): string =>
  `${base(ambito)}/${id}/${nome}`;

/** Budget and indicators of the schede that the reader may see. */
export const riepilogoResource = (
  ambito: () => string,
  filtro: () => { tavolo: string; stato: string },
): ApiResource<RiepilogoElaboratiView> => apiResource(() => `${ambiti(ambito())}/riepilogo/elaborati${query(filtro())}`);
export const riepilogoCsv = (
  ambito: string,
  nome: 'risorse.csv' | 'importi.csv' | 'indicatori.csv',
  filtro: { tavolo: string; stato: string },
): string => `${ambiti(ambito)}/riepilogo/${nome}${query(filtro)}`;

function query(filtro: object): string {
  const chosen = Object.entries(filtro).filter((entry): entry is [string, string] => entry[1] !== '');
  return chosen.length === 0 ? '' : `?${new URLSearchParams(chosen)}`;
}
