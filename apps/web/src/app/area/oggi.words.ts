import { conta, URGENZE, type GruppoOggiView, type Urgenza } from '@tavoli/shared';

const PARTI: Readonly<Record<Urgenza, string>> = {
  subito: 'in ritardo o per oggi',
  presto: 'nei prossimi sette giorni',
  in_attesa: 'senza fretta',
};

/** All that waits, in a sentence: `Buon lavoro, Rita. Ti aspettano 60 cose: 3 in ritardo o per oggi, 57 senza fretta.` */
export function inBreve(nome: string, gruppi: readonly Pick<GruppoOggiView, 'urgenza' | 'quante'>[]): string {
  const saluto = nome === '' ? '' : `Buon lavoro, ${nome}. `;
  const quante = (scelti: typeof gruppi): number => scelti.reduce((somma, g) => somma + g.quante, 0);
  const tutte = quante(gruppi);
  if (tutte === 0) return `${saluto}Non hai niente in sospeso.`;
  const parti = URGENZE.flatMap(urgenza => {
    const n = quante(gruppi.filter(g => g.urgenza === urgenza));
    return n === 0 ? [] : [`${n.toLocaleString('it-IT')} ${PARTI[urgenza]}`];
  });
  return `${saluto}${tutte === 1 ? 'Ti aspetta' : 'Ti aspettano'} ${conta(tutte, 'cosa', 'cose')}: ${parti.join(', ')}.`;
}
