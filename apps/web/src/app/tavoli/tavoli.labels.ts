import type { Veste } from '@tavoli/shared';

export const ETICHETTE_VESTE: Readonly<Record<Veste, string>> = {
  componente: 'Componente',
  istituzionale: 'Componente istituzionale',
  osservatore: 'Osservatore',
  consultivo: 'Consultivo',
};
