import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  computed,
  contentChildren,
  Directive,
  inject,
  input,
  output,
  TemplateRef,
  viewChildren,
} from '@angular/core';
import { Annunci } from '../annunci';
import { ConfirmDialog } from './confirm-dialog';
import { detto, type Detto, type Domanda, type Motivo, type Passi } from './passi';

/** More than a sentence in the question about a step: `<ng-template appDomanda="proroga">…</ng-template>` inside `<app-passi>`. */
@Directive({ selector: 'ng-template[appDomanda]' })
export class DomandaExtra {
  readonly azione = input.required<string>({ alias: 'appDomanda' });
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

/**
 * The steps that a view allows now (`azioni`), one button each, in the order of their words; each asks what its words say before it is
 * taken. Stands among other buttons, in a `<div class="actions">`.
 */
@Component({
  selector: 'app-passi',
  imports: [ConfirmDialog, NgTemplateOutlet],
  template: `
    @for (b of bottoni(); track b.azione) {
      <button type="button" [attr.class]="b.classe" (click)="chiedi(b.azione)">
        {{ b.label }}
        @if (nome()) {
          <span class="visually-hidden"> {{ nome() }}</span>
        }
      </button>
    }
    @for (d of domande(); track d.azione) {
      <app-confirm-dialog
        [titolo]="d.titolo"
        [conferma]="d.conferma"
        [tone]="d.tono"
        [possibile]="!impossibili().includes(d.azione)"
        [motivata]="d.motivo !== null && !impossibili().includes(d.azione)"
        [etichettaMotivazione]="d.motivo?.etichetta ?? 'Motivazione'"
        [aiutoMotivazione]="d.motivo?.aiuto ?? 'Verrà comunicata a chi è interessato.'"
      >
        @if (d.conseguenza) {
          <p>{{ d.conseguenza }}</p>
        }
        @if (d.extra; as extra) {
          <ng-container [ngTemplateOutlet]="extra" />
        }
      </app-confirm-dialog>
    }
  `,
})
export class AppPassi<A extends string, V> {
  readonly di = input.required<Passi<A, V>>();
  readonly vista = input.required<V>();
  readonly azioni = input.required<readonly A[]>();
  /** Only these, where other buttons stand between the steps. */
  readonly solo = input<readonly A[] | null>(null);
  /** Steps whose question says why they cannot be taken now: it can only be closed. */
  readonly impossibili = input<readonly A[]>([]);
  /** Only the first stands out: one is as likely as the other. */
  readonly primo = input(false, { transform: booleanAttribute });
  /** Of what these steps are, where they stand in a list: heard and not seen. */
  readonly nome = input('');
  /** The classes of the buttons, in a list. */
  readonly classe = input<string | null>(null);
  /** A step that asks by a form of its own. */
  readonly apre = output<A>();
  /** The question is put. */
  readonly chiede = output<A>();
  readonly #annunci = inject(Annunci);
  private readonly extra = contentChildren(DomandaExtra);
  private readonly dialogs = viewChildren(ConfirmDialog);

  readonly #qui = computed(() => {
    const solo = this.solo();
    return (Object.keys(this.di().parole) as A[]).filter(azione => solo === null || solo.includes(azione));
  });
  protected readonly bottoni = computed(() =>
    this.#qui()
      .filter(azione => this.azioni().includes(azione))
      .flatMap(azione => {
        const parole = this.di().parole[azione];
        return 'altrove' in parole ? [] : [{ azione, label: this.#dice(parole.label), tono: parole.tono }];
      })
      .map((b, i) => ({ ...b, classe: this.classe() ?? `btn btn-${this.#stile(b.tono, i)}` })),
  );
  /** Each keeps what is typed in it, also while its step is not allowed for a moment. */
  protected readonly domande = computed(() =>
    this.#qui().flatMap(azione => {
      const parole = this.di().parole[azione];
      return 'titolo' in parole ? [{ azione, ...this.#domanda(azione, parole) }] : [];
    }),
  );

  protected async chiedi(azione: A): Promise<void> {
    const parole = this.di().parole[azione];
    const dialog = this.dialogs()[this.domande().findIndex(d => d.azione === azione)];
    if (!('titolo' in parole) || !dialog) return this.apre.emit(azione);
    const vista = this.vista();
    this.chiede.emit(azione);
    const fatto = await dialog.ask(motivazione => this.di().esegui(vista, azione, motivazione));
    if (fatto) this.#annunci.notify(this.di().dice(detto(parole.fatto, vista)));
    await this.di().dopo(fatto, vista);
  }

  #stile(tono: 'danger' | 'outline' | undefined, i: number): string {
    if (tono === 'danger') return 'outline-danger';
    return tono === 'outline' || (this.primo() && i > 0) ? 'outline-primary' : 'primary';
  }

  #dice(words: Detto<V> | undefined): string {
    return this.di().dice(detto(words, this.vista()));
  }

  #domanda(azione: A, parole: Domanda<V>) {
    const vista = this.vista();
    const motivo: Motivo | null = typeof parole.motivo === 'function' ? parole.motivo(vista) : (parole.motivo ?? null);
    return {
      titolo: this.#dice(parole.titolo),
      conferma: this.#dice(parole.conferma ?? parole.label),
      conseguenza: this.#dice(parole.conseguenza),
      tono: parole.tono === 'danger' ? ('danger' as const) : ('primary' as const),
      motivo,
      extra: this.extra().find(e => e.azione() === azione)?.template,
    };
  }
}
