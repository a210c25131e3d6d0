import { Parole1700000000021 } from '../../migrations/0021-parole.js';
import { testWorld, type World } from '../app.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

/** As the schema was before. */
const PRIMA = `
ALTER TABLE contributo_passo DROP COLUMN oggetto_tipo, DROP COLUMN oggetto_id, ADD COLUMN titolo text, ADD COLUMN percorso text;
ALTER TABLE elaborato DROP CONSTRAINT elaborato_approvazione_ids;
DROP TRIGGER ricerca_verbali ON incontro; DROP FUNCTION ricerca_verbali_dell_incontro;`;

it('words copied by the release before go, and what they were copied from is found', async () => {
  const { db, scenario } = world;
  const { ambito, tavolo } = await scenario.base();
  const principale = await scenario.contributo(ambito, tavolo, { stato: 'pubblicato', titolo: 'Un titolo copiato' });
  const riservato = await scenario.contributo(ambito, tavolo, { stato: 'in_moderazione' });
  const unito = await scenario.contributo(ambito, tavolo, { stato: 'unito', unitoA: principale.id });
  const elaborato = await scenario.elaborato(ambito, tavolo, 'accolto');
  await db.query(PRIMA);
  const passo = (tipo: string, titolo: string, percorso: string | null) =>
    db.query(`INSERT INTO contributo_passo (ambito_id, contributo_id, tipo, titolo, percorso) VALUES ($1, $2, $3, $4, $5)`, [
      ambito.id,
      unito.id,
      tipo,
      titolo,
      percorso,
    ]);
  await passo('unito', 'Un titolo copiato', `/${ambito.slug}/contributi/${principale.id}`);
  await passo('riunito', riservato.codice, null);
  await passo('unito', 'Un titolo che non è più quello', null);
  await passo('spostato', tavolo.nome, `/${ambito.slug}/tavoli/${tavolo.slug}`);
  await db.query(
    `UPDATE elaborato SET approvazione = approvazione || '{"titolo": "Verbale: Un punto", "testo": "Si decide così."}' WHERE id = $1`,
    [elaborato.id],
  );
  for (const [titolo, ordine] of [
    ['Le parole del coordinatore', 1],
    [null, 2],
  ] as const) {
    await db.query(
      `INSERT INTO allegato (ambito_id, id, piano_id, ordine, tipo, titolo, tavolo_id) VALUES ($1, gen_random_uuid(), $2, $3, 'verbali', coalesce($4, 'Verbali degli incontri: ' || $5), $6)`,
      [ambito.id, ambito.piano, ordine, titolo, tavolo.nome, tavolo.id],
    );
  }

  await new Parole1700000000021().up(db.createQueryRunner());

  expect(
    await db.query('SELECT tipo, oggetto_tipo AS di, oggetto_id AS id FROM contributo_passo WHERE contributo_id = $1 ORDER BY at', [
      unito.id,
    ]),
  ).toEqual([
    { tipo: 'inviato', di: null, id: null },
    { tipo: 'unito', di: 'contributo', id: principale.id },
    { tipo: 'riunito', di: 'contributo', id: riservato.id },
    { tipo: 'unito', di: 'contributo', id: principale.id },
    { tipo: 'spostato', di: 'tavolo', id: tavolo.id },
  ]);
  expect(await db.query('SELECT approvazione FROM elaborato WHERE id = $1', [elaborato.id])).toEqual([
    { approvazione: expect.not.objectContaining({ testo: expect.anything() }) },
  ]);
  expect(await db.query('SELECT titolo FROM allegato WHERE ambito_id = $1 ORDER BY ordine', [ambito.id])).toEqual([
    { titolo: 'Le parole del coordinatore' },
    { titolo: null },
  ]);
});
