import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { type IncontroView, ModelloOdgInput } from '@tavoli/shared';
import { ProblemError } from '../../api/problem-error';
import { Permissions } from '../../session/permissions';
import { Annunci } from '../../ui/annunci';
import { TextField } from '../../ui/fields/text-field';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { submission } from '../../ui/forms/submission';
import { modelliOdgCommands } from '../modelli-odg.api';

const SENZA_NOME = { type: 'about:blank', status: 400, code: 'richiesta.non_valida', title: 'Scrivi come si chiama il modello.' } as const;
const NomeSchema = ModelloOdgInput.pick({ nome: true });

/** Keeps the ordine del giorno of an incontro, to begin others with it: for its tavolo, or for all where one plans plenarie. */
@Component({
  selector: 'app-salva-modello',
  imports: [ConfirmDialog, FormField, TextField],
  template: `
    <p class="actions">
      @if (perIlTavolo()) {
        <button type="button" class="btn btn-outline-primary btn-sm" (click)="chiedi(false)">Salva come modello</button>
      }
      @if (perTutti()) {
        <button type="button" class="btn btn-outline-primary btn-sm" (click)="chiedi(true)">Salva come modello per tutti i tavoli</button>
      }
    </p>
    <app-confirm-dialog titolo="Salvare l’ordine del giorno come modello?" conferma="Salva">
      <p>Lo trovi quando prepari un nuovo incontro. Restano i punti con i loro minuti; chi ne parla non viene salvato.</p>
      <app-text-field [formField]="f.nome" label="Come si chiama" hint="Per esempio: Incontro ordinario." mandatory />
    </app-confirm-dialog>
  `,
})
export class SalvaModello {
  readonly ambito = input.required<string>();
  readonly incontro = input.required<IncontroView>();
  protected readonly model = signal({ nome: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, NomeSchema));
  /** Slug of the tavolo that calls; null: a plenaria. */
  protected readonly tavolo = computed(() => this.incontro().tavoli.find(t => t.id === this.incontro().tavoloId)?.slug ?? null);
  readonly #permissions = inject(Permissions);
  protected readonly perIlTavolo = computed(
    () => this.tavolo() !== null && this.#permissions.can('incontro.crea', this.ambito(), { tavoloId: this.incontro().tavoloId }),
  );
  protected readonly perTutti = computed(() => this.#permissions.can('incontro.crea_plenaria', this.ambito()));
  readonly #commands = modelliOdgCommands();
  readonly #annunci = inject(Annunci);
  readonly #dove = signal<string | null>(null);
  private readonly dialogRef = viewChild.required(ConfirmDialog);

  readonly #invio = submission(this.f, ({ idempotencyKey: key }) => {
    const punti = this.incontro().punti.map(({ titolo, minuti }) => ({ titolo, minuti }));
    return this.#commands.salva(this.ambito(), this.#dove(), { nome: this.model().nome, punti }, key);
  });

  protected async chiedi(diTutti: boolean): Promise<void> {
    this.#dove.set(diTutti ? null : this.tavolo());
    const fatto = await this.dialogRef().ask(async () => {
      if (!(await this.#invio.submit())) throw new ProblemError(this.#invio.problem() ?? SENZA_NOME);
    });
    if (!fatto) return;
    this.f().reset({ nome: '' });
    this.#annunci.notify('Modello salvato: lo trovi quando prepari un nuovo incontro.');
  }
}
