import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { ORIGIN, testWorld, type World } from '../app.js';
import { designate } from './client/story.js';
import { TypedClient, type Transport } from './client/typed.js';

const ROOT = join(import.meta.dirname, '../../../..');
const CLIENT = join(import.meta.dirname, 'client');

/** What the compiler says of a source beside the client, with the types that are generated from the document. */
function compile(types: string, name: string, source: string): string[] {
  const given = new Map([
    [join(CLIENT, 'api.ts'), types],
    [join(CLIENT, name), source],
  ]);
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = path => given.has(path) || fileExists(path);
  host.readFile = path => given.get(path) ?? readFile(path);
  host.getSourceFile = (path, language) => {
    const text = given.get(path);
    return text === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, text, language);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([join(CLIENT, name)], options, host))
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

let types: string;
let world: World;
beforeAll(async () => {
  types = astToString(await openapiTS(readFileSync(join(ROOT, 'openapi.json'), 'utf8')));
  world = await testWorld();
});
afterAll(() => world.close());

const source = (name: string): string => readFileSync(join(CLIENT, name), 'utf8');

/** Through the real application; everything else of the client is what any program would write. */
const transport: Transport = async ({ method, url, headers, body }) => {
  const answer = await world.app.inject({
    method: method as 'GET',
    url,
    headers: { host: new URL(ORIGIN).host, ...headers },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, headers: answer.headers, text: answer.payload };
};

describe('a client made from openapi.json', () => {
  it('compiles, and lets nobody ask or read what is not there', () => {
    expect(compile(types, 'story.ts', source('story.ts'))).toEqual([]);
    const wrong = [
      ["azione: 'invia'", "azione: 'spedisci'"],
      ['avvisoId: avviso,', ''],
      ['tavolo.nome', 'tavolo.denominazione'],
      ['body: { segreto }', 'body: { parola: segreto }'],
    ] as const;
    for (const [right] of wrong) expect(source('story.ts')).toContain(right);
    const mistaken = wrong.reduce((text, [right, bad]) => text.replace(right, bad), source('story.ts'));
    expect(compile(types, 'story.ts', mistaken)).toHaveLength(wrong.length);
  });

  it('signs in, finds a tavolo, designates somebody and is told of a version that has passed', async () => {
    const { ambito, ente, avviso, operatore, tavolo } = await world.scenario.base();
    const client = new TypedClient(transport, ORIGIN);
    await client.call('post', '/api/v1/sessione/link', { body: { email: operatore.email } });
    const [mail] = await world.db.query<{ testo: string }[]>(
      'SELECT testo FROM email WHERE a_indirizzo = $1 ORDER BY creata_at DESC LIMIT 1',
      [operatore.email],
    );
    const segreto = /#([A-Za-z0-9_-]{43})/.exec(mail?.testo ?? '')?.[1] ?? '';
    expect(await designate(client, { ambito: ambito.slug, ente: ente.id, avviso: avviso.id, segreto })).toEqual({
      chi: operatore.email,
      tavolo: tavolo.nome,
      superata: 'versione.superata',
      stato: 'inviata',
      numeroDiRegistro: expect.any(Number),
    });
  });
});
