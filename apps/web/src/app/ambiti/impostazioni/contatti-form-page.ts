import { Component, inject, input } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { ContattiAmbitoInput, type ImpostazioniView } from '@tavoli/shared';
import * as z from 'zod';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { NumberField } from '../../ui/fields/number-field';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { FormBar } from '../../ui/forms/form-bar';
import { FormIndex } from '../../ui/forms/form-index';
import { submission } from '../../ui/forms/submission';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

const model = (i?: ImpostazioniView) => ({
  nome: i?.nome ?? '',
  contatti: i?.contatti ?? { indirizzo: '', email: '', pec: '', telefono: '' },
  codice: i?.codice ?? '',
  sito: i?.sito ?? '',
  albo: i?.albo ?? '',
  dpo: i?.dpo ?? { nome: '', email: '' },
  patrono: { nome: i?.patrono?.nome ?? '', giorno: i?.patrono?.giorno ?? null, mese: String(i?.patrono?.mese ?? '') },
  dichiarazioneAccessibilita: i?.dichiarazioneAccessibilita ?? '',
});
type Model = ReturnType<typeof model>;

const MESE = new Intl.DateTimeFormat('it-IT', { month: 'long', timeZone: 'UTC' });
const MESI = Array.from({ length: 12 }, (_, n) => ({ value: String(n + 1), label: MESE.format(new Date(Date.UTC(2024, n, 1))) }));

/** The schema of the API over the shape of the form: of who protects data and of the patron, all or nothing. */
const Schema = z.preprocess(m => {
  const { dpo, patrono, ...rest } = m as Model;
  const { nome, giorno, mese } = patrono;
  return {
    ...rest,
    dpo: dpo.nome === '' && dpo.email === '' ? null : dpo,
    patrono: nome === '' && giorno === null && mese === '' ? null : { nome, giorno, mese: mese === '' ? null : Number(mese) },
  };
}, ContattiAmbitoInput);

/** The name of the ambito, how to reach it, and what the law asks it to say. */
@Component({
  selector: 'app-contatti-form-page',
  imports: [FormBar, FormIndex, Busy, ErrorSummary, FormField, NumberField, ResourceState, SelectField, TextField],
  template: `
    <div class="container section">
      <h1>Nome e contatti</h1>
      @if (impostazioni.hasValue()) {
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-form-index />
          <app-text-field
            [formField]="f.nome"
            label="Nome breve"
            hint="Il luogo, come lo dice chi ci abita. Il nome completo è tra le parole."
            mandatory
          />
          <app-text-field
            [formField]="f.codice"
            label="Codice dell’ambito (facoltativo)"
            hint="Per esempio S3 o D46, se la Regione ne dà uno."
          />
          <h2 class="h4 mt-5">Contatti</h2>
          <app-text-field [formField]="f.contatti.indirizzo" label="Indirizzo" mandatory />
          <app-text-field
            [formField]="f.contatti.email"
            label="E-mail"
            type="email"
            hint="Qui arrivano le risposte ai messaggi del portale."
            mandatory
          />
          <app-text-field [formField]="f.contatti.pec" label="PEC" type="email" mandatory />
          <app-text-field [formField]="f.contatti.telefono" label="Telefono" type="tel" mandatory />
          <app-text-field [formField]="f.sito" label="Sito (facoltativo)" hint="Comincia con https://" />
          <app-text-field
            [formField]="f.albo"
            label="Albo pretorio (facoltativo)"
            hint="L’indirizzo della pagina dell’albo dell’ente capofila."
          />
          <h2 class="h4 mt-5">Protezione dei dati</h2>
          <p>Chi è responsabile della protezione dei dati (DPO): la pagina della privacy lo dice a chi vuole scrivergli.</p>
          <app-text-field [formField]="f.dpo.nome" label="Nome" />
          <app-text-field [formField]="f.dpo.email" label="E-mail del responsabile" type="email" />
          <h2 class="h4 mt-5">Santo patrono</h2>
          <p>Quel giorno gli uffici sono chiusi: chi prepara un incontro lo viene a sapere, come per le altre feste.</p>
          <app-text-field [formField]="f.patrono.nome" label="Nome del santo (facoltativo)" hint="Per esempio: San Siro." />
          <div class="fields-grid">
            <app-number-field [formField]="f.patrono.giorno" label="Giorno della festa" />
            <app-select-field [formField]="f.patrono.mese" label="Mese della festa" [options]="mesi" />
          </div>
          <h2 class="h4 mt-5">Accessibilità</h2>
          <p>
            L’ente compila la dichiarazione con il modulo dell’Agenzia per l’Italia Digitale, ogni anno. Scrivi qui l’indirizzo che AgID
            assegna: la pagina dell’accessibilità vi rimanda.
          </p>
          <app-text-field [formField]="f.dichiarazioneAccessibilita" label="Indirizzo della dichiarazione (facoltativo)" />
          <app-form-bar [form]="f" [submission]="invio"
            ><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva</button></app-form-bar
          >
        </form>
      } @else {
        <app-resource-state [of]="impostazioni" />
      }
    </div>
  `,
})
export class ContattiFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly model = formModel(this.impostazioni.value, model);
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => Schema as never));
  protected readonly mesi = MESI;
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.salva('contatti', Schema.parse(this.model()));
    this.#annunci.notify('Salvato.');
  });
}
