import type { RuoloRappresentante, Veste } from '@tavoli/shared';

export const ETICHETTE_VESTE: Readonly<Record<Veste, string>> = {
  componente: 'Componente',
  istituzionale: 'Componente istituzionale',
  osservatore: 'Osservatore',
  consultivo: 'Consultivo',
};

export const ETICHETTE_RUOLO_RAPPRESENTANTE: Readonly<Record<RuoloRappresentante, string>> = { titolare: 'Titolare', supplente: 'Supplente' };
