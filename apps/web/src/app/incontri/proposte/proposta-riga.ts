import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatDataOra, type PropostaView, type ProposteView } from '@tavoli/shared';
import { SelectField } from '../../ui/fields/select-field';
import { AppPassi, DomandaExtra } from '../../ui/forms/app-passi';
import { conMotivo, passi } from '../../ui/forms/passi';
import { StatoBadge } from '../../ui/stato-badge';
import { DataOraPipe, DataPipe } from '../../ui/words/dates';
import { minutiInParole } from '../incontri.labels';
import { proposteCommands } from './proposte.api';
import { AZIONI, statoInParole } from './proposte.passi';

/** A punto that somebody proposed, with the answers that can be given. */
@Component({
  selector: 'app-proposta-riga',
  imports: [AppPassi, DataOraPipe, DataPipe, DomandaExtra, RouterLink, SelectField, StatoBadge],
  host: { class: 'd-block' },
  template: `
    @let o = proposta();
    <p class="mb-1"><app-stato-badge stato="in_attesa" [label]="stato().label" [tone]="stato().tone" /></p>
    <h2 class="h5 mb-1">{{ o.titolo }}</h2>
    <p class="text-muted mb-1">
      {{ o.persona }}{{ o.enti ? ' (' + o.enti + ')' : '' }} · {{ o.propostaAt | data: 'il'
      }}{{ o.minuti === null ? '' : ' · ' + minuti(o.minuti) }}
    </p>
    <p class="mb-1 pre-line">{{ o.perche }}</p>
    @if (o.motivazione) {
      <p class="mb-1 pre-line"><strong>Risposta:</strong> {{ o.motivazione }}</p>
    }
    @if (o.incontro; as incontro) {
      <p class="mb-1">
        Nell’ordine del giorno di
        <a [routerLink]="['/', ambito(), 'area', 'incontri', incontro.id]">{{ incontro.titolo }}</a>,
        {{ incontro.inizioAt | dataOra: 'del' }}
      </p>
    }
    <app-passi piccoli [di]="passi" [vista]="o" [azioni]="o.azioni" [nome]="'la proposta «' + o.titolo + '»'">
      <ng-template appDomanda="accogli">
        <app-select-field label="Quando se ne parla" empty="Nel prossimo incontro che preparo" [options]="scelte()" [(value)]="dove" />
      </ng-template>
      <ng-template appDomanda="inserisci">
        <app-select-field label="In quale incontro" [options]="scelte()" [(value)]="dove" />
      </ng-template>
    </app-passi>
  `,
})
export class PropostaRiga {
  readonly ambito = input.required<string>();
  readonly proposta = input.required<PropostaView>();
  readonly bozze = input.required<ProposteView['bozze']>();
  readonly cambiata = output();
  protected readonly dove = signal('');
  protected readonly stato = computed(() => statoInParole(this.proposta()));
  protected readonly minuti = minutiInParole;
  protected readonly scelte = computed(() =>
    this.bozze().map(({ id, titolo, inizioAt }) => ({ value: id, label: `${titolo}, ${formatDataOra(new Date(inizioAt))}` })),
  );
  readonly #commands = proposteCommands();
  protected readonly passi = passi(
    AZIONI,
    (o: PropostaView, azione, motivazione) => {
      const dove = this.dove() !== '' && (azione === 'accogli' || azione === 'inserisci') ? { incontroId: this.dove() } : {};
      return this.#commands.esegui(this.ambito(), o, azione, { ...conMotivo(motivazione), ...dove });
    },
    () => this.cambiata.emit(),
  );
}
