import { Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { ESITI_RIGA, TIPI, type CaricamentoView, type EsitoRiga } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { Annunci } from '../ui/annunci';
import { AppPassi } from '../ui/forms/app-passi';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { conMotivo, passi } from '../ui/forms/passi';
import { StatoBadge } from '../ui/stato-badge';
import { DataOraPipe } from '../ui/words/dates';
import { caricamentiCommands, caricamentoResource, erroriCsv, righeResource, RIGHE_PER_PAGINA } from './caricamenti.api';
import { ESITI, trovato } from './caricamenti.labels';
import { AZIONI } from './caricamenti.passi';
import { ColonneForm } from './colonne-form';
import { EseguiForm } from './esegui-form';
import { RigheTabella } from './righe-tabella';

/** One import: how its file was read, which field each column is, what becomes of each row, and the step that writes it or takes it back. */
@Component({
  selector: 'app-caricamento-page',
  imports: [AppPassi, ColonneForm, ConfirmDialog, DataOraPipe, EseguiForm, ResourceState, RigheTabella, StatoBadge],
  templateUrl: './caricamento-page.html',
})
export class CaricamentoPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'caricamento' });
  protected readonly caricamento = caricamentoResource(this.ambito, this.id);
  protected readonly nomi = TIPI;
  protected readonly trovato = trovato;
  protected readonly esito = linkedSignal<string, EsitoRiga | ''>({ source: this.id, computation: () => '' });
  protected readonly da = linkedSignal<unknown, number>({ source: () => [this.esito(), this.id()], computation: () => 0 });
  protected readonly righe = righeResource(this.ambito, this.id, () => ({
    esito: this.esito(),
    da: this.da(),
    version: this.caricamento.value()?.version,
  }));
  protected readonly filtri = computed(() => {
    const conteggi = this.caricamento.value()?.conteggi;
    const tutte = { value: '' as const, label: 'Tutte', n: ESITI_RIGA.reduce((n, esito) => n + (conteggi?.[esito] ?? 0), 0) };
    return [tutte, ...ESITI_RIGA.map(esito => ({ value: esito, label: ESITI[esito].molte, n: conteggi?.[esito] ?? 0 }))];
  });
  protected readonly errori = computed(() => erroriCsv(this.ambito(), this.id()));
  protected readonly perPagina = RIGHE_PER_PAGINA;
  protected readonly perUltimo = ['annulla'] as const;
  readonly #commands = caricamentiCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  private readonly buttaRef = viewChild<ConfirmDialog>('buttaRef');
  private readonly scriviRef = viewChild<ConfirmDialog>('scriviRef');

  protected readonly passi = passi(
    AZIONI,
    (k: CaricamentoView, azione, motivazione) => this.#commands.esegui(this.ambito(), k, azione, conMotivo(motivazione)),
    () => this.letto(),
  );

  constructor() {
    pageMeta(() => (this.caricamento.hasValue() ? { title: `${TIPI[this.caricamento.value().tipo].nome}: importare` } : null));
  }

  /** The rows too: another simulation says something else of them. */
  protected letto(): void {
    this.caricamento.reload();
    this.righe.reload();
  }

  protected eseguito(): void {
    this.#annunci.notify(AZIONI.esegui.fatto);
    this.letto();
  }

  protected simulato(): void {
    this.#annunci.notify('Simulazione ripetuta: guarda di nuovo gli esiti.');
    this.letto();
  }

  protected async butta(k: CaricamentoView): Promise<void> {
    if (!(await this.buttaRef()?.ask(() => this.#commands.butta(this.ambito(), k)))) return;
    this.#annunci.notify('Simulazione buttata: non è stato scritto niente.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'importare']);
  }

  protected async scrivi(k: CaricamentoView): Promise<void> {
    if (!(await this.scriviRef()?.ask(() => this.#commands.scrivi(this.ambito(), k)))) return;
    this.#annunci.notify('Messaggi in partenza.');
    this.letto();
  }
}
