import { Component, computed, inject, input, signal } from '@angular/core';
import { type OggettoProtocollato, type ProtocolloView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ProtocolloForm } from './protocollo-form';
import { ProtocolloRiga } from './protocollo-riga';
import { protocolliCommands, protocolliResource } from './protocolli.api';

/** The numbers that offices gave to a thing: read by whoever reads it, written by the offices of the ambito. */
@Component({
  selector: 'app-protocolli-cura',
  imports: [ConfirmDialog, ProtocolloForm, ProtocolloRiga],
  host: { class: 'd-block' },
  template: `
    @if (letti.hasValue()) {
      @let view = letti.value();
      <section class="mt-4" [attr.aria-labelledby]="'protocolli-' + oggetto()">
        <h2 class="h5" [id]="'protocolli-' + oggetto()">Protocollo</h2>
        @if (view.items.length === 0) {
          <p>{{ attesa() }}</p>
        } @else {
          <ul class="list-rows">
            @for (p of view.items; track p.id) {
              <li>
                @if (aperto() === p.id) {
                  <app-protocollo-form
                    [ambito]="ambito()"
                    [tipo]="tipo()"
                    [oggetto]="oggetto()"
                    [protocollo]="p"
                    [amministrazione]="view.amministrazione"
                    (chiudi)="chiuso()"
                  />
                } @else {
                  <p class="mb-1"><app-protocollo-riga [protocollo]="p" /></p>
                  @if (p.altrove > 0) {
                    <p class="alert alert-warning mb-1">
                      Lo stesso numero è scritto anche su
                      {{ p.altrove === 1 ? 'un altro documento' : 'altri ' + p.altrove + ' documenti' }}. Se è un invio unico va bene così;
                      se no, correggilo.
                    </p>
                  }
                  @if (view.puoScrivere) {
                    <p class="mb-0">
                      <button type="button" class="link-button" (click)="aperto.set(p.id)">
                        Correggi<span class="visually-hidden"> il protocollo {{ p.numero }}</span>
                      </button>
                      <button type="button" class="link-button ms-3" (click)="togli(dialogo, p)">
                        Togli<span class="visually-hidden"> il protocollo {{ p.numero }}</span>
                      </button>
                    </p>
                  }
                }
              </li>
            }
          </ul>
        }
        @if (view.puoScrivere) {
          @if (aperto() === 'nuovo') {
            <app-protocollo-form
              [ambito]="ambito()"
              [tipo]="tipo()"
              [oggetto]="oggetto()"
              [protocollo]="null"
              [amministrazione]="view.amministrazione"
              (chiudi)="chiuso()"
            />
          } @else {
            <p>
              <button type="button" class="btn btn-outline-primary" (click)="aperto.set('nuovo')">Scrivi il protocollo del comune</button>
            </p>
          }
        }
      </section>
    }
    <app-confirm-dialog
      #dialogo
      titolo="Togliere il protocollo?"
      conferma="Togli"
      tone="danger"
      motivata
      aiutoMotivazione="Resta nel registro degli atti."
      ><p>Non si vedrà più accanto al documento. Nel registro degli atti resta scritto com’era.</p></app-confirm-dialog
    >
  `,
})
export class ProtocolliCura {
  readonly ambito = input.required<string>();
  readonly tipo = input.required<OggettoProtocollato>();
  readonly oggetto = input.required<string>();
  protected readonly letti = protocolliResource(this.ambito, () => ({ tipo: this.tipo(), id: this.oggetto() }));
  /** Id of the one being corrected; `nuovo`: one being written. */
  protected readonly aperto = signal<string | null>(null);
  protected readonly attesa = computed(() =>
    this.letti.value()?.puoScrivere === true
      ? 'L’ufficio non ha ancora scritto il numero di protocollo del comune.'
      : 'Il numero di protocollo lo assegna il comune: lo troverai qui.',
  );
  readonly #commands = protocolliCommands();
  readonly #annunci = inject(Annunci);

  protected chiuso(): void {
    this.aperto.set(null);
    this.letti.reload();
  }

  protected async togli(dialog: ConfirmDialog, p: ProtocolloView): Promise<void> {
    if (await dialog.ask(motivazione => this.#commands.togli(this.ambito(), p, motivazione))) this.#annunci.notify('Protocollo tolto.');
    this.letti.reload();
  }
}
