import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DesignazioneInviataView } from '@tavoli/shared';
import { ResourceState } from '../page/resource-state';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { EmptyState } from '../ui/empty-state';
import { SelectField } from '../ui/fields/select-field';
import { avvisiAllEnteResource, ricevutaPdf } from './designazioni.api';
import { InsiemeForm } from './insieme-form';

/** One answer of an ente for several tavoli; then what was sent, each with its number and receipt. */
@Component({
  selector: 'app-insieme-page',
  imports: [EmptyState, InsiemeForm, ResourceState, RouterLink, SelectField],
  templateUrl: './insieme-page.html',
})
export class InsiemePage {
  readonly ambito = input.required<string>();
  /** Of whom, where one acts for several. */
  readonly ente = input('', { transform: (value: string | undefined) => value ?? '' });

  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);
  protected readonly verificati = computed(() =>
    this.#session.sessione().enti.filter(e => e.ambito.slug === this.ambito() && e.stato === 'verificato'),
  );
  protected readonly opzioni = computed(() => this.verificati().map(e => ({ value: e.id, label: e.denominazione })));
  protected readonly suo = computed(() => {
    const [solo, ...altri] = this.verificati();
    return this.verificati().find(e => e.id === this.ente()) ?? (altri.length === 0 ? solo : undefined);
  });
  protected readonly avvisi = avvisiAllEnteResource(this.ambito, () => this.suo()?.id ?? '');
  /** There is a tavolo that the ente has not answered for. */
  protected readonly liberi = computed(() => (this.avvisi.value()?.items ?? []).some(a => a.tavoli.some(t => t.gia === null)));
  protected readonly inviate = signal<readonly DesignazioneInviataView[]>([]);
  protected readonly ricevuta = (id: string): string => ricevutaPdf(this.ambito(), id);

  protected scegli(ente: string): void {
    void this.#router.navigate([], { queryParams: { ente: ente || null } });
  }

  protected fatto(inviate: readonly DesignazioneInviataView[]): void {
    this.inviate.set(inviate);
    this.#annunci.notify(
      `${inviate.length === 1 ? 'Designazione inviata' : `${inviate.length} designazioni inviate`}. Abbiamo scritto alle persone indicate.`,
    );
  }
}
