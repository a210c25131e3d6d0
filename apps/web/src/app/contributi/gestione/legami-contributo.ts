import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContributoGestioneView, LegameView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { problemOf, problemText } from '../../ui/problem';
import { SelectField } from '../../ui/fields/select-field';
import { gestioneCommands, incontriDaCollegare, puntiDaCollegare } from './gestione.api';

const DAY = 86_400_000;

/** The punti of an ordine del giorno at which a contributo is discussed; its verbale then carries it in the same part. */
@Component({
  selector: 'app-legami-contributo',
  imports: [Busy, RouterLink, SelectField],
  template: `
    <section class="mt-5" aria-labelledby="titolo-legami">
      <h2 class="h4" id="titolo-legami">Dove se ne parla</h2>
      <ul class="list-rows">
        @for (legame of contributo().legami; track legame.id) {
          <li>
            <a [routerLink]="legame.percorso">{{ legame.titolo }}</a>
            @if (contributo().puoCollegare) {
              &ngsp;<button type="button" class="link-button" (click)="scollega(legame)">
                Scollega<span class="visually-hidden"> da {{ legame.titolo }}</span>
              </button>
            }
          </li>
        } @empty {
          <li>Non è ancora collegato a nessun incontro.</li>
        }
      </ul>
      @if (contributo().puoCollegare) {
        <div class="form-narrow">
          <app-select-field label="Incontro" [options]="incontri()" [(value)]="incontro" />
          @if (incontro() !== '') {
            <app-select-field label="Punto dell’ordine del giorno" [options]="punti()" [(value)]="punto" />
          }
          <p>
            <button type="button" class="btn btn-outline-primary" [disabled]="punto() === ''" [appBusy]="busy()" (click)="collega()">
              Collega al punto
            </button>
          </p>
        </div>
      }
    </section>
  `,
})
export class LegamiContributo {
  readonly ambito = input.required<string>();
  readonly contributo = input.required<ContributoGestioneView>();
  readonly cambiato = output<ContributoGestioneView>();
  protected readonly incontro = signal('');
  protected readonly punto = signal('');
  protected readonly busy = signal(false);
  readonly #now = Date.now();
  readonly #incontri = incontriDaCollegare(this.ambito, () => ({
    da: new Date(this.#now - 180 * DAY).toISOString(),
    a: new Date(this.#now + 180 * DAY).toISOString(),
    tavolo: this.contributo().tavolo.id,
  }));
  protected readonly incontri = computed(() =>
    (this.#incontri.value()?.items ?? [])
      .filter(i => i.stato !== 'annullato')
      .map(i => ({ value: i.id, label: `${i.titolo}, ${new Date(i.inizioAt).toLocaleDateString('it-IT', { timeZone: 'Europe/Rome' })}` })),
  );
  readonly #scelto = puntiDaCollegare(this.ambito, this.incontro);
  protected readonly punti = computed(() =>
    (this.#scelto.value()?.punti ?? []).map((p, i) => ({ value: p.id, label: `${i + 1}. ${p.titolo}` })),
  );
  readonly #commands = gestioneCommands();
  readonly #annunci = inject(Annunci);

  protected async collega(): Promise<void> {
    await this.#fai(
      () => this.#commands.collega(this.ambito(), this.contributo().id, { tipo: 'punto', oggettoId: this.punto() }),
      'Collegato.',
    );
    this.punto.set('');
  }

  protected async scollega(legame: LegameView): Promise<void> {
    await this.#fai(() => this.#commands.scollega(this.ambito(), this.contributo().id, legame.id), 'Scollegato.');
  }

  async #fai(work: () => Promise<ContributoGestioneView>, fatto: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      this.cambiato.emit(await work());
      this.#annunci.notify(fatto);
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.busy.set(false);
    }
  }
}
