import { incontro } from '../../../testing/incontri';
import { PUNTO_VUOTO } from '../scrivere/incontro.model';
import { cheCosaCambia, IntegrazioneFormSchema, integrazioneInput, type IntegrazioneModel, integrazioneOf } from './integrazione.model';

const PREAVVISO = { giorni: 4, richiesti: 5, minimo: 2, esito: 'serve_urgenza' } as const;
const letto = { preavviso: PREAVVISO, documenti: ['Documento aggiunto: bando.pdf.'] };
const era = incontro();
const scritto = (change: Partial<IntegrazioneModel['integrazione']>, rest: Partial<IntegrazioneModel> = {}): IntegrazioneModel => {
  const model = integrazioneOf(era);
  return { ...model, ...rest, integrazione: { ...model.integrazione, ...change } };
};
const conNuovo = [...integrazioneOf(era).integrazione.punti, { ...PUNTO_VUOTO }, { ...PUNTO_VUOTO, titolo: 'Il bando' }];

describe('what an integrazione changes', () => {
  it('is nothing before one writes, but for documents', () => {
    expect(cheCosaCambia(era, integrazioneOf(era), letto)).toEqual({
      tutti: letto.documenti,
      ospiti: [],
      soloDiscussione: false,
      nuovi: false,
    });
  });

  it('says whether what is added can be decided on: with the reason of urgency it can', () => {
    const senza = cheCosaCambia(era, scritto({ punti: conNuovo }), letto);
    expect([senza.soloDiscussione, senza.tutti[0]]).toEqual([true, 'Punto 3 aggiunto: Il bando (si discute, non si decide).']);
    const con = cheCosaCambia(era, scritto({ punti: conNuovo }, { urgenza: 'Il bando scade venerdì.' }), letto);
    expect([con.soloDiscussione, con.tutti[0]]).toEqual([false, 'Punto 3 aggiunto: Il bando.']);
  });

  it('is sent without empty rows, and refused on the row that is wrong', () => {
    const sent = integrazioneInput(scritto({ punti: conNuovo, ospiti: [{ nome: '', email: '' }] }), letto.documenti).integrazione;
    expect([sent?.punti.map(p => p.id), sent?.ospiti, sent?.documenti]).toEqual([['p1', 'p2', undefined], [], letto.documenti]);
    const ospiti = [
      { nome: '', email: '' },
      { nome: 'Chi Viene', email: 'nulla' },
    ];
    const issues = IntegrazioneFormSchema.safeParse(scritto({ ospiti })).error?.issues.map(i => i.path.join('/')) ?? [];
    expect(issues).toContain('integrazione/ospiti/1/email');
  });
});
