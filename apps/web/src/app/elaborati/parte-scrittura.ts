import { Component, computed, DestroyRef, effect, inject, input, type OnInit, untracked } from '@angular/core';
import type { ContenutoSezione, ElaboratoView, SezioneElaboratoView } from '@tavoli/shared';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { browserStorage } from '../ui/browser-storage';
import { problemOf, problemText } from '../ui/problem';
import { Autosalvataggio } from '../ui/scrittura/autosalvataggio';
import { chiaveBozza, leggiBozza, scriviBozza } from '../ui/scrittura/bozza-sezione';
import { salvataggioInParole } from '../ui/scrittura/salvataggio.parole';
import { stoppable } from '../ui/scrittura/stoppable';
import { TenutaSezione } from '../ui/scrittura/tenuta-sezione';
import { ConflittoParte } from './conflitto-parte';
import { FORMA_ELABORATO, incompletiInParole, leggiContenuto } from './contenuto.forma';
import { ContenutoVista, type Nomi } from './contenuto-vista';
import { elaboratiCommands } from './elaborati.api';
import { ParteForm } from './parte-form';

/** One part while it is written: saved by itself, held while somebody is in it. */
@Component({
  selector: 'app-parte-scrittura',
  imports: [ConflittoParte, ContenutoVista, ParteForm],
  host: { class: 'd-block', '(focusin)': 'tenuta.tocca()', '(focusout)': 'esce($event)', '(window:online)': 'auto.invia()', '(window:focus)': 'auto.invia()', '(document:visibilitychange)': 'auto.invia()' },
  templateUrl: './parte-scrittura.html',
})
export class ParteScrittura implements OnInit {
  readonly ambito = input.required<string>();
  readonly elaborato = input.required<ElaboratoView>();
  readonly parte = input.required<SezioneElaboratoView>();
  readonly nomi = input.required<Nomi>();
  protected auto!: Autosalvataggio<ContenutoSezione, SezioneElaboratoView>;
  protected tenuta!: TenutaSezione<SezioneElaboratoView>;
  /** Who else is writing here; null: nobody. */
  protected readonly altri = computed(() => {
    const { tenutaDa } = this.parte();
    if (this.tenuta.mia()) return null;
    return tenutaDa && !tenutaDa.tua ? `Sta scrivendo ${tenutaDa.nome}.` : this.tenuta.rifiuto();
  });
  protected readonly stato = computed(() => salvataggioInParole(this.auto, this.parte().aggiornataAt, incompletiInParole));
  protected readonly salvo = computed(() => ['salvato', 'da_salvare', 'in_invio'].includes(this.auto.fase()));
  /** What one has written oneself stays open to change, whoever else came in. */
  protected readonly bloccata = computed(() => this.altri() !== null && !this.auto.modificata());
  readonly #commands = elaboratiCommands();
  readonly #storage = browserStorage('local');
  readonly #account = inject(SessionStore).account()?.id ?? '';
  readonly #annunci = inject(Annunci);
  readonly #destroy = inject(DestroyRef);

  constructor() {
    effect(() => {
      const parte = this.parte();
      untracked(() => this.auto.arriva(parte));
    });
    this.#tellProblems();
  }

  ngOnInit(): void {
    const [ambito, id, parte] = [this.ambito(), this.elaborato().id, this.parte()];
    const chiave = chiaveBozza('elaborato', this.#account, parte.id);
    this.auto = new Autosalvataggio(
      FORMA_ELABORATO,
      {
        salva: (version, contenuto) => this.#commands.salva(ambito, id, parte.id, version, contenuto),
        leggi: async () => {
          const found = (await this.#commands.leggi(ambito, id)).sezioni.find(s => s.id === parte.id);
          if (!found) throw new Error('The part is not there any more.');
          return found;
        },
        problema: problemOf,
        tra: (ms, work) => stoppable(setTimeout(work, ms), clearTimeout),
        adesso: () => new Date(),
        conserva: bozza => scriviBozza(this.#storage, chiave, bozza),
      },
      parte,
      leggiBozza(this.#storage, chiave, leggiContenuto(parte.tipo)),
    );
    this.tenuta = new TenutaSezione({
      tieni: () => this.#commands.tieni(ambito, id, parte.id),
      lascia: () => this.#commands.lascia(ambito, id, parte.id),
      ogni: (ms, work) => stoppable(setInterval(work, ms), clearInterval),
      adesso: () => new Date(),
      presa: now => this.auto.arriva(now),
      rifiuto: error => {
        const problem = problemOf(error);
        return problem.code === 'elaborato.sezione_tenuta' ? problemText(problem) : null;
      },
    });
    this.#destroy.onDestroy(() => void this.chiudi());
  }

  /** Puts a text of the history in place of the one that stands: it is saved as any other change, and can be undone the same way. */
  ripristina(contenuto: ContenutoSezione): void {
    this.scrivi(contenuto);
    void this.auto.invia();
  }

  /** Saves what can be saved and lets go. @returns whether everything written here is saved */
  async salvata(): Promise<boolean> {
    const tutto = await this.auto.svuota();
    await this.tenuta.lascia();
    return tutto;
  }

  protected scrivi(contenuto: ContenutoSezione): void {
    this.tenuta.tocca();
    this.auto.scrivi(contenuto);
  }

  protected riprendi(scartata: ContenutoSezione): void {
    this.tenuta.tocca();
    this.auto.riprendi(scartata);
  }

  /** Out of the part altogether: what was typed goes now, then the part is free. */
  protected esce({ currentTarget, relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    if (relatedTarget === null && !document.hasFocus()) return;
    void this.auto.invia().then(() => (this.auto.fase() === 'salvato' ? this.tenuta.lascia() : undefined));
  }

  protected decidi(scelta: ContenutoSezione): void {
    this.auto.decidi(scelta);
    this.#annunci.announce('Scelta fatta. Salvataggio…');
  }

  private async chiudi(): Promise<void> {
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
