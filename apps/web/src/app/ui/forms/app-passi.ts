import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  contentChildren,
  Directive,
  inject,
  Injector,
  input,
  output,
  signal,
  TemplateRef,
  viewChildren,
} from '@angular/core';
import { Annunci } from '../annunci';
import { Rereads } from '../rereads';
import { BottoniPassi, qui } from './bottoni-passi';
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
 * taken. Stands among other buttons, in a `<div class="actions">`; in a row of a list it is `piccoli`, and stays there without steps too,
 * so that a question which is open outlives a change of the row.
 */
@Component({
  selector: 'app-passi',
  imports: [BottoniPassi, ConfirmDialog, NgTemplateOutlet],
  host: { '[class.row-steps]': 'piccoli()' },
  template: `
    <app-bottoni-passi
      [parole]="di().parole"
      [vista]="vista()"
      [azioni]="azioni()"
      [solo]="solo()"
      [primo]="primo()"
      [piccoli]="piccoli()"
      [nome]="nome()"
      [classe]="classe()"
      [dice]="di().dice"
      (preme)="chiedi($event)"
    />
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
  /** In a row of a list. */
  readonly piccoli = input(false, { transform: booleanAttribute });
  /** Of what these steps are, where they stand in a list: heard and not seen. */
  readonly nome = input<Detto<A>>('');
  /** The classes of the buttons, where they are not those of a button. */
  readonly classe = input<string | null>(null);
  /** A step that asks by a form of its own. */
  readonly apre = output<A>();
  /** The question is put. */
  readonly chiede = output<A>();
  readonly #annunci = inject(Annunci);
  readonly #rereads = inject(Rereads);
  readonly #injector = inject(Injector);
  private readonly extra = contentChildren(DomandaExtra);
  private readonly dialogs = viewChildren(ConfirmDialog);
  /** Steps asked about so far: a long list makes no question that nobody puts. */
  readonly #chieste = signal<readonly A[]>([]);

  /** Each keeps what is typed in it, also while its step is not allowed for a moment. */
  protected readonly domande = computed(() =>
    qui(this.di().parole, this.#chieste()).flatMap(azione => {
      const parole = this.di().parole[azione];
      return 'titolo' in parole ? [{ azione, ...this.#domanda(azione, parole) }] : [];
    }),
  );

  protected async chiedi(azione: A): Promise<void> {
    const parole = this.di().parole[azione];
    if (!('titolo' in parole)) return this.apre.emit(azione);
    // Pressed while the page is being read again, it begins from what the page says then.
    await this.#rereads.settled();
    if (!this.azioni().includes(azione)) return;
    const vista = this.vista();
    this.chiede.emit(azione);
    const dialog = await this.#dialog(azione);
    const fatto = await dialog?.ask(motivazione => this.di().esegui(vista, azione, motivazione));
    if (fatto === undefined) return;
    if (fatto) this.#annunci.notify(this.di().dice(detto(parole.fatto, vista)));
    await this.di().dopo(fatto, vista);
  }

  /** @returns the question, made now if it is the first time; undefined: it is being made already */
  async #dialog(azione: A): Promise<ConfirmDialog | undefined> {
    const dialog = () => this.dialogs()[this.domande().findIndex(d => d.azione === azione)];
    if (this.#chieste().includes(azione)) return dialog();
    this.#chieste.update(prima => [...prima, azione]);
    await new Promise<void>(resolve => afterNextRender({ read: () => resolve() }, { injector: this.#injector }));
    return dialog();
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
