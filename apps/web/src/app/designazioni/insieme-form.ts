import {
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  type OnInit,
  output,
  runInInjectionContext,
  viewChild,
} from '@angular/core';
import { applyEach, form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { limiteInParole, oltreIlLimite, RappresentanteInput, type AvvisoAllEnteView, type DesignazioneInviataView } from '@tavoli/shared';
import { ProblemError } from '../api/problem-error';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { type LocalDraft, localDraft } from '../ui/drafts/local-draft';
import { Busy } from '../ui/busy';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { problemOf } from '../ui/problem';
import { StatoBadge } from '../ui/stato-badge';
import { DataOraPipe } from '../ui/words/dates';
import { designazioniCommands } from './designazioni.api';
import { inputDi, insiemeModel, nelModulo, nessunTavolo, nominatiDi, sceltiDi, type InsiemeModel } from './insieme.model';
import { isVuota, SENZA_TITOLARE, titoloPersona } from './persone.model';
import { PersonaFields } from './persona-fields';

/** The people of an ente, written once, and the tavoli that they are named to. Sent after a look at the whole: all of it, or nothing. */
@Component({
  selector: 'app-insieme-form',
  imports: [Busy, CheckboxField, ConfirmDialog, DataOraPipe, DraftNotice, ErrorSummary, FormField, PersonaFields, RouterLink, StatoBadge],
  templateUrl: './insieme-form.html',
})
export class InsiemeForm implements OnInit {
  readonly ambito = input.required<string>();
  readonly ente = input.required<{ readonly id: string; readonly denominazione: string }>();
  readonly avvisi = input.required<readonly AvvisoAllEnteView[]>();
  readonly inviate = output<readonly DesignazioneInviataView[]>();

  protected readonly model = linkedSignal<readonly AvvisoAllEnteView[], InsiemeModel>({
    source: () => this.avvisi(),
    computation: (avvisi, prima) => insiemeModel(avvisi, prima?.value),
  });
  protected readonly f = form(this.model, path =>
    applyEach(path.rappresentanti, persona =>
      validateStandardSchema(persona, ({ value }) => (isVuota(value()) ? undefined : RappresentanteInput)),
    ),
  );
  protected readonly persone = computed(() => nominatiDi(this.model()));
  protected readonly scelti = computed(() => {
    const nomi = new Map(this.avvisi().flatMap(a => a.tavoli.map(t => [t.id, t.nome] as const)));
    return sceltiDi(this.model()).map(({ tavoloId }) => nomi.get(tavoloId) ?? '');
  });
  protected readonly titolo = (i: number): string => titoloPersona(this.model().rappresentanti, i);
  protected readonly limite = limiteInParole;
  protected draft: LocalDraft | null = null;
  readonly #commands = designazioniCommands();
  readonly #injector = inject(Injector);
  private readonly riepilogo = viewChild.required<ConfirmDialog>('riepilogo');

  protected readonly invia = submission(this.f, async ({ idempotencyKey }) => {
    const model = this.model();
    if (this.scelti().length === 0) throw new ProblemError(nessunTavolo(model, (i, j) => this.avvisi()[i]?.tavoli[j]?.gia === null));
    if (!this.persone().some(p => p.ruolo === 'titolare')) throw new ProblemError(SENZA_TITOLARE);
    let inviate: readonly DesignazioneInviataView[] = [];
    let rifiuto: unknown = null;
    await this.riepilogo().ask(async () => {
      // What is refused is told beside the tavoli, where it is put right: the question has nothing more to ask.
      await this.#commands.inviaInsieme(this.ambito(), this.ente().id, inputDi(model), idempotencyKey).then(
        ({ items }) => (inviate = items),
        (error: unknown) => (rifiuto = error),
      );
    });
    if (rifiuto !== null) throw new ProblemError(nelModulo(problemOf(rifiuto), model));
    if (inviate.length === 0) return;
    this.draft?.clear();
    this.inviate.emit(inviate);
  });

  ngOnInit(): void {
    const key = `designazioni-insieme:${this.ambito()}:${this.ente().id}`;
    this.draft = runInInjectionContext(this.#injector, () => localDraft(key, this.model));
    // What may be chosen may have changed since it was kept.
    this.model.update(model => insiemeModel(this.avvisi(), model));
  }

  /** How many of an avviso are chosen. */
  protected readonly quanti = (i: number): number => this.model().avvisi[i]?.tavoli.filter(t => t.scelto).length ?? 0;

  /** What the avviso says of so many tavoli. */
  protected troppi(avviso: AvvisoAllEnteView, i: number): string | null {
    const nuovi = this.quanti(i);
    return nuovi === 0 ? null : oltreIlLimite(avviso, avviso.altri, nuovi);
  }
}
