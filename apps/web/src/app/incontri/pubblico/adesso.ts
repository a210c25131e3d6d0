import { Component, effect, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { numeroLegale } from '../presenze/presenze.parole';
import { DalVivo } from './dal-vivo';
import { daQuando } from './dal-vivo.parole';

/** What goes on now, on the public page of an incontro: the punto under discussion, the number, what comes next. Before it begins it waits, and shows nothing. */
@Component({
  selector: 'app-adesso',
  imports: [RouterLink],
  host: { class: 'd-block' },
  template: `
    @if (dalVivo.view(); as view) {
      @if (view.stato === 'in_corso') {
        <section class="highlight" aria-labelledby="titolo-adesso">
          <h2 class="h5" id="titolo-adesso">In corso adesso</h2>
          @if (dalVivo.corrente(); as punto) {
            <p class="mb-1 fs-5">
              <strong>{{ punto.numero }}. {{ punto.titolo }}</strong>
            </p>
            <p>{{ daQuando(punto, view.puntoDal) }}</p>
          } @else {
            <p>Nessun punto è in discussione.</p>
          }
          @if (dalVivo.prossimo(); as punto) {
            <p>Poi: {{ punto.numero }}. {{ punto.titolo }}</p>
          }
          @if (view.quorum; as quorum) {
            <p>{{ numeroLegale(quorum) }}.</p>
          }
          <p class="text-muted mb-0 no-print">
            Questa pagina si aggiorna da sola.
            <a [routerLink]="['/', ambito(), 'incontri', view.id, 'schermo']">Apri la pagina per lo schermo della sala</a>
          </p>
        </section>
      }
    }
  `,
})
export class Adesso {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>();
  /** It began or ended since the page was read: the rest of the page is another. */
  readonly passato = output();
  readonly stato = input.required<string>();
  protected readonly dalVivo = new DalVivo(this.ambito, this.id);
  protected readonly daQuando = daQuando;
  protected readonly numeroLegale = numeroLegale;

  constructor() {
    let detto: string | null = null;
    effect(() => {
      const ora = this.dalVivo.view()?.stato;
      if (ora === undefined || ora === this.stato() || ora === detto) return;
      detto = ora;
      this.passato.emit();
    });
  }
}
