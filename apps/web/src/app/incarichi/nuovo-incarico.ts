import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { chiHa, conOrigine, delTavolo, formatData, RUOLI_DALL_AMBITO, RUOLO, type IncaricoView } from '@tavoli/shared';
import { Parole } from '../page/parole';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DateField } from '../ui/fields/date-field';
import { RadioGroup } from '../ui/fields/radio-group';
import { SelectField } from '../ui/fields/select-field';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { FormBar } from '../ui/forms/form-bar';
import { submission } from '../ui/forms/submission';
import { verbaliResource } from '../verbali/verbali.api';
import { incarichiCommands } from './incarichi.api';
import { INCARICO_VUOTO, IncaricoForm, ORIGINI } from './incarico.model';

/** Gives an incarico; who has no account is invited by mail. */
@Component({
  selector: 'app-nuovo-incarico',
  imports: [Busy, FormBar, DateField, ErrorSummary, FormField, RadioGroup, SelectField, TextField],
  template: `
    <form class="form-narrow" novalidate (submit)="invio.submit($event)">
      <app-error-summary [form]="f" [submission]="invio" />
      <app-text-field
        [formField]="f.email"
        label="E-mail della persona"
        type="email"
        hint="Se non ha ancora un account, lo crea dal messaggio che riceve."
        mandatory
      />
      <app-radio-group [formField]="f.ruolo" label="Incarico" [options]="ruoli()" mandatory />
      @if (delTavolo()) {
        <app-select-field [formField]="f.tavoloId" label="Tavolo" [options]="tavoli()" mandatory />
      }
      @if (conOrigine()) {
        <app-radio-group [formField]="f.origine" label="Da che cosa nasce l’incarico" [options]="origini" mandatory />
      }
      @if (conVerbale()) {
        <app-select-field
          [formField]="f.verbaleId"
          label="Verbale in cui il tavolo ha scelto"
          [options]="verbali()"
          empty="Nessuno"
          hint="Se c’è: chi legge l’incarico sa quando il tavolo ha deciso."
        />
      }
      <fieldset class="fieldset-card">
        <legend class="h5">Atto e durata</legend>
        <p>Puoi lasciare vuoto quello che non sai: senza date l’incarico comincia oggi e dura un anno.</p>
        <app-text-field [formField]="f.atto.numero" label="Numero dell’atto (facoltativo)" hint="Per esempio 152, o DET/2027/152." />
        <app-date-field [formField]="f.atto.data" label="Data dell’atto (facoltativa)" />
        <app-date-field [formField]="f.dal" label="Comincia (facoltativo)" />
        <app-date-field
          [formField]="f.scadeIl"
          label="Ultimo giorno (facoltativo)"
          hint="60 giorni prima arriva un messaggio a te e alla persona: puoi rinnovarlo."
        />
        <app-text-field
          [formField]="f.comuneDi"
          label="Comune o ente per cui lavora (facoltativo)"
          hint="Per esempio Comune di Crosia, o Azienda sanitaria."
        />
      </fieldset>
      <app-form-bar [form]="f" [submission]="invio" verbo="inviato">
        <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Affida l’incarico</button>
      </app-form-bar>
    </form>
  `,
})
export class NuovoIncarico {
  readonly ambito = input.required<string>();
  readonly tavoli = input.required<readonly { readonly value: string; readonly label: string }[]>();
  readonly dato = output<IncaricoView>();
  readonly #parole = inject(Parole);
  protected readonly ruoli = computed(() =>
    RUOLI_DALL_AMBITO.map(ruolo => {
      const { label, hint } = RUOLO[ruolo].incarico.scelta;
      return { value: ruolo, label: this.#parole.di(label), hint: this.#parole.di(hint) };
    }),
  );
  /** Whether the role chosen is of one tavolo: it is asked which. */
  protected readonly delTavolo = computed(() => delTavolo(this.model().ruolo));
  /** Whether it is asked where the incarico comes from, and where the tavolo chose, in which verbale. */
  protected readonly conOrigine = computed(() => conOrigine(this.model().ruolo));
  protected readonly origini = ORIGINI;
  protected readonly conVerbale = computed(
    () => this.conOrigine() && this.model().origine === 'scelta_del_tavolo' && this.verbali().length > 0,
  );
  readonly #verbali = verbaliResource(this.ambito, () =>
    this.conOrigine() && this.model().origine === 'scelta_del_tavolo' ? this.model().tavoloId || undefined : undefined,
  );
  protected readonly verbali = computed(() =>
    (this.#verbali.value()?.items ?? []).map(v => ({
      value: v.id,
      label: `${v.incontro.titolo}, ${formatData(new Date(v.incontro.inizioAt))}`,
    })),
  );
  protected readonly model = signal(INCARICO_VUOTO);
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => IncaricoForm));
  readonly #commands = incarichiCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const dato = await this.#commands.assegna(this.ambito(), IncaricoForm.parse(this.model()), idempotencyKey);
    this.f().reset(INCARICO_VUOTO);
    this.#annunci.notify(
      dato.invitato
        ? `Invito mandato a ${dato.email}: l’incarico comincia quando avrà creato il suo account.`
        : `Incarico affidato a ${chiHa(dato)}.`,
    );
    this.dato.emit(dato);
  });
}
