import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Annunci } from '../ui/annunci';
import { API_FETCH } from './api-fetch';
import { apiResource, NON_AGGIORNATA } from './api-resource';

const json = (status: number, body: object): Response =>
  ({ ok: status < 400, status, text: () => Promise.resolve(JSON.stringify(body)), headers: new Headers() }) as Response;
const problema = (status: number): Response => json(status, { type: 'about:blank', title: 'No', status, code: 'risorsa.non_trovata' });
const pausa = () => new Promise(resolve => setTimeout(resolve, 10));

/** What the API answers, as the test says. */
let risponde: (url: string) => Promise<Response>;

function letta() {
  TestBed.configureTestingModule({ providers: [{ provide: API_FETCH, useValue: (url: string) => risponde(url) }] });
  const id = signal('a');
  const resource = TestBed.runInInjectionContext(() => apiResource<{ nome: string }>(() => `/api/v1/cose/${id()}`));
  const riletta = async () => {
    resource.reload();
    TestBed.tick();
    await pausa();
    TestBed.tick();
  };
  return { id, resource, riletta };
}

describe('What was read, when it is read again', () => {
  beforeEach(() => {
    risponde = url => Promise.resolve(json(200, { nome: url.slice(-1) }));
  });

  it('stays while the portal cannot be reached, which is told, and follows once it can', async () => {
    const { resource, riletta } = letta();
    await riletta();
    risponde = () => Promise.reject(new TypeError('Failed to fetch'));
    await riletta();
    expect(resource.value()).toEqual({ nome: 'a' });
    expect(resource.problem()).toBeNull();
    expect(
      TestBed.inject(Annunci)
        .notices()
        .map(n => n.text),
    ).toEqual([NON_AGGIORNATA]);
    risponde = () => Promise.resolve(json(200, { nome: 'nuovo' }));
    resource.reload();
    TestBed.tick();
    expect(resource.value()).toEqual({ nome: 'a' });
    await pausa();
    expect(resource.value()).toEqual({ nome: 'nuovo' });
  });

  it('goes away when it is not there any more, or is another', async () => {
    const { id, resource, riletta } = letta();
    await riletta();
    risponde = () => Promise.resolve(problema(404));
    await riletta();
    expect([resource.value(), resource.problem()?.status]).toEqual([undefined, 404]);
    risponde = url => Promise.resolve(json(200, { nome: url.slice(-1) }));
    await riletta();
    risponde = () => Promise.reject(new TypeError('Failed to fetch'));
    id.set('b');
    TestBed.tick();
    await pausa();
    expect([resource.value(), resource.problem()?.status]).toEqual([undefined, 503]);
  });
});
