import { Component, inject, Injector, input, type OnInit, output, runInInjectionContext } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import type { RegoleTavoloView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { type LocalDraft, localDraft } from '../../ui/drafts/local-draft';
import { NumberField } from '../../ui/fields/number-field';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { formModel } from '../../ui/forms/form-model';
import { FormBar } from '../../ui/forms/form-bar';
import { FormIndex } from '../../ui/forms/form-index';
import { submission } from '../../ui/forms/submission';
import { incontriCommands } from '../incontri.api';
import { CHI_APPROVA, QUORUM } from '../incontri.labels';
import { RegoleFormSchema, regoleInput, regoleModel } from './regole.model';

/** Changes the rules of a tavolo, each with what it means. */
@Component({
  selector: 'app-regole-form',
  imports: [FormBar, FormIndex, Busy, CheckboxField, DraftNotice, ErrorSummary, FormField, NumberField, RadioGroup],
  template: `
    <form class="form-narrow" novalidate (submit)="invio.submit($event)">
      @if (draft) {
        <app-draft-notice [draft]="draft" />
      }
      <app-error-summary [form]="f" [submission]="invio" />
      <app-form-index />
      <h2 class="h4">Preavviso</h2>
      <p>
        I giorni liberi sono quelli interi tra la convocazione e l’incontro: non contano né il giorno in cui parte il messaggio né quello
        dell’incontro.
      </p>
      <app-number-field
        [formField]="f.preavvisoGiorni"
        label="Giorni liberi di preavviso"
        hint="Quanti ne servono, di regola, per convocare."
        mandatory
      />
      <app-number-field
        [formField]="f.preavvisoUrgenza"
        label="Giorni liberi in caso di urgenza"
        hint="Con un motivo scritto si può scendere fin qui, non oltre."
        mandatory
      />

      <h2 class="h4 mt-5">Numero legale</h2>
      <p>Conta un posto per ogni ente, occupato dal titolare o dal supplente. Chi siede con ruolo consultivo o da osservatore non conta.</p>
      <app-radio-group [formField]="f.quorum.tipo" label="In prima convocazione" [options]="quorum" mandatory />
      @if (model().quorum.tipo === 'fisso') {
        <app-number-field [formField]="f.quorum.numero" label="Quanti posti, in prima convocazione" mandatory />
      }
      <app-radio-group [formField]="f.quorumSeconda.tipo" label="In seconda convocazione" [options]="quorum" mandatory />
      @if (model().quorumSeconda.tipo === 'fisso') {
        <app-number-field [formField]="f.quorumSeconda.numero" label="Quanti posti, in seconda convocazione" mandatory />
      }

      <h2 class="h4 mt-5">Assenze</h2>
      <p>
        Dopo tante assenze ingiustificate di fila il portale propone la decadenza dell’ente, con le prove. Decide sempre il coordinatore:
        non scatta mai da sola.
      </p>
      <app-number-field [formField]="f.assenzeDecadenza" label="Assenze ingiustificate di fila" hint="0 vuol dire mai." mandatory />
      <app-number-field
        [formField]="f.giorniContraddittorio"
        label="Giorni che l’ente ha per scrivere"
        hint="Dall’apertura del procedimento di decadenza."
        mandatory
      />
      <app-number-field
        [formField]="f.giorniSostituzione"
        label="Giorni per indicare un’altra persona"
        hint="Quando il titolare si dimette."
        mandatory
      />

      <h2 class="h4 mt-5">Designazioni</h2>
      <app-number-field
        [formField]="f.giorniIntegrazione"
        label="Giorni per completare una designazione"
        hint="Quando si chiede all’ente di completarla: prima che passino non si può respingere."
        mandatory
      />

      <h2 class="h4 mt-5">Fine dei mandati</h2>
      <app-checkbox-field
        [formField]="f.mandatiColPiano"
        label="I mandati finiscono con il Piano"
        hint="Dal 1º gennaio dopo l’ultimo anno del Piano nessuno siede più: enti e persone ricevono un messaggio, l’ufficio 60 giorni prima."
      />

      <h2 class="h4 mt-5">Osservatori</h2>
      <app-checkbox-field
        [formField]="f.ammetteOsservatori"
        label="Si può chiedere di seguire il tavolo come osservatore"
        hint="Lo chiedono cittadini e gruppi informali, dalla pagina del tavolo; decide chi guida il tavolo. Gli osservatori sono invitati agli incontri senza diritto di voto."
      />

      <h2 class="h4 mt-5">Promemoria</h2>
      <p>Un breve messaggio a chi è invitato e non ha detto di no.</p>
      <app-checkbox-field [formField]="f.promemoriaSettimana" label="Una settimana prima" />
      <app-checkbox-field [formField]="f.promemoriaVigilia" label="Il giorno prima" />

      <h2 class="h4 mt-5">Verbali</h2>
      <app-number-field
        [formField]="f.giorniRevisione"
        label="Giorni per proporre correzioni"
        hint="Chi siede al tavolo legge il verbale; se non propone nulla, acconsente. Il giorno prima della fine riceve un messaggio."
        mandatory
      />
      <app-radio-group [formField]="f.approvaVerbale" label="Chi approva il verbale" [options]="chiApprova" mandatory />
      <app-checkbox-field [formField]="f.duePersone" label="Chi approva non può anche pubblicare" hint="Servono due persone diverse." />
      <app-form-bar [form]="f" [submission]="invio" [draft]="draft"
        ><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva le regole</button></app-form-bar
      >
    </form>
  `,
})
export class RegoleForm implements OnInit {
  readonly ambito = input.required<string>();
  /** Null: the rules of all tavoli that have none of their own. */
  readonly tavolo = input.required<string | null>();
  readonly regole = input.required<RegoleTavoloView>();
  readonly salvate = output();
  protected readonly quorum = optionsOf(QUORUM);
  protected readonly chiApprova = optionsOf(CHI_APPROVA);
  protected readonly model = formModel(this.regole, regoleModel);
  protected readonly f = form(this.model, path => validateStandardSchema(path, RegoleFormSchema));
  protected draft: LocalDraft | null = null;
  readonly #commands = incontriCommands();
  readonly #annunci = inject(Annunci);
  readonly #injector = inject(Injector);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.regola(this.ambito(), this.tavolo(), this.regole().version, regoleInput(this.model()));
    this.draft?.clear();
    this.#annunci.notify('Regole salvate: valgono dalle prossime convocazioni.');
    this.salvate.emit();
  });

  ngOnInit(): void {
    this.draft = runInInjectionContext(this.#injector, () =>
      localDraft(`regole:${this.ambito()}:${this.tavolo()}:${this.regole().version}`, this.model),
    );
  }
}
