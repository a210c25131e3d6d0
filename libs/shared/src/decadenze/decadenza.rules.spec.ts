import { sentito } from './decadenza.rules.js';

const TERMINE = '2027-04-08';

it.each([
  ['2027-04-07', false, false],
  ['2027-04-08', false, false],
  ['2027-04-09', false, true],
  ['2027-04-01', true, true],
])('an ente is heard once it has written, or when the whole of its last day is over: %s, memorie %s', (oggi, haMemorie, wanted) => {
  expect(sentito({ termine: TERMINE, haMemorie }, oggi)).toBe(wanted);
});
