import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PERMISSIONS, type Permission, type Problem } from '@tavoli/shared';
import { unaDisponibilita } from '../scenario/disponibilita.js';
import { issueSegreto, SCOPI } from '../../src/accounts/account/segreti.js';
import { nuovoSegreto } from '../../src/contributi/contributo/segreti.js';
import { hashSecret, newSecret } from '../../src/platform/tokens/secret.js';
import { confirmation, newAddress, newNetwork, PASSWORD, registered, type Registered } from '../scenario/accounts.js';
import { ORIGIN, testWorld, type World } from '../app.js';
import { Client, newKey } from '../client.js';
import { committedOpenApi } from '../documents/openapi.js';
import { operationsOf } from './requests.js';

const ROOT = join(import.meta.dirname, '../../../..');
let world: World;
let someone: Registered;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
  someone = await registered(world);
});
afterAll(() => world.close());

/** What each operation that takes a mailed secret is for. One that takes a secret and is not here fails. */
const PURPOSE: Readonly<Record<string, string>> = {
  'POST /api/v1/account/conferma': 'conferma',
  'POST /api/v1/account/incarico/usa': 'incarico_invito',
  'POST /api/v1/account/password/reset/usa': 'reset',
  'POST /api/v1/account/email/usa': 'cambio_email',
  'POST /api/v1/account/amministratore/usa': 'amministratore',
  'POST /api/v1/sessione/link/usa': 'accesso',
  'POST /api/v1/inviti/operatore/usa': 'operatore_invito',
  'GET /api/v1/inviti/operatore': 'operatore_invito',
  'POST /api/v1/seguito/conferma': 'seguito_segreto',
  'POST /api/v1/seguito/ferma': 'seguito_segreto',
  'POST /api/v1/disiscrizione': 'email_rinuncia_segreto',
};
const byPermission = (permission: string): string => {
  if (permission === 'contributo.conferma') return 'contributo.conferma';
  if (permission.startsWith('nomina.')) return 'invito_diretto_segreto';
  if (permission.startsWith('autore.')) return 'contributo.autore';
  if (permission.startsWith('consultazione.')) return 'elaborato_lettore';
  if (permission.startsWith('disponibile.')) return 'disponibilita_persona';
  return permission.startsWith('invito.') ? 'invito_segreto' : 'rappresentante';
};

/** Tables that keep the hash of something mailed, or kept by a browser or a calendar, from the schema itself. */
async function tablesWithSecrets(): Promise<string[]> {
  const rows = await world.db.query<{ t: string }[]>(
    `SELECT DISTINCT table_name AS t FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'segreto_hash' ORDER BY 1`,
  );
  return rows.map(r => r.t);
}
/** Of these no handler takes the secret: a cookie, the address of a calendar. */
const NOT_MAILED = ['calendario_privato', 'dispositivo_noto'];

/** A good secret of every purpose, for the same person. */
async function secrets(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const [account] = await world.db.query<{ id: string }[]>('SELECT id FROM account WHERE email = $1', [someone.email]);
  for (const scopo of SCOPI) {
    const diNessuno = scopo === 'conferma' || scopo === 'amministratore';
    found.set(
      scopo,
      (
        await issueSegreto(world.db.manager, {
          scopo,
          email: diNessuno ? newAddress() : someone.email,
          accountId: diNessuno ? null : (account?.id ?? null),
        })
      ).segreto,
    );
  }
  const base = await world.scenario.base();
  const { ambito, ente, tavolo } = base;
  const seduta = await world.scenario.designazione(ambito, { ...base, stato: 'inviata' });
  const contributo = await world.scenario.contributo(ambito, tavolo, { email: someone.email, stato: 'da_confermare' });
  const incontro = await world.scenario.incontro(ambito, tavolo, { stato: 'convocato' });
  const put = async (purpose: string, sql: string, ...args: unknown[]) => {
    const secret = newSecret();
    await world.db.query(sql, [hashSecret(secret), ...args]);
    found.set(purpose, secret);
  };
  found.set('invito_diretto_segreto', (await world.scenario.postoDiretto(ambito, tavolo, ente)).segreto);
  found.set('rappresentante', seduta.persone[0]?.segreto ?? '');
  found.set('invito_segreto', (await world.scenario.invitato(ambito, incontro)).segreto);
  found.set('disponibilita_persona', (await unaDisponibilita(world, ambito, tavolo)).segreto);
  for (const scopo of ['conferma', 'autore'] as const)
    found.set(`contributo.${scopo}`, await nuovoSegreto(world.db.manager, ambito.id, contributo.id, scopo));
  await put(
    'operatore_invito',
    `INSERT INTO operatore_invito (segreto_hash, ambito_id, id, ente_id, email, scade_at) VALUES ($1, $2, $3, $4, $5, now() + interval '1 day')`,
    ambito.id,
    randomUUID(),
    ente.id,
    someone.email,
  );
  const elaborato = await world.scenario.elaborato(ambito, tavolo, 'in_consultazione');
  await put(
    'elaborato_lettore',
    'INSERT INTO elaborato_lettore (segreto_hash, ambito_id, id, elaborato_id, rappresentante_id) VALUES ($1, $2, $3, $4, $5)',
    ambito.id,
    randomUUID(),
    elaborato.id,
    seduta.persone[0]?.id,
  );
  const incaricoId = randomUUID();
  await world.db.query(
    `INSERT INTO incarico (ambito_id, id, invitato_email, invitato_at, ruolo) VALUES ($1, $2, $3, now(), 'ufficio_di_piano')`,
    [ambito.id, incaricoId, newAddress()],
  );
  await put(
    'incarico_invito',
    'INSERT INTO incarico_invito (segreto_hash, ambito_id, incarico_id) VALUES ($1, $2, $3)',
    ambito.id,
    incaricoId,
  );
  const seguito = randomUUID();
  await world.db.query(`INSERT INTO seguito (id, ambito_id, tipo, oggetto_id, indirizzo) VALUES ($1, $2, 'tavolo', $3, $4)`, [
    seguito,
    ambito.id,
    tavolo.id,
    someone.email,
  ]);
  await put('seguito_segreto', 'INSERT INTO seguito_segreto (segreto_hash, ambito_id, seguito_id) VALUES ($1, $2, $3)', ambito.id, seguito);
  await put(
    'email_rinuncia_segreto',
    `INSERT INTO email_rinuncia_segreto (segreto_hash, indirizzo, tipo) VALUES ($1, $2, 'promemoria')`,
    someone.email,
  );
  return found;
}

/** Every operation that takes a secret, with what it is for: from the schemas, the permissions and the source. */
function takers(): { method: string; path: string; purpose: string }[] {
  const operations = operationsOf(committedOpenApi() as never);
  const byBody = operations.filter(o => 'segreto' in ((o.body as { properties?: object } | null)?.properties ?? {}));
  const designato = (permission: string) =>
    (Object.keys(PERMISSIONS) as Permission[]).some(
      p => p.startsWith(permission.replace('{azione}', '')) && PERMISSIONS[p].includes('designato'),
    );
  const byGuard = operations.filter(o => designato(o.permission));
  const byHeader = operations.filter(o => PURPOSE[`${o.method} ${o.path}`] !== undefined && !byBody.includes(o));
  return [...byBody, ...byGuard, ...byHeader].map(({ method, path, permission }) => ({
    method,
    path,
    purpose: PURPOSE[`${method} ${path}`] ?? (designato(permission) ? byPermission(permission) : ''),
  }));
}

describe('A-10: a mailed secret', () => {
  it('has one purpose, and every place that takes or keeps one is known here', async () => {
    const known = await secrets();
    const tables = (await tablesWithSecrets()).filter(t => !NOT_MAILED.includes(t));
    const account = new Set<string>(SCOPI);
    expect(tables).toEqual(
      [
        ...new Set(
          [...known.keys()].map(p => (account.has(p) ? 'account_segreto' : p.startsWith('contributo.') ? 'contributo_segreto' : p)),
        ),
      ].sort(),
    );
    expect(takers().filter(t => !known.has(t.purpose))).toEqual([]);
    const sources = execFileSync('grep', ['-rhoE', "@Headers\\('x-segreto'\\)", 'apps/api/src'], { cwd: ROOT, encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(sources).toHaveLength(Object.values(PURPOSE).filter(p => p === 'seguito_segreto' || p === 'email_rinuncia_segreto').length + 1);
  });

  it('opens nothing but what it was made for: every purpose at every door that takes another', async () => {
    const known = await secrets();
    const opened: string[] = [];
    for (const { method, path, purpose } of takers()) {
      for (const [other, segreto] of known) {
        if (other === purpose) continue;
        const url = path
          .replace('/api/v1', '')
          .replace(/\{azione\}/, 'accetta')
          .replace(/\{\w+\}/g, randomUUID());
        const body =
          method === 'GET'
            ? undefined
            : path === '/api/v1/account/password/reset/usa'
              ? { segreto, password: PASSWORD }
              : /conferma$|amministratore|incarico/.test(path)
                ? confirmation(segreto)
                : { segreto };
        const answer = await new Client(world.app, ORIGIN, someone.visitor.cookie).send<Problem>(method as 'GET', url, body, {
          headers: { 'x-segreto': segreto, 'x-forwarded-for': newNetwork(), 'if-match': '"1"', 'idempotency-key': newKey() },
        });
        const closed = answer.status === 404 && answer.headers['set-cookie'] === undefined;
        if (!closed) opened.push(`${method} ${path} with ${other}: ${answer.status} ${answer.text.slice(0, 80)}`);
      }
    }
    expect(opened).toEqual([]);
    const unused = await world.db.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM account_segreto WHERE email = $1 AND usato_at IS NULL',
      [someone.email],
    );
    expect(unused[0]?.n).toBeGreaterThan(0);
  });
});
