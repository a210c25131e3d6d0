import { testoDi } from '@tavoli/shared';
import { SezioneSalvata, tutto } from '../../../testing/sezione-salvata';
import { rifiuto, sezione, testo } from '../../../testing/verbali';
import { PAUSA_MS } from '../../scrittura/autosalvataggio';
import { salvataggioInParole } from '../../scrittura/salvataggio.parole';
import { componi, incompletiInParole, SCELTE_INIZIALI, unisciStesure } from './stesura';

const DOVE = { pointer: '/documento', code: 'verbale.stato', message: 'Il verbale è cambiato.' };
const scritto = (...paragrafi: string[]) => ({ documento: testo(...paragrafi), decisioni: [], impegni: [] });

describe('A section that saves itself', () => {
  it('waits for a pause, sends the last text only, and says when', async () => {
    const api = new SezioneSalvata();
    const auto = api.apri();
    auto.scrivi(scritto('Si'));
    auto.scrivi(scritto('Si apre.'));
    expect([auto.fase(), api.traQuanto, api.storia.length]).toEqual(['da_salvare', PAUSA_MS, 0]);
    await api.passaIlTempo();
    expect(api.storia.map(v => testoDi(v.stesura.documento))).toEqual(['Si apre.']);
    expect(salvataggioInParole(auto, null, incompletiInParole)).toBe('Salvato alle 16:05.');
    expect(api.bozza).toBeNull();
  });

  it('sends nothing when nothing changed, nor when it was put back', async () => {
    const api = new SezioneSalvata();
    const auto = api.apri();
    auto.scrivi(scritto('Altro'));
    auto.scrivi(scritto('Si discute.'));
    expect([auto.fase(), api.traQuanto, api.bozza]).toEqual(['salvato', null, null]);
    await auto.invia();
    expect(api.storia).toHaveLength(0);
  });

  it('what is typed during a saving is saved after it, on the new version', async () => {
    const api = new SezioneSalvata();
    const auto = api.apri();
    auto.scrivi(scritto('Uno'));
    const sending = auto.invia();
    auto.scrivi(scritto('Uno, due'));
    await sending;
    expect(auto.fase()).toBe('da_salvare');
    await api.passaIlTempo();
    expect(api.storia.map(v => testoDi(v.stesura.documento))).toEqual(['Uno', 'Uno, due']);
  });

  it('without network says so, keeps the text in the browser, and sends it when the network is back', async () => {
    const api = new SezioneSalvata();
    const auto = api.apri();
    api.rete = 'manca';
    auto.scrivi(scritto('In treno'));
    await api.passaIlTempo();
    expect(salvataggioInParole(auto, null, incompletiInParole)).toMatch(/^Non salvato: manca la connessione/);
    expect(testoDi(api.bozza?.stesura.documento ?? testo())).toBe('In treno');
    api.rete = 'va';
    await api.passaIlTempo();
    expect([auto.fase(), testoDi(api.ora.documento), api.bozza]).toEqual(['salvato', 'In treno', null]);
  });

  it('an answer that got lost is not taken for somebody else’s text', async () => {
    const api = new SezioneSalvata();
    const auto = api.apri();
    api.rete = 'perde_la_risposta';
    auto.scrivi(scritto('Arrivato'));
    await api.passaIlTempo();
    expect(auto.fase()).toBe('senza_rete');
    api.rete = 'va';
    auto.scrivi(scritto('Arrivato, e poi'));
    await api.passaIlTempo();
    expect(auto.conflitto()).toBeNull();
    await api.passaIlTempo();
    expect(api.storia.map(v => testoDi(v.stesura.documento))).toEqual(['Arrivato', 'Arrivato, e poi']);
  });

  it('closed without saving, finds its text again and saves it', async () => {
    const api = new SezioneSalvata();
    api.apri().scrivi(scritto('Prima di chiudere'));
    const reopened = api.apri();
    expect(testoDi(reopened.stesura().documento)).toBe('Prima di chiudere');
    await api.passaIlTempo();
    expect(testoDi(api.ora.documento)).toBe('Prima di chiudere');
  });

  it('closed without saving, and changed meanwhile by another: both texts stand side by side, nothing is sent', async () => {
    const api = new SezioneSalvata();
    api.apri().scrivi(scritto('Il mio'));
    api.salvaUnAltro(testo('Il suo'));
    const auto = api.apri();
    expect(auto.fase()).toBe('conflitto');
    expect([auto.conflitto()?.base, auto.conflitto()?.mia, auto.conflitto()?.loro].map(s => testoDi(s?.documento ?? testo()))).toEqual([
      'Si discute.',
      'Il mio',
      'Il suo',
    ]);
    await auto.invia();
    expect(api.storia).toHaveLength(1);
  });

  it('takes the text of others while it has none of its own', () => {
    const api = new SezioneSalvata();
    const auto = api.apri();
    auto.arriva(sezione({ version: 2, documento: testo('Dal vivo') }));
    expect(testoDi(auto.stesura().documento)).toBe('Dal vivo');
    auto.arriva(sezione({ version: 1, documento: testo('Vecchio') }));
    expect(testoDi(auto.stesura().documento)).toBe('Dal vivo');
  });

  it('held by another: says who, and tries again', async () => {
    const api = new SezioneSalvata();
    const auto = api.apri();
    api.tenutaDa = 'Rachele Finta';
    auto.scrivi(scritto('Aspetto'));
    await api.passaIlTempo();
    expect(salvataggioInParole(auto, null, incompletiInParole)).toContain('Sta scrivendo Rachele Finta.');
    api.tenutaDa = null;
    await api.passaIlTempo();
    expect(testoDi(api.ora.documento)).toBe('Aspetto');
  });

  it('a decision not yet complete stays here and does not stop the rest', async () => {
    const api = new SezioneSalvata();
    const auto = api.apri();
    auto.scrivi({
      ...scritto('Con decisione'),
      decisioni: [{ testo: '', modo: 'unanimita', favorevoli: null, contrari: null, astenuti: null }],
    });
    await api.passaIlTempo();
    expect([testoDi(api.ora.documento), api.ora.decisioni]).toEqual(['Con decisione', []]);
    expect(salvataggioInParole(auto, null, incompletiInParole)).toContain('ancora da completare');
    expect(api.bozza?.stesura.decisioni).toHaveLength(1);
    expect(auto.fase()).toBe('salvato');
  });

  it('a refusal is told in the words of the API, and the text stays', async () => {
    const api = new SezioneSalvata();
    const auto = api.apri();
    api.rete = 'va';
    auto.scrivi(scritto('Troppo'));
    const { ora } = api;
    Object.defineProperty(api, 'tenutaDa', {
      get: () => {
        throw rifiuto({ status: 409, code: 'verbale.stato', title: 'Il verbale è cambiato.', errors: [DOVE] });
      },
    });
    await api.passaIlTempo();
    expect(salvataggioInParole(auto, null, incompletiInParole)).toBe('Non salvato: Il verbale è cambiato.');
    expect([api.ora, testoDi(api.bozza?.stesura.documento ?? testo())]).toEqual([ora, 'Troppo']);
    expect(auto.rifiuti()).toEqual([DOVE]);
    auto.scrivi(scritto('Meno'));
    expect(auto.rifiuti()).toEqual([]);
  });
});

describe('The choice between two texts', () => {
  async function conflitto() {
    const api = new SezioneSalvata();
    api.salvaUnAltro(testo('Uno', 'Due'), 'me');
    const auto = api.apri();
    auto.scrivi(scritto('Uno mio', 'Due'));
    api.salvaUnAltro(testo('Uno', 'Due suo'));
    await api.passaIlTempo();
    const found = auto.conflitto();
    if (!found) throw new Error('There is a conflict.');
    return { api, auto, found };
  }

  it('proposes both where they changed different parts, and sends what was chosen on the version that was seen', async () => {
    const { api, auto, found } = await conflitto();
    const unito = componi(unisciStesure(found.base, found.mia, found.loro), SCELTE_INIZIALI);
    expect(testoDi(unito.documento)).toBe('Uno mio\nDue suo');
    auto.decidi(unito);
    await tutto();
    expect([testoDi(api.ora.documento), auto.fase()]).toEqual(['Uno mio\nDue suo', 'salvato']);
  });

  it('keeps what was left out, also over a closed browser, until it is not wanted any more', async () => {
    const { api, auto, found } = await conflitto();
    auto.decidi(found.loro);
    await tutto();
    expect([testoDi(auto.stesura().documento), testoDi(auto.scartate()[0]?.documento ?? testo())]).toEqual([
      'Uno\nDue suo',
      'Uno mio\nDue',
    ]);
    const reopened = api.apri();
    expect(reopened.conflitto()).toBeNull();
    const [scartata] = reopened.scartate();
    if (!scartata) throw new Error('It was kept.');
    reopened.riprendi(scartata);
    expect([testoDi(reopened.stesura().documento), testoDi(reopened.scartate()[0]?.documento ?? testo())]).toEqual([
      'Uno mio\nDue',
      'Uno\nDue suo',
    ]);
    reopened.scartate().forEach(s => reopened.dimentica(s));
    await api.passaIlTempo();
    expect([testoDi(api.ora.documento), api.bozza]).toEqual(['Uno mio\nDue', null]);
  });

  it('another saving while one chooses is shown too, and stops what was chosen on the older one', async () => {
    const { api, auto } = await conflitto();
    api.salvaUnAltro(testo('Uno', 'Due suo, ancora'));
    auto.arriva(api.ora);
    expect(testoDi(auto.conflitto()?.loro.documento ?? testo())).toBe('Uno\nDue suo, ancora');
    api.salvaUnAltro(testo('Terzo'));
    auto.decidi(scritto('Scelto'));
    await tutto();
    expect([auto.fase(), testoDi(api.ora.documento)]).toEqual(['conflitto', 'Terzo']);
  });
});
