import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AttoView, FaseView } from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { pageMeta } from '../../page/page-meta';
import { NotFound } from '../../page/not-found';
import { Annunci } from '../../ui/annunci';
import { AppPassi, DomandaExtra } from '../../ui/forms/app-passi';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { conMotivo, passi } from '../../ui/forms/passi';
import { DateField } from '../../ui/fields/date-field';
import { firmaDetta } from '../../ui/words/firma';
import { fileSize } from '../../ui/words/file-size';
import { ResourceState } from '../../page/resource-state';
import { AttoForm } from './atto-form';
import { attoFile, gestioneResource, iterCommands } from '../iter.api';
import { DIREZIONI, estremi, giorno, quandoFase } from '../iter.labels';
import { AZIONI_FASE } from '../iter.passi';
import { StatoIter } from '../stato-iter';

/** One phase: its steps, what it still lacks, its acts. */
@Component({
  selector: 'app-fase-page',
  imports: [AppPassi, AttoForm, ConfirmDialog, DateField, DomandaExtra, NotFound, ResourceState, RouterLink, StatoIter],
  templateUrl: './fase-page.html',
})
export class FasePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'fase' });
  protected readonly iter = gestioneResource(this.ambito);
  protected readonly fase = computed(() => this.iter.value()?.fasi.find(f => f.id === this.id()) ?? null);
  protected readonly gruppi = computed(() =>
    (['uscita', 'ingresso'] as const).map(direzione => ({
      direzione,
      titolo: DIREZIONI[direzione],
      atti: (this.fase()?.atti ?? []).filter(a => a.direzione === direzione),
    })),
  );
  /** Id of the act being changed; `nuovo`: one being added. */
  protected readonly aperto = signal<string | null>(null);
  protected readonly scelto = signal<AttoView | null>(null);
  /** When a step was really taken; empty: today. */
  protected readonly quandoFatto = signal('');
  protected readonly quando = quandoFase;
  protected readonly giorno = giorno;
  protected readonly estremi = estremi;
  protected readonly size = fileSize;
  protected readonly firma = firmaDetta;
  readonly #commands = iterCommands();
  protected readonly passi = passi(
    AZIONI_FASE,
    (fase: FaseView, azione, motivazione) =>
      this.#commands.eseguiFase(this.ambito(), fase, azione, {
        ...conMotivo(motivazione),
        ...(this.quandoFatto() === '' ? {} : { data: this.quandoFatto() }),
      }),
    () => this.iter.reload(),
  );
  protected readonly perPrimi = ['avvia', 'concludi', 'riapri'] as const;
  protected readonly perUltimo = ['salta'] as const;
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() => this.fase() && { title: this.fase()?.titolo ?? '' });
    liveReload('iter', () => this.iter.reload());
  }

  protected url(atto: AttoView): string {
    return attoFile(this.ambito(), atto.id);
  }

  protected async toglieAtto(dialog: ConfirmDialog, atto: AttoView): Promise<void> {
    this.scelto.set(atto);
    if (await dialog.ask(() => this.#commands.eliminaAtto(this.ambito(), atto))) this.#annunci.notify('Atto tolto.');
    this.iter.reload();
  }

  protected async elimina(dialog: ConfirmDialog, fase: FaseView): Promise<void> {
    if (!(await dialog.ask(() => this.#commands.eliminaFase(this.ambito(), fase)))) return this.iter.reload();
    this.#annunci.notify('Fase tolta.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'iter']);
  }

  protected chiuso(): void {
    this.aperto.set(null);
    this.iter.reload();
  }
}
