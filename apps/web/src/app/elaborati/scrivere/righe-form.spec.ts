import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type ContenutoSezione, VOCI_CONSUETE } from '@tavoli/shared';
import { TypedFields } from '../../ui/fields/typed-fields';
import type { Rifiuto } from '../../scrittura/autosalvataggio.tipi';
import { ParteForm } from './parte-form';

const RIFERIMENTI = { comuni: [], obiettivi: [], voci: VOCI_CONSUETE };
const RIGA = { fonte: 'comunale', anno: 2027, paga: 'ambito', soggetto: null, quota: 'sociale', descrizione: null } as const;
const risorse = (...centesimi: number[]): ContenutoSezione => ({
  tipo: 'risorse',
  righe: centesimi.map(c => ({ ...RIGA, centesimi: c })),
});

@Component({
  imports: [ParteForm],
  template: `
    <app-parte-form
      titolo="Risorse"
      [contenuto]="contenuto()"
      [riferimenti]="riferimenti"
      [rifiuti]="rifiuti()"
      (cambiato)="contenuto.set($event)"
    />
  `,
})
class Pagina {
  readonly riferimenti = RIFERIMENTI;
  readonly contenuto = signal(risorse(150_000, 990));
  readonly rifiuti = signal<readonly Rifiuto[]>([]);
}

async function apri() {
  const fixture = TestBed.createComponent(Pagina);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  await fixture.whenStable();
  const importi = () => [...host.querySelectorAll<HTMLInputElement>('app-euro-field input')];
  const scrivi = async (indice: number, testo: string) => {
    const campo = importi()[indice];
    if (!campo) throw new Error('No such row.');
    campo.value = testo;
    campo.dispatchEvent(new Event('input'));
    campo.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
  };
  const premi = async (parole: string) => {
    [...host.querySelectorAll('button')].find(b => b.textContent?.trim().startsWith(parole))?.click();
    await fixture.whenStable();
  };
  const errori = () =>
    importi().map(campo => document.getElementById(campo.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent?.trim() ?? '');
  return {
    fixture,
    host,
    importi,
    scrivi,
    premi,
    errori,
    sbagliati: () =>
      TestBed.inject(TypedFields)
        .wrongIn(host)
        .map(f => f.label()),
  };
}

describe('The amounts of a scheda', () => {
  afterEach(() => (document.body.innerHTML = ''));

  it.each(['abc', '-3', '15.00', '12,345', '1,2,3', '€', '1e3'])(
    'B-12: «%s» stays as it was typed, with its error beside it, and is known not to be saved',
    async testo => {
      const { scrivi, importi, errori, sbagliati, fixture } = await apri();
      await scrivi(0, testo);
      expect(importi()[0]?.value).toBe(testo);
      expect(errori()[0]).toContain('Scrivi l’importo in euro');
      expect(importi()[0]?.getAttribute('aria-invalid')).toBe('true');
      expect(sbagliati()).toEqual(['Importo in euro']);
      expect(fixture.componentInstance.contenuto()).toEqual(risorse(150_000, 990));
      await scrivi(0, '15,00');
      expect([errori()[0], sbagliati(), fixture.componentInstance.contenuto()]).toEqual(['', [], risorse(1_500, 990)]);
    },
  );

  it('the sums follow what is typed, year by year', async () => {
    const { host, scrivi, fixture } = await apri();
    const somme = () => [...host.querySelectorAll('dl div')].map(d => [...d.children].map(e => e.textContent).join(' '));
    expect(somme()).toEqual(['In tutto 1.509,90 €']);
    fixture.componentInstance.contenuto.set({
      tipo: 'risorse',
      righe: [
        { ...RIGA, centesimi: 10 },
        { ...RIGA, anno: 2028, quota: 'sanitaria', centesimi: 20 },
      ],
    });
    await fixture.whenStable();
    await scrivi(1, '0,25');
    expect(somme()).toEqual(['2027 0,10 €', '2028 0,25 €', 'In tutto 0,35 €', 'Di cui quota sanitaria 0,25 €']);
  });

  it('another party is asked its name, and a name that is not asked for is told where it stands', async () => {
    const { host, fixture } = await apri();
    const campi = () => [...host.querySelectorAll('fieldset')].map(f => f.textContent?.includes('Nome di chi paga'));
    expect(campi()).toEqual([false, false]);
    fixture.componentInstance.contenuto.set({
      tipo: 'risorse',
      righe: [
        { ...RIGA, paga: 'altro', centesimi: 10 },
        { ...RIGA, soggetto: 'Fondazione di Prova', centesimi: 10 },
      ],
    });
    await fixture.whenStable();
    expect(campi()).toEqual([true, true]);
    for (const f of host.querySelectorAll('fieldset')) f.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await fixture.whenStable();
    expect([...host.querySelectorAll('.field-error')].map(e => e.textContent)).toEqual([
      'Errore: Scrivi chi paga.',
      'Errore: Scegli «Un altro soggetto», oppure togli questo nome.',
    ]);
  });

  it('what is typed goes with its row, when a row above is taken away', async () => {
    const { scrivi, importi, premi, sbagliati } = await apri();
    await scrivi(1, 'abc');
    await premi('Togli');
    expect([importi().map(campo => campo.value), sbagliati()]).toEqual([['abc'], ['Importo in euro']]);
    await premi('Togli');
    expect([importi(), sbagliati()]).toEqual([[], []]);
  });

  it('a row that is left incomplete says at each field what is missing', async () => {
    const { host, premi, fixture } = await apri();
    await premi('Aggiungi una risorsa');
    expect(host.querySelectorAll('.field-error')).toHaveLength(0);
    host.querySelectorAll('fieldset')[2]?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await fixture.whenStable();
    expect([...host.querySelectorAll('.field-error')].map(e => e.textContent)).toEqual([
      'Errore: Scegli da dove vengono le risorse.',
      'Errore: Scrivi un importo in euro, con al massimo due decimali.',
    ]);
  });

  it('what the API refuses is told at once beside its field, of the row that it was sent, whatever stays here', async () => {
    const { host, fixture } = await apri();
    const pagina = fixture.componentInstance;
    const ritirato = '«Fondo sociale europeo» è stato ritirato: scegli un’altra voce.';
    pagina.contenuto.set({
      tipo: 'risorse',
      righe: [
        { ...RIGA, centesimi: null as never },
        { ...RIGA, centesimi: 100 },
        { ...RIGA, fonte: 'fse', centesimi: 100 },
      ],
    });
    pagina.rifiuti.set([{ pointer: '/contenuto/righe/1/fonte', code: 'richiesta.non_valida', message: ritirato }]);
    await fixture.whenStable();
    const errori = [...host.querySelectorAll('fieldset')].map(f => [...f.querySelectorAll('.field-error')].map(e => e.textContent));
    expect(errori).toEqual([[], [], [`Errore: ${ritirato}`]]);
  });

  it('so it is beside a list of choices', async () => {
    const { host, fixture } = await apri();
    fixture.componentInstance.contenuto.set({ tipo: 'leps', codici: ['sollievo'] });
    fixture.componentInstance.rifiuti.set([{ pointer: '/contenuto/codici/0', code: 'richiesta.non_valida', message: 'Ritirato.' }]);
    await fixture.whenStable();
    expect([...host.querySelectorAll('.field-error')].map(e => e.textContent)).toEqual(['Errore: Ritirato.']);
  });
});
