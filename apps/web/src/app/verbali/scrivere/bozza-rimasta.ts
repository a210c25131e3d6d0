import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { SezioneView } from '@tavoli/shared';
import { SessionStore } from '../../session/session-store';
import { browserStorage } from '../../ui/browser-storage';
import { Documento } from '../../ui/editor/documento';
import { chiaveBozza, leggiBozza, scriviBozza } from '../../scrittura/bozza-sezione';
import { EsitiSezione } from '../esiti-sezione';
import { leggiStesura, stesuraDi, uguali } from './stesura';

/** What was written in this browser and never saved, once the section cannot be written any more: it is told, not thrown away. */
@Component({
  selector: 'app-bozza-rimasta',
  imports: [Documento, EsitiSezione],
  host: { class: 'd-block' },
  template: `
    @if (rimasta(); as bozza) {
      <div class="alert alert-warning">
        <p>In questo browser è rimasto un testo che non è stato salvato prima che il verbale cambiasse stato.</p>
        <details class="details">
          <summary>
            Leggi il testo rimasto<span class="visually-hidden"> di {{ sezione().titolo }}</span>
          </summary>
          <app-documento [documento]="bozza.stesura.documento" />
          <app-esiti-sezione [decisioni]="bozza.stesura.decisioni" [impegni]="bozza.stesura.impegni" [level]="3" />
        </details>
        <button type="button" class="link-button" (click)="dimentica()">Non mi serve più</button>
      </div>
    }
  `,
})
export class BozzaRimasta {
  readonly sezione = input.required<SezioneView>();
  readonly #storage = browserStorage('local');
  readonly #account = inject(SessionStore).account;
  readonly #chiave = computed(() => chiaveBozza('verbale', this.#account()?.id ?? '', this.sezione().id));
  protected readonly rimasta = linkedSignal(() => {
    const bozza = leggiBozza(this.#storage, this.#chiave(), leggiStesura);
    return bozza && !uguali(bozza.stesura, stesuraDi(this.sezione())) && !uguali(bozza.stesura, bozza.base) ? bozza : null;
  });

  protected dimentica(): void {
    scriviBozza(this.#storage, this.#chiave(), null);
    this.rimasta.set(null);
  }
}
