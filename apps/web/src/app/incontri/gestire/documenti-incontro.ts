import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { IncontroView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { FileField } from '../../ui/fields/file-field';
import { fileSize } from '../../ui/words/file-size';
import { fileUpload } from '../../ui/forms/file-upload';
import { SelectField } from '../../ui/fields/select-field';
import { problemOf, problemText } from '../../ui/problem';
import { incontriCommands, incontroFile } from '../incontri.api';

/** Documents for the discussion: added and taken away until the incontro begins. */
@Component({
  selector: 'app-documenti-incontro',
  imports: [Busy, FileField, SelectField],
  template: `
    <section aria-labelledby="titolo-documenti">
      <h2 class="h4 mt-5" id="titolo-documenti">Documenti</h2>
      <ul>
        @for (documento of incontro().files; track documento.id) {
          <li>
            <a [href]="url(documento.id)" download>{{ documento.nome }}</a> ({{ size(documento.bytes) }}){{ perPunto(documento.puntoId) }}
            @if (modificabile()) {
              <button type="button" class="link-button" (click)="togli(documento.id)">
                Togli<span class="visually-hidden"> {{ documento.nome }}</span>
              </button>
              <button type="button" class="link-button ms-3" (click)="alPostoDi.set(documento.id)">
                Sostituisci<span class="visually-hidden"> {{ documento.nome }}</span>
              </button>
            }
          </li>
        } @empty {
          <li>Nessun documento.</li>
        }
      </ul>
      @if (modificabile()) {
        @if (incontro().stato === 'convocato') {
          <p>Chi apre la pagina dell’incontro li vede subito; chi è invitato li riceve con l’integrazione della convocazione.</p>
        }
        <form class="form-narrow" novalidate (submit)="carico.send($event)">
          @if (daSostituire(); as vecchio) {
            <p>
              Il nuovo documento prende il posto di <strong>{{ vecchio.nome }}</strong>{{ perPunto(vecchio.puntoId) }}.
              <button type="button" class="link-button" (click)="alPostoDi.set('')">Aggiungilo invece come nuovo</button>
            </p>
          } @else {
            <app-select-field label="Per quale punto" empty="Tutto l’incontro" [options]="punti()" [(value)]="punto" />
          }
          <app-file-field
            [label]="daSostituire() ? 'Il documento nuovo' : 'Aggiungi un documento'"
            hint="PDF, al massimo 10 MB. Lo può scaricare chiunque veda l’incontro."
            [(value)]="carico.file"
            [errors]="carico.errors()"
            [touched]="true"
            [progress]="carico.progress()"
          />
          <p>
            <button type="submit" class="btn btn-outline-primary" [appBusy]="carico.progress() !== null">
              {{ daSostituire() ? 'Sostituisci' : 'Aggiungi' }}
            </button>
          </p>
        </form>
      }
    </section>
  `,
})
export class DocumentiIncontro {
  readonly ambito = input.required<string>();
  readonly incontro = input.required<IncontroView>();
  readonly modificabile = input.required<boolean>();
  readonly cambiati = output();
  /** Id of a punto; empty: the whole incontro. */
  protected readonly punto = signal('');
  protected readonly punti = computed(() => this.incontro().punti.map((p, i) => ({ value: p.id, label: `${i + 1}. ${p.titolo}` })));
  /** Id of the document that the next one takes the place of; empty: of none. */
  protected readonly alPostoDi = signal('');
  protected readonly daSostituire = computed(() => this.incontro().files.find(f => f.id === this.alPostoDi()));
  protected readonly size = fileSize;
  readonly #commands = incontriCommands();
  protected readonly carico = fileUpload(
    (file, on) => {
      const [vecchio, di] = [this.daSostituire(), this.incontro().id];
      return vecchio
        ? this.#commands.sostituisciFile(this.ambito(), di, vecchio.id, file, on)
        : this.#commands.allega(this.ambito(), di, this.punto(), file, on);
    },
    'Documento salvato.',
    () => {
      this.alPostoDi.set('');
      this.cambiati.emit();
    },
  );
  readonly #annunci = inject(Annunci);

  protected url(file: string): string {
    return incontroFile(this.ambito(), this.incontro().id, file);
  }

  protected perPunto(puntoId: string | null): string {
    const index = this.incontro().punti.findIndex(p => p.id === puntoId);
    return index < 0 ? '' : `, per il punto ${index + 1}`;
  }

  protected async togli(file: string): Promise<void> {
    await this.#tell(this.#commands.togliFile(this.ambito(), this.incontro().id, file), 'Documento tolto.');
  }

  async #tell(work: Promise<unknown>, done: string): Promise<void> {
    await work.then(
      () => this.#annunci.notify(done),
      (error: unknown) => this.#annunci.notify(problemText(problemOf(error)), 'danger'),
    );
    this.cambiati.emit();
  }
}
