import type { Problem } from '@tavoli/shared';
import { invito } from '../../../testing/incontri';
import { network, open, problem, type Reply } from '../../../testing/page';
import { DisiscrizionePage } from './disiscrizione-page';
import { parseInvitoLink } from './invito-link';
import { InvitoIncontroPage } from './invito-incontro-page';

const SECRET = 'S'.repeat(43);
const LEGGI = 'GET /api/v1/invito';
const rispondi = (azione: string) => `POST /api/v1/invito/azioni/${azione}`;

afterEach(() => document.body.replaceChildren());

const apri = async (fragment: string, replies: Record<string, Reply | (() => Reply)>) => {
  const net = network(replies);
  return { net, page: await open(InvitoIncontroPage, `/invito#${fragment}`, net) };
};
const inviate = ({ calls }: ReturnType<typeof network>) => calls.filter(({ method }) => method !== 'GET').map(({ url }) => url);

describe('The link of an invitation', () => {
  it('may carry an answer after the secret', () => {
    expect(parseInvitoLink(SECRET)).toEqual({ segreto: SECRET, azione: null });
    expect(parseInvitoLink(`${SECRET}.si`)).toEqual({ segreto: SECRET, azione: 'partecipa' });
    expect(parseInvitoLink(`${SECRET}.no`)).toEqual({ segreto: SECRET, azione: 'declina' });
    expect(parseInvitoLink(`${SECRET}.passa`)).toEqual({ segreto: SECRET, azione: 'passa' });
  });

  it.each(['', 'corto', 'contenuto', `${SECRET}.forse`, `${SECRET}.`, `.si`, `${SECRET}.si.no`])('is not «%s»', text =>
    expect(parseInvitoLink(text)).toBeNull(),
  );
});

describe('The page of an invitation', () => {
  it('says what, when, where and what about, and sends nothing by being read', async () => {
    const { net, page } = await apri(SECRET, { [LEGGI]: { body: invito() } });
    for (const words of [
      'Bisogni delle famiglie',
      'Lunedì 23 novembre 2026, ore 16:00, fino alle 18:00',
      'Castello Ducale',
      'Sede accessibile',
      'Apertura',
      'Ci sarai?',
    ])
      expect(page.text()).toContain(words);
    expect(inviate(net)).toEqual([]);
    expect(net.calls.every(({ url }) => !url.includes(SECRET))).toBe(true);
  });

  it('sends nothing either when the link carries an answer: it only offers it, to be confirmed', async () => {
    const { net, page } = await apri(`${SECRET}.si`, {
      [LEGGI]: { body: invito() },
      [rispondi('partecipa')]: { body: invito({ risposta: 'si', azioni: ['declina', 'passa'] }) },
    });
    expect(inviate(net)).toEqual([]);
    expect(page.button('Ci sarò')).toBeUndefined();
    await page.press('Conferma: ci sarò');
    expect(inviate(net)).toEqual(['/api/v1/invito/azioni/partecipa']);
    expect(page.text()).toContain('Hai risposto che ci sarai.');
    expect(page.text()).toContain('Hai cambiato idea?');
    expect(document.activeElement?.id).toBe('titolo-risposta');
  });

  it('hands over to the supplente, by name, after a confirmation', async () => {
    const { net, page } = await apri(SECRET, {
      [LEGGI]: { body: invito() },
      [rispondi('passa')]: { body: invito({ risposta: 'passa', azioni: ['partecipa', 'declina'] }) },
    });
    await page.press('Non posso: passa al supplente (Bice Vice)');
    expect(inviate(net)).toEqual([]);
    expect(page.text()).toContain('Parteciperà Bice Vice al posto tuo');
    await page.press('Conferma: passa a Bice Vice');
    expect(inviate(net)).toEqual(['/api/v1/invito/azioni/passa']);
    expect(page.text()).toContain('Hai passato il posto al supplente. Al tuo posto: Bice Vice.');
  });

  it('lets one choose again before confirming', async () => {
    const { net, page } = await apri(`${SECRET}.no`, { [LEGGI]: { body: invito() } });
    await page.press('Scegli un’altra risposta');
    expect(page.button('Ci sarò')).toBeDefined();
    expect(inviate(net)).toEqual([]);
  });

  it('does not offer an answer that is not open', async () => {
    const { page } = await apri(`${SECRET}.passa`, { [LEGGI]: { body: invito({ azioni: ['partecipa', 'declina'], supplente: null }) } });
    expect(page.button('Conferma')).toBeUndefined();
    expect(page.button('Ci sarò')).toBeDefined();
  });

  it('says that it was annullato, why, and that no answer is due', async () => {
    const { page } = await apri(`${SECRET}.si`, {
      [LEGGI]: { body: invito({ azioni: [] }, { stato: 'annullato', motivazione: 'La sala è allagata.' }) },
    });
    expect(page.text()).toContain('L’incontro è annullato: non si tiene e non devi rispondere. Motivo: La sala è allagata.');
    expect(page.host.querySelector('h1 s')).not.toBeNull();
    expect(page.host.querySelectorAll('button')).toHaveLength(0);
  });

  it('says that it is too late when it began meanwhile', async () => {
    let closed = false;
    const { page } = await apri(`${SECRET}.si`, {
      [LEGGI]: () => ({ body: closed ? invito({ azioni: [] }, { stato: 'in_corso' }) : invito() }),
      [rispondi('partecipa')]: () => {
        closed = true;
        return problem({ status: 409, code: 'invito.chiuso', title: 'A questo invito non si risponde più.' });
      },
    });
    await page.press('Conferma: ci sarò');
    expect(page.host.querySelector('[role=alert]')?.textContent).toContain('A questo invito non si risponde più.');
    expect(page.button('Conferma')).toBeUndefined();
  });

  it.each<[Partial<Problem>, boolean]>([
    [{ status: 410, code: 'invito.revocato', title: 'Questo invito non vale più, perché non siedi più al tavolo.' }, false],
    [{ status: 404, code: 'collegamento.non_valido', title: 'Questo collegamento non è valido.' }, true],
  ])('explains a link that is of no use: %o', async (refusal, tellsToCheck) => {
    const { page } = await apri(SECRET, { [LEGGI]: problem(refusal) });
    expect(page.text()).toContain(refusal.title ?? '');
    expect(page.text().includes('Controlla di aver aperto il collegamento intero')).toBe(tellsToCheck);
  });

  it('asks nothing of the API with a link that was cut', async () => {
    const { net, page } = await apri('taglia', {});
    expect(page.text()).toContain('Il collegamento non è completo.');
    expect(net.calls.filter(({ url }) => url.includes('invito'))).toEqual([]);
  });
});

describe('The page to stop reminders', () => {
  it('does it by its one button, and says what still arrives', async () => {
    const net = network({ 'POST /api/v1/disiscrizione': { body: { tipo: 'promemoria' } } });
    const page = await open(DisiscrizionePage, `/disiscrizione#${SECRET}`, net);
    expect(inviate(net)).toEqual([]);
    await page.press('Non mandarmi più promemoria');
    expect(inviate(net)).toEqual(['/api/v1/disiscrizione']);
    expect(page.text()).toContain('Continuerai a ricevere le convocazioni');
    expect(document.activeElement?.tagName).toBe('H1');
  });
});
