import { Component, computed, inject, input, viewChildren } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type CorrezioneInput,
  type Documento as TestoDocumento,
  type SezioneView,
  testoDi,
  type VerbaleView,
  type VersioneSezioneView,
} from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { Storia } from '../../registro/storia';
import { Permissions } from '../../session/permissions';
import { pageMeta } from '../../page/page-meta';
import { BarraEditor } from '../../ui/editor/barra-editor';
import { Annunci } from '../../ui/annunci';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { DataOraPipe } from '../../ui/words/dates';
import { idempotencyKey } from '../../ui/idempotency';
import { ResourceState } from '../../page/resource-state';
import { guardaChiScrive } from '../../scrittura/guarda-chi-scrive';
import { Versioni } from '../../scrittura/versioni';
import { BozzaRimasta } from './bozza-rimasta';
import { CorrezioniElenco } from './correzioni-elenco';
import { EsitiSezione } from '../esiti-sezione';
import { FattiVerbale } from '../fatti-verbale';
import { OrariForm } from './orari-form';
import { PassiVerbale } from './passi-verbale';
import { ProponiCorrezione } from './proponi-correzione';
import { SezioneScrittura } from './sezione-scrittura';
import { integralePdf, verbaleResource, verbaliCommands } from '../verbali.api';
import { anticipoInParole, nomeVerbale, STATI_VERBALE_IN_PAROLE } from '../verbali.labels';
import { ProtocolliCura } from '../../protocolli/protocolli-cura';

/** A verbale for who writes it, and for who reads it whole: written in parts, corrected, approved and published, by the steps that the API allows. */
@Component({
  selector: 'app-verbale-area-page',
  imports: [
    BarraEditor,
    BozzaRimasta,
    ConfirmDialog,
    CorrezioniElenco,
    DataOraPipe,
    EsitiSezione,
    FattiVerbale,
    OrariForm,
    PassiVerbale,
    ProponiCorrezione,
    ProtocolliCura,
    ResourceState,
    RouterLink,
    SezioneScrittura,
    Storia,
    Versioni,
  ],
  templateUrl: './verbale-area-page.html',
})
export class VerbaleAreaPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'verbale' });
  protected readonly verbale = verbaleResource(this.ambito, this.id);
  protected readonly stati = STATI_VERBALE_IN_PAROLE;
  protected readonly nome = nomeVerbale;
  protected readonly anticipo = anticipoInParole;
  /** Who leads it sees the history of the text too. */
  protected readonly staff = computed(() => (this.verbale.value()?.azioni.length ?? 0) > 0 || (this.verbale.value()?.puoScrivere ?? false));
  protected readonly integrale = computed(() => integralePdf(this.ambito(), this.id()));
  private readonly scritture = viewChildren(SezioneScrittura);
  readonly #commands = verbaliCommands();
  protected readonly proponi = (input: CorrezioneInput, idempotencyKey: string) =>
    this.#commands.proponi(this.ambito(), this.id(), input, idempotencyKey);
  protected readonly versioni = (sezione: string) => this.#commands.versioni(this.ambito(), this.id(), sezione);
  protected readonly parole = ({ documento }: VersioneSezioneView): string => testoDi(documento);
  readonly #permissions = inject(Permissions);
  protected readonly puoOscurare = computed(() => this.#permissions.can('oscuramento.esegui', this.ambito()));
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() =>
      this.verbale.hasValue() ? { title: `${nomeVerbale(this.verbale.value())}: ${this.verbale.value().incontro.titolo}` } : null,
    );
    liveReload('verbale', () => this.verbale.reload(), this.id);
    guardaChiScrive(
      () => this.verbale.value()?.sezioni ?? [],
      () => this.verbale.reload(),
    );
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
    this.scritture()
      .find(s => s.parte().id === sezione.id)
      ?.ripristina(documento);
  }

  /** Titles of the sections with something that is not saved, after a last attempt. */
  protected readonly nonSalvate = async (): Promise<readonly string[]> => {
    const esiti = await Promise.all(this.scritture().map(async s => ({ titolo: s.parte().titolo, salvata: await s.salvata() })));
    return esiti.filter(({ salvata }) => !salvata).map(({ titolo }) => titolo);
  };
}
