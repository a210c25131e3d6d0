import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField } from '@angular/forms/signals';
import { Annunci } from '../annunci';
import { Rereads } from '../rereads';
import { TextField } from '../fields/text-field';
import { formModel } from './form-model';
import { ANCORA_DA_SALVARE, submission } from './submission';

interface Riga {
  readonly id: string | null;
  readonly nome: string;
}
interface Letto {
  readonly titolo: string;
  readonly testo: string;
  readonly righe: readonly Riga[];
}

let risponde: () => void;

@Component({
  imports: [FormField, TextField],
  template: `<form (submit)="invio.submit($event)">
    <app-text-field [formField]="f.titolo" label="Titolo" /><app-text-field [formField]="f.testo" label="Testo" />
  </form>`,
})
class Pagina {
  readonly letto = signal<Letto>({ titolo: 'Uno', testo: 'Due', righe: [{ id: 'a', nome: 'Alfa' }] });
  readonly model = formModel(this.letto, letto => ({ ...letto, righe: [...letto.righe] }));
  readonly f = form(this.model);
  /** As an API that cleans what it takes, gives its ids, and whose answer is read by the page. */
  readonly invio = submission(this.f, async () => {
    const { titolo, testo, righe } = this.model();
    await new Promise<void>(resolve => (risponde = resolve));
    this.letto.set({ titolo: titolo.trim(), testo: testo.trim(), righe: righe.map((r, i) => ({ ...r, id: r.id ?? `nuova-${i}` })) });
  });
}

function pagina() {
  const fixture = TestBed.createComponent(Pagina);
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const scrivi = (label: string, testo: string): void => {
    const campo = [...host.querySelectorAll('label')].find(l => l.textContent?.includes(label));
    const input = host.querySelector<HTMLInputElement>(`[id="${campo?.htmlFor ?? ''}"]`);
    if (!input) throw new Error(`No field ${label}`);
    input.value = testo;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const invia = (): void => void host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  return { scrivi, invia, c: fixture.componentInstance };
}

describe('A form over what is read', () => {
  it('takes what the API made of what was sent, with its ids', async () => {
    const { scrivi, invia, c } = pagina();
    scrivi('Titolo', ' Nuovo ');
    c.model.update(m => ({ ...m, righe: [...m.righe, { id: null, nome: 'Beta' }] }));
    invia();
    risponde();
    await new Promise(resolve => setTimeout(resolve));
    expect(JSON.parse(JSON.stringify(c.model()))).toEqual({
      titolo: 'Nuovo',
      testo: 'Due',
      righe: [
        { id: 'a', nome: 'Alfa' },
        { id: 'nuova-1', nome: 'Beta' },
      ],
    });
    expect(c.f().dirty()).toBe(false);
  });

  it('keeps what is typed while it saves, says that it is not saved yet, and asks before one leaves', async () => {
    const { scrivi, invia, c } = pagina();
    scrivi('Titolo', ' Nuovo ');
    invia();
    scrivi('Testo', 'Scritto intanto');
    risponde();
    await new Promise(resolve => setTimeout(resolve));
    expect(c.model()).toMatchObject({ titolo: 'Nuovo', testo: 'Scritto intanto' });
    expect(c.f().dirty()).toBe(true);
    expect(
      TestBed.inject(Annunci)
        .notices()
        .map(n => n.text),
    ).toContain(ANCORA_DA_SALVARE);
  });

  it('keeps what was typed when what is read changes under the hands, and follows the rest', () => {
    const { scrivi, c } = pagina();
    scrivi('Testo', 'Mio');
    c.letto.update(l => ({ ...l, titolo: 'Di un altro', righe: [] }));
    expect(c.model()).toEqual({ titolo: 'Di un altro', testo: 'Mio', righe: [] });
  });

  it('is busy until the page was read again: a second click would send what is old', async () => {
    const { invia, c } = pagina();
    invia();
    const letto = TestBed.inject(Rereads).begin();
    risponde();
    await new Promise(resolve => setTimeout(resolve));
    expect(c.invio.busy()).toBe(true);
    letto();
    await new Promise(resolve => setTimeout(resolve));
    expect(c.invio.busy()).toBe(false);
  });
});

it('begins anew for another thing, and while there is none', () => {
  const letto = signal<{ id: string; nome: string } | undefined>({ id: 'a', nome: 'Alfa' });
  const model = TestBed.runInInjectionContext(() => formModel(letto, l => ({ nome: l?.nome ?? '' })));
  model.set({ nome: 'Scritto' });
  letto.set({ id: 'b', nome: 'Beta' });
  expect(model()).toEqual({ nome: 'Beta' });
  model.set({ nome: 'Scritto' });
  letto.set(undefined);
  expect(model()).toEqual({ nome: '' });
});

it('no form is wiped out because what it is over was read again', () => {
  const APP = join(import.meta.dirname, '../..');
  const sources = globSync('**/*.ts', { cwd: APP }).filter(file => !file.endsWith('.spec.ts'));
  const wrong = sources.filter(file => {
    const source = readFileSync(join(APP, file), 'utf8');
    // One that is made from what was there already keeps it by itself.
    return (
      /[mM]odel = linkedSignal(?![^;]*computation: \(\w+, prima\))/.test(source) &&
      / = form\(/.test(source) &&
      !source.includes('NIENTE_DA_PERDERE')
    );
  });
  expect(wrong).toEqual([]);
});
