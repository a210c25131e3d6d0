import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { DirettoInput, ETICHETTE_NATURA, NATURE_DIRETTE } from '@tavoli/shared';
import * as z from 'zod';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { RadioGroup } from '../ui/fields/radio-group';
import { SelectField } from '../ui/fields/select-field';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { FormBar } from '../ui/forms/form-bar';
import { submission } from '../ui/forms/submission';
import { direttiCommands, entiDaInvitare } from './diretti.api';
import { esitiInParole } from './esiti';
import { PostiFields, postiVuoti } from './posti-fields';

const ENTE_VUOTO = {
  denominazione: '',
  naturaGiuridica: '' as (typeof NATURE_DIRETTE)[number] | '',
  codiceFiscale: '',
  codiceIpa: '',
  pec: '',
  email: '',
};
const VUOTO = { chi: 'presente' as 'presente' | 'nuovo', cerca: '', enteId: '', nuovo: ENTE_VUOTO, posti: postiVuoti() };
type Model = typeof VUOTO;

const inviato = ({ chi, enteId, nuovo, posti }: Model) =>
  chi === 'nuovo' ? { enteId: null, nuovo, ...posti } : { enteId: enteId || null, nuovo: null, ...posti };
/** The schema of the API over the shape of the form: fields of the seats stand in a group of their own. */
const DirettoForm = z.unknown().superRefine((model, ctx) => {
  const m = model as Model;
  const esito = DirettoInput.safeParse(inviato(m));
  for (const issue of esito.error?.issues ?? []) {
    const [primo] = issue.path;
    const suo = primo === 'enteId' || primo === 'nuovo';
    ctx.addIssue({ code: 'custom', message: issue.message, path: suo ? [...issue.path] : ['posti', ...issue.path] });
  }
});

const CHI = [
  { value: 'presente', label: 'È già nel portale' },
  { value: 'nuovo', label: 'Non c’è ancora', hint: 'Bastano pochi dati: il resto lo scriverà l’ente, se vuole.' },
] as const;

/** Invites one ente to some tavoli, without an avviso. */
@Component({
  selector: 'app-diretto-form-page',
  imports: [FormBar, Busy, ErrorSummary, FormField, PostiFields, RadioGroup, RouterLink, SelectField, TextField],
  template: `
    <div class="container section">
      <h1>Invita un ente</h1>
      <p class="lead">L’ente riceve un messaggio e nomina chi lo rappresenta da un collegamento, senza account. Ha 30 giorni.</p>
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <app-radio-group [formField]="f.chi" label="L’ente" [options]="chi" mandatory />
        @if (model().chi === 'presente') {
          <app-text-field [formField]="f.cerca" label="Cerca tra gli enti verificati" hint="Una parte del nome, o il codice fiscale." />
          <app-select-field [formField]="f.enteId" label="Ente" [options]="enti()" mandatory />
        } @else {
          <app-text-field [formField]="f.nuovo.denominazione" label="Denominazione" mandatory />
          <app-select-field [formField]="f.nuovo.naturaGiuridica" label="Che cos’è" [options]="nature" mandatory />
          <app-text-field [formField]="f.nuovo.codiceFiscale" label="Codice fiscale" mandatory />
          <app-text-field
            [formField]="f.nuovo.codiceIpa"
            label="Codice IPA (facoltativo)"
            hint="Quello dell’Indice delle pubbliche amministrazioni."
          />
          <app-text-field [formField]="f.nuovo.pec" label="PEC" type="email" mandatory />
          <app-text-field
            [formField]="f.nuovo.email"
            label="Altra e-mail (facoltativa)"
            type="email"
            hint="Il messaggio arriva anche qui."
          />
        }
        <app-posti-fields [ambito]="ambito()" [posti]="f.posti" />
        <app-form-bar [form]="f" [submission]="invio">
          <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Manda l’invito</button>
          <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'posti-diretti']">Torna indietro</a>
        </app-form-bar>
      </form>
    </div>
  `,
})
export class DirettoFormPage {
  readonly ambito = input.required<string>();
  protected readonly chi = CHI;
  protected readonly nature = NATURE_DIRETTE.map(value => ({ value, label: ETICHETTE_NATURA[value] }));
  protected readonly model = signal<Model>({ ...VUOTO, posti: postiVuoti() });
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => DirettoForm));
  readonly #enti = entiDaInvitare(this.ambito, () => this.model().cerca.trim());
  protected readonly enti = computed(() => (this.#enti.value()?.items ?? []).map(e => ({ value: e.id, label: e.denominazione })));
  readonly #commands = direttiCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const creati = await this.#commands.crea(this.ambito(), DirettoInput.parse(inviato(this.model())), idempotencyKey);
    this.f().reset({ ...VUOTO, posti: postiVuoti() });
    this.#annunci.notify(esitiInParole(creati));
    await this.#router.navigate(['/', this.ambito(), 'area', 'posti-diretti']);
  });
}
