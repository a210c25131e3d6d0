import { TIPI, TIPI_CARICAMENTO, type TipoCaricamento } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { importare } from '../../testing/scenario/importare.js';

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

const { at, carica, passo, righe, esporta, mondoDegliEsempi } = importare(
  () => world,
  () => base,
);

/** Whatever a kind holds that is hard to write in a table and to read back. */
const SEMINA: Readonly<Record<TipoCaricamento, () => Promise<unknown>>> = {
  comuni: () =>
    world.db.query(
      `INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti) VALUES ($1, '001234', '=Comune "A"; di, prova', 'Z001', 0), ($1, '078157', '''+quasi formula', 'Z002', 1234567)`,
      [base.ambito.id],
    ),
  enti: async () => {
    const nomi = ['=1+1', '+39 Soccorso', "'=già protetta", 'L\'Àncora; «onlus», "prova"', '@mici', 'Prima\nSeconda', '_x0041_ vera'];
    for (const denominazione of nomi) {
      const nuovo = await world.scenario.ente(base.ambito, { stato: 'verificato' });
      await world.db.query(
        `UPDATE ente SET denominazione = $3, telefono = '+39 0983 1234', aree = ARRAY[$4]::uuid[], presentazione = E'- primo\\n- secondo', natura_giuridica = 'odv', runts = '{"sezione": "odv", "numero": "00123"}' WHERE ambito_id = $1 AND id = $2`,
        [base.ambito.id, nuovo.id, denominazione.replace('\n', ' '), base.ambito.area],
      );
    }
    await world.scenario.ente(base.ambito, { stato: 'in_verifica' });
  },
  posti: async () => {
    const avviso = await world.scenario.avviso(base.ambito, [base.tavolo]);
    for (const consenso of ['in_attesa', 'dato', 'negato'] as const) {
      const nuovo = await world.scenario.ente(base.ambito, { stato: 'verificato' });
      await world.scenario.designazione(base.ambito, { avviso, tavolo: base.tavolo, ente: nuovo, stato: 'accettata', consenso });
    }
    await world.db.query(
      `UPDATE rappresentante SET qualifica = '=presidente; "vice", +1', telefono = '+39 0983 1234' WHERE ambito_id = $1`,
      [base.ambito.id],
    );
  },
  incarichi: async () => {
    await world.scenario.incarico(base.ambito, 'coordinatore_tavolo', base.tavolo);
    await world.db.query(
      `UPDATE incarico SET atto_numero = '=152; "bis"', atto_data = '2026-01-08', scade_il = current_date + 300, comune_di = '+Comune, di "Prova"; uno' WHERE ambito_id = $1`,
      [base.ambito.id],
    );
    await world.db.query(
      `INSERT INTO incarico (ambito_id, id, invitato_email, invitato_at, ruolo, dal) VALUES ($1, gen_random_uuid(), 'chi.aspetta@prova.test', now(), 'ufficio_di_piano', now() + interval '9 days')`,
      [base.ambito.id],
    );
  },
  incontri: async () => {
    for (const titolo of ['=incontro; "uno", due', 'Senza presenze']) {
      const { id } = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -500, titolo });
      if (!titolo.startsWith('=')) continue;
      for (const stato of ['titolare', 'assente', null])
        await world.db.query(
          `INSERT INTO presenza (ambito_id, id, incontro_id, tavolo_id, ente_id, veste, stato, convocato) VALUES ($1, gen_random_uuid(), $2, $3, $4, 'componente', $5, true)`,
          [base.ambito.id, id, base.tavolo.id, (await world.scenario.ente(base.ambito, { stato: 'verificato' })).id, stato],
        );
    }
  },
};

describe('export and import', () => {
  it.each(TIPI_CARICAMENTO.flatMap(tipo => (['csv', 'xlsx'] as const).map(formato => [tipo, formato] as const)))(
    'B-8: are inverse, formulas and all: %s in %s change nothing',
    async (tipo, formato) => {
      await SEMINA[tipo]();
      const file = await esporta(tipo, formato);
      const { status, body } = await carica(tipo, file);
      expect([status, body.file.formato, body.mancano]).toEqual([201, formato, []]);
      expect((await righe(body)).items.filter(r => r.esito !== 'uguale')).toEqual([]);
      expect(body.conteggi).toEqual({ nuova: 0, aggiorna: 0, uguale: body.file.righe, errore: 0 });
      expect(body.file.righe).toBeGreaterThan(1);
      expect((await passo(body, 'esegui')).body.code).toBe('caricamento.vuoto');
    },
  );

  it.each(TIPI_CARICAMENTO)('the template of %s gives all its columns, and its example is a row that can be written', async tipo => {
    await mondoDegliEsempi(tipo);
    for (const formato of ['csv', 'xlsx']) {
      const { raw } = await world.as(base.coordinatore).get(at(`/modello?tipo=${tipo}&formato=${formato}`));
      const { body } = await carica(tipo, raw);
      expect(body.colonne).toEqual(TIPI[tipo].campi.map(c => c.percorso));
      expect((await righe(body)).items).toMatchObject([{ riga: 2, esito: 'nuova', errori: [] }]);
    }
  });
});
