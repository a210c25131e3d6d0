import type { VerificaRequisito } from '@tavoli/shared';

/** What a form has one a line. */
export const unaPerRiga = (voci: readonly { readonly testo: string }[]): string => voci.map(v => v.testo).join('\n');
export const righe = (testo: string): string[] => testo.split('\n').filter(r => r.trim() !== '');

export const requisitiDaRighe = (dichiarati: string, ufficio: string): { testo: string; verifica: VerificaRequisito }[] => [
  ...righe(dichiarati).map(testo => ({ testo, verifica: 'dichiarata' as const })),
  ...righe(ufficio).map(testo => ({ testo, verifica: 'ufficio' as const })),
];
