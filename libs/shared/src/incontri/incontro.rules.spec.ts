import fc from 'fast-check';
import { cambioUrgente, dateSerie, preavviso, preavvisoPiuSevero } from './incontro.rules.js';
import { assenzeDiFila, esitoPosto, postiRichiesti, quorum, type Posto } from './quorum.rules.js';
import { INCONTRO, STATI_INCONTRO } from './incontro.states.js';
import { REGOLE_PREDEFINITE } from './regole-tavolo.schema.js';
import { IncontroInput } from './incontro.schema.js';

const on = (wall: string) => new Date(`${wall}Z`);

describe('notice in giorni liberi', () => {
  const now = on('2026-11-23T22:30'); // 23:30 in Rome, still Monday the 23rd
  it.each([
    ['2026-11-29T08:00', 5, 'ok'],
    ['2026-11-28T08:00', 4, 'serve_urgenza'],
    ['2026-11-26T08:00', 2, 'serve_urgenza'],
    ['2026-11-25T22:59', 1, 'troppo_tardi'],
    ['2026-11-23T22:30', 0, 'passato'],
  ])('until %s there are %i, so: %s', (inizio, giorni, esito) => {
    expect(preavviso(REGOLE_PREDEFINITE, now, on(inizio))).toMatchObject({ giorni, esito });
  });

  it('of several tavoli the strictest holds', () => {
    expect(preavvisoPiuSevero([REGOLE_PREDEFINITE, { preavvisoGiorni: 10, preavvisoUrgenza: 1 }])).toEqual({
      preavvisoGiorni: 10,
      preavvisoUrgenza: 2,
    });
  });

  it('a change is urgent within 48 hours', () => {
    expect([cambioUrgente(now, on('2026-11-25T22:29')), cambioUrgente(now, on('2026-11-25T22:30'))]).toEqual([true, false]);
  });
});

describe('a series', () => {
  const walls = (inizio: string, serie: Parameters<typeof dateSerie>[1]) => dateSerie(on(inizio), serie).map(d => d.wall);

  it('keeps the hour of Rome when the clock changes', () => {
    const dates = dateSerie(on('2026-10-20T14:00'), { cadenza: 'settimane', ogni: 1, finoAl: '2026-11-03T23:00:00Z' });
    expect(dates.map(d => [d.wall, d.instant?.toISOString()])).toEqual([
      ['2026-10-20T16:00', '2026-10-20T14:00:00.000Z'],
      ['2026-10-27T16:00', '2026-10-27T15:00:00.000Z'],
      ['2026-11-03T16:00', '2026-11-03T15:00:00.000Z'],
    ]);
  });

  it('by month stays on the second Tuesday; a fifth Friday becomes the last', () => {
    expect(walls('2026-09-08T14:00', { cadenza: 'mese', finoAl: '2026-12-31T23:00:00Z' })).toEqual([
      '2026-09-08T16:00',
      '2026-10-13T16:00',
      '2026-11-10T16:00',
      '2026-12-08T16:00',
    ]);
    expect(walls('2026-10-30T08:00', { cadenza: 'mese', finoAl: '2026-12-31T23:00:00Z' })).toEqual([
      '2026-10-30T09:00',
      '2026-11-27T09:00',
      '2026-12-25T09:00',
    ]);
  });

  it('tells of a time the clock skips, and never makes more than sixty', () => {
    expect(
      dateSerie(on('2026-03-22T01:30'), { cadenza: 'settimane', ogni: 1, finoAl: '2026-04-06T00:00:00Z' }).map(d => [
        d.wall,
        d.instant === null,
      ]),
    ).toEqual([
      ['2026-03-22T02:30', false],
      ['2026-03-29T02:30', true],
      ['2026-04-05T02:30', false],
    ]);
    expect(walls('2026-01-05T08:00', { cadenza: 'settimane', ogni: 1, finoAl: '2040-01-01T00:00:00Z' })).toHaveLength(60);
  });
});

describe('quorum', () => {
  const seats = (n: number, stato: Posto['stato'], veste: Posto['veste'] = 'componente'): Posto[] =>
    Array.from({ length: n }, () => ({ veste, stato, convocato: true }));

  it.each([
    ['nessuno', 7, 0],
    ['meta_piu_uno', 7, 4],
    ['meta_piu_uno', 8, 5],
    ['un_terzo', 7, 3],
    ['un_terzo', 9, 3],
  ] as const)('%s of %i seats asks for %i', (tipo, posti, n) => {
    expect(postiRichiesti({ tipo }, posti)).toBe(n);
  });

  it('counts a seat once whoever sits in it, and neither osservatori nor consultivi', () => {
    const posti = [
      ...seats(2, 'titolare'),
      ...seats(1, 'supplente', 'istituzionale'),
      ...seats(1, 'giustificato'),
      ...seats(1, null),
      ...seats(3, 'titolare', 'consultivo'),
      ...seats(2, 'titolare', 'osservatore'),
    ];
    expect(quorum({ tipo: 'meta_piu_uno' }, posti)).toEqual({ posti: 5, presenti: 3, richiesti: 3, raggiunto: true });
  });

  it('one more present never undoes it', () => {
    const stato = fc.constantFrom(null, 'titolare', 'supplente', 'giustificato', 'assente') as fc.Arbitrary<Posto['stato']>;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(stato, fc.boolean()), { maxLength: 40 }),
        fc.constantFrom('meta_piu_uno', 'un_terzo', 'nessuno') as fc.Arbitrary<'meta_piu_uno'>,
        fc.nat(39),
        (stati, tipo, i) => {
          const posti = stati.map(([s, convocato]) => ({ veste: 'componente' as const, stato: s, convocato }));
          const after = posti.map((p, j) => (j === i ? { ...p, stato: 'titolare' as const } : p));
          return !quorum({ tipo }, posti).raggiunto || quorum({ tipo }, after).raggiunto;
        },
      ),
    );
  });

  it('a seat that nobody called is never absent: it counts where it is filled, and shows why where it is not', () => {
    const uno = (stato: Posto['stato']): Posto => ({ veste: 'componente', stato, convocato: false });
    expect(quorum({ tipo: 'meta_piu_uno' }, [...seats(2, 'titolare'), uno(null), uno('assente')])).toMatchObject({ posti: 2, presenti: 2 });
    expect(quorum({ tipo: 'meta_piu_uno' }, [...seats(2, 'titolare'), uno('supplente')])).toMatchObject({ posti: 3, presenti: 3 });
    expect([uno(null), uno('assente'), uno('giustificato'), uno('titolare'), ...seats(1, null)].map(esitoPosto)).toEqual([
      'non_convocato',
      'non_convocato',
      'non_convocato',
      'titolare',
      'da_rilevare',
    ]);
  });

  it('excused absences neither count nor break the row', () => {
    expect(assenzeDiFila(['assente', 'giustificato', null, 'assente', 'supplente', 'assente'])).toBe(3);
    expect(assenzeDiFila(['titolare', 'assente'])).toBe(0);
  });
});

describe('what is typed', () => {
  const valid = {
    titolo: 'Incontro',
    inizioAt: '2026-12-01T15:00:00Z',
    fineAt: '2026-12-01T17:00:00Z',
    sede: null,
    linkVideo: 'https://video.prova.test/a',
    punti: [],
    altriTavoli: [],
    membri: [],
    ospiti: [],
    secondaConvocazione: false,
  };
  const wrong = (fields: object) => IncontroInput.safeParse({ ...valid, ...fields }).error?.issues.map(i => [i.path.join('.'), i.message]);

  it('is accepted when it holds', () => {
    expect(wrong({})).toBeUndefined();
  });

  it.each([
    [{ fineAt: '2026-12-01T15:00:00Z' }, [['fineAt', 'La fine deve venire dopo l’inizio.']]],
    [{ fineAt: '2026-12-02T15:00:00Z' }, [['fineAt', 'Un incontro dura al massimo 12 ore.']]],
    [{ linkVideo: '' }, [['sede', 'Indica una sede, il collegamento video, o tutti e due.']]],
    [{ linkVideo: 'javascript:alert(1)' }, [['linkVideo', 'Scrivi un indirizzo che comincia con https://']]],
    [{ titolo: ' ' }, [['titolo', 'Scrivi il titolo dell’incontro.']]],
  ])('%j is told beside its field', (fields, problems) => {
    expect(wrong(fields)).toEqual(problems);
  });
});

it('what was called off or held moves no more', () => {
  const ends = STATI_INCONTRO.filter(stato => !Object.values(INCONTRO).some(t => t.from.includes(stato)));
  expect(ends).toEqual(['svolto', 'annullato']);
});
