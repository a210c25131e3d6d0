import { ETICHETTE_CANALE, ETICHETTE_STATO_CONTRIBUTO, ETICHETTE_TIPO_CONTRIBUTO } from '@tavoli/shared';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pageMeta } from '../page/page-meta';
import { DataPipe } from '../ui/words/dates';
import { fileSize } from '../ui/words/file-size';
import { DocumentiSostituiti } from '../oscuramenti/documenti-sostituiti';
import { SeguiForm } from '../seguiti/segui-form';
import { ResourceState } from '../page/resource-state';
import { DA_CHI, PASSI } from './contributi.labels';
import { contributoFile, contributoPubblicoResource } from './contributi-pubblici.api';
import { FiloContributo } from './filo-contributo';
import { StatoContributoBadge } from './stato-contributo';
import { TestiContributoVista } from './testi-contributo';

const ACCOLTI: readonly string[] = ['accolto', 'accolto_in_parte'];

/** Public page of a contributo: its published words, the answer, its way to the Piano. */
@Component({
  selector: 'app-contributo-page',
  imports: [
    DataPipe,
    DocumentiSostituiti,
    FiloContributo,
    ResourceState,
    RouterLink,
    SeguiForm,
    StatoContributoBadge,
    TestiContributoVista,
  ],
  templateUrl: './contributo-page.html',
})
export class ContributoPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'contributo' });
  protected readonly contributo = contributoPubblicoResource(this.ambito, this.id);
  protected readonly tipi = ETICHETTE_TIPO_CONTRIBUTO;
  protected readonly canali = ETICHETTE_CANALE;
  protected readonly stati = ETICHETTE_STATO_CONTRIBUTO;
  protected readonly size = fileSize;
  protected readonly passi = PASSI;
  /** It was taken, whole or in part: there is something to tell of it. */
  protected readonly accolto = computed(() => ACCOLTI.includes(this.contributo.value()?.stato ?? ''));
  /** Where it went since: the documents of the tavolo that carry it, those of the Piano last. */
  protected readonly seguito = computed(() =>
    (this.contributo.value()?.filo ?? []).filter(p => p.percorso !== null && (p.tipo === 'verbale' || p.tipo === 'elaborato')),
  );
  protected readonly daChi = computed(() => {
    const { nome = null, tipo = 'cittadino' } = this.contributo.value()?.provenienza ?? {};
    return nome ?? DA_CHI[tipo];
  });

  constructor() {
    pageMeta(() => {
      const c = this.contributo.value();
      return c
        ? {
            title: c.titolo ?? `Contributo ${c.codice}`,
            description: `Un contributo al tavolo ${c.tavolo.nome}: che cosa dice e che cosa ha risposto il tavolo.`,
          }
        : null;
    });
  }

  protected file(id: string): string {
    return contributoFile(this.ambito(), this.id(), id);
  }
}
