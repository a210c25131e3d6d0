import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conData, ETICHETTE_NATURA, ETICHETTE_VESTE } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { DataPipe } from '../ui/words/dates';
import { componenteResource } from './componenti.api';

/** Public page of an ente that has or had a seat: at which tavoli, in what veste, who for it. */
@Component({
  selector: 'app-componente-page',
  imports: [DataPipe, ResourceState, RouterLink],
  templateUrl: './componente-page.html',
})
export class ComponentePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'ente' });
  protected readonly ente = componenteResource(this.ambito, this.id);
  protected readonly nature = ETICHETTE_NATURA;
  protected readonly vesti = ETICHETTE_VESTE;
  protected readonly finoAl = (istante: string) => conData('fino al', new Date(istante));

  constructor() {
    pageMeta(() => {
      if (!this.ente.hasValue()) return null;
      const { denominazione } = this.ente.value();
      return { title: denominazione, description: `A quali Tavoli Tematici siede ${denominazione}, e chi lo rappresenta.` };
    });
  }
}
