import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Problem } from '@tavoli/shared';
import { API_FETCH } from '../app/api/api-fetch';

@Component({ template: '<h1>Altrove</h1>' })
class Altrove {}

const SOMEBODY = {
  account: { id: '1', nome: 'Rita', cognome: 'Inventata', email: 'rita@esempio.it' },
  amministratore: false,
  incarichi: [],
  enti: [],
  tavoli: [],
};

export interface Call {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}
export type Reply = { status?: number; body?: unknown };

/** The network: records what leaves the browser, answers what the test says; whoever signed in is Rita. */
export function network(replies: Record<string, Reply | (() => Reply)> = {}) {
  const calls: Call[] = [];
  const answer = (url: string, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', body } = init;
    calls.push({ method, url, body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined });
    const found = replies[`${method} ${url}`] ?? (url === '/api/v1/sessione' && method === 'GET' ? { body: SOMEBODY } : { status: 204 });
    const { status = 200, body: text } = typeof found === 'function' ? found() : found;
    return Promise.resolve({
      ok: status < 400,
      status,
      text: () => Promise.resolve(text === undefined ? '' : JSON.stringify(text)),
    } as Response);
  };
  return { calls, answer, sent: (method: string, url: string) => calls.filter(c => c.method === method && c.url === url).map(c => c.body) };
}

/** A refusal of the API. */
export const problem = (fields: Partial<Problem>): Reply => ({
  status: fields.status ?? 400,
  body: { type: '', title: 'No.', code: 'richiesta.non_valida', status: 400, ...fields },
});

/** Opens a page at an address, as a visitor would; every other address is elsewhere. `path` is that of its route, where it has parameters. */
export async function open(page: Type<unknown>, url: string, net: ReturnType<typeof network>, path = url.split(/[?#]/)[0]?.slice(1) ?? '') {
  const routes: Routes = [
    { path, component: page },
    { path: '**', component: Altrove },
  ];
  TestBed.configureTestingModule({
    providers: [{ provide: API_FETCH, useValue: net.answer }, provideRouter(routes, withComponentInputBinding())],
  });
  const harness = await RouterTestingHarness.create(url);
  const host = harness.fixture.nativeElement as HTMLElement;
  document.body.append(host);
  await harness.fixture.whenStable();
  const settle = async () => {
    for (let i = 0; i < 5; i += 1) {
      await new Promise(resolve => setTimeout(resolve));
      await harness.fixture.whenStable();
    }
  };
  await settle();
  const button = (label: string) => [...host.querySelectorAll('button')].find(b => b.textContent?.trim().startsWith(label));
  return {
    host,
    url: () => TestBed.inject(Router).url,
    text: () => host.textContent ?? '',
    fill(label: string, value: string) {
      const found = [...host.querySelectorAll('label')].find(l => l.textContent?.trim().startsWith(label));
      const control = document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
      if (control.type === 'checkbox') return control.click();
      control.value = value;
      control.dispatchEvent(new Event('input'));
    },
    async press(label: string) {
      const found = button(label);
      if (!found) throw new Error(`There is no button «${label}».`);
      found.click();
      await settle();
    },
    button,
    settle,
  };
}
