import type { RappresentanteInput } from '@tavoli/shared';

let n = 0;

/** A titolare and a supplente, invented, each with an address of their own. */
export function dueRappresentanti(): RappresentanteInput[] {
  n += 1;
  return [
    { ruolo: 'titolare', nome: 'Ada', cognome: `Prova${n}`, email: `ada${n}@prova.test`, telefono: null, qualifica: 'Presidente' },
    { ruolo: 'supplente', nome: 'Bruno', cognome: `Prova${n}`, email: `bruno${n}@prova.test`, telefono: '0983 222222', qualifica: null },
  ];
}
