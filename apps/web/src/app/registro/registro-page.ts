import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { FoglioPipe } from '../ui/words/foglio';
import { EmptyState } from '../ui/empty-state';
import { DateField } from '../ui/fields/date-field';
import { optionsOf } from '../ui/fields/option';
import { SelectField } from '../ui/fields/select-field';
import { TextField } from '../ui/fields/text-field';
import { NIENTE_DA_PERDERE, submission } from '../ui/forms/submission';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { AttoRegistro } from './atto-registro';
import { registroFile, registroList } from './registro.api';
import { OGGETTI } from './registro.labels';

const vuoto = (value: string | undefined): string => value ?? '';

/** The hash-chained register of the ambito, latest act first: all of it, or what concerns a thing, a person, an ente, a tavolo, an incontro. */
@Component({
  selector: 'app-registro-page',
  imports: [FoglioPipe, AttoRegistro, DateField, EmptyState, FormField, Pager, ResourceState, RouterLink, SelectField, TextField],
  template: `
    <div class="container section">
      <h1>Registro degli atti</h1>
      <p class="lead">Ogni atto porta l’impronta di quello prima: se qualcuno ne cambiasse o togliesse uno, la verifica lo direbbe.</p>
      <form class="filters" role="search" aria-label="Cerca nel registro" (submit)="cerca.submit($event)">
        <app-text-field [formField]="f.q" label="Parole" type="search" hint="Di chi ha agito, del motivo, di ciò che è cambiato." />
        <app-select-field [formField]="f.tipo" label="Su che cosa" empty="Tutto" [options]="tipi" />
        <app-date-field [formField]="f.dal" label="Dal" />
        <app-date-field [formField]="f.al" label="Al" />
        <p class="filters-more"><button type="submit" class="btn btn-primary">Cerca</button></p>
      </form>
      @if (ristretto(); as detto) {
        <p>
          {{ detto }}
          <a [routerLink]="[]">Mostra tutto il registro</a>
        </p>
      }
      @if (registro.ready() && registro.items().length > 0) {
        <p>
          <a [href]="csv() | foglio" download>Scarica (Excel)</a> · <a [href]="csv()" download>Scarica (CSV)</a> ·
          <a [href]="pdf()" download>Scarica il documento firmato (PDF)</a>
        </p>
        <ol class="list-rows">
          @for (atto of registro.items(); track atto.numero) {
            <li><app-atto-registro [ambito]="ambito()" [atto]="atto" /></li>
          }
        </ol>
        <app-pager [list]="registro" label="Carica gli atti precedenti" />
      } @else if (registro.ready()) {
        @if (filtrato()) {
          <app-empty-state title="Nessun atto con questi filtri"><p>Prova con altre parole o con altri giorni.</p></app-empty-state>
        } @else {
          <app-empty-state title="Nessun atto ancora"><p>Il registro comincia con il primo atto dell’ambito.</p></app-empty-state>
        }
      } @else {
        <app-resource-state [of]="registro" />
      }
    </div>
  `,
})
export class RegistroPage {
  readonly ambito = input.required<string>();
  readonly q = input('', { transform: vuoto });
  readonly tipo = input('', { transform: vuoto });
  readonly dal = input('', { transform: vuoto });
  readonly al = input('', { transform: vuoto });
  readonly persona = input('', { transform: vuoto });
  readonly oggetto = input('', { transform: vuoto });
  readonly ente = input('', { transform: vuoto });
  readonly tavolo = input('', { transform: vuoto });
  readonly incontro = input('', { transform: vuoto });
  protected readonly filtri = computed(() => ({
    q: this.q(),
    tipo: this.tipo(),
    dal: this.dal(),
    al: this.al(),
    persona: this.persona(),
    oggetto: this.oggetto(),
    ente: this.ente(),
    tavolo: this.tavolo(),
    incontro: this.incontro(),
  }));
  protected readonly filtrato = computed(() => Object.values(this.filtri()).some(v => v !== ''));
  protected readonly registro = registroList(this.ambito, this.filtri);
  protected readonly csv = computed(() => registroFile(this.ambito(), '.csv', this.filtri()));
  protected readonly pdf = computed(() => registroFile(this.ambito(), '.pdf', this.filtri()));
  protected readonly tipi = optionsOf(OGGETTI);
  /** Whose timeline it is. */
  protected readonly ristretto = computed(() => {
    const { persona, oggetto, ente, tavolo, incontro } = this.filtri();
    if (ente !== '') return 'Solo ciò che riguarda un ente.';
    if (tavolo !== '') return 'Solo ciò che riguarda un tavolo.';
    if (incontro !== '') return 'Solo ciò che riguarda un incontro.';
    if (oggetto !== '') return 'Solo gli atti su una cosa.';
    return persona !== '' ? 'Solo gli atti di una persona.' : '';
  });
  protected readonly model = linkedSignal(() => ({ q: this.q(), tipo: this.tipo(), dal: this.dal(), al: this.al() }));
  protected readonly f = form(this.model);
  readonly #router = inject(Router);
  protected readonly cerca = submission(this.f, () => this.#vai(), NIENTE_DA_PERDERE);

  #vai(): Promise<boolean> {
    const queryParams = Object.fromEntries(Object.entries({ ...this.filtri(), ...this.model() }).map(([k, v]) => [k, v || null]));
    return this.#router.navigate([], { queryParams });
  }
}
