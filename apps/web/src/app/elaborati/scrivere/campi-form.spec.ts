import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type ContenutoSezione, VOCI_CONSUETE } from '@tavoli/shared';
import { FORMA_ELABORATO } from './contenuto.forma';
import { ParteForm } from './parte-form';

const di = (codice: string, etichetta: string, obbligatorio = false) => ({ codice, etichetta, aiuto: null, obbligatorio });
const CAMPI: ContenutoSezione = {
  tipo: 'campi',
  righe: [
    { ...di('c1', 'Codice unico', true), forma: 'testo', valore: null },
    { ...di('c2', 'Ore'), forma: 'numero', valore: '12.5' },
    { ...di('c3', 'Atto'), forma: 'data', valore: null },
    { ...di('c4', 'Rete'), forma: 'scelta', opzioni: ['Sì', 'No'], valore: null },
  ],
};

@Component({
  imports: [ParteForm],
  template: `<app-parte-form
    titolo="Altre informazioni"
    [contenuto]="contenuto()"
    [riferimenti]="riferimenti"
    (cambiato)="contenuto.set($event)"
  />`,
})
class Pagina {
  readonly riferimenti = { comuni: [], obiettivi: [], voci: VOCI_CONSUETE };
  readonly contenuto = signal(CAMPI);
}

async function apri() {
  const fixture = TestBed.createComponent(Pagina);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  await fixture.whenStable();
  const scrivi = async (selettore: string, testo: string, evento = 'input') => {
    const campo = host.querySelector<HTMLInputElement>(selettore);
    if (!campo) throw new Error(`no ${selettore}`);
    campo.value = testo;
    campo.dispatchEvent(new Event(evento));
    await fixture.whenStable();
  };
  const valori = () => {
    const c = fixture.componentInstance.contenuto();
    return c.tipo === 'campi' ? c.righe.map(r => r.valore) : [];
  };
  return { host, scrivi, valori, contenuto: () => fixture.componentInstance.contenuto() };
}

describe('What the ambito asks for in a scheda', () => {
  afterEach(() => (document.body.innerHTML = ''));

  it('is one field each, by how it is answered, and says which may be left out', async () => {
    const { host, scrivi, valori } = await apri();
    expect([...host.querySelectorAll('label')].map(l => l.textContent?.replace(/[\s*]+/g, ' ').trim())).toEqual([
      'Codice unico',
      'Ore (facoltativo)',
      'Atto (facoltativo)',
      'Rete (facoltativo)',
    ]);
    expect(host.querySelector<HTMLInputElement>('app-text-field input')?.value).toBe('12,5');
    await scrivi('textarea', 'J51B2');
    await scrivi('select', 'No', 'change');
    expect(valori()).toEqual(['J51B2', '12.5', null, 'No']);
    await scrivi('app-text-field input', '');
    expect(valori()).toEqual(['J51B2', null, null, 'No']);
  });

  it('an answer that is none is told beside its field and stays here; the rest is saved, with all that is asked', async () => {
    const { host, scrivi, contenuto } = await apri();
    await scrivi('textarea', 'J51B2');
    await scrivi('app-text-field input', 'tante');
    expect([...host.querySelectorAll('.field-error')].map(e => e.textContent)).toEqual([
      'Errore: Scrivi un numero, per esempio 12 oppure 12,5.',
    ]);
    expect(FORMA_ELABORATO.incompleti(contenuto())).toBe(1);
    const mandata = FORMA_ELABORATO.inviabile(contenuto());
    expect(mandata.tipo === 'campi' && mandata.righe.map(r => [r.codice, r.valore])).toEqual([
      ['c1', 'J51B2'],
      ['c2', null],
      ['c3', null],
      ['c4', null],
    ]);
  });
});
