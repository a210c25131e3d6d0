import { formatDataOra, formatOra, type IncontroRigaView } from '@tavoli/shared';
import { giornoDi } from './giorni';

/** `venerdì 23 ottobre 2026, ore 16:00, fino alle 18:00` */
export function quando({ inizioAt, fineAt }: Pick<IncontroRigaView, 'inizioAt' | 'fineAt'>): string {
  const [inizio, fine] = [new Date(inizioAt), new Date(fineAt)];
  return `${formatDataOra(inizio)}, fino ${giornoDi(inizio) === giornoDi(fine) ? `alle ${formatOra(fine)}` : `a ${formatDataOra(fine)}`}`;
}

/** `16:00–18:00` */
export const orario = ({ inizioAt, fineAt }: Pick<IncontroRigaView, 'inizioAt' | 'fineAt'>): string =>
  `${formatOra(new Date(inizioAt))}–${formatOra(new Date(fineAt))}`;

/** The place in one line; the address of the video call is told to members only. */
export function dove({ sede, online }: Pick<IncontroRigaView, 'sede' | 'online'>): string {
  if (sede === null) return 'In videochiamata';
  return `${sede.nome}, ${sede.indirizzo}${online ? ' e in videochiamata' : ''}`;
}

/** `1 ora e 30 minuti` */
export function minutiInParole(minuti: number): string {
  const ore = Math.floor(minuti / 60);
  const resto = minuti % 60;
  const parts = [ore === 1 ? '1 ora' : ore > 1 ? `${ore} ore` : '', resto === 1 ? '1 minuto' : resto > 1 ? `${resto} minuti` : ''].filter(
    part => part !== '',
  );
  return parts.join(' e ') || '0 minuti';
}

export const maiuscola = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
