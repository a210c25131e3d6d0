import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Dataset, FormatoDati } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { catalogoResource, datasetFile } from './dati.api';

/** Open data: what there is, what each column says, and the files. */
@Component({
  selector: 'app-dati-page',
  imports: [ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>Dati aperti</h1>
      <p class="lead">
        Quello che il portale pubblica, da scaricare e riusare. I file sono sempre aggiornati al momento in cui li scarichi.
      </p>
      @if (catalogo.hasValue()) {
        @let view = catalogo.value();
        <dl class="facts">
          <div>
            <dt>Titolare</dt>
            <dd>{{ view.titolare }}</dd>
          </div>
          <div>
            <dt>Licenza</dt>
            <dd>
              <a [href]="view.licenza.url" rel="license">{{ view.licenza.nome }}</a>
            </dd>
          </div>
        </dl>
        <p>
          Puoi usarli per qualunque scopo, anche commerciale, citando il titolare.
          <a [routerLink]="['/', ambito(), 'numeri']">Guarda i numeri della partecipazione</a>
        </p>
        @for (d of view.dataset; track d.nome) {
          <section class="mt-5" [attr.aria-labelledby]="'dati-' + d.nome">
            <h2 class="h4" [id]="'dati-' + d.nome">{{ d.titolo }}</h2>
            <p>{{ d.descrizione }}</p>
            <p class="actions">
              <a class="btn btn-outline-primary" [href]="file(d.nome, 'csv')" download
                >Scarica CSV<span class="visually-hidden"> di «{{ d.titolo }}»</span></a
              >
              <a class="btn btn-outline-primary" [href]="file(d.nome, 'json')" download
                >Scarica JSON<span class="visually-hidden"> di «{{ d.titolo }}»</span></a
              >
            </p>
            <details class="details">
              <summary>Che cosa c’è in ogni colonna</summary>
              <dl class="columns-facts">
                @for (colonna of d.colonne; track colonna.nome) {
                  <div>
                    <dt>
                      <code>{{ colonna.nome }}</code>
                    </dt>
                    <dd>{{ colonna.descrizione }}</dd>
                  </div>
                }
              </dl>
            </details>
          </section>
        }
        <section class="mt-5" aria-labelledby="dati-come">
          <h2 class="h4" id="dati-come">Come sono fatti i file</h2>
          <p>
            I CSV sono in UTF-8, con il punto e virgola tra le colonne, e si aprono con Excel o LibreOffice. I JSON portano anche il
            titolare e la licenza. Le date sono in ora universale (UTC). I nomi delle persone ci sono solo dove il portale li mostra già,
            con il loro consenso.
          </p>
          <p>Chi sviluppa programmi trova tutte le chiamate nella <a href="/api/v1/openapi.json">descrizione delle API</a> (OpenAPI).</p>
        </section>
      } @else {
        <app-resource-state [of]="catalogo" />
      }
    </div>
  `,
})
export class DatiPage {
  readonly ambito = input.required<string>();
  protected readonly catalogo = catalogoResource(this.ambito);

  constructor() {
    pageMeta(() => ({
      title: 'Dati aperti',
      description: 'I dati dei tavoli, degli incontri e dei contributi, da scaricare in CSV e JSON.',
    }));
  }

  protected file(dataset: Dataset, formato: FormatoDati): string {
    return datasetFile(this.ambito(), dataset, formato);
  }
}
