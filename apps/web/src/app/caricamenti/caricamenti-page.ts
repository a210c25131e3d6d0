import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TABELLA_BYTES_MASSIMI, TIPI, TIPI_CARICAMENTO, type TipoCaricamento } from '@tavoli/shared';
import { ResourceState } from '../page/resource-state';
import { Busy } from '../ui/busy';
import { FileField } from '../ui/fields/file-field';
import { RadioGroup } from '../ui/fields/radio-group';
import { fileUpload } from '../ui/forms/file-upload';
import { StatoBadge } from '../ui/stato-badge';
import { DataOraPipe } from '../ui/words/dates';
import { caricamentiCommands, caricamentiResource, esportazione, modello } from './caricamenti.api';
import { daScrivere } from './caricamenti.labels';

const TIPI_DA_SCEGLIERE = TIPI_CARICAMENTO.map(tipo => ({ value: tipo, label: TIPI[tipo].nome, hint: TIPI[tipo].descrizione }));

/** Where an import begins: what, from which file; and those that were made before. */
@Component({
  selector: 'app-caricamenti-page',
  imports: [Busy, DataOraPipe, FileField, RadioGroup, ResourceState, RouterLink, StatoBadge],
  templateUrl: './caricamenti-page.html',
})
export class CaricamentiPage {
  readonly ambito = input.required<string>();
  protected readonly caricamenti = caricamentiResource(this.ambito);
  protected readonly tipi = TIPI_DA_SCEGLIERE;
  protected readonly maxBytes = TABELLA_BYTES_MASSIMI;
  protected readonly tipo = signal<TipoCaricamento>('enti');
  protected readonly definizione = computed(() => TIPI[this.tipo()]);
  protected readonly nomi = TIPI;
  protected readonly daScrivere = daScrivere;
  protected readonly modello = (formato: 'csv' | 'xlsx') => modello(this.ambito(), this.tipo(), formato);
  protected readonly esportazione = (formato: 'csv' | 'xlsx') => esportazione(this.ambito(), this.tipo(), formato);
  readonly #commands = caricamentiCommands();
  readonly #router = inject(Router);
  #nuovo: string | null = null;
  protected readonly carico = fileUpload(
    async (file, on) => {
      this.#nuovo = (await this.#commands.leggiFile(this.ambito(), this.tipo(), file, on)).id;
    },
    'File letto. Non è stato ancora scritto niente: guarda che cosa succederebbe.',
    () => this.#apri(),
  );

  protected scegli(tipo: TipoCaricamento | ''): void {
    if (tipo !== '') this.tipo.set(tipo);
  }

  #apri(): void {
    const nuovo = this.#nuovo;
    this.#nuovo = null;
    if (nuovo !== null) void this.#router.navigate(['/', this.ambito(), 'area', 'importare', nuovo]);
  }
}
