import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VerbaleRigaView } from '@tavoli/shared';
import { DataPipe } from '../ui/words/dates';
import { nomeVerbale, STATI_VERBALE_IN_PAROLE } from './verbali.labels';

/** A verbale in a list: of what, when, whose. One not yet published leads to where it is written or read. */
@Component({
  selector: 'app-verbale-riga',
  imports: [DataPipe, RouterLink],
  host: { class: 'd-block' },
  template: `
    @if (verbale().stato !== 'pubblicato') {
      <p class="mb-1">
        <span [attr.class]="'stato stato-' + stato().tone">{{ stato().label }}</span>
      </p>
    }
    <div class="h5 mb-1" role="heading" [attr.aria-level]="level()">
      <a [routerLink]="link()">{{ titolo() }}</a>
    </div>
    @if (verbale().rettifica) {
      <p class="mb-0">Rettifica di {{ nome(verbale().rettifica!) }}</p>
    } @else if (verbale().rettificatoDa; as nuovo) {
      <p class="mb-0">Corretto da {{ nome(nuovo) }}</p>
    }
    <p class="mb-0">
      Incontro del <time [attr.datetime]="verbale().incontro.inizioAt">{{ verbale().incontro.inizioAt | data }}</time>
    </p>
    @if (conTavoli() && verbale().tavoli.length > 0) {
      <p class="mb-0 text-muted">{{ tavoli() }}</p>
    }
  `,
})
export class VerbaleRiga {
  readonly verbale = input.required<VerbaleRigaView>();
  /** Slug of the ambito. */
  readonly ambito = input.required<string>();
  /** Level of its heading. */
  readonly level = input(2);
  readonly conTavoli = input(true);
  protected readonly nome = nomeVerbale;
  protected readonly titolo = computed(() => `${nomeVerbale(this.verbale())}: ${this.verbale().incontro.titolo}`);
  protected readonly stato = computed(() => STATI_VERBALE_IN_PAROLE[this.verbale().stato]);
  protected readonly tavoli = computed(() =>
    this.verbale()
      .tavoli.map(t => t.nome)
      .join(', '),
  );
  protected readonly link = computed(() => [
    '/',
    this.ambito(),
    ...(this.verbale().stato === 'pubblicato' ? [] : ['area']),
    'verbali',
    this.verbale().id,
  ]);
}
