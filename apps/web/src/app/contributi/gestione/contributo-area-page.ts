import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type AzioneContributo,
  type ContributoGestioneView,
  type DecisioneRiesame,
  DECISIONI_RIESAME,
  ETICHETTE_CANALE,
  ETICHETTE_MOTIVO,
  ETICHETTE_TIPO_CONTRIBUTO,
} from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { Storia } from '../../registro/storia';
import { Permissions } from '../../session/permissions';
import { pageMeta } from '../../page/page-meta';
import { AppPassi } from '../../ui/forms/app-passi';
import { moduli, passi } from '../../ui/forms/passi';
import { DataOraPipe, DataPipe } from '../../ui/words/dates';
import { fileSize } from '../../ui/words/file-size';
import { ResourceState } from '../../page/resource-state';
import { avvisoInParole } from '../avvisi-privacy';
import { DA_CHI } from '../contributi.labels';
import { contributoFile } from '../contributi-pubblici.api';
import { FiloContributo } from '../filo-contributo';
import { StatoContributoBadge } from '../stato-contributo';
import { TestiContributoVista } from '../testi-contributo';
import { gestioneCommands, gestioneResource, ricevutaPdf } from './gestione.api';
import { scadenza } from './gestione.labels';
import { AZIONI, AZIONI_RIESAME } from './gestione.passi';
import { LegamiContributo } from './legami-contributo';
import { OmissisForm } from './omissis-form';
import { PassoForm } from './passo-form';
import { SpostaContributo } from './sposta-form';

/** A contributo as staff see it: the original beside what the public reads, the steps that may be taken now. */
@Component({
  selector: 'app-contributo-area-page',
  imports: [
    AppPassi,
    DataOraPipe,
    DataPipe,
    FiloContributo,
    LegamiContributo,
    OmissisForm,
    PassoForm,
    ResourceState,
    RouterLink,
    SpostaContributo,
    StatoContributoBadge,
    Storia,
    TestiContributoVista,
  ],
  templateUrl: './contributo-area-page.html',
})
export class ContributoAreaPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'contributo' });
  protected readonly contributo = gestioneResource(this.ambito, this.id);
  /** What is being done, of which the form is open. */
  protected readonly aperto = signal<AzioneContributo | 'ometti' | 'altro_tavolo' | null>(null);
  protected readonly passi = moduli(AZIONI);
  protected readonly tipi = ETICHETTE_TIPO_CONTRIBUTO;
  protected readonly canali = ETICHETTE_CANALE;
  protected readonly motivi = ETICHETTE_MOTIVO;
  protected readonly daChi = DA_CHI;
  protected readonly size = fileSize;
  protected readonly avvisi = computed(() => [...new Set((this.contributo.value()?.avvisiPrivacy ?? []).map(avvisoInParole))]);
  protected readonly scadenza = computed(() => {
    const c = this.contributo.value();
    return c ? scadenza(c, new Date()) : null;
  });
  readonly #commands = gestioneCommands();
  protected readonly decisioni = DECISIONI_RIESAME;
  protected readonly passiRiesame = passi<DecisioneRiesame, ContributoGestioneView>(
    AZIONI_RIESAME,
    (c, decisione, motivazione) => this.#commands.riesame(this.ambito(), c, decisione, motivazione),
    fatto => fatto && this.fatto(),
  );
  readonly #permissions = inject(Permissions);
  protected readonly puoOscurare = computed(() => this.#permissions.can('oscuramento.esegui', this.ambito()));
  readonly #router = inject(Router);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    pageMeta(() => (this.contributo.hasValue() ? { title: this.contributo.value().titolo } : null));
    liveReload('contributo', () => this.contributo.reload(), this.id);
  }

  protected file(id: string): string {
    return contributoFile(this.ambito(), this.id(), id);
  }

  protected ricevuta(): string {
    return ricevutaPdf(this.ambito(), this.id());
  }

  protected fatto(): void {
    this.aperto.set(null);
    this.contributo.reload();
    setTimeout(() => this.#host.nativeElement.querySelector<HTMLElement>('h1')?.focus());
  }

  protected async spostato(): Promise<void> {
    await this.#router.navigate(['/', this.ambito(), 'area', 'contributi-ricevuti']);
  }
}
