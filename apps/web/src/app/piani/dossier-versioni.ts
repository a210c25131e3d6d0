import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { DossierView, PianoView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DataOraPipe } from '../ui/words/dates';
import { fileSize } from '../ui/words/file-size';
import { idempotencyKey } from '../ui/idempotency';
import { problemOf, problemText } from '../ui/problem';
import { dossierFile, pianiCommands } from './piani.api';
import { STATI_DOSSIER_IN_PAROLE } from './piani.labels';

/** The versions of the dossier: one that is being made tells how far it has come, the others can be downloaded. */
@Component({
  selector: 'app-dossier-versioni',
  imports: [Busy, DataOraPipe],
  templateUrl: './dossier-versioni.html',
})
export class DossierVersioni {
  readonly ambito = input.required<string>();
  readonly piano = input.required<PianoView>();
  readonly chiesto = output();
  protected readonly stati = STATI_DOSSIER_IN_PAROLE;
  protected readonly size = fileSize;
  protected readonly busy = signal(false);
  protected readonly inCorso = computed(() => this.piano().dossier.find(d => d.stato === 'in_coda' || d.stato === 'in_corso') ?? null);
  protected readonly versioni = computed(() => this.piano().dossier.filter(d => d !== this.inCorso()));
  readonly #commands = pianiCommands();
  readonly #annunci = inject(Annunci);

  protected async compila(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.#commands.compila(this.ambito(), this.piano().id, idempotencyKey());
      this.#annunci.announce('Il dossier si sta compilando.');
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.busy.set(false);
      this.chiesto.emit();
    }
  }

  protected url(dossier: DossierView, formato: 'pdf' | 'zip'): string {
    return dossierFile(this.ambito(), this.piano().id, dossier.id, formato);
  }
}
