import { limiteInParole, oltreIlLimite } from './tavoli-per-ente.js';

const vincolante = { tavoliVincolo: 'vincolante', tavoliMassimi: 3 } as const;
const consigliato = { tavoliVincolo: 'consigliato', tavoliMassimi: 1 } as const;
const nessuno = { tavoliVincolo: 'nessuno', tavoliMassimi: 1 } as const;

it('says at how many tavoli an ente may sit, or nothing', () => {
  expect(limiteInParole(vincolante)).toBe('Ogni ente può rispondere al massimo per 3 tavoli.');
  expect(limiteInParole(consigliato)).toBe('Ti consigliamo di rispondere al massimo per 1 tavolo.');
  expect(limiteInParole(nessuno)).toBeNull();
});

it('tells who answers for more, from the first that is too many', () => {
  expect(oltreIlLimite(vincolante, 2, 1)).toBeNull();
  expect(oltreIlLimite(vincolante, 3, 1)).toBe('L’avviso ammette al massimo 3 tavoli per ente. Il tuo ente ha già risposto per 3 tavoli.');
  expect(oltreIlLimite(vincolante, 0, 4)).toBe('L’avviso ammette al massimo 3 tavoli per ente.');
  expect(oltreIlLimite(consigliato, 1, 1)).toContain('con questa risposta sono 2. Puoi inviare lo stesso.');
  expect(oltreIlLimite(nessuno, 9, 9)).toBeNull();
});
