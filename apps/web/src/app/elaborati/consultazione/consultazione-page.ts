import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CommentoInput, type ElaboratoView, ETICHETTE_TIPO_ELABORATO } from '@tavoli/shared';
import { mailedReading } from '../../session/mailed-reading';
import { mailedSecret } from '../../session/mailed-secret';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { LoadingBar } from '../../ui/loading-bar';
import { problemOf, problemText } from '../../ui/problem';
import { saveFile } from '../../ui/save-file';
import { DataOraPipe } from '../../ui/words/dates';
import { fileSize } from '../../ui/words/file-size';
import { ContenutoVista } from '../contenuto-vista';
import { nomiDi } from '../nomi';
import { CommentiParte } from '../scrivere/commenti-parte';
import { Selezionabile } from '../scrivere/selezionabile';
import { consultazioneApi } from './consultazione.api';

/** An elaborato in consultation for who sits at the tavolo, from the mail and without an account: read, and commented. */
@Component({
  selector: 'app-consultazione-page',
  imports: [Busy, CommentiParte, ContenutoVista, DataOraPipe, LoadingBar, RouterLink, Selezionabile],
  templateUrl: './consultazione-page.html',
})
export class ConsultazionePage {
  protected readonly segreto = mailedSecret();
  readonly #api = consultazioneApi();
  readonly #annunci = inject(Annunci);
  readonly #lettura = mailedReading(this.segreto, key => this.#api.leggi(key));
  protected readonly view = this.#lettura.view;
  protected readonly problem = this.#lettura.problem;
  protected readonly tipi = ETICHETTE_TIPO_ELABORATO;
  protected readonly size = fileSize;
  protected readonly scarico = signal(false);
  protected readonly nomi = computed(() => nomiDi(this.view() ?? undefined));
  protected readonly manda = async (input: CommentoInput): Promise<void> => this.view.set(await this.#api.commenta(this.segreto(), input));

  protected async scarica({ nome }: NonNullable<ElaboratoView['file']>): Promise<void> {
    if (this.scarico()) return;
    this.scarico.set(true);
    try {
      saveFile(await this.#api.file(this.segreto()), nome);
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.scarico.set(false);
    }
  }
}
