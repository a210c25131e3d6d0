import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { FirmatarioView, ModoFirma } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { DateField } from '../../ui/fields/date-field';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { TextField } from '../../ui/fields/text-field';
import { FirmatarioForm } from './firmatario-form';
import { accordoCommands } from '../iter.api';
import { giorno, MODI } from '../iter.labels';
import { StatoIter } from '../stato-iter';

/** Who signs the accordo, and the signatures as they come in. */
@Component({
  selector: 'app-firmatari',
  imports: [ConfirmDialog, DateField, FirmatarioForm, RadioGroup, StatoIter, TextField],
  host: { class: 'd-block' },
  templateUrl: './firmatari.html',
})
export class Firmatari {
  readonly ambito = input.required<string>();
  readonly firmatari = input.required<readonly FirmatarioView[]>();
  readonly cambiati = output();
  protected readonly raccolte = computed(() => this.firmatari().filter(f => f.stato === 'raccolta').length);
  /** Id of the one being changed; `nuovo`: one being added. */
  protected readonly aperto = signal<string | null>(null);
  protected readonly scelto = signal<FirmatarioView | null>(null);
  protected readonly modo = signal<ModoFirma | ''>('firma');
  protected readonly data = signal('');
  protected readonly atto = signal('');
  protected readonly modi = optionsOf(MODI);
  protected readonly giorno = giorno;
  readonly #commands = accordoCommands();
  readonly #annunci = inject(Annunci);

  protected async firma(dialog: ConfirmDialog, f: FirmatarioView): Promise<void> {
    this.scelto.set(f);
    const done = await dialog.ask(() =>
      this.#commands.firma(this.ambito(), f, 'firma', {
        ...(this.modo() === '' ? {} : { modo: this.modo() as ModoFirma }),
        ...(this.data() === '' ? {} : { data: this.data() }),
        ...(this.atto().trim() === '' ? {} : { atto: this.atto() }),
      }),
    );
    if (done) {
      this.#annunci.notify(`Firma registrata: ${f.ente}.`);
      this.atto.set('');
    }
    this.cambiati.emit();
  }

  protected async annulla(dialog: ConfirmDialog, f: FirmatarioView): Promise<void> {
    this.scelto.set(f);
    if (await dialog.ask(motivazione => this.#commands.firma(this.ambito(), f, 'annulla_firma', { motivazione })))
      this.#annunci.notify('Registrazione annullata.');
    this.cambiati.emit();
  }

  protected async elimina(dialog: ConfirmDialog, f: FirmatarioView): Promise<void> {
    this.scelto.set(f);
    if (await dialog.ask(() => this.#commands.eliminaFirmatario(this.ambito(), f))) this.#annunci.notify('Firmatario tolto.');
    this.cambiati.emit();
  }

  protected chiuso(): void {
    this.aperto.set(null);
    this.cambiati.emit();
  }
}
