import { Component, computed, debounced, input, output, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { IncontroView, SerieQuery } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { Busy } from '../../ui/busy';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { StatoBadge } from '../../ui/stato-badge';
import { DataOraPipe } from '../../ui/words/dates';
import { ConflittiAvviso } from '../conflitti-avviso';
import { serieCommands, serieResource } from '../serie.api';
import { DoveFields } from '../scrivere/dove-fields';
import { QUALI, quali } from '../scrivere/serie.quali';
import { domanda, SerieFormSchema, serieInput, serieOf, sorte, tocca } from './serie.model';
import { AZIONI_PAGINA, PAROLE_SERIE } from './serie.passi';

const PAUSE_MS = 500;
/** One act on several incontri of a series: what, which ones, and what becomes of each date before it is done. */
@Component({
  selector: 'app-serie-form',
  imports: [
    Busy,
    ConfirmDialog,
    ConflittiAvviso,
    DataOraPipe,
    DoveFields,
    ErrorSummary,
    FormField,
    RadioGroup,
    ResourceState,
    RouterLink,
    StatoBadge,
  ],
  templateUrl: './serie-form.html',
})
export class SerieForm {
  readonly ambito = input.required<string>();
  readonly incontro = input.required<IncontroView>();
  /** What was done, in words. */
  readonly fatta = output<string>();

  protected readonly model = formModel(this.incontro, serieOf);
  protected readonly f = form(this.model, path => validateStandardSchema(path, SerieFormSchema));
  protected readonly scelte = optionsOf(QUALI);
  protected readonly sorte = sorte;
  /** As text: asked again only when it differs, and once the writer pauses. */
  readonly #domanda = debounced(() => JSON.stringify(domanda(this.model())), PAUSE_MS);
  protected readonly serie = serieResource(
    this.ambito,
    () => this.incontro().id,
    () => JSON.parse(this.#domanda.value() ?? '{}') as SerieQuery,
  );
  readonly #tutti = computed(() => this.serie.value()?.incontri ?? []);
  /** Only what some of them allow. */
  protected readonly azioni = computed(() =>
    AZIONI_PAGINA.filter(a => this.#tutti().some(i => tocca(i, a))).map(value => ({ value, label: PAROLE_SERIE[value].label })),
  );
  protected readonly azione = computed(() => this.model().azione || null);
  protected readonly scelti = computed(() => quali(this.#tutti(), this.incontro().id, this.model().quali));
  protected readonly toccati = computed(() => {
    const azione = this.azione();
    return azione === null ? [] : this.scelti().filter(i => tocca(i, azione));
  });
  protected readonly urgente = computed(
    () => this.azione() === 'convoca' && this.toccati().some(i => i.preavviso.esito === 'serve_urgenza'),
  );
  protected readonly motivata = computed(() => this.urgente() || this.azione() === 'sposta' || this.azione() === 'annulla');
  protected readonly titolo = computed(() => {
    const [azione, n] = [this.azione() ?? 'convoca', this.toccati().length];
    const cosa = azione === 'elimina' ? (n === 1 ? '1 bozza' : `${n} bozze`) : n === 1 ? '1 incontro' : `${n} incontri`;
    return `${azione === 'elimina' ? 'Eliminare' : PAROLE_SERIE[azione].label} ${cosa}?`;
  });
  protected readonly verbo = computed(() => PAROLE_SERIE[this.azione() ?? 'convoca'].conferma);
  protected readonly conseguenza = computed(() => PAROLE_SERIE[this.azione() ?? 'convoca'].conseguenza);
  readonly #commands = serieCommands();
  private readonly conferma = viewChild.required<ConfirmDialog>('conferma');

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const [incontri, azione] = [this.toccati(), this.azione() ?? 'convoca'];
    const fatto = await this.conferma().ask(motivo =>
      this.#commands.esegui(this.ambito(), this.incontro().id, serieInput(this.model(), incontri, motivo), idempotencyKey),
    );
    if (fatto) this.fatta.emit(`${PAROLE_SERIE[azione].fatto}: ${incontri.length}.`);
    else this.serie.reload();
  });
}
