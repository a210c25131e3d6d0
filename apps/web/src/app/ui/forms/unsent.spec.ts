import { Component, inject, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField } from '@angular/forms/signals';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { dialogs } from '../../../testing/dialog';
import { localDraft } from '../drafts/local-draft';
import { TextField } from '../fields/text-field';
import { ConfirmDialog } from './confirm-dialog';
import { NIENTE_DA_PERDERE, submission } from './submission';
import { Unsaved } from './unsaved';
import { NON_INVIATO } from './unsent';

const TEMPLATE = `<form (submit)="invio.submit($event)"><app-text-field [formField]="f.nome" label="Nome" /></form>`;
/** What the API does with what is sent, as the test says. */
let manda: () => Promise<unknown> = () => Promise.resolve();

@Component({ imports: [FormField, TextField], template: TEMPLATE })
class Modulo {
  readonly model = signal({ nome: '' });
  readonly f = form(this.model);
  readonly router = inject(Router);
  readonly invio = submission(this.f, () => manda());
}

@Component({ imports: [FormField, TextField], template: TEMPLATE })
class ConBozza {
  readonly model = signal({ nome: '', password: '', file: null as File | null });
  readonly f = form(this.model);
  readonly draft = localDraft('prova', this.model, { except: ['password'] });
  readonly invio = submission(this.f, () => manda().then(() => this.draft.clear()));
}

@Component({ imports: [FormField, TextField], template: TEMPLATE })
class Accesso {
  readonly f = form(signal({ nome: '' }));
  readonly invio = submission(this.f, () => manda(), NIENTE_DA_PERDERE);
}

@Component({ imports: [ConfirmDialog], template: `<app-confirm-dialog titolo="Togliere?" conferma="Togli" motivata />` })
class Domanda {
  readonly dialog = viewChild.required(ConfirmDialog);
}

@Component({ template: '' })
class Altrove {}

async function apri<T>(page: new () => T) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'modulo', component: page, canDeactivate: [() => inject(Unsaved).leave()] },
        { path: '**', component: Altrove },
      ]),
    ],
  });
  const harness = await RouterTestingHarness.create('/modulo');
  const host = harness.fixture.nativeElement as HTMLElement;
  document.body.append(host);
  const settle = async () => {
    await new Promise(resolve => setTimeout(resolve));
    await harness.fixture.whenStable();
  };
  await settle();
  return {
    page: harness.routeDebugElement?.componentInstance as T,
    settle,
    lost: () => TestBed.inject(Unsaved).what(),
    type: async (words: string) => {
      const input = host.querySelector('input, textarea') as HTMLInputElement;
      input.value = words;
      input.dispatchEvent(new Event('input'));
      await settle();
    },
    send: async () => {
      host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
    url: () => TestBed.inject(Router).url,
  };
}

describe('A-8: a form that is left before it is sent', () => {
  beforeAll(dialogs);
  beforeEach(() => {
    sessionStorage.clear();
    manda = () => Promise.resolve();
  });
  afterEach(() => document.body.replaceChildren());

  it('is asked about once something is typed, and not when it is taken back, nor for what the page fills in', async () => {
    const { page, type, lost, settle } = await apri(Modulo);
    expect(lost()).toEqual([]);
    page.model.set({ nome: 'Dal portale' });
    await settle();
    expect(lost()).toEqual([]);
    await type('Il Ponte');
    expect(lost()).toEqual([NON_INVIATO]);
    await type('Dal portale');
    expect(lost()).toEqual([]);
  });

  it('is free once it was sent, until something more is typed', async () => {
    const { type, send, lost } = await apri(Modulo);
    await type('Il Ponte');
    await send();
    expect(lost()).toEqual([]);
    await type('Il Ponte nuovo');
    expect(lost()).toEqual([NON_INVIATO]);
  });

  it('is asked about when the API has refused it', async () => {
    manda = () => Promise.reject(new Error('no'));
    const { type, send, lost } = await apri(Modulo);
    await type('Il Ponte');
    await send();
    expect(lost()).toEqual([NON_INVIATO]);
  });

  it('the act itself may lead elsewhere', async () => {
    const { page, type, send, url, settle } = await apri(Modulo);
    manda = () => page.router.navigateByUrl('/altrove');
    await type('Il Ponte');
    await send();
    await settle();
    expect(url()).toBe('/altrove');
    expect(TestBed.inject(Unsaved).asked()).toBeNull();
  });

  it('is free where a draft keeps what is typed, but for a password and a file that no draft keeps', async () => {
    const { page, type, lost, settle } = await apri(ConBozza);
    await type('Il Ponte');
    expect(lost()).toEqual([]);
    page.model.update(m => ({ ...m, password: 'segretissima' }));
    await settle();
    expect(lost()).toEqual([NON_INVIATO]);
    page.model.update(m => ({ ...m, password: '', file: new File(['x'], 'statuto.pdf') }));
    await settle();
    expect(lost()).toEqual([NON_INVIATO]);
  });

  it('is free where one only signs in or looks something up', async () => {
    const { type, lost } = await apri(Accesso);
    await type('rita@esempio.it');
    expect(lost()).toEqual([]);
  });

  it('a reason that is being written in a question counts too, as long as the question is open', async () => {
    const { page, type, lost, settle } = await apri(Domanda);
    const dialog = document.querySelector('dialog') as HTMLDialogElement;
    expect(lost()).toEqual([]);
    void page.dialog().ask(() => Promise.resolve());
    await settle();
    await type('Perché non serve più.');
    expect(lost()).toHaveLength(1);
    dialog.close();
    expect(lost()).toEqual([]);
  });
});
