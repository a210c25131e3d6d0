import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required } from '@angular/forms/signals';
import { TextField } from '../fields/text-field';
import { ErrorSummary } from './error-summary';
import { FormBar } from './form-bar';
import { FormIndex } from './form-index';
import { submission } from './submission';

@Component({
  imports: [ErrorSummary, FormBar, FormField, FormIndex, TextField],
  template: `
    <form novalidate (submit)="invio.submit($event)">
      <app-error-summary [form]="f" [submission]="invio" />
      <app-form-index />
      <h2>Chi</h2>
      <app-text-field [formField]="f.nome" label="Nome" />
      <details class="form-part">
        <summary>Dove <span class="text-muted">in sede</span></summary>
      </details>
      <fieldset>
        <legend>Quando</legend>
      </fieldset>
      <app-form-bar [form]="f" [submission]="invio" [draft]="tenuta"><button type="submit">Salva</button></app-form-bar>
    </form>
  `,
})
class Pagina {
  readonly f = form(signal({ nome: '' }), path => required(path.nome, { message: 'Scrivi il nome.' }));
  readonly tenuta = {};
  libera: () => void = () => undefined;
  readonly invio = submission(this.f, () => new Promise<void>(resolve => (this.libera = resolve)));
}

afterEach(() => document.body.replaceChildren());

async function apri() {
  const fixture = TestBed.createComponent(Pagina);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  fixture.autoDetectChanges();
  const settle = () => fixture.whenStable();
  await settle();
  const bottone = (nome: string) => [...host.querySelectorAll('button')].find(b => b.textContent.trim() === nome) as HTMLButtonElement;
  return {
    host,
    settle,
    bottone,
    pagina: fixture.componentInstance,
    stato: () => host.querySelector('.form-bar-stato')?.textContent.trim(),
    scrivi: async (nome: string) => {
      const input = host.querySelector('input') as HTMLInputElement;
      input.value = nome;
      input.dispatchEvent(new Event('input'));
      await settle();
    },
  };
}

describe('The end of a long form', () => {
  it('says what is so: nothing, not sent yet, on its way, to be put right, and nothing again once it is there', async () => {
    const { bottone, stato, scrivi, settle, pagina, host } = await apri();
    expect(stato()).toBe('');
    await scrivi(' ');
    await scrivi('');
    bottone('Salva').click();
    await settle();
    expect(stato()).toBe('1 cosa da correggere');
    bottone('1 cosa da correggere').click();
    expect(document.activeElement).toBe(host.querySelector('.error-summary'));
    await scrivi('Rita');
    expect(stato()).toBe('Non ancora salvato. Quello che scrivi resta su questo dispositivo.');
    bottone('Salva').click();
    await new Promise(resolve => setTimeout(resolve));
    expect(stato()).toBe('Salvataggio in corso…');
    pagina.libera();
    await new Promise(resolve => setTimeout(resolve));
    await settle();
    expect(stato()).toBe('');
  });
});

describe('The parts of a long form', () => {
  it('are named by their titles, and opened where they are closed', async () => {
    const { bottone, host } = await apri();
    expect([...host.querySelectorAll('app-form-index li')].map(li => li.textContent.trim())).toEqual(['Chi', 'Dove', 'Quando']);
    Element.prototype.scrollIntoView = () => undefined; // Nothing is drawn here.
    bottone('Dove').click();
    expect(host.querySelector('details')?.open).toBe(true);
    expect(document.activeElement?.localName).toBe('summary');
    bottone('Quando').click();
    expect(document.activeElement?.localName).toBe('legend');
  });
});
