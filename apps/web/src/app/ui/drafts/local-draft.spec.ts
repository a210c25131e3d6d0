import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { draftCleaner } from './draft-cleaner';
import { DRAFT_OWNER } from './draft-owner';
import { draftsOf } from './draft-store';
import { localDraft } from './local-draft';

const vuoto = { nome: '', password: '', sede: { comune: '' }, aree: [] as string[], statuto: null as File | null };

/** Opens the page of the form, as after a reload: nothing survives but what the browser keeps. @param chi who is signed in */
function open(chi: string | null = null) {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: DRAFT_OWNER, useValue: () => chi }] });
  return TestBed.runInInjectionContext(() => {
    const model = signal(vuoto);
    return { model, draft: localDraft('ente', model, { except: ['password'] }), forgetAll: draftCleaner(), tenute: draftsOf(chi ?? '') };
  });
}

describe('A draft kept in the browser', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

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

  describe('of who is signed in', () => {
    const scrive = (nome: string, chi: string | null) => {
      const aperta = open(chi);
      aperta.model.set({ ...vuoto, nome });
      TestBed.tick();
      return aperta;
    };

    it('outlives the tab, and is not found by whoever signs in next', () => {
      scrive('Il Ponte', 'rita');
      sessionStorage.clear();
      expect(open('rita').model().nome).toBe('Il Ponte');
      expect([open('sara').model(), open().model()]).toEqual([vuoto, vuoto]);
    });

    it('takes up what was begun in this tab before signing in', () => {
      scrive('Il Ponte', null);
      expect(open('rita').model().nome).toBe('Il Ponte');
      TestBed.tick();
      sessionStorage.clear();
      expect(open('rita').model().nome).toBe('Il Ponte');
    });

    it('is counted and thrown away by its owner, and goes by itself after sixty days or a sign-out', () => {
      const { tenute } = scrive('Il Ponte', 'rita');
      expect([tenute.count(), open('sara').tenute.count()]).toEqual([1, 0]);
      tenute.forget();
      expect([tenute.count(), open('rita').model()]).toEqual([0, vuoto]);
      scrive('La Rete', 'rita');
      for (const [key, kept] of Object.entries({ ...localStorage }) as [string, string][])
        localStorage.setItem(key, kept.replace(/"at":\d+/, `"at":${Date.now() - 61 * 86_400_000}`));
      expect(open('rita').model()).toEqual(vuoto);
      scrive('La Rete', 'rita').forgetAll();
      expect(open('rita').model()).toEqual(vuoto);
    });
  });
});
