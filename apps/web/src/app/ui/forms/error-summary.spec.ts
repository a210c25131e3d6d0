import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import * as z from 'zod';
import { ProblemError } from '../../api/problem-error';
import { ErrorSummary } from './error-summary';
import { submission } from './submission';
import { NumberField } from '../fields/number-field';
import { TextField } from '../fields/text-field';

const schema = z.strictObject({
  nome: z.string().min(1, 'Scrivi il tuo nome.'),
  email: z.string().min(1, 'Scrivi un indirizzo.'),
});

@Component({
  imports: [ErrorSummary, FormField, NumberField, TextField],
  template: `
    <form novalidate (submit)="invio.submit($event)">
      <app-error-summary [form]="f" [submission]="invio" />
      <app-text-field [formField]="f.nome" label="Nome" hint="Come nei documenti." mandatory />
      <details>
        <summary>Altro</summary>
        <app-text-field [formField]="f.email" label="E-mail" type="email" />
      </details>
      <app-number-field label="Quante persone" [(value)]="persone" />
    </form>
  `,
})
class Modulo {
  readonly model = signal({ nome: '', email: '' });
  readonly f = form(this.model, path => validateStandardSchema(path, schema));
  readonly persone = signal<number | null>(4);
  readonly keys: string[] = [];
  answer: () => Promise<void> = () => Promise.resolve();
  readonly invio = submission(this.f, ({ idempotencyKey }) => {
    this.keys.push(idempotencyKey);
    return this.answer();
  });
}

describe('A form of the kit', () => {
  let fixture: ComponentFixture<Modulo>;
  let page: HTMLElement;

  beforeEach(async () => {
    fixture = TestBed.createComponent(Modulo);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  });
  afterEach(() => page.remove());

  const submit = async () => {
    await fixture.componentInstance.invio.submit();
    await fixture.whenStable();
    await new Promise(resolve => setTimeout(resolve, 10));
  };
  const field = (label: string): HTMLInputElement => {
    const found = [...page.querySelectorAll('label')].find(element => element.textContent?.trim().startsWith(label));
    return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
  };
  const described = (input: HTMLElement) =>
    (input.getAttribute('aria-describedby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent?.trim());
  const lines = () => [...page.querySelectorAll('.error-summary li')].map(line => line.textContent?.trim());

  it('opens the closed part where something is wrong, and again when one goes there', async () => {
    const part = page.querySelector('details') as HTMLDetailsElement;
    expect(part.open).toBe(false);
    await submit();
    expect(part.open).toBe(true);
    part.open = false;
    const link = [...page.querySelectorAll<HTMLElement>('.error-summary a')].find(a => a.textContent?.startsWith('E-mail'));
    link?.click();
    expect([part.open, document.activeElement]).toEqual([true, field('E-mail')]);
  });

  it('complains of nothing before anything was tried', () => {
    expect(page.querySelector('.error-summary')).toBeNull();
    expect(field('Nome').getAttribute('aria-invalid')).toBeNull();
    expect(described(field('Nome'))).toEqual(['Come nei documenti.']);
    expect(field('Nome').getAttribute('aria-required')).toBe('true');
  });

  it('after a failed submit lists what is wrong, takes the focus there, and ties each error to its field', async () => {
    await submit();
    expect(lines()).toEqual(['Nome: Scrivi il tuo nome.', 'E-mail: Scrivi un indirizzo.']);
    expect(document.activeElement?.className).toBe('error-summary');
    expect(field('Nome').getAttribute('aria-invalid')).toBe('true');
    expect(described(field('Nome'))).toEqual(['Errore: Scrivi il tuo nome.', 'Come nei documenti.']);
    expect(fixture.componentInstance.keys).toEqual([]);
  });

  it('leads from the list to the field', async () => {
    await submit();
    page.querySelectorAll<HTMLAnchorElement>('.error-summary a')[1]?.click();
    expect(document.activeElement).toBe(field('E-mail'));
  });

  it('shows the refusal of the API on its field, and drops it when the field is corrected', async () => {
    const { model } = fixture.componentInstance;
    model.set({ nome: 'Anna', email: 'anna@example.it' });
    fixture.componentInstance.answer = () =>
      Promise.reject(
        new ProblemError({
          type: '',
          status: 409,
          code: 'account.esiste',
          title: 'Esiste già un account con questo indirizzo.',
          errors: [{ pointer: '/email', code: 'account.esiste', message: 'Esiste già.' }],
        }),
      );
    await submit();
    expect(lines()).toEqual(['E-mail: Esiste già.']);
    expect(described(field('E-mail'))).toEqual(['Errore: Esiste già.']);
    expect(fixture.componentInstance.invio.problem()?.code).toBe('account.esiste');
    expect(model()).toEqual({ nome: 'Anna', email: 'anna@example.it' });
    model.set({ nome: 'Anna', email: 'altra@example.it' });
    await fixture.whenStable();
    expect(lines()).toEqual([]);
  });

  it('B-12: sends nothing while a field that is bound by hand holds what is no value, and names it', async () => {
    const { componentInstance } = fixture;
    componentInstance.model.set({ nome: 'Anna', email: 'anna@example.it' });
    const persone = field('Quante persone');
    persone.value = 'quattro';
    persone.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    const manda = async () => {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await fixture.whenStable();
      await new Promise(resolve => setTimeout(resolve, 10));
    };
    await manda();
    expect(lines()).toEqual(['Quante persone: Scrivi un numero intero.']);
    expect(described(persone)).toEqual(['Errore: Scrivi un numero intero.']);
    expect([persone.value, componentInstance.keys, componentInstance.invio.busy()]).toEqual(['quattro', [], false]);
    page.querySelector<HTMLAnchorElement>('.error-summary a')?.click();
    expect(document.activeElement).toBe(persone);
    persone.value = '5';
    persone.dispatchEvent(new Event('input'));
    await manda();
    expect([lines(), componentInstance.keys.length, componentInstance.persone()]).toEqual([[], 1, 5]);
  });

  it('can be sent again as it is after a failure, and then says only what is wrong now', async () => {
    const { componentInstance } = fixture;
    componentInstance.model.set({ nome: 'Anna', email: 'anna@example.it' });
    componentInstance.answer = () => Promise.reject(new TypeError('network'));
    await submit();
    expect(lines()).toEqual(['Qualcosa non ha funzionato. Riprova; se succede ancora, segnalacelo.']);
    componentInstance.answer = () =>
      Promise.reject(new ProblemError({ type: '', status: 409, code: 'ente.stato', title: 'L’ente è cambiato.' }));
    await submit();
    expect(lines()).toEqual(['L’ente è cambiato.']);
    componentInstance.answer = () => Promise.resolve();
    expect(await componentInstance.invio.submit()).toBe(true);
    expect(componentInstance.keys).toHaveLength(3);
  });

  it('F-9: sends once however often it is submitted, retries with the same key, and changes it with the data', async () => {
    const { componentInstance } = fixture;
    componentInstance.model.set({ nome: 'Anna', email: 'anna@example.it' });
    componentInstance.answer = () => new Promise((_, reject) => setTimeout(() => reject(new TypeError('network')), 5));
    await Promise.all([submit(), submit(), submit()]);
    expect(componentInstance.keys).toHaveLength(1);
    await submit();
    componentInstance.model.set({ nome: 'Anna Maria', email: 'anna@example.it' });
    await submit();
    const [first, retry, changed] = componentInstance.keys;
    expect(retry).toBe(first);
    expect(changed).not.toBe(first);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
  });
});
