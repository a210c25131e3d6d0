import { Component, computed, DestroyRef, effect, inject, input, type OnInit, untracked } from '@angular/core';
import type { DecisioneInput, Documento as TestoDocumento, ImpegnoInput, SezioneView, VerbaleView } from '@tavoli/shared';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { browserStorage } from '../ui/browser-storage';
import { Documento } from '../ui/editor/documento';
import { Editor } from '../ui/editor/editor';
import { problemOf, problemText } from '../ui/problem';
import { Autosalvataggio } from '../ui/scrittura/autosalvataggio';
import { chiaveBozza, leggiBozza, scriviBozza } from '../ui/scrittura/bozza-sezione';
import { salvataggioInParole } from '../ui/scrittura/salvataggio.parole';
import { stoppable } from '../ui/scrittura/stoppable';
import { TenutaSezione } from '../ui/scrittura/tenuta-sezione';
import { ConflittoVista } from './conflitto-vista';
import { DecisioniForm } from './decisioni-form';
import { ImpegniForm } from './impegni-form';
import { FORMA_VERBALE, incompletiInParole, leggiStesura, type Stesura, stesuraDi } from './stesura';
import { verbaliCommands } from './verbali.api';

/** One section while it is written: text, decisions and tasks, saved by themselves, held while somebody is in it. */
@Component({
  selector: 'app-sezione-scrittura',
  imports: [ConflittoVista, DecisioniForm, Documento, Editor, ImpegniForm],
  host: { class: 'd-block', '(focusin)': 'tocca()', '(focusout)': 'esce($event)', '(window:online)': 'auto.invia()', '(window:focus)': 'auto.invia()', '(document:visibilitychange)': 'auto.invia()' },
  templateUrl: './sezione-scrittura.html',
})
export class SezioneScrittura implements OnInit {
  readonly ambito = input.required<string>();
  readonly verbale = input.required<VerbaleView>();
  readonly sezione = input.required<SezioneView>();
  protected auto!: Autosalvataggio<Stesura, SezioneView>;
  protected tenuta!: TenutaSezione<SezioneView>;
  /** Who else is writing here; null: nobody. */
  protected readonly altri = computed(() => {
    const { tenutaDa } = this.sezione();
    if (this.tenuta.mia()) return null;
    return tenutaDa && !tenutaDa.tua ? `Sta scrivendo ${tenutaDa.nome}.` : this.tenuta.rifiuto();
  });
  protected readonly stato = computed(() => salvataggioInParole(this.auto, this.sezione().aggiornataAt, incompletiInParole));
  protected readonly salvo = computed(() => ['salvato', 'da_salvare', 'in_invio'].includes(this.auto.fase()));
  /** What one has written oneself stays open to change, whoever else came in. */
  protected readonly bloccata = computed(() => this.altri() !== null && !this.auto.modificata());
  readonly #commands = verbaliCommands();
  readonly #storage = browserStorage('local');
  readonly #account = inject(SessionStore).account()?.id ?? '';
  readonly #annunci = inject(Annunci);
  readonly #destroy = inject(DestroyRef);

  constructor() {
    effect(() => {
      const sezione = this.sezione();
      untracked(() => this.auto.arriva(sezione));
    });
    this.#tellProblems();
  }

  ngOnInit(): void {
    const [ambito, verbale, sezione] = [this.ambito(), this.verbale().id, this.sezione()];
    const chiave = chiaveBozza('verbale', this.#account, sezione.id);
    this.auto = new Autosalvataggio(
      FORMA_VERBALE,
      {
        salva: (version, { documento, decisioni, impegni }) => this.#commands.salva(ambito, verbale, sezione.id, version, { documento, decisioni: [...decisioni], impegni: [...impegni] }),
        leggi: async () => {
          const found = (await this.#commands.leggi(ambito, verbale)).sezioni.find(({ id }) => id === sezione.id);
          if (!found) throw new Error('The section is not there any more.');
          return found;
        },
        problema: problemOf,
        tra: (ms, work) => stoppable(setTimeout(work, ms), clearTimeout),
        adesso: () => new Date(),
        conserva: bozza => scriviBozza(this.#storage, chiave, bozza),
      },
      sezione,
      leggiBozza(this.#storage, chiave, leggiStesura),
    );
    this.tenuta = new TenutaSezione({
      tieni: () => this.#commands.tieni(ambito, verbale, sezione.id),
      lascia: () => this.#commands.lascia(ambito, verbale, sezione.id),
      ogni: (ms, work) => stoppable(setInterval(work, ms), clearInterval),
      adesso: () => new Date(),
      presa: now => this.auto.arriva(now),
      rifiuto: error => {
        const problem = problemOf(error);
        return problem.code === 'verbale.sezione_tenuta' ? problemText(problem) : null;
      },
    });
    this.#destroy.onDestroy(() => void this.chiudi());
  }

  /** Puts a text of the history in place of the one that stands: it is saved as any other change, and can be undone the same way. */
  ripristina(documento: TestoDocumento): void {
    this.tocca();
    this.scrivi({ documento });
    void this.auto.invia();
  }

  /** @returns whether everything written here is saved */
  salvata(): Promise<boolean> {
    return this.auto.svuota();
  }

  protected scrivi(parte: { documento?: TestoDocumento; decisioni?: readonly DecisioneInput[]; impegni?: readonly ImpegnoInput[] }): void {
    this.tenuta.tocca();
    this.auto.scrivi({ ...this.auto.stesura(), ...parte });
  }

  protected riprendi(scartata: Stesura): void {
    this.tenuta.tocca();
    this.auto.riprendi(scartata);
  }

  protected tocca(): void {
    if (!this.verbale().puoScrivere) return;
    this.tenuta.tocca();
  }

  /** Out of the section altogether: what was typed goes now, then the section is free. */
  protected esce({ currentTarget, relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    if (relatedTarget === null && !document.hasFocus()) return;
    void this.auto.invia().then(() => {
      if (this.auto.fase() === 'salvato') return this.tenuta.lascia();
      return undefined;
    });
  }

  protected decidi(scelta: Stesura): void {
    this.auto.decidi(stesuraDi(scelta));
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
      untracked(() => this.#annunci.announce(`${this.sezione().titolo}. ${stato}`));
    });
  }
}
