import { Component, computed, input, signal, viewChild } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { type IncontroView, preavviso } from '@tavoli/shared';
import { ProblemError } from '../../api/problem-error';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { submission } from '../../ui/forms/submission';
import { DoveFields } from '../scrivere/dove-fields';
import { incontriCommands } from '../incontri.api';
import { preavvisoInParole } from '../incontri.labels';
import { type DoveModel, doveInput, doveOf } from '../dove.model';
import { DoveFormSchema } from '../scrivere/incontro.model';

const VUOTO: DoveModel = { inizioAt: '', fineAt: '', sede: { nome: '', indirizzo: '', accessibile: '' }, linkVideo: '' };
const DA_CORREGGERE = {
  type: 'about:blank',
  status: 400,
  code: 'richiesta.non_valida',
  title: 'Controlla i campi segnalati qui sopra.',
} as const;

/** Moves a convened incontro in time or place, with the reason. */
@Component({
  selector: 'app-sposta-dialog',
  imports: [ConfirmDialog, DoveFields],
  template: `
    <app-confirm-dialog titolo="Spostare l’incontro?" conferma="Sposta e avvisa tutti" [motivata]="true" [aiutoMotivazione]="aiuto()">
      <p>Cambia quello che serve: chi è invitato riceve subito i nuovi dati, e il suo calendario si aggiorna.</p>
      @for (volta of volte(); track volta) {
        <app-dove-fields [dove]="f.spostamento" />
      }
      @if (parole(); as testo) {
        <div class="alert alert-warning">{{ testo }}</div>
      }
    </app-confirm-dialog>
  `,
})
export class SpostaDialog {
  readonly ambito = input.required<string>();
  /** The name of the API, so that what it refuses lands on the right field. */
  protected readonly model = signal({ spostamento: VUOTO });
  protected readonly f = form(this.model, path => validateStandardSchema(path.spostamento, DoveFormSchema));
  protected readonly aperto = signal<IncontroView | null>(null);
  /** The fields are made anew at each opening: they remember how long the incontro was. */
  protected readonly volte = signal<readonly number[]>([]);
  readonly #motivazione = signal('');
  readonly #commands = incontriCommands();
  private readonly dialogRef = viewChild.required(ConfirmDialog);

  /** How the notice stands at the new start; null when the start stays, or is not written. */
  readonly #preavviso = computed(() => {
    const rule = this.aperto()?.gestione?.preavviso;
    const { inizioAt } = this.model().spostamento;
    if (!rule || inizioAt === '' || inizioAt === this.aperto()?.inizioAt) return null;
    return preavviso({ preavvisoGiorni: rule.richiesti, preavvisoUrgenza: rule.minimo }, new Date(), new Date(inizioAt));
  });
  protected readonly urgente = computed(() => this.#preavviso()?.esito === 'serve_urgenza');
  protected readonly parole = computed(() => {
    const now = this.#preavviso();
    return now && now.esito !== 'ok' ? preavvisoInParole(now) : null;
  });
  protected readonly aiuto = computed(() =>
    this.urgente() ? 'Spiega anche perché è urgente. Verrà comunicata a chi è invitato.' : 'Verrà comunicata a chi è invitato.',
  );

  readonly #invio = submission(this.f, async () => {
    const incontro = this.aperto();
    const motivazione = this.#motivazione();
    if (incontro === null) return;
    await this.#commands.esegui(this.ambito(), incontro, 'sposta', {
      motivazione,
      spostamento: doveInput(this.model().spostamento),
      ...(this.urgente() ? { urgenza: motivazione.slice(0, 1000) } : {}),
    });
  });

  /** @returns whether it was moved */
  apri(incontro: IncontroView): Promise<boolean> {
    this.f().reset({ spostamento: doveOf(incontro) });
    this.aperto.set(incontro);
    this.volte.update(([last = 0]) => [last + 1]);
    return this.dialogRef().ask(async motivazione => {
      this.#motivazione.set(motivazione);
      if (!(await this.#invio.submit())) throw new ProblemError(this.#invio.problem() ?? DA_CORREGGERE);
    });
  }
}
