import { Component, computed, input, type OnInit, inject, Injector, runInInjectionContext, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { avvisiContributo, type ContributoAutoreView, RipresentaInput, TESTO_MASSIMO } from '@tavoli/shared';
import { Busy } from '../../ui/busy';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { type LocalDraft, localDraft } from '../../ui/drafts/local-draft';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { AvvisiPrivacy } from '../avvisi-privacy';

interface Model {
  titolo: string;
  testo: string;
  risposte: { domandaId: string; testo: string }[];
}

/** An author who was asked to change something writes anew; what was sent before is kept by the offices. */
@Component({
  selector: 'app-riscrivi-form',
  imports: [AvvisiPrivacy, Busy, DraftNotice, ErrorSummary, FormField, TextArea, TextField],
  template: `
    <form class="form-narrow" novalidate (submit)="invio.submit($event)">
      @if (draft; as bozza) {
        <app-draft-notice [draft]="bozza" />
      }
      <app-error-summary [form]="f" [submission]="invio" />
      <app-text-field [formField]="f.titolo" label="Titolo" mandatory />
      <app-avvisi-privacy campo="titolo" [avvisi]="avvisi()" />
      <app-text-area [formField]="f.testo" label="Il tuo contributo" [rows]="8" [limit]="testoMassimo" mandatory />
      <app-avvisi-privacy campo="testo" [avvisi]="avvisi()" />
      @for (domanda of contributo().domande; track domanda.id; let i = $index) {
        @if (f.risposte[i]; as risposta) {
          <app-text-area [formField]="risposta.testo" [label]="domanda.testo" [rows]="3" [limit]="1000" />
          <app-avvisi-privacy campo="risposta" [indice]="i" [avvisi]="avvisi()" />
        }
      }
      <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Manda di nuovo</button></p>
    </form>
  `,
})
export class RiscriviForm implements OnInit {
  readonly contributo = input.required<ContributoAutoreView>();
  readonly manda = input.required<(testi: RipresentaInput) => Promise<unknown>>();
  protected readonly model = signal<Model>({ titolo: '', testo: '', risposte: [] });
  protected readonly f = form(this.model, path => validateStandardSchema(path, RipresentaInput.omit({ risposte: true })));
  protected readonly avvisi = computed(() => avvisiContributo(this.model()));
  protected readonly testoMassimo = TESTO_MASSIMO;
  protected draft: LocalDraft | null = null;
  readonly #injector = inject(Injector);

  protected readonly invio = submission(this.f, async () => {
    const { risposte, ...resto } = this.model();
    await this.manda()(RipresentaInput.parse({ ...resto, risposte: risposte.filter(r => r.testo.trim() !== '') }));
    this.draft?.clear();
  });

  ngOnInit(): void {
    const { id, version, testi, domande } = this.contributo();
    this.model.set({
      titolo: testi.titolo,
      testo: testi.testo,
      risposte: domande.map(d => ({ domandaId: d.id, testo: testi.risposte.find(r => r.domanda === d.testo)?.testo ?? '' })),
    });
    this.draft = runInInjectionContext(this.#injector, () => localDraft(`contributo:${id}:${version}`, this.model));
  }
}
