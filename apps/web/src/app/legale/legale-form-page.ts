import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Documento, DOCUMENTO_VUOTO, type PaginaLegale, type PaginaLegaleView, TITOLI_LEGALI } from '@tavoli/shared';
import { BarraEditor } from '../ui/editor/barra-editor';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { Editor } from '../ui/editor/editor';
import { pageDraft } from '../ui/drafts/local-draft';
import { problemOf, problemText } from '../ui/problem';
import { ResourceState } from '../page/resource-state';
import { legaleCommands, paginaLegaleResource } from './legale.api';

/** Writes the ambito's own words for a page that the law asks for, beginning from those that stand. */
@Component({
  selector: 'app-legale-form-page',
  imports: [BarraEditor, Busy, ConfirmDialog, DraftNotice, Editor, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (pronta()) {
        <h1>{{ titolo() }}: modifica il testo</h1>
        <p class="lead">Quello che salvi si vede subito. Le versioni precedenti restano agli atti.</p>
        <app-draft-notice [draft]="draft" />
        @if (errore(); as testo) {
          <div class="alert alert-danger" role="alert">{{ testo }}</div>
        }
        <h2 class="h4">Il testo in vigore</h2>
        <app-barra-editor />
        <app-editor label="Testo della pagina" [hint]="''" [value]="model().documento" (valueChange)="model.set({ documento: $event })" />
        <p class="form-actions">
          <button type="button" class="btn btn-primary" [appBusy]="busy()" (click)="salva()">Salva il testo</button>
          @if (letta?.propria) {
            <button type="button" class="btn btn-outline-primary" (click)="ricomincia(dialogo)">Torna al testo di partenza</button>
          }
          <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), quale()]">Torna indietro</a>
        </p>
        <app-confirm-dialog #dialogo titolo="Tornare al testo di partenza?" conferma="Torna al testo di partenza"
          ><p>
            La pagina mostra di nuovo il testo che arriva con il portale. Il vostro resta tra le versioni precedenti.
          </p></app-confirm-dialog
        >
      } @else {
        <app-resource-state [of]="pagina" />
      }
    </div>
  `,
})
export class LegaleFormPage {
  readonly ambito = input.required<string>();
  readonly quale = input.required<PaginaLegale>({ alias: 'pagina' });
  protected readonly titolo = computed(() => TITOLI_LEGALI[this.quale()]);
  protected readonly pagina = paginaLegaleResource(this.ambito, this.quale);
  protected readonly model = signal<{ documento: Documento }>({ documento: DOCUMENTO_VUOTO });
  protected readonly draft = pageDraft('pagina-legale', this.model);
  protected readonly pronta = signal(false);
  protected readonly busy = signal(false);
  protected readonly errore = signal<string | null>(null);
  protected letta: PaginaLegaleView | null = null;
  readonly #commands = legaleCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  constructor() {
    effect(() => {
      const letta = this.pagina.value();
      if (letta && this.letta === null)
        untracked(() => {
          this.letta = letta;
          if (!this.draft.restored()) this.model.set({ documento: letta.documento });
          this.pronta.set(true);
        });
    });
  }

  protected async salva(): Promise<void> {
    await this.#scrivi(this.model().documento).catch((error: unknown) => {
      this.errore.set(problemText(problemOf(error)));
      this.#annunci.announce(problemText(problemOf(error)));
    });
  }

  protected async ricomincia(dialogo: ConfirmDialog): Promise<void> {
    await dialogo.ask(() => this.#scrivi(null));
  }

  async #scrivi(documento: Documento | null): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.errore.set(null);
    try {
      await this.#commands.scrivi(this.ambito(), this.quale(), this.letta?.version ?? 0, { documento });
      this.draft.clear();
      this.#annunci.notify('Testo salvato: la pagina è già cambiata.');
      await this.#router.navigate(['/', this.ambito(), this.quale()]);
    } finally {
      this.busy.set(false);
    }
  }
}
