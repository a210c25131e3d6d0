import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ETICHETTE_TIPO_ELABORATO } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { DataOraPipe, DataPipe } from '../ui/words/dates';
import { fileSize } from '../ui/words/file-size';
import { ResourceState } from '../page/resource-state';
import { DocumentiSostituiti } from '../oscuramenti/documenti-sostituiti';
import { ContenutoVista, type Nomi } from './contenuto-vista';
import { elaboratoFile, elaboratoPubblicoResource } from './elaborati-pubblici.api';
import { Protocolli } from '../protocolli/protocolli';

/** Public page of an elaborato that the Piano took in: exactly the version that was accepted, where it comes from, its proof. */
@Component({
  selector: 'app-elaborato-page',
  imports: [ContenutoVista, DataOraPipe, DataPipe, DocumentiSostituiti, Protocolli, ResourceState, RouterLink],
  templateUrl: './elaborato-page.html',
})
export class ElaboratoPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'elaborato' });
  protected readonly elaborato = elaboratoPubblicoResource(this.ambito, this.id);
  protected readonly tipi = ETICHETTE_TIPO_ELABORATO;
  protected readonly size = fileSize;
  protected readonly pdf = computed(() => elaboratoFile(this.ambito(), this.id(), 'elaborato.pdf'));
  protected readonly json = computed(() => elaboratoFile(this.ambito(), this.id(), 'elaborato.json'));
  protected readonly nomi = computed<Nomi>(() => ({
    comuni: this.elaborato.value()?.foto.comuni ?? [],
    obiettivo: this.elaborato.value()?.foto.obiettivo?.titolo ?? null,
    voci: this.elaborato.value()?.foto.voci,
  }));

  constructor() {
    pageMeta(() => {
      const e = this.elaborato.value();
      return e ? { title: e.titolo, description: `${ETICHETTE_TIPO_ELABORATO[e.tipo]} del tavolo ${e.tavolo.nome}, nel Piano.` } : null;
    });
  }
}
