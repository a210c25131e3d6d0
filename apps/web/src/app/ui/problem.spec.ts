import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { ProblemError } from '../api/problem-error';
import { type Problem, problemErrors, problemOf, problemText } from './problem';

const refusal = (extra: Partial<Problem> = {}): Problem => ({
  type: '/problemi',
  status: 400,
  code: 'richiesta.non_valida',
  title: 'Alcuni dati non sono validi.',
  ...extra,
});

describe('A problem of the API', () => {
  const designazione = () => TestBed.runInInjectionContext(() => form(signal({ titolare: { email: '' }, tavoli: ['a', 'b'] })));

  it('puts each error on the field that its pointer names, also inside objects and lists', () => {
    const f = designazione();
    const errors = problemErrors(
      refusal({
        errors: [
          { pointer: '/titolare/email', code: 'email', message: 'Scrivi un indirizzo.' },
          { pointer: '#/tavoli/1', code: 'tavolo', message: 'Questo tavolo non c’è.' },
        ],
      }),
      f,
    );
    expect(errors.map(error => error.message)).toEqual(['Scrivi un indirizzo.', 'Questo tavolo non c’è.']);
    expect(errors[0]?.fieldTree).toBe(f.titolare.email);
    expect(errors[1]?.fieldTree).toBe(f.tavoli[1]);
  });

  it('puts on the form what belongs to none of its fields, so that nothing is said to nobody', () => {
    const f = designazione();
    const [unknown] = problemErrors(refusal({ errors: [{ pointer: '/altro/campo', code: 'x', message: 'Campo sconosciuto.' }] }), f);
    const [general] = problemErrors(refusal({ detail: 'Il tavolo è al completo.' }), f);
    expect(unknown).toMatchObject({ kind: 'x', message: 'Campo sconosciuto.', fieldTree: f });
    expect(general).toMatchObject({ kind: 'richiesta.non_valida', message: 'Il tavolo è al completo.', fieldTree: f });
  });

  it('is found in what was thrown, however it was wrapped', () => {
    const problem = refusal();
    expect(problemOf(new ProblemError(problem))).toBe(problem);
    expect(problemOf(new Error('resource', { cause: new ProblemError(problem) }))).toBe(problem);
    expect(problemOf(problem)).toBe(problem);
  });

  it('is told in Italian even when the answer was not ours', () => {
    expect(problemOf(new TypeError('x is not a function'))).toMatchObject({ code: 'errore.interno', status: 500 });
    expect(problemOf('<html>502</html>', 502).code).toBe('servizio.non_disponibile');
    expect(problemOf(undefined, 418).status).toBe(418);
    expect(problemText(problemOf(null))).toMatch(/^Qualcosa non ha funzionato/);
  });
});
