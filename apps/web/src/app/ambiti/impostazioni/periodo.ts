import { conGiorno } from '@tavoli/shared';

/** `dal 1º marzo 2026 al 31 dicembre 2026`, `fino al 31 dicembre 2026`, `da sempre`. */
export function periodoInParole({ dal, al }: { readonly dal: string | null; readonly al: string | null }): string {
  if (dal === null) return al === null ? 'da sempre' : conGiorno('fino al', al);
  return al === null ? conGiorno('dal', dal) : `${conGiorno('dal', dal)} ${conGiorno('al', al)}`;
}
