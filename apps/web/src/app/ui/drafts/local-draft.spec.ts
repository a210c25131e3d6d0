import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { draftCleaner } from './draft-cleaner';
import { localDraft } from './local-draft';

const vuoto = { nome: '', password: '', sede: { comune: '' }, aree: [] as string[], statuto: null as File | null };

/** Opens the page of the form, as after a reload: nothing survives but what the browser keeps. */
function open() {
  TestBed.resetTestingModule();
  return TestBed.runInInjectionContext(() => {
    const model = signal(vuoto);
    return { model, draft: localDraft('ente', model, { except: ['password'] }), forgetAll: draftCleaner() };
  });
}

describe('A draft kept in the browser', () => {
  beforeEach(() => sessionStorage.clear());

  it('brings back after a reload what was typed', () => {
    open().model.set({ ...vuoto, nome: 'Il Ponte', sede: { comune: 'Crosia' }, aree: ['anziani'] });
    TestBed.tick();
    const { model, draft } = open();
    expect(model()).toEqual({ ...vuoto, nome: 'Il Ponte', sede: { comune: 'Crosia' }, aree: ['anziani'] });
    expect(draft.restored()).toBe(true);
  });

  it('never writes down passwords nor files', () => {
    open().model.set({ ...vuoto, nome: 'Il Ponte', password: 'segretissima', statuto: new File(['x'], 'statuto.pdf') });
    TestBed.tick();
    expect(Object.values({ ...sessionStorage }).join()).toContain('Il Ponte');
    expect(Object.values({ ...sessionStorage }).join()).not.toMatch(/segretissima|statuto/);
    expect(open().model()).toEqual({ ...vuoto, nome: 'Il Ponte' });
  });

  it('is not there when nothing was typed', () => {
    open();
    TestBed.tick();
    expect(open().draft.restored()).toBe(false);
    expect(sessionStorage).toHaveLength(0);
  });

  it('is gone once the data were sent, even if the form is still on the page', () => {
    const { model, draft } = open();
    model.set({ ...vuoto, nome: 'Il Ponte' });
    TestBed.tick();
    draft.clear();
    model.set({ ...vuoto, nome: 'Il Ponte, inviato' });
    TestBed.tick();
    expect(open().model()).toEqual(vuoto);
  });

  it('can be thrown away to start over, and then goes on keeping', () => {
    open().model.set({ ...vuoto, nome: 'Il Ponte' });
    TestBed.tick();
    const { model, draft } = open();
    draft.discard();
    TestBed.tick();
    expect(model()).toEqual(vuoto);
    expect(draft.restored()).toBe(false);
    model.set({ ...vuoto, nome: 'La Rete' });
    TestBed.tick();
    expect(open().model().nome).toBe('La Rete');
  });

  it('of an older form brings back only what the form of today still has', () => {
    open().model.set({ ...vuoto, nome: 'Il Ponte' });
    TestBed.tick();
    const [key = ''] = Object.keys({ ...sessionStorage });
    sessionStorage.setItem(key, JSON.stringify({ nome: 'Il Ponte', aree: 'anziani', sede: null, tolto: 1 }));
    expect(open().model()).toEqual({ ...vuoto, nome: 'Il Ponte' });
    sessionStorage.setItem(key, '{ rotto');
    expect(open().model()).toEqual(vuoto);
  });

  it('does not outlive a sign-out', () => {
    const { model, forgetAll } = open();
    model.set({ ...vuoto, nome: 'Il Ponte' });
    TestBed.tick();
    sessionStorage.setItem('altro', 'resta');
    forgetAll();
    expect(Object.keys({ ...sessionStorage })).toEqual(['altro']);
  });
});
