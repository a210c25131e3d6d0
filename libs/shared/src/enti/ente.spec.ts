import { CAMPI_IDENTITA, identitaBloccata, identitaCambiata } from './ente.rules.js';
import { EnteInput } from './ente.schema.js';
import { STATI_ENTE } from './ente.states.js';
import { NATURE_GIURIDICHE, RUNTS_DOVUTO, runtsPossibile, sezioneRuntsDi } from './natura-giuridica.js';

const ente = {
  denominazione: 'Associazione Inventata',
  naturaGiuridica: 'associazione',
  codiceFiscale: '90000000001',
  partitaIva: '',
  runts: null,
  sedeLegale: { indirizzo: 'Via di Prova 1', cap: '87064', comune: 'Corigliano-Rossano', provincia: 'cs' },
  sedeOperativa: null,
  pec: '',
  email: ' Sede@Prova.Test ',
  telefono: '0983 123456',
  legaleRappresentante: { nome: 'Prova', cognome: 'Legale', codiceFiscale: 'rssmra85t10a562s' },
  aree: [],
  presentazione: '',
  informativaLetta: true,
  dichiarazioneRappresentanza: true,
};
const wrong = (fields: object) => EnteInput.safeParse({ ...ente, ...fields }).error?.issues.map(issue => issue.path.join('.')) ?? [];

describe('what an ente says of itself', () => {
  it('is kept tidy: upper case codes, lower case addresses, nothing for what is left empty', () => {
    const parsed = EnteInput.parse({ ...ente, codiceFiscale: ' 900 000 000 01 ' });
    expect(parsed).toMatchObject({
      email: 'sede@prova.test',
      pec: null,
      partitaIva: null,
      sedeLegale: { provincia: 'CS' },
      legaleRappresentante: { codiceFiscale: 'RSSMRA85T10A562S' },
    });
  });

  it('tells everything that is wrong at once, the RUNTS included', () => {
    expect(
      wrong({ naturaGiuridica: 'odv', denominazione: ' ', informativaLetta: false, dichiarazioneRappresentanza: false }).sort(),
    ).toEqual(['denominazione', 'dichiarazioneRappresentanza', 'informativaLetta', 'runts.sezione']);
  });

  it('holds a RUNTS number where registration makes the nature, and only there', () => {
    for (const naturaGiuridica of NATURE_GIURIDICHE) {
      const due = RUNTS_DOVUTO.includes(naturaGiuridica);
      expect(wrong({ naturaGiuridica })).toEqual(due ? ['runts.sezione'] : []);
      expect(wrong({ naturaGiuridica, runts: { sezione: 'odv', numero: '' } })).toEqual(due ? ['runts.numero'] : []);
      if (due) expect([runtsPossibile(naturaGiuridica), sezioneRuntsDi(naturaGiuridica)]).toEqual([true, expect.any(String)]);
    }
  });
});

describe('the identity of an ente', () => {
  it('is open until it is verified, and locked from then on', () => {
    expect(STATI_ENTE.filter(identitaBloccata)).toEqual(['verificato', 'sospeso']);
  });

  it('names the fields that a change would touch', () => {
    const prima = { denominazione: 'Uno', naturaGiuridica: 'odv', codiceFiscale: '1' } as const;
    const dopo = { denominazione: 'Due', naturaGiuridica: 'aps', codiceFiscale: '2' } as const;
    expect(identitaCambiata('verificato', prima, dopo)).toEqual([...CAMPI_IDENTITA]);
    expect(identitaCambiata('verificato', prima, prima)).toEqual([]);
    expect(identitaCambiata('respinto', prima, dopo)).toEqual([]);
  });
});
