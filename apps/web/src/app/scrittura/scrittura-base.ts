import { computed, DestroyRef, Directive, effect, ElementRef, inject, input, type OnInit, untracked } from '@angular/core';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { browserStorage } from '../ui/browser-storage';
import { problemOf, problemText } from '../ui/problem';
import { TypedFields } from '../ui/fields/typed-fields';
import { Unsaved } from '../ui/forms/unsaved';
import { Autosalvataggio } from './autosalvataggio';
import type { Forma, Salvata } from './autosalvataggio.tipi';
import { chiaveBozza, leggiBozza, scriviBozza } from './bozza-sezione';
import { salvataggioInParole } from './salvataggio.parole';
import { stoppable } from './stoppable';
import { TenutaSezione } from './tenuta-sezione';
import { nellaBarra } from '../ui/editor/nella-barra';

/** A part of a text as the API tells it. */
export interface Parte extends Salvata {
  readonly id: string;
  readonly titolo: string;
  readonly aggiornataAt: string | null;
  readonly tenutaDa: { readonly nome: string; readonly tua: boolean } | null;
}

/** Where one part (`P`) is kept, and how what is written of it (`S`) is read. */
export interface Archivio<S, P extends Parte> {
  readonly cosa: 'verbale' | 'elaborato';
  /** The id under which it was written in this browser before there was such a part. */
  readonly primaDi?: string | null;
  readonly forma: Forma<S, P>;
  /** What a browser kept, if it is of this kind. */
  leggiBozza(value: unknown): S | null;
  salva(version: number, stesura: S): Promise<P>;
  /** All parts, as they are saved now. */
  leggi(): Promise<readonly P[]>;
  tieni(): Promise<P>;
  lascia(): Promise<void>;
}

/** One part while it is written: saved by itself, held while somebody is in it. Extended with what is written, and its template. */
@Directive({
  host: {
    class: 'd-block',
    '(focusin)': 'tenuta.tocca()',
    '(focusout)': 'esce($event)',
    '(window:online)': 'auto.invia()',
    '(window:focus)': 'auto.invia()',
    '(document:visibilitychange)': 'auto.invia()',
  },
})
export abstract class ScritturaBase<S, P extends Parte> implements OnInit {
  readonly ambito = input.required<string>();
  readonly parte = input.required<P>();
  protected auto!: Autosalvataggio<S, P>;
  protected tenuta!: TenutaSezione<P>;
  /** Who else is writing here; null: nobody. */
  protected readonly altri = computed(() => {
    const { tenutaDa } = this.parte();
    if (this.tenuta.mia()) return null;
    return tenutaDa && !tenutaDa.tua ? `Sta scrivendo ${tenutaDa.nome}.` : this.tenuta.rifiuto();
  });
  /** What is typed in a field and is no value stands in no text that could be saved: nothing is called saved until it is put right. */
  readonly #sbagliati = computed(() => this.#fields.wrongIn(this.#host));
  protected readonly daCorreggere = computed(() => this.#sbagliati().filter(campo => campo.told()));
  protected readonly stato = computed(() =>
    salvataggioInParole(this.auto, this.parte().aggiornataAt, n => this.incompletiInParole(n), {
      daCorreggere: this.daCorreggere().length,
      aMeta: this.#sbagliati().length > 0,
    }),
  );
  protected readonly salvo = computed(
    () => this.daCorreggere().length === 0 && ['salvato', 'da_salvare', 'in_invio'].includes(this.auto.fase()),
  );
  /** What one has written oneself stays open to change, whoever else came in. */
  protected readonly bloccata = computed(() => this.altri() !== null && !this.auto.modificata());
  readonly #storage = browserStorage('local');
  readonly #account = inject(SessionStore).account()?.id ?? '';
  readonly #fields = inject(TypedFields);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #annunci = inject(Annunci);
  readonly #destroy = inject(DestroyRef);
  /** The id under which the browser keeps it. */
  #tenutaSotto = '';
  #chiave: (id: string) => string = id => id;

  constructor() {
    effect(() => {
      const parte = this.parte();
      untracked(() => {
        if (parte.id !== this.#tenutaSotto) this.#trasloca(this.#tenutaSotto, parte.id);
        this.auto.arriva(parte);
      });
    });
    this.#tellProblems();
    // The text itself is kept in this browser until it is saved; what is no text yet would be gone.
    inject(Unsaved).watch(() =>
      this.#sbagliati().length === 0
        ? null
        : `${this.parte().titolo}: ${this.#sbagliati()
            .map(f => f.label())
            .join(', ')}`,
    );
  }

  /** Read once, when the part is first shown. */
  protected abstract archivio(): Archivio<S, P>;
  /** What is not complete enough to be saved, in words. */
  protected abstract incompletiInParole(quanti: number): string;

  ngOnInit(): void {
    const [parte, archivio] = [this.parte(), this.archivio()];
    this.#chiave = id => chiaveBozza(archivio.cosa, this.#account, id);
    this.#trasloca(archivio.primaDi ?? parte.id, parte.id);
    this.auto = new Autosalvataggio(
      archivio.forma,
      {
        salva: (version, stesura) => archivio.salva(version, stesura),
        leggi: async () => {
          const found = (await archivio.leggi()).find(({ id }) => id === this.parte().id);
          if (!found) throw new Error('The part is not there any more.');
          return found;
        },
        problema: problemOf,
        tra: (ms, work) => stoppable(setTimeout(work, ms), clearTimeout),
        adesso: () => new Date(),
        conserva: bozza => scriviBozza(this.#storage, this.#chiave(this.#tenutaSotto), bozza),
      },
      parte,
      leggiBozza(this.#storage, this.#chiave(parte.id), value => archivio.leggiBozza(value)),
    );
    this.tenuta = this.#tenuta(archivio);
    this.#destroy.onDestroy(() => void this.#chiudi());
  }

  /** What this browser keeps of a part goes with it, when it gets its own id: before anything else happens to it. What stands there already stays. */
  #trasloca(da: string, a: string): void {
    this.#tenutaSotto = a;
    const bozza = da === a ? null : this.#storage.get(this.#chiave(da));
    if (bozza === null || this.#storage.get(this.#chiave(a)) !== null) return;
    this.#storage.set(this.#chiave(a), bozza);
    this.#storage.remove(this.#chiave(da));
  }

  #tenuta(archivio: Archivio<S, P>): TenutaSezione<P> {
    return new TenutaSezione({
      tieni: () => archivio.tieni(),
      lascia: () => archivio.lascia(),
      ogni: (ms, work) => stoppable(setInterval(work, ms), clearInterval),
      adesso: () => new Date(),
      presa: now => this.auto.arriva(now),
      rifiuto: error => {
        const problem = problemOf(error);
        return problem.code === `${archivio.cosa}.sezione_tenuta` ? problemText(problem) : null;
      },
    });
  }

  /** Saves what can be saved and lets go. @returns whether everything written here is saved */
  async salvata(): Promise<boolean> {
    const tutto = await this.auto.svuota();
    await this.tenuta.lascia();
    return tutto && !this.#fields.refuse(this.#host);
  }

  /** Puts a text of the history in place of the one that stands: it is saved as any other change, and can be undone the same way. */
  protected rimetti(stesura: S): void {
    this.scriviTutta(stesura);
    void this.auto.invia();
  }

  protected scriviTutta(stesura: S): void {
    this.tenuta.tocca();
    this.auto.scrivi(stesura);
  }

  protected riprendi(scartata: S): void {
    this.tenuta.tocca();
    this.auto.riprendi(scartata);
  }

  protected decidi(scelta: S): void {
    this.auto.decidi(scelta);
    this.#annunci.announce('Scelta fatta. Salvataggio…');
  }

  /** Out of the part altogether: what was typed goes now, then the part is free. */
  protected esce({ currentTarget, relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    if (nellaBarra(relatedTarget) || (relatedTarget === null && !document.hasFocus())) return;
    void this.auto.invia().then(() => (this.auto.fase() === 'salvato' ? this.tenuta.lascia() : undefined));
  }

  async #chiudi(): Promise<void> {
    this.auto.chiudi();
    await this.auto.invia();
    await this.tenuta.lascia();
  }

  /** Words that change at every pause would be a torment to hear: only trouble is spoken, and its end. */
  #tellProblems(): void {
    let troubled = false;
    effect(() => {
      const [salvo, stato, fase] = [this.salvo(), this.stato(), this.auto.fase()];
      if (salvo && (!troubled || fase !== 'salvato')) return;
      if (!salvo && troubled) return;
      troubled = !salvo;
      untracked(() => this.#annunci.announce(`${this.parte().titolo}. ${stato}`));
    });
  }
}
