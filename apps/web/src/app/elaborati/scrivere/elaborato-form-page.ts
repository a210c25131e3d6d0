import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  type ChiScrive,
  ElaboratoInput,
  type ElaboratoView,
  ETICHETTE_TIPO_ELABORATO,
  MODELLI,
  TIPI_ELABORATO,
  type TipoElaborato,
} from '@tavoli/shared';
import * as z from 'zod';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { RadioGroup } from '../../ui/fields/radio-group';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { elaboratiCommands, elaboratoResource } from '../elaborati.api';

interface Model {
  tipo: TipoElaborato | '';
  titolo: string;
  scrivono: ChiScrive;
}

const AIUTO: Readonly<Record<TipoElaborato, string>> = {
  analisi_bisogni: 'Com’è il territorio, che cosa manca, con i dati.',
  priorita: 'Che cosa viene prima, e perché.',
  obiettivo: 'Che cosa si vuole cambiare. Le schede di progetto gli si collegano.',
  scheda_progetto: 'Un progetto: azioni, comuni, tempi, risorse, indicatori.',
  documento_libero: 'Un testo senza uno schema.',
  file: 'Un PDF fatto altrove.',
};

/** A new elaborato of a tavolo, or title and writers of one. */
@Component({
  selector: 'app-elaborato-form-page',
  imports: [Busy, ErrorSummary, FormField, RadioGroup, RouterLink, TextField],
  template: `
    <div class="container section">
      <h1>{{ id() === undefined ? 'Nuovo elaborato' : 'Titolo e chi scrive' }}</h1>
      @if (id() === undefined) {
        <p class="lead">Scegli che cosa scrivere: ogni tipo ha le sue parti, e il portale dice che cosa manca.</p>
      }
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        @if (id() === undefined) {
          <app-radio-group [formField]="f.tipo" label="Che cosa scrivi" [options]="tipi" mandatory />
        }
        <app-text-field [formField]="f.titolo" label="Titolo" mandatory />
        <app-radio-group [formField]="f.scrivono" label="Chi può scrivere" [options]="chi" mandatory />
        <p class="form-actions">
          <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">
            {{ id() === undefined ? 'Comincia a scrivere' : 'Salva' }}
          </button>
          <a class="btn btn-outline-primary" [routerLink]="indietro()">Torna indietro</a>
        </p>
      </form>
    </div>
  `,
})
export class ElaboratoFormPage {
  readonly ambito = input.required<string>();
  /** Slug of the tavolo, for a new one. */
  readonly tavolo = input<string | undefined>(undefined);
  readonly id = input<string | undefined>(undefined, { alias: 'elaborato' });
  readonly #elaborato = elaboratoResource(this.ambito, this.id);
  protected readonly tipi = TIPI_ELABORATO.map(value => ({
    value,
    label: ETICHETTE_TIPO_ELABORATO[value],
    hint: `${AIUTO[value]}${MODELLI[value].length > 0 ? ` Parti: ${MODELLI[value].map(m => m.titolo).join(', ')}.` : ''}`,
  }));
  protected readonly chi = [
    { value: 'staff', label: 'Il referente e il coordinatore' },
    {
      value: 'rappresentanti',
      label: 'Anche chi siede al tavolo',
      hint: 'Finché è in scrittura. Due persone non scrivono mai nella stessa parte.',
    },
  ] as const;
  protected readonly model = signal<Model>({ tipo: '', titolo: '', scrivono: 'staff' });
  protected readonly f = form(this.model, path =>
    validateStandardSchema(
      path,
      z.custom<Model>().superRefine((m, ctx) => {
        for (const { path: dove, message } of ElaboratoInput.safeParse(m).error?.issues ?? [])
          ctx.addIssue({ code: 'custom', path: dove, message, input: m });
      }),
    ),
  );
  protected readonly indietro = computed(() =>
    this.id() === undefined
      ? ['/', this.ambito(), 'area', 'tavoli', this.tavolo() ?? '', 'elaborati']
      : ['/', this.ambito(), 'area', 'elaborati', this.id() ?? ''],
  );
  readonly #commands = elaboratiCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  #letto: ElaboratoView | null = null;

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const { tipo, titolo, scrivono } = this.model();
    const salvato = this.#letto
      ? await this.#commands.modifica(this.ambito(), this.#letto, { titolo, scrivono })
      : await this.#commands.crea(this.ambito(), this.tavolo() ?? '', ElaboratoInput.parse({ tipo, titolo, scrivono }), idempotencyKey);
    this.#annunci.notify(this.#letto ? 'Salvato.' : 'Elaborato creato: scrivi le sue parti, si salvano da sole.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'elaborati', salvato.id]);
  });

  constructor() {
    effect(() => {
      const e = this.id() === undefined ? undefined : this.#elaborato.value();
      if (e && this.#letto === null)
        untracked(() => {
          this.#letto = e;
          this.model.set({ tipo: e.tipo, titolo: e.titolo, scrivono: e.scrivono });
        });
    });
  }
}
