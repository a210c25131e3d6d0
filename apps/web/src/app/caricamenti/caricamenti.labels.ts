import type { EsitoRiga, FileTabellaView } from '@tavoli/shared';
import type { BadgeTone } from '../ui/stati';

/** The words and the colour of what becomes of a row; of several, after their number. */
export const ESITI: Readonly<Record<EsitoRiga, { readonly label: string; readonly molte: string; readonly tone: BadgeTone }>> = {
  nuova: { label: 'Nuova', molte: 'Nuove', tone: 'success' },
  aggiorna: { label: 'Da aggiornare', molte: 'Da aggiornare', tone: 'primary' },
  uguale: { label: 'Uguale', molte: 'Uguali', tone: 'neutral' },
  errore: { label: 'Errore', molte: 'Con errori', tone: 'danger' },
};

const SEPARATORI: Readonly<Record<string, string>> = { ';': 'punto e virgola', ',': 'virgola', '\t': 'tabulazione' };
const FORMATI = { csv: 'CSV', xlsx: 'Excel', ods: 'OpenDocument' } as const;

export const righeInParole = (n: number): string => (n === 1 ? '1 riga' : `${n.toLocaleString('it')} righe`);

/** How the file was read: «CSV, UTF-8, colonne separate da punto e virgola, 300 righe». */
export const trovato = ({ formato, codifica, separatore, foglio, righe }: FileTabellaView): string =>
  [
    FORMATI[formato],
    codifica === null ? null : `caratteri ${codifica}`,
    separatore === null ? null : `colonne separate da ${SEPARATORI[separatore] ?? separatore}`,
    foglio === null ? null : `foglio «${foglio}»`,
    righeInParole(righe),
  ]
    .filter(Boolean)
    .join(', ');

/** What would be written: «300 righe nuove e 2 da aggiornare». */
export function daScrivere({ nuova, aggiorna }: { readonly nuova: number; readonly aggiorna: number }): string {
  const parti = [
    nuova === 0 ? null : nuova === 1 ? '1 riga nuova' : `${nuova.toLocaleString('it')} righe nuove`,
    aggiorna === 0 ? null : `${aggiorna.toLocaleString('it')} da aggiornare`,
  ];
  return parti.filter(Boolean).join(' e ');
}
