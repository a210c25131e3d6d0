import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { MancanzaView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { idempotencyKey } from '../ui/idempotency';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { cruscottoCommands } from './cruscotto.api';

/** The reminder as prepared, to be changed before it leaves. */
@Component({
  selector: 'app-sollecito-dialog',
  imports: [ConfirmDialog, TextArea, TextField],
  template: `
    <app-confirm-dialog titolo="Mandare un sollecito?" conferma="Manda">
      <p>A: {{ a() }}. Il messaggio parte a nome dell’ambito, e resta nel registro.</p>
      <app-text-field label="Oggetto" mandatory [errors]="oggettoErrors()" [touched]="true" [(value)]="oggetto" />
      <app-text-area
        label="Messaggio"
        hint="Comincia già con «Gentile» e il nome."
        [rows]="7"
        [limit]="4000"
        mandatory
        [errors]="testoErrors()"
        [touched]="true"
        [(value)]="testo"
      />
    </app-confirm-dialog>
  `,
})
export class SollecitoDialog {
  readonly ambito = input.required<string>();
  readonly mandato = output();
  protected readonly a = signal('');
  protected readonly oggetto = signal('');
  protected readonly testo = signal('');
  protected readonly oggettoErrors = computed(() =>
    this.oggetto().trim() === '' ? [{ kind: 'required', message: 'Scrivi l’oggetto del messaggio.' }] : [],
  );
  protected readonly testoErrors = computed(() =>
    this.testo().trim().length < 10 ? [{ kind: 'required', message: 'Scrivi il messaggio.' }] : [],
  );
  private readonly dialogRef = viewChild.required(ConfirmDialog);
  readonly #commands = cruscottoCommands();
  readonly #annunci = inject(Annunci);

  async apri(m: MancanzaView): Promise<void> {
    this.a.set(m.chi.join(', '));
    this.oggetto.set(m.sollecito?.oggetto ?? '');
    this.testo.set(m.sollecito?.testo ?? '');
    const key = idempotencyKey();
    const done = await this.dialogRef().ask(() =>
      this.#commands.sollecita(this.ambito(), { tipo: m.tipo, oggettoId: m.oggettoId, oggetto: this.oggetto(), testo: this.testo() }, key),
    );
    if (done) this.#annunci.notify(`Sollecito mandato a ${m.chi.join(', ')}.`);
    this.mandato.emit();
  }
}
