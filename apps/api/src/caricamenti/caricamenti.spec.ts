import type { CaricamentoView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { nuovoCodiceFiscale } from '../../testing/scenario/enti.js';
import { ente, csv, archivio, importare, type Caricamento } from '../../testing/scenario/importare.js';
import { CaricamentiHousekeeping } from './caricamenti.housekeeping.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const { at, carica, passo, righe, quanti, enti } = importare(
  () => world,
  () => base,
);

describe('a simulation', () => {
  it('writes nothing, and says of each row what would become of it, with the cell that is wrong', async () => {
    const [gia, prima] = [nuovoCodiceFiscale(), await enti()];
    const { body: uno } = await carica('enti', csv(ente('Uno', gia)));
    await passo(uno, 'esegui');
    const { body } = await carica(
      'enti',
      csv(
        ente('Uno nuovo nome', gia),
        ente('Due'),
        ente('Tre', undefined, { cap: '8706' }),
        ente('Quattro', '123'),
        ente('Cinque', undefined, { natura: 'Boh' }),
      ),
    );
    expect([body.conteggi, await enti()]).toEqual([{ nuova: 1, aggiorna: 1, uguale: 0, errore: 3 }, (prima ?? 0) + 1]);
    expect((await righe(body, 'aggiorna')).items[0]?.differenze).toEqual([
      { campo: 'Denominazione', prima: 'Uno', dopo: 'Uno nuovo nome' },
    ]);
    expect((await righe(body, 'errore')).items.map(r => [r.riga, ...r.errori.map(e => [e.colonna, e.campo, e.valore])])).toEqual([
      [4, ['E', 'Sede legale: CAP', '8706']],
      [5, ['C', 'Codice fiscale', '123']],
      [6, ['B', 'Natura giuridica', 'Boh']],
    ]);
    const errori = await world.as(base.coordinatore).get(at(`/${body.id}/errori`));
    expect(errori.text.split('\r\n')[1]).toBe('4;E;Sede legale: CAP;8706;Il CAP ha 5 cifre.');
    expect(await quanti(`email WHERE ambito_id = $1`)).toBe(0);
  });

  it('finds how a file is written, guesses its columns, and remembers what was said of them', async () => {
    const latino = Buffer.from(`Sigla,Paese,Catasto,Gente\n001234,Città,Z001,"1.200"\n`, 'latin1');
    const { body } = await carica('comuni', latino);
    expect([body.file.codifica, body.file.separatore, body.colonne]).toEqual(['Windows-1252', ',', [null, null, null, null]]);
    const colonne = ['istat', 'nome', 'belfiore', 'abitanti'];
    const detto = await world.as(base.coordinatore).put<Caricamento>(at(`/${body.id}/colonne`), { colonne }, { version: body.version });
    expect(detto.body).toMatchObject({ colonne, mancano: [], conteggi: { nuova: 1 } });
    expect((await carica('comuni', latino)).body.colonne).toEqual(colonne);
    expect((await passo(detto.body, 'esegui')).status).toBe(200);
    expect(
      await world.db.query('SELECT nome, abitanti FROM comune WHERE ambito_id = $1 AND istat = $2', [base.ambito.id, '001234']),
    ).toEqual([{ nome: 'Città', abitanti: 1200 }]);
  });

  it('refuses what is no table, in words', async () => {
    for (const [file, parole] of [
      ['%PDF-1.7 x', 'PDF'],
      ['una sola riga', 'una sola riga'],
      ['a;b\n"mai chiusa;1', 'virgolette'],
      [`a\n${'1\n'.repeat(5001)}`, '5000 righe'],
      ['PK\x03\x04rotto', 'danneggiato'],
    ] as const) {
      const { status, body } = await carica('enti', Buffer.from(file, 'latin1'));
      expect([status, body.code]).toEqual([422, 'caricamento.illeggibile']);
      expect(body.errors?.[0]?.message).toContain(parole);
    }
  });

  it('B-8: opens no archive that unpacks to too much, and no document that declares entities', async () => {
    const bomba = archivio({ 'xl/workbook.xml': Buffer.alloc(60 * 1024 * 1024, 32) });
    expect((await carica('enti', bomba, undefined, 'a.xlsx')).body.errors?.[0]?.message).toContain('troppo grande');
    const entita = archivio({ 'content.xml': Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>') });
    expect((await carica('enti', entita, undefined, 'a.ods')).body.errors?.[0]?.message).toContain('dichiarazione');
    const ripetute = archivio({
      'content.xml': Buffer.from(
        `<x><table:table table:name="Foglio"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell></table:table-row></table:table></x>`,
      ),
    });
    expect((await carica('enti', ripetute, undefined, 'a.ods')).body.code).toBe('caricamento.illeggibile');
  });

  it('reads an OpenDocument sheet, with its repeated cells', async () => {
    const cella = (testo: string, volte = 1) =>
      `<table:table-cell table:number-columns-repeated="${volte}">${testo === '' ? '' : `<text:p>${testo}</text:p>`}</table:table-cell>`;
    const foglio = `<x><table:table table:name="Comuni"><table:table-row>${['ISTAT', 'Comune', 'Belfiore', 'Abitanti'].map(t => cella(t)).join('')}${cella('', 1000)}</table:table-row>
      <table:table-row table:number-rows-repeated="3">${cella('', 1004)}</table:table-row>
      <table:table-row>${cella('001234')}${cella('Prova')}${cella('Z001')}${cella('7')}</table:table-row></table:table></x>`;
    const { body } = await carica('comuni', archivio({ 'content.xml': Buffer.from(foglio) }), undefined, 'a.ods');
    expect([body.file.formato, body.file.foglio, body.conteggi.nuova]).toEqual(['ods', 'Comuni', 1]);
    expect((await righe(body)).items[0]?.riga).toBe(5);
  });
});

describe('esegui', () => {
  it('writes once, in one transaction, with the reason; the file is forgotten at once', async () => {
    const { body } = await carica('enti', csv(ente('Uno'), ente('Due')));
    expect((await passo(body, 'esegui', {})).body.errors?.[0]?.pointer).toBe('/messaggi');
    expect((await passo(body, 'esegui', { messaggi: 'nessuno', statoEnti: 'verificato' })).body.errors?.[0]?.pointer).toBe('/atto');
    const scelte = { messaggi: 'nessuno', statoEnti: 'verificato', atto: 'dal registro precedente, atto n. 12 del 2024' };
    const esiti = await Promise.all([passo(body, 'esegui', scelte), passo(body, 'esegui', scelte)]);
    expect(esiti.map(e => e.status).sort()).toEqual([200, 412]);
    expect(
      await world.db.query(
        `SELECT denominazione, motivazione FROM ente WHERE ambito_id = $1 AND stato = 'verificato' AND motivazione IS NOT NULL ORDER BY 1`,
        [base.ambito.id],
      ),
    ).toEqual([
      { denominazione: 'Due', motivazione: scelte.atto },
      { denominazione: 'Uno', motivazione: scelte.atto },
    ]);
    expect(await quanti('caricamento WHERE ambito_id = $1 AND righe IS NOT NULL')).toBe(0);
    expect(await quanti(`registro WHERE ambito_id = $1 AND azione = 'ente.importa'`)).toBe(2);
  });

  it('tells what has changed since it was looked at, and writes nothing', async () => {
    const cf = nuovoCodiceFiscale();
    const { body: a } = await carica('enti', csv(ente('Uno', cf), ente('Due')));
    const { body: b } = await carica('enti', csv(ente('Altro nome', cf)));
    expect((await passo(b, 'esegui')).status).toBe(200);
    const tardi = await passo(a, 'esegui');
    expect([tardi.status, tardi.body.code]).toEqual([409, 'caricamento.superato']);
    expect(tardi.body.detail).toContain('la riga 2 avrebbe');
    const { body: ancora } = await world
      .as(base.coordinatore)
      .put<Caricamento>(at(`/${a.id}/colonne`), { colonne: a.colonne }, { version: a.version });
    expect(ancora.conteggi).toEqual({ nuova: 1, aggiorna: 1, uguale: 0, errore: 0 });
    expect((await passo(ancora, 'esegui')).status).toBe(200);
  });

  it('writes to the new enti when it is said to: at once, later, never', async () => {
    const inviti = () => quanti(`email WHERE ambito_id = $1 AND tipo = 'operatore.invito'`);
    const { body: mai } = await carica('enti', csv(ente('Uno')));
    await passo(mai, 'esegui');
    expect(await inviti()).toBe(0);
    const { body: subito } = await carica('enti', csv(ente('Due'), ente('Tre')));
    expect(subito.daScrivere).toBe(2);
    await passo(subito, 'esegui', { messaggi: 'subito' });
    expect(await inviti()).toBe(2);
    const { body: dopo } = await carica('enti', csv(ente('Quattro')));
    const { body: eseguito } = await passo(dopo, 'esegui', { messaggi: 'dopo' });
    expect([eseguito.daScrivere, await inviti()]).toEqual([1, 2]);
    const scrivi = () => world.as(base.coordinatore).post<Caricamento>(at(`/${dopo.id}/messaggi`), {}, { version: eseguito.version });
    expect([(await scrivi()).body.daScrivere, await inviti()]).toEqual([0, 3]);
    expect([(await scrivi()).status, await inviti()]).toEqual([412, 3]);
  });

  it('never changes who a verified ente is', async () => {
    const cf = nuovoCodiceFiscale();
    const scelte = { messaggi: 'nessuno', statoEnti: 'verificato', atto: 'dal registro precedente, atto n. 12 del 2024' };
    expect((await passo((await carica('enti', csv(ente('Proprio questo', cf)))).body, 'esegui', scelte)).status).toBe(200);
    const { body } = await carica('enti', csv(ente('Tutt’altro', cf)));
    expect((await righe(body)).items[0]).toMatchObject({ esito: 'errore', errori: [{ campo: 'Denominazione' }] });
  });

  it('takes as many statements for three rows as for thirty, besides those of the register', async () => {
    const manager = world.db.manager.constructor.prototype as { query: (...args: unknown[]) => Promise<unknown> };
    const conta = async (n: number) => {
      const { body } = await carica('enti', csv(...Array.from({ length: n }, (_, i) => ente(`Ente ${i}`))));
      const query = manager.query;
      let quante = 0;
      manager.query = function (...args) {
        // The head of the register moves one act at a time.
        if (!String(args[0]).includes('INSERT INTO registro ')) quante += 1;
        return query.apply(this, args);
      };
      try {
        expect((await passo(body, 'esegui', { messaggi: 'subito' })).status).toBe(200);
      } finally {
        manager.query = query;
      }
      return quante;
    };
    await conta(1);
    expect(await conta(30)).toBe(await conta(3));
  });

  it('takes a thousand rows at once, each with its line in the register', async () => {
    const prima = (await enti()) ?? 0;
    const { body } = await carica('enti', csv(...Array.from({ length: 1000 }, (_, i) => ente(`Ente numero ${i}`))));
    expect(body.conteggi).toEqual({ nuova: 1000, aggiorna: 0, uguale: 0, errore: 0 });
    expect((await passo(body, 'esegui')).status).toBe(200);
    expect([await enti(), await quanti(`registro WHERE ambito_id = $1 AND azione = 'ente.importa'`)]).toEqual([prima + 1000, 1000]);
  });
});

describe('annulla', () => {
  it('takes back what was written, and puts back what was there', async () => {
    const cf = nuovoCodiceFiscale();
    const { body: a } = await carica('enti', csv(ente('Uno', cf)));
    await passo(a, 'esegui');
    const { body: b } = await carica('enti', csv(ente('Uno bis', cf), ente('Due')));
    const { body: fatto } = await passo(b, 'esegui', { messaggi: 'subito' });
    expect(fatto.azioni).toEqual(['annulla']);
    expect((await passo(fatto, 'annulla', {})).body.errors?.[0]?.pointer).toBe('/motivazione');
    const motivo = { motivazione: 'File sbagliato: era quello dell’anno scorso.' };
    expect((await passo(fatto, 'annulla', motivo)).body).toMatchObject({ stato: 'annullato', azioni: [], motivazione: motivo.motivazione });
    expect(
      await world.db.query(`SELECT denominazione FROM ente WHERE ambito_id = $1 AND codice_fiscale = $2`, [base.ambito.id, cf]),
    ).toEqual([{ denominazione: 'Uno' }]);
    expect(await quanti(`ente WHERE ambito_id = $1 AND denominazione = 'Due'`)).toBe(0);
  });

  it('is refused when somebody has touched the rows, when something depends on them, when a day is over', async () => {
    const motivo = { motivazione: 'File sbagliato: era quello dell’anno scorso.' };
    const eseguito = async () => (await passo((await carica('enti', csv(ente('Uno')))).body, 'esegui')).body;
    const id = async (k: CaricamentoView) =>
      (await world.db.query<[{ id: string }]>('SELECT nuove[1] AS id FROM caricamento WHERE id = $1', [k.id]))[0].id;
    const [toccato, legato, vecchio] = [await eseguito(), await eseguito(), await eseguito()];
    await world.db.query('UPDATE ente SET version = version + 1 WHERE id = $1', [await id(toccato)]);
    await world.scenario.operatore(base.ambito, { id: await id(legato) }, await world.scenario.persona());
    await world.db.query(`UPDATE caricamento SET eseguito_at = now() - interval '25 hours' WHERE id = $1`, [vecchio.id]);
    expect([
      (await passo(toccato, 'annulla', motivo)).body.code,
      (await passo(legato, 'annulla', motivo)).body.code,
      (await passo(vecchio, 'annulla', motivo)).body.code,
    ]).toEqual(['caricamento.dipendenze', 'caricamento.dipendenze', 'caricamento.tardi']);
    await world.app.get(CaricamentiHousekeeping, { strict: false }).dimentica();
    expect(await quanti('caricamento WHERE ambito_id = $1 AND effetti IS NULL AND piano IS NULL')).toBe(1);
  });
});

it('A-7: is of who coordinates the ambito, and of nobody else', async () => {
  const { body } = await carica('enti', csv(ente('Uno')));
  const altra = await world.scenario.base();
  for (const chi of [base.ufficio, base.referente, altra.coordinatore]) {
    expect([403, 404]).toContain((await carica('enti', csv(ente('Uno')), chi)).status);
    expect([403, 404]).toContain((await world.as(chi).get(at(`/${body.id}`))).status);
  }
});
