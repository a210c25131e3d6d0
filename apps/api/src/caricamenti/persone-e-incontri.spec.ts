import { testWorld, type World } from '../../testing/app.js';
import { importare, type Caricamento } from '../../testing/scenario/importare.js';

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

const { at, carica, passo, righe, quanti, mondoDegliEsempi } = importare(
  () => world,
  () => base,
);

describe('incarichi', () => {
  const TESTATA = 'E-mail;Incarico;Tavolo;Numero dell’atto;Data dell’atto;Comincia;Ultimo giorno;Lavora per';
  const mails = (tipo: string) => quanti(`email WHERE ambito_id = $1 AND tipo = '${tipo}'`);

  it('are given to who has an account, and wait for who has none: each is written to when it is said', async () => {
    const persona = await world.scenario.persona();
    const nome = base.tavolo.nome;
    const file = [
      TESTATA,
      `${persona.email};Ufficio dell’ambito;;12;8/1/2026;;;Comune di Prova`,
      `Nuova@Prova.test;Referente del tavolo;${nome};;;;;`,
      `senza.tavolo@prova.test;Referente del tavolo;;;;;;`,
      `tardi@prova.test;Coordinatore;;;;;01/02/2020;`,
    ].join('\n');
    const { body } = await carica('incarichi', file);
    expect(body.conteggi).toEqual({ nuova: 2, aggiorna: 0, uguale: 0, errore: 2 });
    const fatto = (await passo(body, 'esegui', { messaggi: 'subito' })).body;
    expect([await mails('incarico.assegnato'), await mails('incarico.invito')]).toEqual([1, 1]);
    expect((await world.as(persona).get(`/ambiti/${base.ambito.slug}/incarichi`)).status).toBe(200);
    const ancora = (await carica('incarichi', file)).body;
    expect(ancora.conteggi).toEqual({ nuova: 0, aggiorna: 0, uguale: 2, errore: 2 });
    const lungo = file.replace('8/1/2026;;;', `8/1/2026;;${new Date().getFullYear() + 3}-01-01;`);
    expect((await righe((await carica('incarichi', lungo)).body, 'errore')).items[0]?.errori[0]?.messaggio).toContain('rinnovalo');
    expect((await passo(fatto, 'annulla', { motivazione: 'File sbagliato, era un altro.' })).status).toBe(200);
    expect((await world.as(persona).get(`/ambiti/${base.ambito.slug}/incarichi`)).status).toBe(403);
  });
});

describe('people, seats and past incontri', () => {
  const PERSONE = 'Codice fiscale ente;Tavolo;Ruolo;Nome;Cognome;Mail';
  const CF = '90000000001';
  beforeEach(() => mondoDegliEsempi('posti'));
  const consensi = () => quanti(`email WHERE ambito_id = $1 AND tipo = 'designazione.consenso'`);

  it('G-1: give seats without any consent: people are asked, and until they answer nobody reads their names', async () => {
    const { body } = await carica(
      'posti',
      [PERSONE, `${CF};famiglia e MINORI;titolare;Anna;Prova;Anna@Prova.test`, `${CF};A;Supplente;Bruno;Prova;bruno@prova.test`]
        .join('\n')
        .replace(';A;', ';Famiglia e minori;'),
    );
    expect([body.conteggi, body.daScrivere, await consensi()]).toEqual([{ nuova: 2, aggiorna: 0, uguale: 0, errore: 0 }, 2, 0]);
    const { body: fatto } = await passo(body, 'esegui', { messaggi: 'dopo' });
    expect(
      await world.db.query(
        `SELECT d.stato, r.consenso, r.email FROM rappresentante r JOIN designazione d ON d.id = r.designazione_id WHERE r.ambito_id = $1 ORDER BY r.ordine`,
        [base.ambito.id],
      ),
    ).toEqual([
      { stato: 'accettata', consenso: 'in_attesa', email: 'anna@prova.test' },
      { stato: 'accettata', consenso: 'in_attesa', email: 'bruno@prova.test' },
    ]);
    expect(await quanti('mandato WHERE ambito_id = $1')).toBe(0);
    const pagina = await world.as(null).get(`/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}`);
    expect(pagina.text).not.toContain('Anna');
    await world.as(base.coordinatore).post(at(`/${fatto.id}/messaggi`), {}, { version: fatto.version });
    expect(await consensi()).toBe(2);
    const [mail] = await world.db.query<[{ testo: string }]>(
      `SELECT testo FROM email WHERE ambito_id = $1 AND a_indirizzo = 'anna@prova.test'`,
      [base.ambito.id],
    );
    const segreto = /consenso#([\w-]+)/.exec(mail.testo)?.[1] ?? '';
    const si = await world.as(null).post('/consenso/azioni/acconsenti', {}, { headers: { 'x-segreto': segreto } });
    expect(si.status).toBe(200);
    expect(await quanti('mandato WHERE ambito_id = $1 AND al IS NULL')).toBe(1);
    const { body: ancora } = await world.as(base.coordinatore).get<Caricamento>(at(`/${fatto.id}`));
    expect((await passo(ancora, 'annulla', { motivazione: 'File sbagliato, era un altro.' })).body.code).toBe('caricamento.dipendenze');
  });

  it('are told what is wrong: who is not verified, which tavolo there is not, how many the avviso allows; and are taken back', async () => {
    const riga = (n: number, cf = CF, tavolo = 'Famiglia e minori') => `${cf};${tavolo};Titolare;Nome${n};Prova;p${n}@prova.test`;
    const { body } = await carica('posti', [PERSONE, riga(1), riga(2), riga(3, '123'), riga(4, CF, 'Altro')].join('\n'));
    expect((await righe(body)).items.map(r => [r.esito, r.errori[0]?.campo])).toEqual([
      ['nuova', undefined],
      ['errore', 'Ruolo'],
      ['errore', 'Codice fiscale dell’ente'],
      ['errore', 'Tavolo'],
    ]);
    const { body: fatto } = await passo(body, 'esegui');
    expect((await passo(fatto, 'annulla', { motivazione: 'File sbagliato, era un altro.' })).body.stato).toBe('annullato');
    expect([await quanti('designazione WHERE ambito_id = $1'), await quanti('rappresentante WHERE ambito_id = $1')]).toEqual([0, 0]);
  });

  it('an incontro that was held is written once, with all who were there; one of the portal is never touched', async () => {
    const testata = 'Tavolo;Titolo;Giorno;Inizio;Fine;Sede;Indirizzo;CF;Presenza';
    const dati = (presenza: string, cf = CF, titolo = 'Primo') =>
      `Famiglia e minori;${titolo};5/3/2024;15.30;17:30;Sala;Via Roma 1;${cf};${presenza}`;
    const { body } = await carica(
      'incontri',
      [testata, dati('', ''), dati('Titolare'), dati('Assente', '90000000001', 'Altro titolo')].join('\n'),
    );
    expect((await righe(body)).items.map(r => [r.esito, r.errori[0]?.campo])).toEqual([
      ['nuova', undefined],
      ['nuova', undefined],
      ['errore', 'Codice fiscale dell’ente'],
    ]);
    const { body: fatto } = await passo(body, 'esegui');
    expect(
      await world.db.query(
        `SELECT n.stato, n.inizio_at, p.stato AS presenza FROM incontro n JOIN presenza p ON p.incontro_id = n.id WHERE n.ambito_id = $1`,
        [base.ambito.id],
      ),
    ).toEqual([{ stato: 'svolto', inizio_at: new Date('2024-03-05T14:30:00Z'), presenza: 'titolare' }]);
    const { body: cambiata } = await carica('incontri', [testata, dati('Giustificato')].join('\n'));
    expect((await righe(cambiata)).items[0]).toMatchObject({
      esito: 'aggiorna',
      differenze: [{ prima: 'Titolare', dopo: 'Giustificato' }],
    });
    expect(
      (await righe((await carica('incontri', [testata, dati('Titolare', CF, 'Altro')].join('\n'))).body)).items[0]?.errori[0]?.campo,
    ).toBe('Titolo');
    expect((await passo(fatto, 'annulla', { motivazione: 'File sbagliato, era un altro.' })).body.stato).toBe('annullato');
    expect(await quanti('incontro WHERE ambito_id = $1')).toBe(0);
  });
});
