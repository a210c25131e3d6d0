import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BATCH } from '../src/platform/jobs/batches.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { testWorld, type World } from './app.js';
import { unCaricamento } from './scenario/caricamenti.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

/** More than any job takes up at once. */
const N = BATCH + 10;
const volte = Array.from({ length: N }, (_, n) => n);

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
  base = await world.scenario.base();
});
afterAll(() => world.close());

const quanti = async (sql: string): Promise<number> =>
  (await world.db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? 0;
const mails = (tipo: string): Promise<number> => quanti(`(SELECT DISTINCT oggetto_id FROM email WHERE tipo = '${tipo}') x`);

interface Prova {
  /** Sets out more than it takes up at once. */
  readonly riempi: () => Promise<unknown>;
  /** What a single run leaves undone. */
  readonly resta: () => Promise<number>;
}

async function verbali(stato: 'in_revisione' | 'approvato'): Promise<{ id: string; sezioneId: string }[]> {
  return Promise.all(volte.map(() => world.scenario.verbale(base.ambito, base.tavolo, stato)));
}

/** For every job: that no thing is left waiting, however many there are. A job that takes up one thing at a time says so. */
const PROVE: Readonly<Record<string, Prova | 'one at a time, until there is none' | 'page after page, in the time that a night has'>> = {
  accessi: {
    riempi: async () => {
      for (const [scade, vista] of [
        ['-1 day', '0'],
        ['1 day', '-90 days'],
      ])
        await world.db.query(
          `INSERT INTO sessione (id, token_hash, account_id, dispositivo, scade_at, vista_at) SELECT gen_random_uuid(), sha256(($2 || n)::bytea), $1, 'Prova', now() + $2::interval, now() + $3::interval FROM generate_series(1, ${N}) n`,
          [base.referente.id, scade, vista],
        );
    },
    resta: () => quanti(`sessione WHERE scade_at < now() OR vista_at < now() - interval '60 days'`),
  },
  caricamenti: {
    riempi: async () => {
      const { id } = await unCaricamento(world.db, base.ambito, 'simulazione');
      await world.db.query(
        `INSERT INTO caricamento (ambito_id, id, tipo, file, righe, colonne, conteggi, creato_at)
         SELECT ambito_id, gen_random_uuid(), tipo, file, righe, colonne, conteggi, now() - interval '8 days' FROM caricamento, generate_series(1, ${N}) WHERE id = $1`,
        [id],
      );
    },
    resta: () => quanti(`caricamento WHERE righe IS NOT NULL AND creato_at < now() - interval '7 days'`),
  },
  conservazione: {
    riempi: async () => {
      await world.db.query(
        `INSERT INTO seguito (ambito_id, tipo, oggetto_id, indirizzo, creato_at) SELECT $1, 'tavolo', $2, n || '@prova.test', now() - interval '5 years' FROM generate_series(1, ${N}) n`,
        [base.ambito.id, base.tavolo.id],
      );
      await world.db.query(
        `INSERT INTO email (id, chiave, tipo, da_nome, a_nome, a_indirizzo, subject, testo, html, riservata, stato, creata_at)
         SELECT gen_random_uuid(), 'vecchia' || n, 'prova', 'Da', 'A', 'a@prova.test', 'Vecchio', 'Testo', '<p>Testo</p>', false, 'inviata', now() - interval '5 years' FROM generate_series(1, ${N}) n`,
      );
    },
    resta: async () =>
      (await quanti(`seguito WHERE confermato_at IS NULL`)) + (await quanti(`email WHERE chiave LIKE 'vecchia%' AND html <> ''`)),
  },
  contributi: {
    riempi: async () => {
      await Promise.all(volte.map(() => world.scenario.contributo(base.ambito, base.tavolo, { scade: -1 })));
      await Promise.all(volte.map(() => world.scenario.contributo(base.ambito, base.tavolo, { stato: 'da_confermare' })));
      await world.db.query(`UPDATE contributo SET inviato_at = now() - interval '1 year' WHERE stato = 'da_confermare'`);
    },
    resta: () => quanti(`contributo WHERE stato = 'da_confermare' OR (stato = 'in_moderazione' AND sollecito_at IS NULL)`),
  },
  dossier: 'one at a time, until there is none',
  'file-pulizia': {
    riempi: () =>
      world.db.query(
        `INSERT INTO file_custodito (sha256, bytes, libero_dal) SELECT encode(sha256(n::text::bytea), 'hex'), 1, now() - interval '1 year' FROM generate_series(1, ${N}) n`,
      ),
    resta: () => quanti(`file_custodito WHERE libero_dal < now() - interval '90 days'`),
  },
  'file-verifica': 'page after page, in the time that a night has',
  impegni: {
    riempi: async () => {
      const [verbale] = await verbali('approvato');
      await world.db.query(
        `INSERT INTO impegno (ambito_id, id, verbale_id, sezione_id, ordine, testo, chi, entro) SELECT $1, gen_random_uuid(), $2, $3, n, 'Impegno', 'Qualcuno', '2026-01-01' FROM generate_series(1, ${N}) n`,
        [base.ambito.id, verbale?.id, verbale?.sezioneId],
      );
    },
    resta: () => quanti('impegno WHERE sollecito_at IS NULL'),
  },
  incarichi: {
    riempi: async () => {
      await world.db.query(
        `INSERT INTO incarico (ambito_id, id, invitato_email, invitato_at, ruolo, scade_il) SELECT $1, gen_random_uuid(), n || '@prova.test', now(), 'ufficio_di_piano', current_date - 2 FROM generate_series(1, ${N}) n`,
        [base.ambito.id],
      );
      await world.db.query(
        `INSERT INTO incarico (ambito_id, id, invitato_email, invitato_at, ruolo) SELECT $1, gen_random_uuid(), n || '@prova.test', now() - interval '40 days', 'coordinatore' FROM generate_series(1, ${N}) n`,
        [base.ambito.id],
      );
    },
    resta: () => quanti(`incarico WHERE account_id IS NULL`),
  },
  'incarichi-promemoria': {
    riempi: async () => {
      for (const { id } of await Promise.all(volte.map(() => world.scenario.persona())))
        await world.db.query(
          `INSERT INTO incarico (ambito_id, id, account_id, ruolo, scade_il) VALUES ($1, gen_random_uuid(), $2, 'ufficio_di_piano', current_date + 5)`,
          [base.ambito.id, id],
        );
    },
    resta: () => quanti(`incarico WHERE scade_il IS NOT NULL AND al IS NULL AND promemoria_at IS NULL`),
  },
  decadenze: {
    // At a tavolo of its own: a verbale of the other would be told to all of them.
    riempi: async () => {
      const tavolo = await world.scenario.tavolo(base.ambito);
      for (const { id } of await Promise.all(volte.map(() => world.scenario.decadenza(base.ambito, { avviso: base.avviso, tavolo }))))
        await world.db.query('UPDATE decadenza SET termine = current_date + 2 WHERE id = $1', [id]);
    },
    resta: () => quanti(`decadenza WHERE stato = 'aperto' AND ricordato_at IS NULL`),
  },
  'fine-mandati': {
    riempi: async () => {
      for (const n of volte) {
        const ambito = await world.scenario.ambito();
        await world.scenario.tavolo(ambito, `Finito ${n}`);
        await world.db.query('UPDATE piano_di_zona SET dal = 2020, al = 2020 WHERE ambito_id = $1', [ambito.id]);
        await world.db.query(
          `UPDATE ambito SET impostazioni = jsonb_set(coalesce(impostazioni, '{}'), '{regole}', '{"mandatiColPiano": true}') WHERE id = $1`,
          [ambito.id],
        );
      }
    },
    resta: () => quanti(`tavolo WHERE mandati_finiti_at IS NULL AND nome LIKE 'Finito %'`),
  },
  'posti-diretti': {
    riempi: () =>
      Promise.all(
        volte.map(async n =>
          world.scenario.postoDiretto(base.ambito, base.tavolo, await world.scenario.ente(base.ambito), { giorni: n % 2 === 0 ? -1 : 5 }),
        ),
      ),
    resta: () => quanti(`posto_diretto WHERE stato = 'in_attesa' AND sollecitato_at IS NULL`),
  },
  promemoria: {
    // At the very same instant: the order in which they are taken up needs more than the time.
    riempi: async () => {
      for (const id of (await Promise.all(volte.map(() => world.scenario.incontro(base.ambito, base.tavolo, { tra: 23 })))).map(i => i.id))
        await world.scenario.invitato(base.ambito, { id }, { email: 'ospite@prova.test' });
      await world.db.query(
        `UPDATE incontro SET inizio_at = date_trunc('hour', now()) + interval '23 hours', fine_at = date_trunc('hour', now()) + interval '25 hours', convocato_at = now() - interval '9 days' WHERE stato = 'convocato'`,
      );
    },
    resta: async () => N - (await mails('incontro.promemoria_vigilia')),
  },
  revisioni: {
    riempi: async () => {
      await verbali('in_revisione');
      await world.db.query(`UPDATE verbale SET revisione_fino_at = now() + interval '5 hours' WHERE stato = 'in_revisione'`);
    },
    resta: () => quanti(`verbale WHERE stato = 'in_revisione' AND revisione_avvisata_at IS NULL`),
  },
  'ricerca-parole': {
    riempi: () =>
      world.db.query(
        `INSERT INTO ricerca_voce (ambito_id, tipo, oggetto_id, titolo, testo, percorso, tavoli) SELECT $1, 'tavolo', gen_random_uuid(), 'Parola numero ' || n, 'Testo', '/', '{}' FROM generate_series(1, ${N}) n`,
        [base.ambito.id],
      ),
    resta: () => quanti('ricerca_voce WHERE NOT imparata'),
  },
  sigilli: {
    riempi: async () => {
      const ambiti = await Promise.all(volte.map(() => world.scenario.ambito(`s-${randomUUID().slice(0, 8)}`)));
      await world.db.query(
        'INSERT INTO registro_testa (ambito_id, seq, hash) SELECT id, 1, sha256(id::text::bytea) FROM unnest($1::uuid[]) id',
        [ambiti.map(a => a.id)],
      );
    },
    resta: () => quanti('registro_testa t WHERE seq > 0 AND NOT EXISTS (SELECT 1 FROM sigillo s WHERE s.ambito_id = t.ambito_id)'),
  },
  sostituti: {
    riempi: async () => {
      const sha256 = 'b'.repeat(64);
      await world.db.query('INSERT INTO file_custodito (sha256, bytes) VALUES ($1, 1) ON CONFLICT DO NOTHING', [sha256]);
      await world.db.query(
        `INSERT INTO oscuramento_sostituto (ambito_id, id, da, nome, media_type, bytes, sha256, caricato_at)
         SELECT $1, gen_random_uuid(), $2, 'sostituto.pdf', 'application/pdf', 1, $3, now() - interval '2 days' FROM generate_series(1, ${N}) n`,
        [base.ambito.id, base.coordinatore.id, sha256],
      );
    },
    resta: () => quanti('oscuramento_sostituto'),
  },
};

const ricorrenze = () => world.app.get(Jobs, { strict: false }).elenco;

it('every job has its proof here', () => {
  expect(
    ricorrenze()
      .map(r => r.name)
      .sort(),
  ).toEqual(Object.keys(PROVE).sort());
});

it('each job, run once, leaves nothing waiting of more than it takes up at once', async () => {
  for (const [name, prova] of Object.entries(PROVE)) {
    if (typeof prova === 'string') continue;
    await prova.riempi();
    expect([name, (await prova.resta()) >= N]).toEqual([name, true]);
    await ricorrenze()
      .find(r => r.name === name)
      ?.work();
    expect([name, await prova.resta()]).toEqual([name, 0]);
  }
});

it('no job takes up things by a limit of its own', () => {
  const folder = join(import.meta.dirname, '../src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts') && !f.endsWith('.spec.ts'));
  const jobs = sources.map(f => [f, readFileSync(join(folder, f), 'utf8')] as const).filter(([, text]) => text.includes('jobs.every('));
  expect(jobs.length).toBeGreaterThan(6);
  for (const [file, text] of jobs) {
    const limits = [...text.matchAll(/\bLIMIT (\S+)/g)].map(m => m[1]).filter(limit => !/^(\$\{(BATCH|PAGE)\}|1\b)/.test(limit ?? ''));
    expect([file, limits]).toEqual([file, []]);
    if (text.includes('${BATCH}')) expect([file, /untilNone\(|forEachRow[(<]/.test(text)]).toEqual([file, true]);
  }
});
