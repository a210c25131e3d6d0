import { network, open } from '../../../testing/page';
import { CalendarioPrivato } from './calendario-privato';
import { dialogs } from '../../../testing/dialog';

const URL = '/api/v1/calendario';

afterEach(() => document.body.replaceChildren());

const aperto = async (attivo: boolean) => {
  let on = attivo;
  const net = network({
    [`GET ${URL}`]: () => ({ body: { attivo: on, creatoAt: on ? '2026-11-23T09:00:00Z' : null } }),
    [`POST ${URL}`]: () => ((on = true), { body: { percorso: '/cal/p/segretissimo.ics' } }),
    [`DELETE ${URL}`]: () => ((on = false), { status: 204 }),
  });
  return { net, page: await open(CalendarioPrivato, '/account', net) };
};
const campo = (host: HTMLElement) => host.querySelector<HTMLInputElement>('input[readonly]')?.value;

describe('One’s own calendar', () => {
  beforeAll(dialogs);

  it('shows its secret address when it is made, and says that it is the only time', async () => {
    const { page } = await aperto(false);
    expect(campo(page.host)).toBeUndefined();
    await page.press('Crea l’indirizzo del tuo calendario');
    expect(campo(page.host)).toBe(`${location.origin}/cal/p/segretissimo.ics`);
    expect(page.text()).toContain('Lo vedi solo adesso.');
    expect(page.text()).toContain('Il tuo indirizzo è attivo, creato lunedì 23 novembre 2026, ore 10:00.');
  });

  it('does not show again an address made before; a new one ends it, after a confirmation', async () => {
    const { net, page } = await aperto(true);
    expect(campo(page.host)).toBeUndefined();
    await page.press('Crea un indirizzo nuovo');
    expect(net.sent('POST', URL)).toEqual([]);
    await page.press('Crea l’indirizzo nuovo');
    expect(net.sent('POST', URL)).toHaveLength(1);
    expect(campo(page.host)).toContain('segretissimo');
  });

  it('is switched off, after a confirmation', async () => {
    const { net, page } = await aperto(true);
    await page.press('Spegni il calendario');
    await page.press('Spegni');
    expect(net.sent('DELETE', URL)).toEqual([]); // the first button again: it only asks
    page.host.querySelectorAll<HTMLFormElement>('dialog form')[1]?.requestSubmit();
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(net.sent('DELETE', URL)).toHaveLength(1);
    expect(page.text()).toContain('Crea l’indirizzo del tuo calendario');
  });
});
