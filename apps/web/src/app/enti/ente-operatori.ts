import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { InvitoOperatoreInput, type EnteView, type OperatoreView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { AppPassi } from '../ui/forms/app-passi';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { passi } from '../ui/forms/passi';
import { DataOraPipe, DataPipe } from '../ui/words/dates';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { TextField } from '../ui/fields/text-field';
import { operatoriCommands } from './enti.api';
import { AZIONI_RICHIESTA } from './enti.passi';

/** Who acts for the ente, who is invited, who asks to join. */
@Component({
  selector: 'app-ente-operatori',
  imports: [AppPassi, Busy, ConfirmDialog, DataOraPipe, DataPipe, ErrorSummary, FormField, TextField],
  templateUrl: './ente-operatori.html',
})
export class EnteOperatori {
  readonly ente = input.required<EnteView>();
  readonly ambito = input.required<string>();
  /** Read the ente again. */
  readonly cambiato = output();
  /** The reader is no longer among the operatori. */
  readonly uscito = output();

  protected readonly model = signal({ email: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, InvitoOperatoreInput));
  protected readonly scelto = signal<OperatoreView | null>(null);
  protected readonly invito = signal<EnteView['inviti'][number] | null>(null);
  readonly #commands = operatoriCommands();
  readonly #annunci = inject(Annunci);
  /** A request that is shown waits for one of these. */
  protected readonly risposte = ['accogli', 'respingi'] as const;
  protected readonly passi = passi(
    AZIONI_RICHIESTA,
    (richiesta: EnteView['richieste'][number], azione) => this.#commands.rispondi(this.ambito(), this.ente().id, richiesta.id, azione),
    () => this.cambiato.emit(),
  );

  protected readonly invio = submission(this.f, async () => {
    const { email } = await this.#commands.invita(this.ambito(), this.ente().id, this.model());
    this.f().reset({ email: '' });
    this.#annunci.notify(`Invito mandato a ${email}.`);
    this.cambiato.emit();
  });

  protected readonly scaduto = (scadeAt: string): boolean => new Date(scadeAt) <= new Date();

  protected async rimuovi(dialog: ConfirmDialog, operatore: OperatoreView): Promise<void> {
    this.scelto.set(operatore);
    const done = await dialog.ask(() => this.#commands.rimuovi(this.ambito(), this.ente().id, operatore.id));
    if (!done) return;
    this.#annunci.notify(
      operatore.seStesso
        ? 'Non sei più tra gli operatori dell’ente.'
        : `${operatore.nome} ${operatore.cognome} non è più tra gli operatori.`,
    );
    (operatore.seStesso ? this.uscito : this.cambiato).emit();
  }

  protected async revocaInvito(dialog: ConfirmDialog, invito: EnteView['inviti'][number]): Promise<void> {
    this.invito.set(invito);
    if (await dialog.ask(() => this.#commands.annullaInvito(this.ambito(), this.ente().id, invito.id)))
      this.#annunci.notify('Invito revocato.');
    this.cambiato.emit();
  }
}
