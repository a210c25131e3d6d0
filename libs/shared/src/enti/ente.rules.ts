import type { EnteDatiInput } from './ente.schema.js';
import type { StatoEnte } from './ente.states.js';

/** What the office verifies an ente by. */
export const CAMPI_IDENTITA = ['denominazione', 'naturaGiuridica', 'codiceFiscale'] as const;
export type CampoIdentita = (typeof CAMPI_IDENTITA)[number];

/** Once verified, an ente stays the one that was verified: its identity changes no more. Its other data always may. */
export const identitaBloccata = (stato: StatoEnte): boolean => stato === 'verificato' || stato === 'sospeso';

/** The identity fields that a change would touch, though `stato` locks them. */
export function identitaCambiata(
  stato: StatoEnte,
  prima: Pick<EnteDatiInput, CampoIdentita>,
  dopo: Pick<EnteDatiInput, CampoIdentita>,
): CampoIdentita[] {
  return identitaBloccata(stato) ? CAMPI_IDENTITA.filter(campo => prima[campo] !== dopo[campo]) : [];
}
