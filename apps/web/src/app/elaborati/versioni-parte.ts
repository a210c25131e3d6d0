import { Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { type ContenutoSezione, formatDataOra, type SezioneElaboratoView, testoDiContenuto, type VersioneSezioneElaboratoView } from '@tavoli/shared';
import { LoadingBar } from '../ui/loading-bar';
import { problemOf, problemText } from '../ui/problem';
import { DiffTesto } from '../ui/scrittura/diff-testo';
import { SelectField } from '../ui/select-field';
import { elaboratiCommands } from './elaborati.api';

/** The history of a part: who wrote what and when, word by word between any two versions; a version can be put back. Read when it is opened. */
@Component({
  selector: 'app-versioni-parte',
  imports: [DiffTesto, LoadingBar, SelectField],
  host: { class: 'd-block' },
  template: `
    <details class="details" (toggle)="aperta.set(dettagli.open)" #dettagli>
      <summary>Versioni precedenti<span class="visually-hidden"> di {{ parte().titolo }}</span></summary>
      <app-loading-bar [active]="leggendo()" />
      @if (problema(); as testo) {
        <div class="alert alert-danger" role="alert">{{ testo }}</div>
      }
      @if (versioni().length > 0) {
        <div class="fields-grid">
          <app-select-field label="Da" [empty]="null" [options]="opzioni()" [value]="da()" (valueChange)="da.set($event)" />
          <app-select-field label="A" [empty]="null" [options]="opzioni()" [value]="a()" (valueChange)="a.set($event)" />
        </div>
        <app-diff-testo [da]="testo(da())" [a]="testo(a())" />
        @if (ripristinabile()) {
          <p><button type="button" class="btn btn-outline-primary btn-sm" [disabled]="!scelta()" (click)="rimetti()">Rimetti il testo della versione {{ da() }}</button></p>
        }
      } @else if (!leggendo()) {
        <p>Non c’è ancora nessuna versione salvata.</p>
      }
    </details>
  `,
})
export class VersioniParte {
  readonly ambito = input.required<string>();
  readonly elaborato = input.required<string>();
  readonly parte = input.required<SezioneElaboratoView>();
  readonly ripristinabile = input(false);
  readonly ripristina = output<ContenutoSezione>();
  protected readonly versioni = signal<readonly VersioneSezioneElaboratoView[]>([]);
  protected readonly leggendo = signal(false);
  protected readonly aperta = signal(false);
  protected readonly problema = signal<string | null>(null);
  protected readonly da = signal('');
  protected readonly a = signal('');
  protected readonly opzioni = computed(() => this.versioni().map(v => ({ value: String(v.version), label: `Versione ${v.version}: ${formatDataOra(new Date(v.at))}, ${v.da}` })));
  protected readonly scelta = computed(() => this.versioni().find(v => String(v.version) === this.da()));
  readonly #commands = elaboratiCommands();

  constructor() {
    // Again at each saving while it is open: the last version is the one that stands.
    effect(() => {
      const { version } = this.parte();
      if (this.aperta() && version > 0) untracked(() => void this.#leggi());
    });
  }

  protected testo(version: string): string {
    const found = this.versioni().find(v => String(v.version) === version);
    return found ? testoDiContenuto(found.contenuto) : '';
  }

  protected rimetti(): void {
    const scelta = this.scelta();
    if (scelta) this.ripristina.emit(scelta.contenuto);
  }

  async #leggi(): Promise<void> {
    this.leggendo.set(true);
    this.problema.set(null);
    try {
      const { items } = await this.#commands.versioni(this.ambito(), this.elaborato(), this.parte().id);
      this.versioni.set(items);
      this.a.set(String(items[0]?.version ?? ''));
      this.da.set(String((items[1] ?? items[0])?.version ?? ''));
    } catch (error) {
      this.problema.set(problemText(problemOf(error)));
    } finally {
      this.leggendo.set(false);
    }
  }
}
