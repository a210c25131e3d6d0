import { Component } from '@angular/core';
import { riga } from '../../../testing/incontri';
import { network, open } from '../../../testing/page';
import { finestra, giornoDi, piuMesi } from '../../ui/words/giorni';
import { ProssimiIncontri } from './prossimi-incontri';

@Component({ imports: [ProssimiIncontri], template: '<app-prossimi-incontri ambito="ambito" />' })
class Pagina {}

afterEach(() => document.body.replaceChildren());

const sezione = async (reply: (url: string) => Parameters<typeof network>[0]) => {
  const oggi = giornoDi(new Date());
  const url = `/api/v1/ambiti/ambito/incontri?${new URLSearchParams(finestra({ dal: oggi, al: piuMesi(oggi, 2) })).toString()}`;
  return open(Pagina, '/ambito', network(reply(url)));
};

describe('The next incontri', () => {
  it('are the first three that take place: no draft, none annullato or over', async () => {
    const items = [
      riga({ id: '1', stato: 'annullato' }),
      riga({ id: '2', stato: 'bozza' }),
      riga({ id: '3', stato: 'svolto' }),
      riga({ id: '4', stato: 'in_corso' }),
      ...['5', '6', '7'].map(id => riga({ id })),
    ];
    const page = await sezione(url => ({ [`GET ${url}`]: { body: { items, limit: 500, nextCursor: null } } }));
    expect([...page.host.querySelectorAll('li a')].map(a => a.getAttribute('href'))).toEqual(
      ['4', '5', '6'].map(id => `/ambito/incontri/${id}`),
    );
  });

  it('are told to be none, with the way to the calendar', async () => {
    const page = await sezione(url => ({ [`GET ${url}`]: { body: { items: [], limit: 500, nextCursor: null } } }));
    expect(page.text()).toContain('Non ci sono incontri convocati al momento.');
    expect(page.host.querySelector('a')?.getAttribute('href')).toBe('/ambito/incontri');
  });

  it('do not take the page down with them when they cannot be read', async () => {
    const page = await sezione(url => ({
      [`GET ${url}`]: { status: 503, body: { type: '', title: 'No.', status: 503, code: 'servizio.non_disponibile' } },
    }));
    expect(page.text()).toContain('Non riusciamo a mostrare gli incontri in questo momento.');
  });
});
