import { conGiorno } from '@tavoli/shared';

/** «Dal 1º dicembre 2026 al 31 marzo 2027»: the end is what is foreseen. */
export const durata = ({ iniziaIl, finisceIl }: { iniziaIl: string; finisceIl: string | null }): string => {
  const dal = conGiorno('dal', iniziaIl);
  return `${dal.charAt(0).toUpperCase()}${dal.slice(1)}${finisceIl === null ? '' : ` ${conGiorno('al', finisceIl)}`}`;
};
