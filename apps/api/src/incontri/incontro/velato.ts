import type { DestinatarioView } from '@tavoli/shared';
import type { DatiIncontro } from './incontri.data.js';
import type { Destinatario } from './invitati.js';

/** Without the address where they sit for a tavolo that the reader does not lead; without the name too, until it has agreed. */
export function velato(
  { ruolo, nome, email, ente, tavoloId }: Destinatario,
  dati: Pick<DatiIncontro, 'tavoli' | 'tavoloId'>,
  suoi: readonly string[] | null,
): DestinatarioView {
  const di = tavoloId ?? dati.tavoloId;
  if (suoi === null || (di !== null && suoi.includes(di))) return { ruolo, nome, email, ente };
  return { ruolo, nome: dati.tavoli.find(t => t.id === di)?.consenso === 'dato' ? nome : null, email: null, ente };
}
