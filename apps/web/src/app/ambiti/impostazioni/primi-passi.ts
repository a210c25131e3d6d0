import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CHIAVI_PAROLE, conta, type ImpostazioniView } from '@tavoli/shared';
import { aperti, tavoliResource } from '../../tavoli/tavoli.api';
import { avvisiDellAmbito } from '../ambiti.api';

/** What a new ambito still needs before its first avviso, one step after the other; gone once an avviso is public. */
@Component({
  selector: 'app-primi-passi',
  imports: [RouterLink],
  template: `
    @if (passi(); as passi) {
      <section class="fieldset-card" aria-labelledby="titolo-passi">
        <h2 class="h4" id="titolo-passi">I primi passi: {{ fatti() }} su {{ passi.length }}</h2>
        <ol>
          @for (passo of passi; track passo.titolo) {
            <li>
              <a [routerLink]="['/', ambito(), 'area', ...passo.in]">{{ passo.titolo }}</a>:
              <strong>{{ passo.fatto ? 'fatto' : 'da fare' }}</strong>
              @if (!passo.fatto) {
                <span class="text-muted"> {{ passo.manca }}</span>
              }
            </li>
          }
        </ol>
      </section>
    }
  `,
})
export class PrimiPassi {
  readonly ambito = input.required<string>();
  readonly impostazioni = input.required<ImpostazioniView>();
  readonly #tavoli = tavoliResource(this.ambito);
  readonly #avvisi = avvisiDellAmbito(this.ambito);
  protected readonly fatti = computed(() => this.passi()?.filter(p => p.fatto).length ?? 0);

  /** Null while it is not known, and once all is done. */
  protected readonly passi = computed(() => {
    if (!this.#tavoli.hasValue() || !this.#avvisi.hasValue()) return null;
    const tavoli = aperti(this.#tavoli);
    const senza = tavoli.filter(t => t.referente === null).length;
    const i = this.impostazioni();
    const parole = CHIAVI_PAROLE.filter(chiave => i.parole[chiave].daConfermare).length;
    const passi = [
      {
        titolo: 'Conferma le parole',
        in: ['impostazioni', 'parole'],
        fatto: parole === 0,
        manca: conta(parole, 'parola da confermare', 'parole da confermare'),
      },
      { titolo: 'Scegli i comuni', in: ['impostazioni', 'comuni'], fatto: i.comuni.length > 0, manca: 'nessun comune, per ora' },
      { titolo: 'Racconta l’ufficio', in: ['impostazioni', 'ufficio'], fatto: i.ufficio.sede !== '', manca: 'sede e orari' },
      { titolo: 'Crea i tavoli', in: ['tavoli', 'nuovo'], fatto: tavoli.length > 0, manca: 'nessun tavolo, per ora' },
      {
        titolo: 'Affida i tavoli ai referenti',
        in: ['incarichi'],
        fatto: tavoli.length > 0 && senza === 0,
        manca: conta(senza, 'tavolo senza referente', 'tavoli senza referente', ''),
      },
      { titolo: 'Pubblica il primo avviso', in: ['avvisi', 'nuovo'], fatto: this.#avvisi.value().items.length > 0, manca: '' },
    ];
    return passi.every(p => p.fatto) ? null : passi;
  });
}
