import type { AvvisoView } from '@tavoli/shared';

const contati = (n: number, uno: string, molti: string): string => `${n} ${n === 1 ? uno : molti}`;

/** The seats that an avviso gives each ente at a tavolo: `1 titolare e 2 supplenti`. */
export function postiInParole({ postiTitolari, postiSupplenti }: Pick<AvvisoView, 'postiTitolari' | 'postiSupplenti'>): string {
  const titolari = contati(postiTitolari, 'titolare', 'titolari');
  return postiSupplenti === 0 ? titolari : `${titolari} e ${contati(postiSupplenti, 'supplente', 'supplenti')}`;
}

type Responsabile = 'responsabileNome' | 'responsabileUfficio' | 'responsabileTelefono' | 'responsabileEmail';

/** Who answers for the procedimento, and where they are found. Empty: the avviso does not say. */
export const responsabileInParole = (avviso: Pick<AvvisoView, Responsabile>): string =>
  [avviso.responsabileNome, avviso.responsabileUfficio, avviso.responsabileTelefono, avviso.responsabileEmail].filter(Boolean).join(', ');
