import type { Permission } from '@tavoli/shared';
import { chiAlTavolo, chiNellAmbito, chiPerLEnte } from '../../incarichi/chi.sql.js';

/** SQL of who may do it at the tavolo that is the SQL expression `tavolo`; all of the ambito $1. */
export const alTavolo = (permesso: Permission, tavolo: string): string => chiAlTavolo(permesso, '$1', tavolo);

/** SQL of who may do it in the whole ambito. */
export const nellAmbito = (permesso: Permission): string => chiNellAmbito(permesso, '$1');

/** SQL of the operatori of the ente that is the SQL expression `ente`. */
export const operatoriDi = (ente: string): string => chiPerLEnte('$1', ente);
