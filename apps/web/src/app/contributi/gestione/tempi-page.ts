import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { type TempiContributi, TempiContributiInput, type TempiContributiView } from '@tavoli/shared';
import * as z from 'zod';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { NumberField } from '../../ui/fields/number-field';
import { ResourceState } from '../../page/resource-state';
import { submission } from '../../ui/forms/submission';
import { gestioneCommands, tempiResource } from './gestione.api';

type Model = { [K in keyof TempiContributi]: number | null };

/** How long an ambito takes to read and to answer contributi, and how long it keeps what is not published. */
@Component({
  selector: 'app-tempi-page',
  imports: [Busy, ErrorSummary, FormField, NumberField, ResourceState],
  template: `
    <div class="container section">
      @if (tempi.hasValue()) {
        <h1>Termini dei contributi</h1>
        <p class="lead">
          Sono pubblici: chi scrive sa quanto aspetta. Prima che un termine scada il referente riceve un promemoria; se passa, lo sai tu. I
          termini già cominciati non cambiano.
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-number-field
            [formField]="f.giorniModerazione"
            label="Giorni per leggere un contributo"
            hint="Entro quando si pubblica o si respinge."
            mandatory
          />
          <app-number-field
            [formField]="f.giorniRisposta"
            label="Giorni per rispondere"
            hint="Dalla pubblicazione. Si parte da trenta: il termine lo sceglie l’ambito, ed è pubblico."
            mandatory
          />
          <app-number-field
            [formField]="f.giorniRiesame"
            label="Giorni per decidere un riesame"
            hint="Da quando chi ha scritto lo chiede. Anche questo lo sceglie l’ambito."
            mandatory
          />
          <app-number-field
            [formField]="f.giorniDaConfermare"
            label="Giorni per confermare"
            hint="Chi non conferma il messaggio entro questi giorni: il contributo si cancella."
            mandatory
          />
          <app-number-field
            [formField]="f.mesiRespinti"
            label="Mesi in cui si conserva un contributo respinto o ritirato"
            hint="Poi testo e nome si cancellano: restano stato e date."
            mandatory
          />
          <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva i termini</button></p>
        </form>
      } @else {
        <app-resource-state [of]="tempi" />
      }
    </div>
  `,
})
export class TempiPage {
  readonly ambito = input.required<string>();
  protected readonly tempi = tempiResource(this.ambito);
  protected readonly model = signal<Model>({
    giorniModerazione: null,
    giorniRisposta: null,
    giorniRiesame: null,
    mesiRespinti: null,
    giorniDaConfermare: null,
  });
  protected readonly f = form(this.model, path =>
    validateStandardSchema(
      path,
      z.custom<Model>().superRefine((m, ctx) => {
        for (const { path: dove, message } of TempiContributiInput.safeParse(m).error?.issues ?? [])
          ctx.addIssue({ code: 'custom', path: dove, message, input: m });
      }),
    ),
  );
  readonly #commands = gestioneCommands();
  readonly #annunci = inject(Annunci);
  #letti: TempiContributiView | null = null;

  protected readonly invio = submission(this.f, async () => {
    this.#riempi(await this.#commands.regolaTempi(this.ambito(), this.#letti?.version ?? 0, TempiContributiInput.parse(this.model())));
    this.#annunci.notify('Termini salvati: valgono per ciò che comincia da adesso.');
  });

  constructor() {
    effect(() => {
      const letti = this.tempi.value();
      if (letti && this.#letti === null) untracked(() => this.#riempi(letti));
    });
  }

  #riempi(view: TempiContributiView): void {
    this.#letti = view;
    const { version: _, ...tempi } = view;
    this.model.set(tempi);
  }
}
