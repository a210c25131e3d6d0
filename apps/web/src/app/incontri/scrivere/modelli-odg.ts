import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ModelloOdgView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { SelectField } from '../../ui/fields/select-field';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { modelliOdgCommands, modelliOdgResource } from '../modelli-odg.api';

/** Ordini del giorno kept to be used again: one adds its punti to those that are written; one that is not needed any more is deleted. */
@Component({
  selector: 'app-modelli-odg',
  imports: [ConfirmDialog, SelectField],
  template: `
    @if (scelte().length > 0) {
      <div class="fieldset-card">
        <app-select-field
          label="Parti da un modello"
          hint="I suoi punti si aggiungono a quelli che hai già scritto."
          empty="Scegli un modello"
          [options]="scelte()"
          [(value)]="scelto"
        />
        <p class="actions">
          <button type="button" class="btn btn-outline-primary btn-sm" [disabled]="!modello()" (click)="usa()">Usa il modello</button>
          @if (eliminabile()) {
            <button type="button" class="btn btn-outline-danger btn-sm" (click)="elimina(conferma)">Elimina il modello</button>
          }
        </p>
      </div>
    }
    <app-confirm-dialog #conferma titolo="Eliminare il modello?" conferma="Elimina" tone="danger"
      ><p>Gli incontri già scritti restano come sono.</p></app-confirm-dialog
    >
  `,
})
export class ModelliOdg {
  readonly ambito = input.required<string>();
  /** Slug of the tavolo that calls; null: of all of them. */
  readonly tavolo = input.required<string | null>();
  readonly usato = output<ModelloOdgView>();
  readonly #modelli = modelliOdgResource(this.ambito, this.tavolo);
  protected readonly scelto = signal('');
  protected readonly scelte = computed(() =>
    (this.#modelli.value()?.items ?? []).map(({ id, nome, diTutti }) => ({
      value: id,
      label: diTutti ? `${nome} (di tutti i tavoli)` : nome,
    })),
  );
  protected readonly modello = computed(() => this.#modelli.value()?.items.find(m => m.id === this.scelto()));
  /** One of all the tavoli is deleted where plenarie are planned. */
  protected readonly eliminabile = computed(() => this.modello()?.diTutti === (this.tavolo() === null));
  readonly #commands = modelliOdgCommands();
  readonly #annunci = inject(Annunci);

  protected usa(): void {
    const modello = this.modello();
    if (!modello) return;
    this.usato.emit(modello);
    this.#annunci.announce(`Punti del modello aggiunti: ${modello.punti.length}.`);
  }

  protected async elimina(conferma: ConfirmDialog): Promise<void> {
    const modello = this.modello();
    if (!modello || !(await conferma.ask(() => this.#commands.elimina(this.ambito(), this.tavolo(), modello.id)))) return;
    this.scelto.set('');
    this.#annunci.notify('Modello eliminato.');
    this.#modelli.reload();
  }
}
