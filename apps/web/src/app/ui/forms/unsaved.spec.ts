import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { LeavingQuestion } from '../../shell/leaving';
import { guarded, Unsaved } from './unsaved';
import { dialogs } from '../../../testing/dialog';

let scritto: string | null = null;

@Component({ template: '<h1>Scheda</h1>' })
class Scheda {
  readonly unsaved = inject(Unsaved).watch(() => scritto);
}

@Component({ template: '<h1>Altrove</h1>' })
class Altrove {}

const ROUTES: Routes = [
  { path: 'area', children: [{ path: 'scheda', loadChildren: () => Promise.resolve([{ path: '', component: Scheda }]) }] },
  { path: '**', component: Altrove },
];

async function apri() {
  TestBed.configureTestingModule({ providers: [provideRouter(guarded(ROUTES))] });
  const harness = await RouterTestingHarness.create('/area/scheda');
  const question = TestBed.createComponent(LeavingQuestion);
  const host = question.nativeElement as HTMLElement;
  document.body.append(host);
  const settle = () => new Promise(resolve => setTimeout(resolve));
  const press = async (words: string) => {
    [...host.querySelectorAll('button')].find(b => b.textContent === words)?.click();
    await settle();
    await question.whenStable();
  };
  const leave = async () => {
    const left = TestBed.inject(Router).navigateByUrl('/altrove');
    await settle();
    await question.whenStable();
    return left;
  };
  const leavePage = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { host, press, leave, leavePage, at: () => TestBed.inject(Router).url, text: () => harness.routeNativeElement?.textContent };
}

describe('Leaving a page', () => {
  beforeAll(dialogs);
  afterEach(() => {
    scritto = null;
    document.body.innerHTML = '';
  });

  it('is free when nothing would be lost', async () => {
    const { leave, leavePage, at } = await apri();
    expect(leavePage()).toBe(false);
    await leave();
    expect(at()).toBe('/altrove');
  });

  it('B-12: with something typed that is not saved asks first, names it, and stays where the person wants', async () => {
    scritto = 'Risorse: Importo in euro';
    const { host, leave, leavePage, press, at } = await apri();
    expect(leavePage()).toBe(true);
    const going = leave();
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(host.querySelector('dialog')?.textContent).toContain('Risorse: Importo in euro');
    await press('Resta nella pagina');
    expect([await going, at()]).toEqual([false, '/area/scheda']);
    const again = leave();
    await new Promise(resolve => setTimeout(resolve, 20));
    await press('Lascia la pagina');
    expect([await again, at()]).toEqual([true, '/altrove']);
  });
});
