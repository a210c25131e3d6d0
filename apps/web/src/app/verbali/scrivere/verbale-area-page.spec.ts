import type { CorrezioneView, VerbaleView } from '@tavoli/shared';
import { network, open, problem, type Reply } from '../../../testing/page';
import { sezione, testo, verbale } from '../../../testing/verbali';
import { VerbaleAreaPage } from './verbale-area-page';
import { dialogs } from '../../../testing/dialog';

const { id: ID } = verbale();
const BASE = `/api/v1/ambiti/ambito/verbali/${ID}`;
const SEZIONE = `${BASE}/sezioni/${sezione().id}`;

const correzione = (change: Partial<CorrezioneView> = {}): CorrezioneView => ({
  id: 'bbbbbbbb-1111-4111-8111-111111111111',
  sezioneId: sezione().id,
  passaggio: 'Si discute.',
  proposta: 'Si discute a lungo.',
  motivo: 'È durata un’ora.',
  autore: 'Tina Uno',
  stato: 'proposta',
  risposta: null,
  creataAt: '2026-11-24T09:00:00Z',
  azioni: [],
  ...change,
});
const inRevisione = (change: Partial<VerbaleView> = {}) =>
  verbale({ stato: 'in_revisione', puoScrivere: false, azioni: [], revisioneFinoAt: '2026-12-01T09:00:00Z', ...change });

async function apri(view: VerbaleView, altre: Record<string, Reply | (() => Reply)> = {}) {
  const net = network({
    [`GET ${BASE}`]: { body: view },
    [`POST ${SEZIONE}/tenuta`]: { body: sezione({ tenutaDa: { nome: 'Rita', tua: true } }) },
    ...altre,
  });
  return { ...(await open(VerbaleAreaPage, `/ambito/area/verbali/${ID}`, net, ':ambito/area/verbali/:verbale')), net };
}

beforeAll(dialogs);
beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

/** The button of the dialog that is open. */
function conferma(host: HTMLElement, label: string): void {
  const button = [...host.querySelectorAll<HTMLButtonElement>('dialog[open] button[type=submit]')].find(
    b => b.textContent?.trim() === label,
  );
  if (!button) throw new Error(`No open dialog has «${label}».`);
  button.click();
}
const poi = () => new Promise(resolve => setTimeout(resolve, 20));

describe('The page where a verbale is written', () => {
  it('tells the record, that cannot be changed here, and one section for each punto', async () => {
    const { host, text } = await apri(verbale());
    for (const words of [
      'In scrittura',
      'Raggiunto: 1 presente su 2 posti (ne serviva 1)',
      'Il Ponte: Sara Due, supplente',
      'Presenze (1 su 1)',
    ])
      expect(text()).toContain(words);
    expect([...host.querySelectorAll('h2')].map(h => h.textContent)).toContain('Le famiglie numerose');
    expect(host.querySelector('app-editor')).not.toBeNull();
  });

  it('a decision and a task are saved on the version that was seen, once the section is left', async () => {
    const { host, fill, press, text, net } = await apri(verbale(), { [`PUT ${SEZIONE}`]: { body: sezione({ version: 2 }) } });
    await press('Aggiungi una decisione');
    fill('Che cosa è stato deciso', 'Aprire lo sportello.');
    await poi();
    host
      .querySelector('app-sezione-scrittura textarea')
      ?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: document.body }));
    await poi();
    expect(net.sent('PUT', SEZIONE)).toEqual([
      {
        documento: testo('Si discute.'),
        decisioni: [{ testo: 'Aprire lo sportello.', modo: 'unanimita', favorevoli: null, contrari: null, astenuti: null }],
        impegni: [],
      },
    ]);
    expect(text()).toContain('Salvato alle');
  });

  it('says who is writing in a section, and lets it be read only', async () => {
    const { host, text } = await apri(verbale({ sezioni: [sezione({ tenutaDa: { nome: 'Rachele Finta', tua: false } })] }));
    expect(text()).toContain('Sta scrivendo Rachele Finta.');
    expect(host.querySelector('app-editor [contenteditable=true]')).toBeNull();
    expect(text()).not.toContain('Aggiungi una decisione');
  });

  it('finds a text left unsaved and another saved since: shows both and what they would be together, and sends what is chosen', async () => {
    const stesura = (...righe: string[]) => ({ documento: testo(...righe), decisioni: [], impegni: [] });
    localStorage.setItem(
      `tavoli:bozza:verbale:1:${sezione().id}`,
      JSON.stringify({ version: 1, base: stesura('Uno', 'Due'), stesura: stesura('Uno mio', 'Due'), scartate: [] }),
    );
    const salvata = sezione({ version: 2, documento: testo('Uno', 'Due suo'), aggiornataDa: 'Rachele Finta' });
    const { host, text, press, net } = await apri(verbale({ sezioni: [salvata] }), {
      [`PUT ${SEZIONE}`]: { body: sezione({ version: 3 }) },
    });
    expect(text()).toContain('Rachele Finta');
    expect([...host.querySelectorAll('.conflict-sides app-documento')].map(d => d.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringContaining('Uno mio'),
      expect.stringContaining('Due suo'),
    ]);
    expect(net.sent('PUT', SEZIONE)).toEqual([]);
    await press('Usa il testo unito');
    expect(net.sent('PUT', SEZIONE)).toEqual([stesura('Uno mio', 'Due suo')]);
    expect(text()).toContain('Leggi quello che avevi scritto');
  });
});

describe('The end of the writing', () => {
  it('waits until every section is saved, and says which is not', async () => {
    const { host, fill, press, net, text } = await apri(verbale(), {
      [`PUT ${SEZIONE}`]: problem({ status: 503, code: 'servizio.non_disponibile' }),
    });
    await press('Aggiungi un impegno');
    fill('Che cosa si farà', 'Scrivere il bando');
    fill('Chi se ne occupa', 'Ufficio di piano');
    await press('Invia in revisione');
    conferma(host, 'Invia in revisione');
    await poi();
    expect(text()).toContain('Non è ancora tutto salvato: «Le famiglie numerose»');
    expect(net.sent('PUT', SEZIONE)).toHaveLength(1);
    expect(net.sent('POST', `${BASE}/azioni/invia_in_revisione`)).toEqual([]);
  });

  it('a text that was never saved is still shown when it cannot be saved any more', async () => {
    const stesura = (riga: string) => ({ documento: testo(riga), decisioni: [], impegni: [] });
    localStorage.setItem(
      `tavoli:bozza:verbale:1:${sezione().id}`,
      JSON.stringify({ version: 1, base: stesura('Si discute.'), stesura: stesura('Rimasta qui'), scartate: [] }),
    );
    const { text, press } = await apri(inRevisione());
    expect(text()).toContain('Rimasta qui');
    await press('Non mi serve più');
    expect(text()).not.toContain('Rimasta qui');
    expect(localStorage).toHaveLength(0);
  });
});

describe('The page of a verbale in revision', () => {
  it('a member proposes a correction, which goes with the section it is of', async () => {
    const { fill, press, net, text } = await apri(inRevisione({ puoProporre: true }), {
      [`POST ${BASE}/correzioni`]: { body: inRevisione() },
    });
    expect(text()).toContain('Puoi proporre correzioni fino a');
    await press('Proponi una correzione');
    fill('Il passaggio, com’è adesso', 'Si discute.');
    fill('Come dovrebbe essere', 'Si discute a lungo.');
    fill('Perché', 'È durata un’ora.');
    await press('Proponi la correzione');
    expect(net.sent('POST', `${BASE}/correzioni`)).toEqual([
      { passaggio: 'Si discute.', proposta: 'Si discute a lungo.', motivo: 'È durata un’ora.', sezioneId: sezione().id },
    ]);
  });

  it('a passage that is not found is told at its field, and what was written stays', async () => {
    const refusal = problem({
      status: 422,
      code: 'verbale.passaggio_non_trovato',
      title: 'No.',
      errors: [{ pointer: '/passaggio', code: 'verbale.passaggio_non_trovato', message: 'Il passaggio non si trova.' }],
    });
    const { host, fill, press, text } = await apri(inRevisione({ puoProporre: true }), { [`POST ${BASE}/correzioni`]: refusal });
    await press('Proponi una correzione');
    fill('Il passaggio, com’è adesso', 'Altro');
    fill('Come dovrebbe essere', 'Nuovo');
    fill('Perché', 'Era sbagliato.');
    await press('Proponi la correzione');
    expect(text()).toContain('Il passaggio non si trova.');
    expect(host.querySelector<HTMLTextAreaElement>('app-proponi-correzione textarea')?.value).toBe('Altro');
  });

  it('who may not propose nor decide reads what was proposed, and no more', async () => {
    const member = await apri(inRevisione({ correzioni: [correzione()] }));
    expect(member.button('Proponi una correzione')).toBeUndefined();
    expect(member.host.querySelectorAll('app-correzioni-elenco li')).toHaveLength(1);
    expect(member.host.querySelectorAll('app-correzioni-elenco li button')).toHaveLength(0);
    expect(member.text()).toContain('Tina Uno');
  });

  it('the referente takes a correction in', async () => {
    const { host, press, net } = await apri(
      inRevisione({ azioni: ['approva'], correzioni: [correzione({ azioni: ['accogli', 'respingi', 'rinvia'] })] }),
      { [`POST ${BASE}/correzioni/${correzione().id}/esiti/accogli`]: { body: inRevisione() } },
    );
    await press('Accogli');
    conferma(host, 'Accogli');
    await poi();
    expect(net.sent('POST', `${BASE}/correzioni/${correzione().id}/esiti/accogli`)).toEqual([{}]);
  });

  it('is not approved while a correction waits for an answer', async () => {
    const { host, press } = await apri(inRevisione({ azioni: ['approva'], correzioni: [correzione()] }));
    await press('Approva');
    expect(host.querySelector('dialog[open]')?.textContent).toContain('C’è ancora una correzione senza risposta');
    expect(host.querySelector('dialog[open] button[type=submit]')).toBeNull();
  });
});

describe('The publication of a verbale', () => {
  const approvato = (change: Partial<VerbaleView> = {}) =>
    verbale({
      stato: 'approvato',
      puoScrivere: false,
      azioni: ['restituisci', 'pubblica'],
      numero: { numero: 3, anno: 2026 },
      avvisiPrivacy: [{ tipo: 'telefono', testo: '0983 123456', indice: 3, sezioneId: sezione().id }],
      ...change,
    });

  it('waits until the passages that look private were looked at', async () => {
    const { host, press, net, fill, text } = await apri(approvato(), { [`POST ${BASE}/azioni/pubblica`]: { body: approvato() } });
    expect(text()).toContain('Numero di telefono: 0983 123456 (in «Le famiglie numerose»)');
    await press('Pubblica');
    expect(host.querySelector('dialog[open] button[type=submit]')).toBeNull();
    host.querySelector<HTMLDialogElement>('dialog[open]')?.close();
    fill('Li ho visti', '');
    await press('Pubblica');
    conferma(host, 'Pubblica');
    await poi();
    expect(net.sent('POST', `${BASE}/azioni/pubblica`)).toEqual([{ avvisiVisti: true }]);
  });

  it('needs no such look where nothing looks private', async () => {
    const { host, press, net } = await apri(approvato({ avvisiPrivacy: [] }), { [`POST ${BASE}/azioni/pubblica`]: { body: approvato() } });
    await press('Pubblica');
    conferma(host, 'Pubblica');
    await poi();
    expect(net.sent('POST', `${BASE}/azioni/pubblica`)).toEqual([{}]);
  });
});
