import { Component, computed, inject, input } from '@angular/core';
import { ETICHETTE_NATURA, ETICHETTE_SEZIONE_RUNTS, type EnteDatiInput, type Sede } from '@tavoli/shared';
import { AmbitoCorrente } from '../page/ambito-corrente';

const inRiga = (sede: Sede): string => `${sede.indirizzo}, ${sede.cap} ${sede.comune} (${sede.provincia})`;

/** The data of an ente, to be read: on its page, and in the riepilogo before they are sent. */
@Component({
  selector: 'app-ente-dati',
  template: `
    <dl class="facts">
      @for (fatto of fatti(); track fatto[0]) {
        <div>
          <dt>{{ fatto[0] }}</dt>
          <dd class="pre-line">{{ fatto[1] }}</dd>
        </div>
      }
    </dl>
  `,
})
export class EnteDati {
  readonly dati = input.required<EnteDatiInput>();
  readonly #aree = inject(AmbitoCorrente).resource;

  protected readonly fatti = computed<[string, string][]>(() => {
    const e = this.dati();
    const nomi = new Map(this.#aree.value()?.aree.map(area => [area.id, area.nome]));
    const { nome, cognome, codiceFiscale } = e.legaleRappresentante;
    const fatti: [string, string | null][] = [
      ['Denominazione', e.denominazione],
      ['Natura giuridica', ETICHETTE_NATURA[e.naturaGiuridica]],
      ['Codice fiscale', e.codiceFiscale],
      ['Partita IVA', e.partitaIva],
      [
        'Iscrizione al RUNTS',
        e.runts && `${ETICHETTE_SEZIONE_RUNTS[e.runts.sezione]}${e.runts.numero === null ? '' : `, n. ${e.runts.numero}`}`,
      ],
      ['Sede legale', inRiga(e.sedeLegale)],
      ['Sede operativa', e.sedeOperativa && inRiga(e.sedeOperativa)],
      ['E-mail', e.email],
      ['PEC', e.pec],
      ['Telefono', e.telefono],
      ['Legale rappresentante', `${nome} ${cognome}, codice fiscale ${codiceFiscale}`],
      [
        'Aree di interesse',
        e.aree
          .map(id => nomi.get(id))
          .filter(Boolean)
          .join(', '),
      ],
      ['Presentazione', e.presentazione],
    ];
    return fatti.filter((fatto): fatto is [string, string] => Boolean(fatto[1]));
  });
}
