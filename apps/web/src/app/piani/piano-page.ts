import { Component, computed, input } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import { pageMeta } from '../page/page-meta';
import { DataOraPipe, DataPipe } from '../ui/words/dates';
import { firmaDetta } from '../ui/words/firma';
import { fileSize } from '../ui/words/file-size';
import { ResourceState } from '../page/resource-state';
import { DocumentiSostituiti } from '../oscuramenti/documenti-sostituiti';
import { dossierPubblicato, filePubblicato, pianoPubblicoResource } from './piani-pubblici.api';
import { STATI_PIANO_IN_PAROLE } from './piani.labels';
import { ProgrammiElenco } from './programmi-elenco';

/** The public page of the Piano di Zona: what it is made of, every file with its fingerprint, and the way back to where it came from. */
@Component({
  selector: 'app-piano-page',
  imports: [DataOraPipe, DataPipe, DocumentiSostituiti, NgTemplateOutlet, ProgrammiElenco, ResourceState, RouterLink],
  templateUrl: './piano-page.html',
})
export class PianoPage {
  readonly ambito = input.required<string>();
  protected readonly piano = pianoPubblicoResource(this.ambito);
  protected readonly stati = STATI_PIANO_IN_PAROLE;
  protected readonly size = fileSize;
  protected readonly firma = firmaDetta;
  readonly #id = computed(() => this.piano.value()?.id ?? '');

  constructor() {
    pageMeta(() => {
      const view = this.piano.value();
      return (
        view && {
          title: view.titolo,
          description: `${view.titolo}: allegati, dossier da scaricare, e da quali incontri e contributi nasce.`,
        }
      );
    });
  }

  protected dossier(formato: 'pdf' | 'zip'): string {
    return dossierPubblicato(this.ambito(), this.#id(), formato);
  }

  protected file(id: string): string {
    return filePubblicato(this.ambito(), this.#id(), id);
  }
}
