import { Component, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { ContattiAmbitoInput, type ImpostazioniView } from '@tavoli/shared';
import * as z from 'zod';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { submission } from '../../ui/forms/submission';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

const model = (i?: ImpostazioniView) => ({
  nome: i?.nome ?? '',
  contatti: i?.contatti ?? { indirizzo: '', email: '', pec: '', telefono: '' },
  codice: i?.codice ?? '',
  sito: i?.sito ?? '',
  albo: i?.albo ?? '',
  dpo: i?.dpo ?? { nome: '', email: '' },
  dichiarazioneAccessibilita: i?.dichiarazioneAccessibilita ?? '',
});
type Model = ReturnType<typeof model>;

/** The schema of the API over the shape of the form: of who protects data, both or nothing. */
const Schema = z.preprocess(m => {
  const { dpo, ...rest } = m as Model;
  return { ...rest, dpo: dpo.nome === '' && dpo.email === '' ? null : dpo };
}, ContattiAmbitoInput);

/** The name of the ambito, how to reach it, and what the law asks it to say. */
@Component({
  selector: 'app-contatti-form-page',
  imports: [Busy, ErrorSummary, FormField, ResourceState, TextField],
  template: `
    <div class="container section">
      <h1>Nome e contatti</h1>
      @if (impostazioni.hasValue()) {
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
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
          <h2 class="h4 mt-5">Accessibilità</h2>
          <p>
            L’ente compila la dichiarazione con il modulo dell’Agenzia per l’Italia Digitale, ogni anno. Scrivi qui l’indirizzo che AgID
            assegna: la pagina dell’accessibilità vi rimanda.
          </p>
          <app-text-field [formField]="f.dichiarazioneAccessibilita" label="Indirizzo della dichiarazione (facoltativo)" />
          <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva</button></p>
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
  protected readonly model = linkedSignal<Model>(() => model(this.impostazioni.value()));
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => Schema as never));
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.salva('contatti', Schema.parse(this.model()));
    this.#annunci.notify('Salvato.');
  });
}
