import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Documento } from '@tavoli/shared';
import { BarraEditor } from './barra-editor';
import { Editor } from './editor';

const scritto = (text: string): Documento => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

@Component({
  imports: [BarraEditor, Editor],
  template: `
    <app-barra-editor />
    <section (focusout)="usciti.push($event.relatedTarget)"><app-editor label="Premessa" [(value)]="uno" [readonly]="fermo()" /></section>
    <app-editor label="Seguito" [(value)]="due" />
    <button type="button" id="altrove">Altrove</button>
  `,
})
class Pagina {
  readonly uno = signal(scritto('Prima parte.'));
  readonly due = signal(scritto('Seconda parte.'));
  readonly fermo = signal(false);
  readonly usciti: (EventTarget | null)[] = [];
}

// Nothing is drawn here, and the editor asks where its cursor stands.
const NIENTE = new DOMRect();
Object.assign(Range.prototype, { getClientRects: () => [NIENTE], getBoundingClientRect: () => NIENTE });

afterEach(() => document.body.replaceChildren());

async function apri() {
  const fixture = TestBed.createComponent(Pagina);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  fixture.autoDetectChanges();
  await fixture.whenStable();
  const settle = async <T>(value: T): Promise<T> => {
    await fixture.whenStable();
    return value;
  };
  const bottone = (nome: string) =>
    [...host.querySelectorAll<HTMLButtonElement>('app-barra-editor button')].find(b => b.textContent.trim() === nome) as HTMLButtonElement;
  return {
    pagina: fixture.componentInstance,
    settle,
    bottone,
    barra: host.querySelector('[role=toolbar]') as HTMLElement,
    testo: (nome: string) => host.querySelector(`[aria-label="${nome}"]`) as HTMLElement,
    avviso: () => host.querySelector('.editor-avviso')?.textContent.trim(),
    altrove: host.querySelector('#altrove') as HTMLElement,
  };
}
const tasto = (dove: Element, key: string, altKey = false) =>
  dove.dispatchEvent(new KeyboardEvent('keydown', { key, altKey, bubbles: true, cancelable: true }));

describe('The one toolbar of a page where one writes', () => {
  it('works on the text written in last, and says which', async () => {
    const { barra, testo, settle, bottone, pagina } = await apri();
    expect(barra.getAttribute('aria-label')).toBe('Formato del testo');
    testo('Premessa').focus();
    await settle(0);
    expect(barra.getAttribute('aria-label')).toBe('Formato: Premessa');
    testo('Seguito').focus();
    await settle(0);
    expect(barra.getAttribute('aria-label')).toBe('Formato: Seguito');
    bottone('Elenco puntato').click();
    await settle(0);
    expect([pagina.uno().content[0]?.type, pagina.due().content[0]?.type]).toEqual(['paragraph', 'bulletList']);
    expect(bottone('Elenco puntato').getAttribute('aria-pressed')).toBe('true');
  });

  it('says what to do first where there is no text to work on, or nothing is selected in it', async () => {
    const { testo, settle, bottone, avviso, pagina } = await apri();
    bottone('Grassetto').click();
    expect(await settle(0).then(avviso)).toBe('Prima metti il cursore nel testo.');
    testo('Premessa').focus();
    bottone('Omissis').click();
    expect(await settle(0).then(avviso)).toBe('Prima seleziona il testo, poi premi di nuovo.');
    pagina.fermo.set(true);
    await settle(0);
    bottone('Grassetto').click();
    expect(await settle(0).then(avviso)).toBe('Prima metti il cursore nel testo.');
  });

  it('is reached from the text by Alt+F10 and left by Esc; Tab stops at one button, arrows move along', async () => {
    const { barra, testo, settle, bottone } = await apri();
    testo('Premessa').focus();
    await settle(0);
    tasto(testo('Premessa'), 'F10', true);
    expect(document.activeElement).toBe(bottone('Grassetto'));
    tasto(barra, 'ArrowRight');
    await settle(0);
    expect(document.activeElement).toBe(bottone('Corsivo'));
    expect([...barra.querySelectorAll('button')].filter(b => b.tabIndex === 0)).toEqual([bottone('Corsivo')]);
    tasto(bottone('Corsivo'), 'Escape');
    expect(document.activeElement).toBe(testo('Premessa'));
  });

  it('is part of the text: who goes to it has not left, and who goes elsewhere from it has', async () => {
    const { testo, settle, bottone, altrove, pagina } = await apri();
    testo('Premessa').focus();
    await settle(0);
    bottone('Grassetto').focus();
    altrove.focus();
    expect(pagina.usciti.at(-1)).toBe(altrove);
  });
});
