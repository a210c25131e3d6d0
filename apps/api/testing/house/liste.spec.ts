import { AccessAudit } from '../../src/platform/access/access.audit.js';
import { testWorld, type World } from '../app.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

/** Tables that are no lists for people, each with its reason. */
const OTHERS: Readonly<Record<string, string>> = {
  '/api/v1/ambiti/:ambito/caricamenti/:caricamento/errori': 'goes back into the table that it is about',
  '/api/v1/ambiti/:ambito/dati/:file': 'open data, for programs',
};

it('a list that is saved as CSV is saved as a workbook too, where codes keep their zeros', () => {
  const alone = world.app
    .get(AccessAudit, { strict: false })
    .routes()
    .filter(({ answer }) => answer?.files?.includes('text/csv') && !answer.files.some(f => f.includes('spreadsheetml')))
    .map(({ path }) => path);
  expect(alone.sort()).toEqual(Object.keys(OTHERS).sort());
});
