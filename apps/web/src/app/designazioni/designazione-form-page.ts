import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { limiteInParole } from '@tavoli/shared';
import { ParolePipe } from '../page/parole';
import { avvisiList, avvisoResource } from '../avvisi/avvisi.api';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DataOraPipe } from '../ui/words/dates';
import { EmptyState } from '../ui/empty-state';
import { ErrorSummary } from '../ui/forms/error-summary';
import { SelectField } from '../ui/fields/select-field';
import { submission } from '../ui/forms/submission';
import { designazioniCommands } from './designazioni.api';

/** Which ente, which avviso, which tavolo: then the draft opens, and the people are named there. */
@Component({
  selector: 'app-designazione-form-page',
  imports: [Busy, DataOraPipe, EmptyState, ErrorSummary, FormField, ParolePipe, RouterLink, SelectField],
  templateUrl: './designazione-form-page.html',
})
export class DesignazioneFormPage {
  readonly ambito = input.required<string>();
  /** From the page of an avviso. */
  readonly avviso = input<string>();

  readonly #session = inject(SessionStore);
  protected readonly enti = computed(() => this.#session.sessione().enti.filter(e => e.ambito.slug === this.ambito()));
  protected readonly verificati = computed(() => this.enti().filter(e => e.stato === 'verificato'));
  protected readonly opzioniEnti = computed(() => this.verificati().map(e => ({ value: e.id, label: e.denominazione })));
  readonly #avvisi = avvisiList(this.ambito);
  protected readonly aperti = computed(() =>
    this.#avvisi.items().filter(a => (a.stato === 'pubblicato' && new Date(a.apreAt) <= new Date()) || a.stato === 'chiuso'),
  );
  protected readonly pronto = this.#avvisi.ready;
  protected readonly opzioniAvvisi = computed(() => this.aperti().map(a => ({ value: a.id, label: a.titolo })));

  protected readonly model = signal({ ente: '', avvisoId: '', tavoloId: '' });
  protected readonly scelto = avvisoResource(this.ambito, () => this.model().avvisoId || undefined);
  protected readonly limite = computed(() => {
    const avviso = this.scelto.value();
    return avviso === undefined ? null : limiteInParole(avviso);
  });
  protected readonly tavoli = computed(() => (this.scelto.value()?.tavoli ?? []).map(t => ({ value: t.id, label: t.nome })));
  protected readonly f = form(this.model, path => {
    required(path.ente, { message: 'Scegli l’ente.' });
    required(path.avvisoId, { message: 'Scegli l’avviso.' });
    required(path.tavoloId, { message: 'Scegli il tavolo.' });
  });
  readonly #commands = designazioniCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const { ente, avvisoId, tavoloId } = this.model();
    const created = await this.#commands.crea(this.ambito(), ente, { avvisoId, tavoloId, rappresentanti: [] }, idempotencyKey);
    this.#annunci.announce('Bozza creata: ora indica le persone.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'designazioni', created.id]);
  });

  constructor() {
    // The only choice there is needs not be asked.
    effect(() => {
      const [ente, ...altri] = this.verificati();
      if (ente && altri.length === 0) this.model.update(m => (m.ente === '' ? { ...m, ente: ente.id } : m));
    });
    effect(() => {
      const [primo, ...altri] = this.aperti();
      const avvisoId = this.avviso() ?? (primo && altri.length === 0 ? primo.id : '');
      if (avvisoId) this.model.update(m => (m.avvisoId === '' ? { ...m, avvisoId } : m));
    });
  }
}
