import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { applyEach, form, validateStandardSchema, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type ComuneDaInvitareView, DirettiComuniInput } from '@tavoli/shared';
import * as z from 'zod';
import { ResourceState } from '../page/resource-state';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { comuniDaInvitare, direttiCommands } from './diretti.api';
import { esitiInParole } from './esiti';
import { PostiFields, type PostiModel, postiVuoti } from './posti-fields';

interface ComuneModel {
  scelto: boolean;
  istat: string;
  nome: string;
  noto: boolean;
  codiceFiscale: string;
  pec: string;
}
interface Model {
  comuni: ComuneModel[];
  posti: PostiModel;
}

const scelti = ({ comuni }: Model) => comuni.filter(c => c.scelto);
const inviato = (m: Model) => ({
  comuni: scelti(m).map(({ istat, noto, codiceFiscale, pec }) => ({
    istat,
    codiceFiscale: noto ? null : codiceFiscale,
    pec: noto ? null : pec,
  })),
  ...m.posti,
});
const UnComune = z.unknown().superRefine((model, ctx) => {
  const { scelto, noto, nome, codiceFiscale, pec } = model as ComuneModel;
  if (!scelto || noto) return;
  if (codiceFiscale.trim() === '')
    ctx.addIssue({ code: 'custom', path: ['codiceFiscale'], message: `Scrivi il codice fiscale del Comune di ${nome}.` });
  if (pec.trim() === '') ctx.addIssue({ code: 'custom', path: ['pec'], message: `Scrivi la PEC del Comune di ${nome}.` });
});
const Form = z.unknown().superRefine((model, ctx) => {
  const m = model as Model;
  const quale = (n: number) => m.comuni.indexOf(scelti(m)[n] as ComuneModel);
  for (const { path, message } of DirettiComuniInput.safeParse(inviato(m)).error?.issues ?? []) {
    const [primo, n, ...resto] = path;
    if (primo !== 'comuni') ctx.addIssue({ code: 'custom', message, path: ['posti', ...path] });
    else if (typeof n === 'number') ctx.addIssue({ code: 'custom', message, path: ['comuni', quale(n), ...resto] });
    else ctx.addIssue({ code: 'custom', message, path: ['comuni'] });
  }
});

/** Invites all the comuni of the ambito in one step: what is not known of one is asked here. */
@Component({
  selector: 'app-comuni-form-page',
  imports: [Busy, CheckboxField, ErrorSummary, FormField, PostiFields, ResourceState, RouterLink, TextField],
  template: `
    <div class="container section">
      <h1>Invita i comuni</h1>
      @if (comuni.hasValue()) {
        <p class="lead">Ogni comune riceve un messaggio e nomina chi lo rappresenta da un collegamento, senza account. Ha 30 giorni.</p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          @for (comune of f.comuni; track $index) {
            @let m = model().comuni[$index];
            <fieldset class="fieldset-card">
              <legend class="h6">{{ m?.nome }}</legend>
              <app-checkbox-field [formField]="comune.scelto" [label]="'Invita ' + (m?.nome ?? '')" />
              @if (m?.scelto && !m?.noto) {
                <div class="fields-grid">
                  <app-text-field [formField]="comune.codiceFiscale" label="Codice fiscale" mandatory />
                  <app-text-field [formField]="comune.pec" label="PEC" type="email" mandatory />
                </div>
              }
            </fieldset>
          }
          <app-posti-fields [ambito]="ambito()" [posti]="f.posti" />
          <p class="form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Manda gli inviti</button>
            <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'posti-diretti']">Torna indietro</a>
          </p>
        </form>
      } @else {
        <app-resource-state [of]="comuni" />
      }
    </div>
  `,
})
export class ComuniFormPage {
  readonly ambito = input.required<string>();
  protected readonly comuni = comuniDaInvitare(this.ambito);
  protected readonly model = signal<Model>({ comuni: [], posti: postiVuoti() });
  protected readonly f = form(this.model, path => {
    applyEach(path.comuni, comune => validateStandardSchema(comune, () => UnComune));
    validateStandardSchema(path, () => Form);
  });
  readonly #commands = direttiCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const creati = await this.#commands.comuni(this.ambito(), DirettiComuniInput.parse(inviato(this.model())), idempotencyKey);
    this.f().reset(this.model());
    this.#annunci.notify(esitiInParole(creati));
    await this.#router.navigate(['/', this.ambito(), 'area', 'posti-diretti']);
  });

  constructor() {
    effect(() => {
      const letti = this.comuni.value()?.items;
      if (letti) untracked(() => this.#open(letti));
    });
  }

  #open(letti: readonly ComuneDaInvitareView[]): void {
    if (this.model().comuni.length > 0) return;
    const comuni = letti.map(({ istat, nome, ente }) => ({ scelto: true, istat, nome, noto: ente !== null, codiceFiscale: '', pec: '' }));
    this.f().reset({ ...this.model(), comuni });
  }
}
