import { File } from 'node:buffer';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { FileField } from './file-field';

@Component({
  imports: [FileField],
  template: `<app-file-field label="Documento" [touched]="true" [firmato]="firmato()" [(value)]="file" />`,
})
class Modulo {
  readonly firmato = signal(false);
  readonly file = signal<globalThis.File | null>(null);
}

describe('A PDF that is chosen', () => {
  let fixture: ComponentFixture<Modulo>;
  beforeEach(async () => {
    fixture = TestBed.createComponent(Modulo);
    await fixture.whenStable();
  });

  const host = () => fixture.nativeElement as HTMLElement;
  const scegli = async (nome: string, contenuto: string | Uint8Array<ArrayBuffer>) => {
    const input = host().querySelector('input') as HTMLInputElement;
    Object.defineProperty(input, 'files', { configurable: true, value: { item: () => new File([contenuto], nome) } });
    input.dispatchEvent(new Event('change'));
    // Its first bytes are read in turns of their own.
    for (let turno = 0; turno < 20; turno += 1) await new Promise(resolve => setTimeout(resolve));
    await fixture.whenStable();
  };
  const errore = () =>
    host()
      .querySelector('.field-error')
      ?.textContent?.replace(/^.*Errore: /, '') ?? null;
  const tenuto = () => fixture.componentInstance.file()?.name ?? null;

  it.each([
    ['a plain one', 'statuto.pdf', '%PDF-1.7\n'],
    ['behind blanks, as readers allow', 'statuto.pdf', ' \r\n%PDF-1.7\n'],
    ['whatever its name says', 'statuto.pdf.p7m', '%PDF-1.7\n'],
  ])('is taken: %s', async (_, nome, contenuto) => {
    await scegli(nome, contenuto);
    expect([tenuto(), errore()]).toEqual([nome, null]);
  });

  it('is refused beside the field where it is none', async () => {
    await scegli('foto.pdf', 'JFIF');
    expect([tenuto(), errore()]).toEqual([null, expect.stringMatching(/^Il file non è un PDF valido/)]);
  });

  it('in a signed envelope is refused by its name, and taken where the form says so', async () => {
    const busta = new Uint8Array([0x30, 0x80, 0x06, 0x09]);
    await scegli('delibera.pdf.p7m', busta);
    expect([tenuto(), errore()]).toEqual([null, expect.stringMatching(/^Questo file è firmato \(\.p7m\): qui serve il PDF/)]);
    fixture.componentInstance.firmato.set(true);
    await fixture.whenStable();
    await scegli('delibera.pdf.p7m', busta);
    expect([tenuto(), errore()]).toEqual(['delibera.pdf.p7m', null]);
    expect(host().querySelector('input')?.accept).toContain('.p7m');
  });
});
