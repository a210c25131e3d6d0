import { Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { formatDataOra } from '@tavoli/shared';
import { LoadingBar } from '../ui/loading-bar';
import { problemOf, problemText } from '../ui/problem';
import { SelectField } from '../ui/fields/select-field';
import { DiffTesto } from './diff-testo';

interface Versione {
  readonly version: number;
  readonly da: string;
  readonly at: string;
}

/** The history of a part of a text: who wrote what and when, word by word between any two versions; a version can be put back. Read when it is opened. */
@Component({
  selector: 'app-versioni',
  imports: [DiffTesto, LoadingBar, SelectField],
  host: { class: 'd-block' },
  template: `
    <details class="details" (toggle)="aperta.set(dettagli.open)" #dettagli>
      <summary>
        Versioni precedenti<span class="visually-hidden"> di {{ parte().titolo }}</span>
      </summary>
      <app-loading-bar [active]="leggendo()" />
      @if (problema(); as testo) {
        <div class="alert alert-danger" role="alert">{{ testo }}</div>
      }
      @if (versioni().length > 0) {
        <div class="fields-grid">
          <app-select-field label="Da" [empty]="null" [options]="opzioni()" [value]="da()" (valueChange)="da.set($event)" />
          <app-select-field label="A" [empty]="null" [options]="opzioni()" [value]="a()" (valueChange)="a.set($event)" />
        </div>
        <app-diff-testo [da]="testoDi(da())" [a]="testoDi(a())" />
        @if (ripristinabile()) {
          <p>
            <button type="button" class="btn btn-outline-primary btn-sm" [disabled]="!scelta()" (click)="rimetti()">
              Rimetti il testo della versione {{ da() }}
            </button>
          </p>
        }
      } @else if (letta() && !leggendo()) {
        <p>Non c’è ancora nessuna versione salvata.</p>
      }
    </details>
  `,
})
export class Versioni<V extends Versione> {
  readonly parte = input.required<{ readonly id: string; readonly titolo: string; readonly version: number }>();
  /** The versions of a part, the last first. */
  readonly leggi = input.required<(parte: string) => Promise<{ readonly items: readonly V[] }>>();
  /** The words of a version, without its form. */
  readonly testo = input.required<(versione: V) => string>();
  readonly ripristinabile = input(false);
  readonly ripristina = output<V>();
  protected readonly versioni = signal<readonly V[]>([]);
  protected readonly leggendo = signal(false);
  protected readonly aperta = signal(false);
  protected readonly letta = signal(false);
  protected readonly problema = signal<string | null>(null);
  protected readonly da = signal('');
  protected readonly a = signal('');
  protected readonly opzioni = computed(() =>
    this.versioni().map(v => ({ value: String(v.version), label: `Versione ${v.version}: ${formatDataOra(new Date(v.at))}, ${v.da}` })),
  );
  protected readonly scelta = computed(() => this.#trova(this.da()));

  constructor() {
    // Again at each saving while it is open: the last version is the one that stands.
    effect(() => {
      const { version } = this.parte();
      if (this.aperta() && version > 0) untracked(() => void this.#rileggi());
    });
  }

  protected testoDi(version: string): string {
    const found = this.#trova(version);
    return found ? this.testo()(found) : '';
  }

  protected rimetti(): void {
    const scelta = this.scelta();
    if (scelta) this.ripristina.emit(scelta);
  }

  #trova(version: string): V | undefined {
    return this.versioni().find(v => String(v.version) === version);
  }

  async #rileggi(): Promise<void> {
    this.leggendo.set(true);
    this.problema.set(null);
    try {
      const { items } = await this.leggi()(this.parte().id);
      this.versioni.set(items);
      this.letta.set(true);
      this.a.set(String(items[0]?.version ?? ''));
      this.da.set(String((items[1] ?? items[0])?.version ?? ''));
    } catch (error) {
      this.problema.set(problemText(problemOf(error)));
    } finally {
      this.leggendo.set(false);
    }
  }
}
