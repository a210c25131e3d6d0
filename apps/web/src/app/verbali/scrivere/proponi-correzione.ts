import { afterNextRender, Component, type ElementRef, inject, Injector, input, output, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { CorrezioneInput, type SezioneView, type VerbaleView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { Documento } from '../../ui/editor/documento';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { ultimaSelezione } from '../../scrittura/selezione';

const VUOTA = { passaggio: '', proposta: '', motivo: '' };

/** The text of a section for who may correct it: select a passage (or copy it by hand), say what should stand in its place, and why. */
@Component({
  selector: 'app-proponi-correzione',
  imports: [Busy, Documento, ErrorSummary, FormField, TextArea],
  host: { class: 'd-block' },
  template: `
    <div #testo><app-documento [documento]="sezione().documento" /></div>
    @if (aperta()) {
      <form
        novalidate
        class="fieldset-card"
        [attr.aria-label]="'Proponi una correzione: ' + sezione().titolo"
        (submit)="invio.submit($event)"
      >
        <app-error-summary [form]="f" [submission]="invio" />
        <app-text-area
          #passaggio
          [formField]="f.passaggio"
          label="Il passaggio, com’è adesso"
          hint="Copialo dal testo qui sopra, parola per parola, dentro un solo paragrafo."
          mandatory
          [rows]="3"
          [limit]="4000"
        />
        <app-text-area #proposta [formField]="f.proposta" label="Come dovrebbe essere" mandatory [rows]="3" [limit]="4000" />
        <app-text-area
          [formField]="f.motivo"
          label="Perché"
          hint="La proposta e il motivo restano agli atti con il tuo nome."
          mandatory
          [rows]="2"
          [limit]="1000"
        />
        <p class="actions">
          <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Proponi la correzione</button>
          <button type="button" class="btn btn-outline-primary" [disabled]="invio.busy()" (click)="chiudi()">Torna indietro</button>
        </p>
      </form>
    } @else if (proponibile()) {
      <p>
        <button #apri type="button" class="btn btn-outline-primary btn-sm" (click)="comincia()">
          Proponi una correzione<span class="visually-hidden"> a {{ sezione().titolo }}</span>
        </button>
      </p>
    }
  `,
})
export class ProponiCorrezione {
  /** Sends it, signed in or by a mailed link. */
  readonly manda = input.required<(input: CorrezioneInput, idempotencyKey: string) => Promise<VerbaleView>>();
  readonly sezione = input.required<SezioneView>();
  readonly proponibile = input(false);
  readonly proposta = output<VerbaleView>();
  protected readonly aperta = signal(false);
  readonly #model = signal(VUOTA);
  protected readonly f = form(this.#model, path => validateStandardSchema(path, () => CorrezioneInput.omit({ sezioneId: true })));
  private readonly testoRef = viewChild.required<ElementRef<HTMLElement>>('testo');
  private readonly passaggioRef = viewChild<TextArea>('passaggio');
  private readonly propostaRef = viewChild<TextArea>('proposta');
  private readonly apriRef = viewChild<ElementRef<HTMLElement>>('apri');
  readonly #annunci = inject(Annunci);
  readonly #injector = inject(Injector);
  readonly #selezione = ultimaSelezione(() => this.testoRef().nativeElement);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const view = await this.manda()({ ...this.#model(), sezioneId: this.sezione().id }, idempotencyKey);
    this.#annunci.notify('Correzione proposta: il referente la vedrà e ti dirà che cosa ne fa.');
    this.f().reset({ ...VUOTA });
    this.chiudi();
    this.proposta.emit(view);
  });

  /** With a passage selected, it is already written, and also where its correction goes: few words change of many. */
  protected comincia(): void {
    const passaggio = this.#selezione();
    if (passaggio !== '') this.#model.update(m => ({ ...m, passaggio, proposta: passaggio }));
    this.aperta.set(true);
    this.#then(() => (passaggio === '' ? this.passaggioRef() : this.propostaRef())?.focus());
  }

  protected chiudi(): void {
    this.aperta.set(false);
    this.#then(() => this.apriRef()?.nativeElement.focus());
  }

  #then(work: () => void): void {
    afterNextRender(work, { injector: this.#injector });
  }
}
