import { MASSIMO_CAMPI, type CampiSchedaInput, type CampoScheda } from '@tavoli/shared';
import { fieldProblem } from '../platform/problem/problem.error.js';

/** With those that were withdrawn, which go on naming what was written. */
const TENUTI = 2 * MASSIMO_CAMPI;

/**
 * The fields as they are kept: each with its code, those that were left out withdrawn.
 * @throws ProblemError 400 on a code that the ambito has not, on another way of answering, on more than are kept
 */
export function campiConCodice(prima: readonly CampoScheda[], campi: CampiSchedaInput['campi']): CampoScheda[] {
  let ultimo = Math.max(0, ...prima.map(p => Number(p.codice.slice(1))));
  const tenuti = campi.map((campo, i) => {
    const noto = prima.find(p => p.codice === campo.codice);
    if (campo.codice !== null && noto === undefined) throw sbagliato(i, 'codice', 'Questo campo non è tra quelli dell’ambito.');
    if (noto !== undefined && noto.forma !== campo.forma)
      throw sbagliato(i, 'forma', 'Come si risponde non si cambia: ritira questo campo e aggiungine uno nuovo.');
    return { ...campo, codice: campo.codice ?? `c${++ultimo}`, ritirato: false };
  });
  const tolti = prima.filter(p => !tenuti.some(t => t.codice === p.codice)).map(p => ({ ...p, ritirato: true }));
  if (tenuti.length + tolti.length > TENUTI)
    throw fieldProblem('richiesta.non_valida', '/campi', `Con i campi ritirati l’ambito ne tiene al massimo ${TENUTI}.`);
  return [...tenuti, ...tolti];
}

const sbagliato = (posto: number, campo: string, message: string) =>
  fieldProblem('richiesta.non_valida', `/campi/${posto}/${campo}`, message);
