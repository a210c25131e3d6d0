import { NATURE_GIURIDICHE, RUNTS_DOVUTO, runtsPossibile } from '@tavoli/shared';
import { ENTE_VUOTO, EnteModificaForm, EnteNuovoForm, modelOf, type EnteModel } from './ente.model';

const sede = { indirizzo: 'Via di Prova 1', cap: '87064', comune: 'Crosia', provincia: 'CS' };
const compilato: EnteModel = {
  ...ENTE_VUOTO,
  denominazione: 'Associazione Inventata',
  naturaGiuridica: 'associazione',
  codiceFiscale: '90000000001',
  sedeLegale: sede,
  email: 'sede@prova.test',
  telefono: '0983 123456',
  legaleRappresentante: { nome: 'Prova', cognome: 'Legale', codiceFiscale: 'RSSMRA85T10A562S' },
  informativaLetta: true,
  dichiarazioneRappresentanza: true,
};
const wrong = (model: EnteModel) => EnteNuovoForm.safeParse(model).error?.issues.map(issue => issue.path.join('.')) ?? [];

describe('The form of an ente', () => {
  it('becomes what the API takes, without the parts that were not asked', () => {
    const input = EnteNuovoForm.parse({ ...compilato, sedeOperativa: sede, runts: { sezione: 'odv', numero: '12' } });
    expect(input).toMatchObject({ runts: null, sedeOperativa: null, pec: null, partitaIva: null });
  });

  it('asks for the number of the RUNTS only where it is due, and takes the section from the nature', () => {
    for (const naturaGiuridica of NATURE_GIURIDICHE) {
      const due = RUNTS_DOVUTO.includes(naturaGiuridica);
      expect(wrong({ ...compilato, naturaGiuridica })).toEqual(due ? ['runts.numero'] : []);
      const runts = { sezione: runtsPossibile(naturaGiuridica) ? ('altri_ets' as const) : ('' as const), numero: ' 12345 ' };
      expect(EnteNuovoForm.parse({ ...compilato, naturaGiuridica, runts }).runts).toEqual(
        runtsPossibile(naturaGiuridica) ? { sezione: expect.any(String), numero: '12345' } : null,
      );
    }
  });

  it('says what is wrong with the second seat only when there is one', () => {
    expect(wrong({ ...compilato, altraSede: true })).toEqual([
      'sedeOperativa.indirizzo',
      'sedeOperativa.cap',
      'sedeOperativa.comune',
      'sedeOperativa.provincia',
    ]);
  });

  it('comes back from what was stored as it was', () => {
    const stored = EnteModificaForm.parse({
      ...compilato,
      altraSede: true,
      sedeOperativa: sede,
      naturaGiuridica: 'odv',
      runts: { sezione: '', numero: '77' },
    });
    expect(EnteModificaForm.parse(modelOf(stored))).toEqual(stored);
  });

  it('tells everything at once when it is sent empty', () => {
    expect(wrong(ENTE_VUOTO)).toEqual(
      expect.arrayContaining([
        'denominazione',
        'naturaGiuridica',
        'codiceFiscale',
        'email',
        'telefono',
        'sedeLegale.cap',
        'legaleRappresentante.nome',
        'informativaLetta',
        'dichiarazioneRappresentanza',
      ]),
    );
  });
});
