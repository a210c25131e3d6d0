import { randomUUID } from 'node:crypto';
import { PERMISSIONS, RUOLO, type DichiarazioneRuolo, type Permission, type Ruolo } from '@tavoli/shared';
import { leggiPerEmail as leggiContributo } from '../../src/contributi/contributo/contributi.emails.data.js';
import { MancanzeQueries } from '../../src/cruscotto/mancanze.queries.js';
import { leggiPerEmail as leggiDesignazione } from '../../src/designazioni/designazioni.emails.data.js';
import { emailDi } from '../../src/elaborati/elaborato/elaborati.emails.js';
import { leggiEntePerEmail } from '../../src/enti/enti.emails.data.js';
import { ScadenzeService } from '../../src/impegni/scadenze.service.js';
import { leggiDestinatari } from '../../src/incontri/incontro/invitati.js';
import { SessionReader } from '../../src/platform/access/session-reader.js';
import { roomOfAccount, roomOfSessione, roomsOf } from '../../src/platform/realtime/live.rooms.js';
import { testWorld, type World } from '../app.js';
import type { Persona } from '../scenario.js';
import { buildCast, type Cast } from './cast.js';
import { rowsOf, type Row } from './matrix.js';

/** Roles of tomorrow, that no cell of the matrix names: one of the ambito, one of a tavolo. */
const NUOVI = { sindaco: 'ambito', portavoce: 'tavolo' } as const;
const dichiarato = (dove: DichiarazioneRuolo['dove']): DichiarazioneRuolo => ({
  dove,
  etichetta: 'Nuovo',
  parole: { uno: 'nuovo', una: 'nuova', piu: 'nuovi' },
  incarico: { nome: 'nuovo', compito: '', gruppo: { titolo: 'Nuovi', vuoto: '' }, scelta: { label: 'Nuovo', hint: '' } },
});

let world: World;
let cast: Cast;
let gets: Row[];
let ambitoId: string;
let tavoloId: string;
/** Who holds a role that opens nothing, by what is odd of it; `tutti` holds all of them. */
let chi: Record<string, Persona>;
let tutti: Persona;

beforeAll(async () => {
  world = await testWorld();
  cast = await buildCast(world);
  gets = rowsOf(world, cast).filter(row => row.method === 'GET');
  const [place] = await world.db.query<{ ambito: string; tavolo: string }[]>(
    'SELECT a.id AS ambito, t.id AS tavolo FROM ambito a JOIN tavolo t ON t.ambito_id = a.id WHERE a.slug = $1 AND t.slug = $2',
    [cast.things['ambito']?.[0]?.id, cast.things['tavolo']?.[0]?.id],
  );
  [ambitoId, tavoloId] = [place?.ambito ?? '', place?.tavolo ?? ''];
  await freeTheColumn();
  Object.assign(RUOLO, { sindaco: dichiarato(NUOVI.sindaco), portavoce: dichiarato(NUOVI.portavoce) });
  const strani = {
    sindaco: ['sindaco', null],
    portavoce: ['portavoce', tavoloId],
    'unknown to the code, of the ambito': ['ignoto', null],
    'unknown to the code, of a tavolo': ['constructor', tavoloId],
    'of a tavolo, held at none': ['referente', null],
    'of the ambito, held at a tavolo': ['coordinatore', tavoloId],
    'no incarico at all': ['amministratore', null],
  } as const;
  chi = {};
  tutti = await world.scenario.persona();
  for (const [nome, [ruolo, tavolo]] of Object.entries(strani)) {
    chi[nome] = await con(ruolo, tavolo);
    await con(ruolo, tavolo, tutti);
  }
});
afterAll(async () => {
  for (const nuovo of Object.keys(NUOVI)) delete (RUOLO as Record<string, unknown>)[nuovo];
  await world.close();
});

/** The database knows the roles of today; here a row may say anything. */
async function freeTheColumn(): Promise<void> {
  const checks = await world.db.query<{ conname: string }[]>(
    `SELECT conname FROM pg_constraint WHERE conrelid = 'incarico'::regclass AND contype = 'c'`,
  );
  for (const { conname } of checks) await world.db.query(`ALTER TABLE incarico DROP CONSTRAINT "${conname}"`);
}

async function con(ruolo: string, tavolo: string | null, who?: Persona): Promise<Persona> {
  const persona = who ?? (await world.scenario.persona());
  await world.db.query('INSERT INTO incarico (ambito_id, id, account_id, ruolo, tavolo_id) VALUES ($1, $2, $3, $4, $5)', [
    ambitoId,
    randomUUID(),
    persona.id,
    ruolo,
    tavolo,
  ]);
  return persona;
}

/** What a person is answered, without what is theirs: two people without roles are answered the same. */
async function asks(persona: Persona | undefined, { url }: Row): Promise<string> {
  if (persona === undefined) throw new Error('Nobody asks.');
  const { status, text } = await world.as(persona).get(url);
  const own = [persona.id, persona.sessioneId, persona.email, persona.cognome].reduce((t, mine) => t.replaceAll(mine, 'suo'), text);
  return `${status} ${own.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|"instance":"[^"]*"/g, 'ogni volta')}`;
}

async function held(persona: Persona) {
  const { actor, sessioneId } = await world.app.get(SessionReader).read(`__Host-sessione=${persona.token}`);
  return { actor, rooms: roomsOf(actor, sessioneId ?? '') };
}

const own = (persona: Persona): string[] => [roomOfSessione(persona.sessioneId), roomOfAccount(persona.id)];

/** Gives a role one cell of the matrix, as long as `work` lasts. */
async function conCella<T>(ruolo: keyof typeof NUOVI, permission: Permission, work: () => Promise<T>): Promise<T> {
  const table = PERMISSIONS as Record<Permission, readonly Ruolo[]>;
  const before = table[permission];
  table[permission] = [...before, ruolo as Ruolo];
  try {
    return await work();
  } finally {
    table[permission] = before;
  }
}

describe('a role that no cell names, or that the code does not know', () => {
  it('A-2: is answered at every GET what anybody with an account is', async () => {
    const [uno, altro] = [await world.scenario.persona(), await world.scenario.persona()];
    const wrong: string[] = [];
    let compared = 0;
    for (const row of gets) {
      const usual = await asks(uno, row);
      if (usual !== (await asks(altro, row)) || /\/v1\/(?:sessione|account\/)/.test(row.url)) continue; // what is kept of each, to each
      compared += 1;
      if ((await asks(tutti, row)) !== usual) wrong.push(row.name);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(gets.length * 0.9);
  });

  it('A-2: hears no live room but its own', async () => {
    for (const [nome, persona] of Object.entries(chi))
      expect([nome, (await held(persona)).rooms.sort()]).toEqual([nome, own(persona).sort()]);
  });
});

/** Everybody whom the portal would write to, or say that it waits for, about the things of the cast. */
async function destinatari(): Promise<string> {
  const db = world.db.manager;
  const id = (kind: string, stato: string): string => cast.things[kind]?.find(t => t.stato === stato)?.id ?? '';
  await world.app.get(ScadenzeService).avvisa(new Date(Date.now() + 400 * 86_400_000));
  return JSON.stringify([
    await leggiContributo(db, ambitoId, id('contributo', 'in_moderazione')),
    await leggiDesignazione(db, ambitoId, id('designazione', 'inviata')),
    await leggiEntePerEmail(db, ambitoId, id('ente', 'in_verifica')),
    await emailDi(db, ambitoId, id('elaborato', 'accolto'), 'accogli', null),
    await emailDi(db, ambitoId, id('elaborato', 'consegnato'), 'consegna', null),
    await leggiDestinatari(db, ambitoId, id('incontro', 'convocato')),
    await world.app.get(MancanzeQueries).tutte(db, ambitoId),
    await world.db.query('SELECT DISTINCT a_indirizzo FROM email'),
  ]);
}

describe('mails', () => {
  it('A-2: go to nobody because of a role that no cell names', async () => {
    const scritto = await destinatari();
    expect(scritto).toContain(cast.people.coordinatore?.email);
    expect(scritto).toContain(cast.people.referente?.email);
    const [pagina] = await world.db.query<{ slug: string }[]>('SELECT slug FROM tavolo WHERE id = $1', [tavoloId]);
    const { text } = await world.as(null).get(`/ambiti/${cast.things['ambito']?.[0]?.id ?? ''}/tavoli/${pagina?.slug ?? ''}`);
    expect(text).toContain(cast.people.referente?.cognome);
    for (const { email, cognome } of [...Object.values(chi), tutti]) {
      expect(scritto).not.toContain(email);
      expect(scritto + text).not.toContain(`${cognome}"`);
    }
  });

  it.each([
    ['sindaco', 'elaborato.accogli'],
    ['sindaco', 'ente.verifica'],
    ['sindaco', 'contributo.decidi_riesame'],
    ['sindaco', 'incontro.presenzia'],
    ['portavoce', 'contributo.pubblica'],
    ['portavoce', 'designazione.accetta'],
    ['portavoce', 'elaborato.consegna'],
    ['portavoce', 'incontro.presenzia'],
  ] as const)('A-2: reach who holds the cell that the mail is about: %s, %s', async (ruolo, permission) => {
    const scritto = await conCella(ruolo, permission, destinatari);
    expect(scritto).toContain(chi[ruolo]?.email);
    expect(scritto).not.toContain(chi[ruolo === 'sindaco' ? 'portavoce' : 'sindaco']?.email);
  });
});

describe('one cell', () => {
  it('A-2: opens the routes of its permission to who holds it over the ambito, and no other', async () => {
    const sindaco = world.as(chi['sindaco'] ?? null);
    const chiusi = gets.filter(row => !PERMISSIONS[row.permission].some(r => ['pubblico', 'cittadino', 'designato'].includes(r)));
    const uno = [...Map.groupBy(chiusi, row => row.permission)].flatMap(([, rows]) => rows[0] ?? []);
    const stato = async (row: Row) => (await sindaco.get(row.url)).status;
    const prima = new Map<Row, number>();
    for (const row of chiusi) prima.set(row, await stato(row));
    expect([...new Set(prima.values())].sort()).toEqual([403, 404]);
    const wrong: string[] = [];
    const aperti: Permission[] = [];
    for (const { permission } of uno)
      await conCella('sindaco', permission, async () => {
        for (const row of uno)
          if (row.permission !== permission && (await stato(row)) !== prima.get(row)) wrong.push(`${permission} opens ${row.name}`);
        const suoi = chiusi.filter(row => row.permission === permission && prima.get(row) === 403);
        for (const row of suoi) if ((await stato(row)) === 403) wrong.push(`${permission} does not open ${row.name}`);
        if (suoi.length > 0) aperti.push(permission);
      });
    expect(wrong).toEqual([]);
    expect(aperti.length).toBeGreaterThan(10);
  });

  const coda = async (persona: Persona | undefined) => {
    const { body } = await world
      .as(persona ?? null)
      .get<{ items: { id: string }[] }>(`/ambiti/${cast.things['ambito']?.[0]?.id ?? ''}/contributi/coda?limit=100`);
    return body.items.length;
  };

  it('A-2: opens the queue of contributi, of the ambito or of that tavolo, and no live room', async () => {
    const tutti = await coda(cast.people.coordinatore);
    expect(tutti).toBeGreaterThan(0);
    expect(await conCella('sindaco', 'contributo.coda', () => coda(chi['sindaco']))).toBe(tutti);
    expect(await conCella('portavoce', 'contributo.coda', () => coda(chi['portavoce']))).toBe(await coda(cast.people.referente));
    expect(await conCella('portavoce', 'contributo.coda', () => coda(chi['sindaco']))).toBe(0);
    const persona = chi['sindaco'] as Persona;
    expect(await conCella('sindaco', 'contributo.coda', async () => (await held(persona)).rooms.sort())).toEqual(own(persona).sort());
  });

  it('A-2: opens the live room of the place where the role is held, and no other', async () => {
    const [sindaco, portavoce] = [chi['sindaco'] as Persona, chi['portavoce'] as Persona];
    const stanze = async (persona: Persona) => (await held(persona)).rooms.filter(room => !own(persona).includes(room));
    expect(await conCella('sindaco', 'live.ambito', () => stanze(sindaco))).toEqual([`ambito:${ambitoId}`]);
    expect(await conCella('sindaco', 'live.tavolo', () => stanze(sindaco))).toEqual([]);
    expect(await conCella('portavoce', 'live.tavolo', () => stanze(portavoce))).toEqual([`tavolo:${tavoloId}`]);
    expect(await conCella('portavoce', 'live.ambito', () => stanze(portavoce))).toEqual([]);
  });
});
