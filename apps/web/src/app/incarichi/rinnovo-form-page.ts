import { Component, computed, inject, input } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { chiHa, conGiorno, fineDopoIlRinnovo, RinnovoInput, RUOLO, type IncaricoView } from '@tavoli/shared';
import { Parole } from '../page/parole';
import { ResourceState } from '../page/resource-state';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DateField } from '../ui/fields/date-field';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { formModel } from '../ui/forms/form-model';
import { submission } from '../ui/forms/submission';
import { incarichiCommands, incarichiResource } from './incarichi.api';

/** An incarico goes on by an act of its own, after a look at how it went. */
@Component({
  selector: 'app-rinnovo-form-page',
  imports: [Busy, DateField, ErrorSummary, FormField, ResourceState, RouterLink, TextArea, TextField],
  template: `
    <div class="container section">
      <h1>Rinnova l’incarico</h1>
      @if (incarico(); as i) {
        <p class="lead">{{ chi(i) }}: {{ finora(i.scadeIl) }}.</p>
        @if (i.rinnovi.length > 0) {
          <h2 class="h5">Rinnovi già fatti</h2>
          <ul>
            @for (r of i.rinnovi; track r.scadeIl) {
              <li>Fino {{ giorno('al', r.scadeIl) }}, atto n. {{ r.atto.numero }} {{ giorno('del', r.atto.data) }}: {{ r.verifica }}</li>
            }
          </ul>
        }
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-text-area
            [formField]="f.verifica"
            label="Com’è andato l’incarico, e perché continua"
            hint="Resta nella storia dell’incarico."
            [rows]="4"
            mandatory
          />
          <app-text-field [formField]="f.atto.numero" label="Numero dell’atto di rinnovo" mandatory />
          <app-date-field [formField]="f.atto.data" label="Data dell’atto" mandatory />
          <app-date-field [formField]="f.scadeIl" label="Nuovo ultimo giorno" hint="Di solito un anno in più." mandatory />
          <p class="form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Rinnova</button>
            <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'incarichi']">Torna indietro</a>
          </p>
        </form>
      } @else if (incarichi.hasValue()) {
        <p>Questo incarico non c’è più: è finito, o nessuno lo ha ancora preso.</p>
        <p><a [routerLink]="['/', ambito(), 'area', 'incarichi']">Vedi gli incarichi</a></p>
      } @else {
        <app-resource-state [of]="incarichi" />
      }
    </div>
  `,
})
export class RinnovoFormPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'incarico' });
  protected readonly incarichi = incarichiResource(this.ambito);
  protected readonly incarico = computed(() => this.incarichi.value()?.items.find(i => i.id === this.id() && !i.invitato));
  protected readonly model = formModel(this.incarico, i => ({
    atto: { numero: '', data: '' },
    scadeIl: i ? fineDopoIlRinnovo(i.scadeIl) : '',
    verifica: '',
  }));
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => RinnovoInput));
  readonly #commands = incarichiCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  readonly #parole = inject(Parole);
  protected readonly giorno = conGiorno;

  protected readonly invio = submission(this.f, async () => {
    const { scadeIl, ...incarico } = await this.#commands.rinnova(this.ambito(), this.id(), RinnovoInput.parse(this.model()));
    this.#annunci.notify(`L’incarico di ${chiHa(incarico)} continua ${conGiorno('fino al', scadeIl ?? '')}.`);
    await this.#router.navigate(['/', this.ambito(), 'area', 'incarichi']);
  });

  protected chi(i: IncaricoView): string {
    return `${chiHa(i)}, ${this.#parole.di(RUOLO[i.ruolo].parole.uno)}${i.tavolo === null ? '' : ` del tavolo «${i.tavolo.nome}»`}`;
  }

  protected finora(scadeIl: string | null): string {
    return scadeIl === null ? 'l’incarico non ha una fine' : `l’incarico finisce ${conGiorno('il', scadeIl)}`;
  }
}
