import { conComune } from './nuovo-ambito.model';

it('the comuni of a new ambito are chosen once each, by name', () => {
  const [pavia, certosa] = [
    { istat: '018110', nome: 'Pavia' },
    { istat: '018046', nome: 'Certosa di Pavia' },
  ];
  expect(conComune(conComune([pavia], certosa), pavia)).toEqual([certosa, pavia]);
});
