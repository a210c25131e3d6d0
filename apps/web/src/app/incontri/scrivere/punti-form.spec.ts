import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { Annunci } from '../../ui/annunci';
import type { PuntoModel } from './incontro.model';
import { PuntiForm } from './punti-form';

@Component({ imports: [PuntiForm], template: `<app-punti-form [punti]="f.punti" [durata]="60" />` })
class Modulo {
  readonly model = signal<{ punti: PuntoModel[] }>({
    punti: [
      { id: '', titolo: 'Bilancio', minuti: 30, relatore: '' },
      { id: '', titolo: 'Varie', minuti: 45, relatore: '' },
    ],
  });
  readonly f = form(this.model);
}

describe('The ordine del giorno', () => {
  let fixture: ComponentFixture<Modulo>;
  let page: HTMLElement;
  const titles = () => fixture.componentInstance.model().punti.map(p => p.titolo);
  const press = async (name: string) => {
    const button = [...page.querySelectorAll('button')].find(b => b.textContent?.replace(/\s+/g, ' ').trim() === name);
    if (!button) throw new Error(`No button «${name}»`);
    button.click();
    await fixture.whenStable();
  };
  const spoken = async () => {
    await new Promise(resolve => setTimeout(resolve, 60));
    return TestBed.inject(Annunci).spoken();
  };

  beforeEach(async () => {
    fixture = TestBed.createComponent(Modulo);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  });
  afterEach(() => page.remove());

  it('moves a punto by buttons, tells where it is now, and keeps the focus with it', async () => {
    await press('Sposta giù il punto 1');
    expect(titles()).toEqual(['Varie', 'Bilancio']);
    expect(await spoken()).toBe('Il punto 1 ora è il punto 2 di 2.');
    expect(document.activeElement?.textContent?.trim()).toBe('Sposta su il punto 2');
    await press('Sposta su il punto 2');
    expect(titles()).toEqual(['Bilancio', 'Varie']);
  });

  it('adds a punto ready to be written, and takes one away, until none is left', async () => {
    await press('Aggiungi un punto');
    expect(document.activeElement?.id).toMatch(/punti\.2\.titolo$/);
    await press('Togli il punto 2');
    expect(titles()).toEqual(['Bilancio', '']);
    expect(await spoken()).toBe('Punto 2 tolto: ne restano 2.');
    await press('Togli il punto 1');
    await press('Togli il punto 1');
    expect(titles()).toEqual([]);
    expect(document.activeElement?.textContent?.trim()).toBe('Aggiungi un punto');
  });

  it('says when the minutes are more than there are', async () => {
    expect(page.textContent).toContain('I punti prendono 1 ora e 15 minuti su 1 ora: 15 minuti di troppo.');
    await press('Togli il punto 2');
    expect(page.textContent).toContain('I punti prendono 30 minuti su 1 ora.');
  });
});
