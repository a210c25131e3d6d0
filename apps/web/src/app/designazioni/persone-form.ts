import { Component, computed, inject, input, type OnInit, Injector, output, runInInjectionContext, signal, viewChild } from '@angular/core';
import { applyEach, form, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { oltreIlLimite, RappresentanteInput, type DesignazioneView } from '@tavoli/shared';
import { ProblemError } from '../api/problem-error';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { ErrorSummary } from '../ui/forms/error-summary';
import { type LocalDraft, localDraft } from '../ui/drafts/local-draft';
import { formModel } from '../ui/forms/form-model';
import { submission } from '../ui/forms/submission';
import { designazioniCommands } from './designazioni.api';
import { AZIONI } from './designazioni.passi';
import { isVuota, personeModel, SENZA_TITOLARE, titoloPersona } from './persone.model';
import { PersonaFields } from './persona-fields';

/** The people of a draft: saved at any moment, sent after a look at the whole. Of what came back to be completed nothing is kept halfway: it is sent again. */
@Component({
  selector: 'app-persone-form',
  imports: [Busy, CheckboxField, ConfirmDialog, DraftNotice, ErrorSummary, PersonaFields, RouterLink],
  templateUrl: './persone-form.html',
})
export class PersoneForm implements OnInit {
  readonly designazione = input.required<DesignazioneView>();
  readonly ambito = input.required<string>();
  readonly salvata = output();

  protected readonly model = formModel(this.designazione, d => ({ rappresentanti: personeModel(d.posti, d.rappresentanti) }));
  protected readonly f = form(this.model, path =>
    applyEach(path.rappresentanti, persona =>
      validateStandardSchema(persona, ({ value }) => (isVuota(value()) ? undefined : RappresentanteInput)),
    ),
  );
  /** What the avviso says of one more tavolo. */
  protected readonly limite = computed(() => {
    const limite = this.designazione().limiteTavoli;
    return limite === null ? null : oltreIlLimite(limite, limite.altri, 1);
  });
  protected readonly diNuovo = computed(() => this.designazione().stato === 'da_integrare');
  protected readonly persone = computed(() => this.model().rappresentanti.filter(p => !isVuota(p)));
  protected draft: LocalDraft | null = null;
  /** Places of the declarations that are made, from 0. */
  protected readonly rese = signal<ReadonlySet<number>>(new Set());
  readonly #commands = designazioniCommands();
  readonly #annunci = inject(Annunci);
  readonly #injector = inject(Injector);
  private readonly riepilogo = viewChild.required<ConfirmDialog>('riepilogo');

  protected readonly salva = submission(this.f, async () => {
    await this.#save();
    this.#annunci.notify('Bozza salvata.');
    this.salvata.emit();
  });

  /** Saves, then shows what is about to leave, then sends it. */
  protected readonly invia = submission(this.f, async () => {
    if (!this.persone().some(p => p.ruolo === 'titolare')) throw new ProblemError(SENZA_TITOLARE);
    if (this.diNuovo()) return this.#reinvia();
    const saved = await this.#save();
    const done = await this.riepilogo().ask(() =>
      this.#commands.esegui(this.ambito(), saved, 'invia', { dichiarazioni: [...this.rese()] }),
    );
    if (done) this.#annunci.notify(AZIONI.invia.fatto);
    this.salvata.emit();
  });

  ngOnInit(): void {
    this.draft = runInInjectionContext(this.#injector, () => localDraft(`designazione:${this.designazione().id}`, this.model));
  }

  protected dichiara(i: number, si: boolean): void {
    this.rese.update(rese => new Set(si ? [...rese, i] : [...rese].filter(r => r !== i)));
  }

  protected titolo(i: number): string {
    return titoloPersona(this.model().rappresentanti, i);
  }

  /** Whoever looks and does not confirm finds what they wrote. */
  async #reinvia(): Promise<void> {
    const done = await this.riepilogo().ask(async () => {
      await this.#commands.esegui(this.ambito(), this.designazione(), 'reinvia', { rappresentanti: this.persone() });
      this.draft?.clear();
    });
    if (!done) return;
    this.#annunci.notify(AZIONI.reinvia.fatto);
    this.salvata.emit();
  }

  async #save(): Promise<DesignazioneView> {
    const saved = await this.#commands.modifica(this.ambito(), this.designazione(), { rappresentanti: this.persone() });
    this.draft?.clear();
    return saved;
  }
}
