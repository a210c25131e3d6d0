import { Component, computed, DestroyRef, effect, inject, input, untracked, viewChildren } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Documento as TestoDocumento, SezioneView, VerbaleView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { Storia } from '../registro/storia';
import { pageMeta } from '../shell/page-meta';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { DataOraPipe } from '../ui/dates';
import { idempotencyKey } from '../ui/idempotency';
import { ResourceState } from '../ui/resource-state';
import { BozzaRimasta } from './bozza-rimasta';
import { CorrezioniElenco } from './correzioni-elenco';
import { EsitiSezione } from './esiti-sezione';
import { FattiVerbale } from './fatti-verbale';
import { PassiVerbale } from './passi-verbale';
import { ProponiCorrezione } from './proponi-correzione';
import { SezioneScrittura } from './sezione-scrittura';
import { integralePdf, verbaleResource, verbaliCommands } from './verbali.api';
import { nomeVerbale, STATI_VERBALE_IN_PAROLE } from './verbali.labels';
import { VersioniSezione } from './versioni-sezione';

/** A writer who fell silent frees the section without a word: looked at again this often, while somebody else holds one. */
const GUARDA_MS = 20_000;

/** A verbale for who writes it, and for who reads it whole: written in parts, corrected, approved and published, by the steps that the API allows. */
@Component({
  selector: 'app-verbale-area-page',
  imports: [BozzaRimasta, ConfirmDialog, CorrezioniElenco, DataOraPipe, EsitiSezione, FattiVerbale, PassiVerbale, ProponiCorrezione, ResourceState, RouterLink, SezioneScrittura, Storia, VersioniSezione],
  templateUrl: './verbale-area-page.html',
})
export class VerbaleAreaPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'verbale' });
  protected readonly verbale = verbaleResource(this.ambito, this.id);
  protected readonly stati = STATI_VERBALE_IN_PAROLE;
  protected readonly nome = nomeVerbale;
  /** Who leads it sees the history of the text too. */
  protected readonly staff = computed(() => (this.verbale.value()?.azioni.length ?? 0) > 0 || (this.verbale.value()?.puoScrivere ?? false));
  protected readonly integrale = computed(() => integralePdf(this.ambito(), this.id()));
  private readonly scritture = viewChildren(SezioneScrittura);
  readonly #commands = verbaliCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() => (this.verbale.hasValue() ? { title: `${nomeVerbale(this.verbale.value())}: ${this.verbale.value().incontro.titolo}` } : null));
    liveReload('verbale', () => this.verbale.reload(), this.id);
    this.#watchOthers();
  }

  protected finita(fino: string): boolean {
    return Date.parse(fino) <= Date.now();
  }

  /** Begins one, and opens it. */
  protected async rettifica(dialogo: ConfirmDialog): Promise<void> {
    const key = idempotencyKey();
    let nuova = '';
    if (!(await dialogo.ask(async motivo => (nuova = (await this.#commands.rettifica(this.ambito(), this.id(), motivo, key)).id)))) return;
    this.#annunci.notify('Rettifica cominciata: correggi il testo.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'verbali', nuova]);
  }

  protected correzioniDi(view: VerbaleView, sezione: SezioneView): VerbaleView['correzioni'] {
    return view.correzioni.filter(({ sezioneId }) => sezioneId === sezione.id);
  }

  protected ripristina(sezione: SezioneView, documento: TestoDocumento): void {
    this.scritture().find(s => s.sezione().id === sezione.id)?.ripristina(documento);
  }

  /** Titles of the sections with something that is not saved, after a last attempt. */
  protected readonly nonSalvate = async (): Promise<readonly string[]> => {
    const esiti = await Promise.all(this.scritture().map(async s => ({ titolo: s.sezione().titolo, salvata: await s.salvata() })));
    return esiti.filter(({ salvata }) => !salvata).map(({ titolo }) => titolo);
  };

  #watchOthers(): void {
    const altrui = computed(() => this.verbale.value()?.sezioni.some(({ tenutaDa }) => tenutaDa !== null && !tenutaDa.tua) ?? false);
    let timer: ReturnType<typeof setInterval> | undefined;
    effect(() => {
      const held = altrui();
      clearInterval(timer);
      if (held) timer = setInterval(() => untracked(() => this.verbale.reload()), GUARDA_MS);
    });
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
