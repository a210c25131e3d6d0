import { Component, computed, ElementRef, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { type AzioneElaborato, ELABORATO, ElaboratoAzioneInput, type ElaboratoView, GIORNI_CONSULTAZIONE } from '@tavoli/shared';
import * as z from 'zod';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { NumberField } from '../../ui/fields/number-field';
import { SelectField } from '../../ui/fields/select-field';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { DataOraPipe } from '../../ui/words/dates';
import { elaboratiCommands, fontiPossibiliResource } from '../elaborati.api';
import { AZIONI } from './elaborati.passi';

interface Model {
  giorni: number | null;
  motivazione: string;
  verbaleId: string;
  sezioneId: string;
  decisione: string;
}

/** One step of an elaborato, with what it asks for. */
@Component({
  selector: 'app-passo-elaborato',
  imports: [Busy, DataOraPipe, ErrorSummary, FormField, NumberField, SelectField, TextArea],
  template: `
    <form class="fieldset-card" novalidate (submit)="invio.submit($event)">
      <h2 class="h4" tabindex="-1">{{ parole().label }}</h2>
      <p>{{ parole().conseguenza }}</p>
      <app-error-summary [form]="f" [submission]="invio" />
      @if (azione() === 'apri_consultazione') {
        <app-number-field [formField]="f.giorni" label="Giorni per commentare" hint="Da 1 a 60." mandatory />
      }
      @if (azione() === 'approva') {
        <app-select-field
          [formField]="f.verbaleId"
          label="Verbale in cui il tavolo lo ha approvato"
          hint="Solo verbali già approvati."
          [options]="verbali()"
          mandatory
        />
        @if (sezioni().length > 0) {
          <app-select-field [formField]="f.sezioneId" label="In quale parte del verbale" [options]="sezioni()" mandatory />
        }
        @if (decisioni().length > 0) {
          <app-select-field
            [formField]="f.decisione"
            label="Decisione (facoltativa)"
            empty="Sta nel testo, non in una decisione"
            [options]="decisioni()"
          />
        }
      }
      @if (inAnticipo(); as fino) {
        <p class="alert alert-warning">Chi siede al tavolo può commentare fino a {{ fino | dataOra }}.</p>
        <app-text-area
          [formField]="f.motivazione"
          label="Motivo dell’anticipo"
          hint="Resta scritto nell’elaborato e nel suo PDF: lo leggono tutti."
          [rows]="4"
          [limit]="2000"
          mandatory
        />
      } @else if (motivata()) {
        <app-text-area [formField]="f.motivazione" label="Motivo" [rows]="4" [limit]="2000" mandatory />
      }
      <p class="form-actions">
        <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">{{ parole().label }}</button>
        <button type="button" class="btn btn-outline-primary" (click)="lascia.emit()">Lascia stare</button>
      </p>
    </form>
  `,
})
export class PassoElaborato implements OnInit {
  readonly ambito = input.required<string>();
  readonly elaborato = input.required<ElaboratoView>();
  readonly azione = input.required<AzioneElaborato>();
  /** Done before the writing ends. @throws ProblemError that says what is not saved */
  readonly prima = input<() => Promise<void>>(() => Promise.resolve());
  readonly fatto = output();
  readonly lascia = output();
  protected readonly model = signal<Model>({ giorni: GIORNI_CONSULTAZIONE, motivazione: '', verbaleId: '', sezioneId: '', decisione: '' });
  protected readonly f = form(this.model, path =>
    validateStandardSchema(
      path,
      z.custom<Model>().superRefine((m, ctx) => {
        for (const { path: dove, message } of this.#problemi(m)) ctx.addIssue({ code: 'custom', path: [...dove], message, input: m });
      }),
    ),
  );
  protected readonly parole = computed(() => AZIONI[this.azione()]);
  protected readonly motivata = computed(() => ELABORATO[this.azione()].motivata === true);
  /** Until when comments are taken, where this step would not wait for it. */
  protected readonly inAnticipo = computed(() => {
    const { consultazioneFinoAt: fino } = this.elaborato();
    return this.azione() === 'approva' && fino !== null && new Date(fino) > new Date() ? fino : null;
  });
  readonly #fonti = fontiPossibiliResource(this.ambito, () => (this.azione() === 'approva' ? this.elaborato().id : undefined));
  readonly #verbale = computed(() => this.#fonti.value()?.verbali.find(v => v.id === this.model().verbaleId));
  protected readonly verbali = computed(() =>
    (this.#fonti.value()?.verbali ?? []).filter(v => v.approvato).map(v => ({ value: v.id, label: v.titolo })),
  );
  protected readonly sezioni = computed(() => (this.#verbale()?.sezioni ?? []).map(s => ({ value: s.id, label: s.titolo })));
  protected readonly decisioni = computed(() =>
    (this.#verbale()?.sezioni.find(s => s.id === this.model().sezioneId)?.decisioni ?? []).map((label, i) => ({ value: String(i), label })),
  );
  readonly #commands = elaboratiCommands();
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly invio = submission(this.f, async () => {
    await this.prima()();
    // What was saved a moment ago gave the elaborato no new version: only its parts have theirs.
    await this.#commands.esegui(this.ambito(), this.elaborato(), this.azione(), this.#input(this.model()));
    this.#annunci.notify(this.parole().fatto);
    this.fatto.emit();
  });

  ngOnInit(): void {
    setTimeout(() => this.#host.nativeElement.querySelector<HTMLElement>('h2')?.focus());
  }

  #input(m: Model): ElaboratoAzioneInput {
    if (this.azione() === 'apri_consultazione') return { giorni: m.giorni ?? 0 };
    if (this.azione() === 'approva')
      return {
        approvazione: { verbaleId: m.verbaleId, sezioneId: m.sezioneId, decisione: m.decisione === '' ? null : Number(m.decisione) },
        ...(this.inAnticipo() === null ? {} : { motivazione: m.motivazione }),
      };
    return this.motivata() ? { motivazione: m.motivazione } : {};
  }

  #problemi(m: Model): { path: readonly PropertyKey[]; message: string }[] {
    if (this.azione() === 'approva') {
      if (m.verbaleId === '') return [{ path: ['verbaleId'], message: 'Scegli il verbale in cui il tavolo lo ha approvato.' }];
      if (m.sezioneId === '') return [{ path: ['sezioneId'], message: 'Scegli in quale parte del verbale.' }];
    }
    return ElaboratoAzioneInput.safeParse(this.#input(m)).error?.issues ?? [];
  }
}
