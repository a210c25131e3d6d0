import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { CapofilaInput, ETICHETTE_CAPOFILA, type TipoCapofila } from '@tavoli/shared';
import { ParolePipe } from '../../page/parole';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DateField } from '../../ui/fields/date-field';
import { optionsOf } from '../../ui/fields/option';
import { SelectField } from '../../ui/fields/select-field';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { submission } from '../../ui/forms/submission';
import { periodoInParole } from './periodo';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

const VUOTO = { tipo: '' as TipoCapofila | '', nome: '', dal: '', atto: '', motivazione: '' };

/** Who leads the ambito, since when and by which act; who did before. */
@Component({
  selector: 'app-capofila-form-page',
  imports: [Busy, DateField, ErrorSummary, FormField, ParolePipe, ResourceState, SelectField, TextArea, TextField],
  template: `
    <div class="container section">
      <h1>{{ '[Capofila]' | parole }}</h1>
      @if (impostazioni.hasValue()) {
        <ul class="list-rows">
          @for (c of impostazioni.value().capofila.toReversed(); track $index) {
            <li class="row-item">
              <div class="row-main">
                <strong>{{ c.nome }}</strong>{{ $first ? ', adesso' : '' }}<br />
                <span class="text-muted"
                  >{{ periodo(c) }}{{ c.atto === null ? '' : ' · ' + c.atto }}{{ c.motivo === null ? '' : ' · ' + c.motivo }}</span
                >
              </div>
            </li>
          }
        </ul>
        <h2 class="h4 mt-5">Cambia l’ente capofila</h2>
        <p>
          Vale dal giorno che indichi, oggi o prima. Chi governa l’ambito riceve un messaggio; quello che è stato scritto prima non cambia.
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-select-field [formField]="f.tipo" label="Che ente è" [options]="tipi" mandatory />
          <app-text-field [formField]="f.nome" label="Nome completo" hint="Per esempio Comune di Pavia." mandatory />
          <app-date-field [formField]="f.dal" label="Da quando" mandatory />
          <app-text-field [formField]="f.atto" label="Atto (facoltativo)" hint="Per esempio Deliberazione n. 12 del 3 marzo 2026." />
          <app-text-area [formField]="f.motivazione" label="Motivo" [rows]="3" mandatory />
          <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Cambia il capofila</button></p>
        </form>
      } @else {
        <app-resource-state [of]="impostazioni" />
      }
    </div>
  `,
})
export class CapofilaFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly model = signal(VUOTO);
  protected readonly f = form(this.model, path => validateStandardSchema(path, CapofilaInput as never));
  protected readonly tipi = optionsOf(ETICHETTE_CAPOFILA);
  protected readonly periodo = periodoInParole;
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.cambia('capofila', CapofilaInput.parse(this.model()));
    this.f().reset(VUOTO);
    this.#annunci.notify('Capofila cambiato.');
  });
}
