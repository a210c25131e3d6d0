import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { conta, type IncontroView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { idempotencyKey } from '../../ui/idempotency';
import { LoadingBar } from '../../ui/loading-bar';
import { problemText } from '../../ui/problem';
import { ConflittiAvviso } from '../conflitti-avviso';
import { anteprimaResource, incontriCommands, sollecitiConsensoCommands } from '../incontri.api';
import { esclusiInParole, preavvisoInParole, ruoloInvitato } from '../incontri.labels';

/** Before a convocation leaves: the notice, the clashes, to whom it goes and what it says. Then sends it. */
@Component({
  selector: 'app-convocazione-dialog',
  imports: [ConfirmDialog, ConflittiAvviso, LoadingBar],
  template: `
    <app-confirm-dialog
      #dialogo
      titolo="Convocare l’incontro?"
      conferma="Manda la convocazione"
      etichettaMotivazione="Perché è urgente"
      aiutoMotivazione="Compare nella convocazione."
      [motivata]="urgente()"
      [possibile]="possibile()"
    >
      @if (anteprima.hasValue()) {
        @let a = anteprima.value();
        @if (senzaPunti()) {
          <div class="alert alert-danger">Manca l’ordine del giorno: modifica la bozza e aggiungi almeno un punto.</div>
        }
        <div [attr.class]="'alert alert-' + tono()"><strong>Preavviso.</strong> {{ inParole(a.preavviso) }}</div>
        <app-conflitti-avviso [conflitti]="a.conflitti" />
        <h3 class="h5">{{ a.destinatari.length === 1 ? 'Viene convocata 1 persona' : 'Convocazioni: ' + a.destinatari.length }}</h3>
        @if (a.destinatari.length === 0) {
          <p>Nessuno siede ancora al tavolo: non c’è a chi mandarla.</p>
        } @else {
          <div class="scroll-list" role="region" aria-label="Destinatari" tabindex="0">
            <ul class="list-plain">
              @for (d of a.destinatari; track $index) {
                <li>
                  <strong>{{ d.nome ?? 'Persona di un altro tavolo' }}</strong>{{ d.ente ? ', ' + d.ente : '' }}
                  <span class="text-muted">({{ ruolo({ ruolo: d.ruolo, atteso: d.ruolo !== 'supplente' }) }}) {{ d.email }}</span>
                </li>
              }
            </ul>
          </div>
        }
        @for (gruppo of esclusi(); track gruppo.frase) {
          <div class="alert alert-warning">
            <p class="mb-1">{{ gruppo.frase }}</p>
            <details class="details">
              <summary>{{ gruppo.nomi.length === 1 ? 'Quale' : 'Quali' }}</summary>
              <ul class="mb-0">
                @for (ente of gruppo.nomi; track $index) {
                  <li>{{ ente }}</li>
                }
              </ul>
            </details>
            @if (gruppo.motivo === 'consenso_in_attesa') {
              @if (sollecitati(); as parole) {
                <p class="mt-2 mb-0">{{ parole }}</p>
              } @else {
                <button type="button" class="btn btn-outline-primary btn-sm mt-2" (click)="sollecita()">Sollecita il consenso</button>
              }
            }
          </div>
        }
        @if (a.email; as email) {
          <details class="details">
            <summary>Leggi il messaggio che parte</summary>
            <p class="mt-2 mb-1"><strong>Oggetto:</strong> {{ email.oggetto }}</p>
            <p class="mail pre-line">{{ email.testo }}</p>
          </details>
        }
        <p class="mb-0">
          Da quel momento l’incontro è pubblico e non si modifica più: potrai spostarlo o annullarlo, e chi è invitato verrà avvisato.
        </p>
      } @else if (problema(); as testo) {
        <div class="alert alert-danger" role="alert">{{ testo }}</div>
      } @else {
        <app-loading-bar />
      }
    </app-confirm-dialog>
    <app-confirm-dialog #sollecito titolo="Sollecitare il consenso?" conferma="Manda il sollecito">
      <p>
        Agli enti che aspettano il consenso arriva un messaggio, con i nomi delle persone che non hanno ancora risposto. Un ente ne riceve
        al massimo uno al giorno. Chi risponde si convoca anche dopo, con «Convoca anche i nuovi».
      </p>
    </app-confirm-dialog>
  `,
})
export class ConvocazioneDialog {
  readonly ambito = input.required<string>();
  readonly #id = signal<string | undefined>(undefined);
  protected readonly anteprima = anteprimaResource(this.ambito, this.#id);
  protected readonly ruolo = ruoloInvitato;
  protected readonly inParole = preavvisoInParole;
  protected readonly senzaPunti = signal(false);
  protected readonly esclusi = computed(() => esclusiInParole(this.anteprima.value()?.esclusi ?? []));
  protected readonly problema = computed(() => {
    const problem = this.anteprima.problem();
    return problem && problemText(problem);
  });
  protected readonly urgente = computed(() => this.anteprima.value()?.preavviso.esito === 'serve_urgenza');
  protected readonly possibile = computed(() => {
    const value = this.anteprima.value();
    return value !== undefined && !this.senzaPunti() && value.destinatari.length > 0 && (value.preavviso.esito === 'ok' || this.urgente());
  });
  protected readonly tono = computed(() => {
    const esito = this.anteprima.value()?.preavviso.esito;
    return esito === 'ok' ? 'success' : esito === 'serve_urgenza' ? 'warning' : 'danger';
  });
  readonly #commands = incontriCommands();
  readonly #solleciti = sollecitiConsensoCommands();
  readonly #annunci = inject(Annunci);
  /** What was done about who waits, of the incontro that is asked about. */
  protected readonly sollecitati = signal<string | null>(null);
  private readonly dialogRef = viewChild.required<ConfirmDialog>('dialogo');
  private readonly sollecitoRef = viewChild.required<ConfirmDialog>('sollecito');

  /** @returns whether it was sent */
  apri(incontro: IncontroView): Promise<boolean> {
    if (this.#id() === incontro.id) this.anteprima.reload();
    if (this.#id() !== incontro.id) this.sollecitati.set(null);
    this.#id.set(incontro.id);
    this.senzaPunti.set(incontro.punti.length === 0);
    return this.dialogRef().ask(urgenza => this.#commands.esegui(this.ambito(), incontro, 'convoca', urgenza === '' ? {} : { urgenza }));
  }

  /** The convocation goes on being asked about meanwhile. */
  protected async sollecita(): Promise<void> {
    const id = this.#id();
    if (id === undefined) return;
    const key = idempotencyKey();
    await this.sollecitoRef().ask(async () => {
      const { enti } = await this.#solleciti.sollecitaConsensi(this.ambito(), id, key);
      this.sollecitati.set(`Sollecito mandato a ${conta(enti, 'ente', 'enti')}.`);
    });
    const detto = this.sollecitati();
    if (detto !== null) this.#annunci.announce(detto);
  }
}
