import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { API_FETCH } from '../api/api-fetch';
import { cursorList } from '../api/cursor-list';
import { Pager } from './pager';

interface Riga {
  readonly id: string;
  readonly stato: string;
}

let server: readonly Riga[] = [];
const answer = (): Promise<Response> =>
  Promise.resolve({
    ok: true,
    status: 200,
    text: () => Promise.resolve(JSON.stringify({ items: server, nextCursor: null, limit: 50 })),
  } as Response);

@Component({
  imports: [Pager],
  template: `@for (riga of lista.items(); track riga.id) {
      <p>{{ riga.id }} {{ riga.stato }}</p>
    }
    <app-pager [list]="lista" />`,
})
class Elenco {
  readonly lista = cursorList<Riga>(() => '/api/v1/righe');
  readonly unused = inject(API_FETCH);
}

async function apri(...righe: Riga[]) {
  server = righe;
  TestBed.configureTestingModule({ providers: [{ provide: API_FETCH, useValue: answer }] });
  const fixture = TestBed.createComponent(Elenco);
  const host = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let i = 0; i < 5; i += 1) {
      await new Promise(resolve => setTimeout(resolve));
      await fixture.whenStable();
    }
  };
  await settle();
  return {
    lista: fixture.componentInstance.lista,
    settle,
    righe: () => [...host.querySelectorAll('p:not(.pager-stale)')].map(p => p.textContent),
    bottone: () => host.querySelector<HTMLButtonElement>('.pager-stale button'),
  };
}
const riga = (id: string, stato = 'da_fare'): Riga => ({ id, stato });

describe('A list that is acted upon', () => {
  it('no row moves under the pointer: one that was dealt with stays where it was, with its outcome, until the list is asked for again', async () => {
    const { lista, settle, righe, bottone } = await apri(riga('a'), riga('b'), riga('c'));
    lista.patch('a', { stato: 'fatta' });
    server = [riga('b'), riga('c')];
    lista.reload();
    await settle();
    expect(righe()).toEqual(['a fatta', 'b da_fare', 'c da_fare']);
    bottone()?.click();
    await settle();
    expect([righe(), bottone()]).toEqual([['b da_fare', 'c da_fare'], null]);
  });

  it('what others did is told in its place, and what is new comes after', async () => {
    const { lista, settle, righe, bottone } = await apri(riga('a'), riga('b'));
    server = [riga('nuova'), riga('b', 'fatta'), riga('a')];
    lista.reload();
    await settle();
    expect(righe()).toEqual(['a da_fare', 'b fatta', 'nuova da_fare']);
    expect(bottone()?.textContent).toBe('Aggiorna l’elenco');
  });
});
