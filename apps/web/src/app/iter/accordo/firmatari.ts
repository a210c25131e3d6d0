import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { AzioneFirma, FirmaAzioneInput, FirmatarioView, ModoFirma } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { AppPassi, DomandaExtra } from '../../ui/forms/app-passi';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { conMotivo, passi } from '../../ui/forms/passi';
import { DateField } from '../../ui/fields/date-field';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { TextField } from '../../ui/fields/text-field';
import { FirmatarioForm } from './firmatario-form';
import { accordoCommands } from '../iter.api';
import { giorno, MODI } from '../iter.labels';
import { AZIONI_FIRMA } from '../iter.passi';
import { StatoIter } from '../stato-iter';

/** Who signs the accordo, and the signatures as they come in. */
@Component({
  selector: 'app-firmatari',
  imports: [AppPassi, ConfirmDialog, DateField, DomandaExtra, FirmatarioForm, RadioGroup, StatoIter, TextField],
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
  protected readonly perPrimi = ['firma'] as const;
  protected readonly perUltimo = ['annulla_firma'] as const;
  readonly #commands = accordoCommands();
  readonly #annunci = inject(Annunci);
  protected readonly passi = passi<AzioneFirma, FirmatarioView>(
    AZIONI_FIRMA,
    async (f, azione, motivazione) => {
      await this.#commands.firma(this.ambito(), f, azione, azione === 'firma' ? this.#firma() : conMotivo(motivazione));
      if (azione === 'firma') this.atto.set('');
    },
    () => this.cambiati.emit(),
  );

  protected async elimina(dialog: ConfirmDialog, f: FirmatarioView): Promise<void> {
    this.scelto.set(f);
    if (await dialog.ask(() => this.#commands.eliminaFirmatario(this.ambito(), f))) this.#annunci.notify('Firmatario tolto.');
    this.cambiati.emit();
  }

  protected chiuso(): void {
    this.aperto.set(null);
    this.cambiati.emit();
  }

  #firma(): FirmaAzioneInput {
    return {
      ...(this.modo() === '' ? {} : { modo: this.modo() as ModoFirma }),
      ...(this.data() === '' ? {} : { data: this.data() }),
      ...(this.atto().trim() === '' ? {} : { atto: this.atto() }),
    };
  }
}
