import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { aperti, tavoliResource } from '../../tavoli/tavoli.api';
import { CheckboxGroup } from '../../ui/fields/checkbox-group';
import { LoadingBar } from '../../ui/loading-bar';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { membriResource } from '../incontri.api';
import type { Composizione, IncontroModel } from './incontro.model';

const COMPOSIZIONI: Readonly<Record<Composizione, string>> = {
  tavolo: 'Tutto il tavolo',
  congiunto: 'Il tavolo insieme ad altri tavoli',
  focus: 'Un gruppo ristretto, scelto da te',
};

/** Who of the tavoli meets: the whole tavolo, several of them, or a few people of one. */
@Component({
  selector: 'app-partecipanti-fields',
  imports: [CheckboxGroup, FormField, LoadingBar, RadioGroup],
  template: `
    @let form = f();
    <app-radio-group [formField]="form.tipo" label="Chi partecipa?" [options]="composizioni" mandatory />
    @switch (form.tipo().value()) {
      @case ('congiunto') {
        <app-checkbox-group [formField]="form.altriTavoli" label="Altri tavoli" [options]="altri()" mandatory />
      }
      @case ('focus') {
        @if (membri.hasValue()) {
          <app-checkbox-group
            [formField]="form.membri"
            label="Persone del gruppo"
            [hint]="persone().length === 0 ? 'Nessuno siede ancora al tavolo.' : undefined"
            [options]="persone()"
            mandatory
          />
        } @else if (membri.problem(); as problem) {
          <div class="alert alert-danger" role="alert">{{ problem.title }}</div>
        } @else {
          <app-loading-bar />
        }
      }
    }
  `,
})
export class PartecipantiFields {
  readonly f = input.required<FieldTree<IncontroModel>>();
  readonly ambito = input.required<string>();
  /** Slug of the tavolo that calls. */
  readonly tavolo = input.required<string>();
  protected readonly composizioni = optionsOf(COMPOSIZIONI);
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly altri = computed(() =>
    aperti(this.#tavoli)
      .filter(t => t.slug !== this.tavolo())
      .map(t => ({ value: t.id, label: `${t.codice} · ${t.nome}` })),
  );
  protected readonly membri = membriResource(this.ambito, () => (this.f()().value().tipo === 'focus' ? this.tavolo() : undefined));
  protected readonly persone = computed(() =>
    (this.membri.value()?.items ?? []).map(m => ({
      value: m.rappresentanteId,
      label: m.nome,
      hint: `${m.ruolo === 'titolare' ? 'Titolare' : 'Supplente'}, ${m.ente}`,
    })),
  );
}
