import { Component, input } from '@angular/core';
import { conGiorno, ETICHETTE_VESTE, type ElencoAmmessiView } from '@tavoli/shared';
import { DataOraPipe } from '../ui/words/dates';
import { elencoPdf } from './elenchi.api';

/** The elenchi degli ammessi of an avviso, as everybody reads them. */
@Component({
  selector: 'app-elenchi-avviso',
  imports: [DataOraPipe],
  host: { class: 'd-block' },
  template: `
    @for (k of elenchi(); track k.id) {
      <h3 class="h5">{{ elenchi().length > 1 ? 'Elenco n. ' + k.ordine : 'Elenco' }}</h3>
      <p>
        Determina n. {{ k.determinaNumero }} {{ giorno(k.determinaData) }}, pubblicato {{ k.pubblicatoAt | dataOra }}.
        <a [href]="pdf(k.id)" download
          >Scarica l’elenco<span class="visually-hidden"> n. {{ k.ordine }}</span> (PDF)</a
        >
      </p>
      @for (t of k.tavoli; track t.tavolo) {
        <details class="mb-2">
          <summary>{{ t.tavolo }}: {{ enti(t.enti.length) }}</summary>
          <ul>
            @for (e of t.enti; track e.denominazione) {
              <li>{{ e.denominazione }}, {{ vesti[e.veste].toLowerCase() }}</li>
            }
          </ul>
        </details>
      } @empty {
        <p>Nessun ente è ammesso con questo elenco.</p>
      }
    }
  `,
})
export class ElenchiAvviso {
  readonly ambito = input.required<string>();
  readonly avviso = input.required<string>();
  readonly elenchi = input.required<readonly ElencoAmmessiView[]>();
  protected readonly vesti = ETICHETTE_VESTE;
  protected readonly giorno = (data: string) => conGiorno('del', data);
  protected readonly enti = (n: number) => (n === 1 ? '1 ente' : `${n} enti`);
  protected readonly pdf = (id: string) => elencoPdf(this.ambito(), this.avviso(), id);
}
