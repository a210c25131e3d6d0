import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { formatDataOra, type IncontroView } from '@tavoli/shared';
import { puntiPropostiResource } from '../../impegni/impegni.api';
import { tavoloResource } from '../../tavoli/tavoli.api';
import { Annunci } from '../../ui/annunci';
import { EmptyState } from '../../ui/empty-state';
import { AmbitoCorrente } from '../../page/ambito-corrente';
import { ResourceState } from '../../page/resource-state';
import { incontriResource, type IncontriCreati, incontroResource } from '../incontri.api';
import { disponibilitaResource } from '../disponibilita/disponibilita.api';
import { IncontroForm } from './incontro-form';
import { sedeOf } from '../dove.model';
import { conData, copiaOf, modelOf, nuovoModel } from './incontro.model';

const DAY = 86_400_000;

/** Plans an incontro of a tavolo, a plenaria, or changes a draft: the address says which. */
@Component({
  selector: 'app-incontro-form-page',
  imports: [EmptyState, IncontroForm, ResourceState],
  template: `
    <div class="container section">
      @if (iniziale(); as iniziale) {
        <h1>{{ id() ? 'Modifica l’incontro' : slug() ? 'Nuovo incontro' : 'Nuova plenaria' }}</h1>
        <p class="lead">
          {{
            origine.hasValue()
              ? 'È la copia di «' +
                origine.value().titolo +
                '»: controlla il giorno e l’ordine del giorno. Nessuno riceve nulla finché non convochi l’incontro.'
              : 'Prepara una bozza: nessuno riceve nulla finché non convochi l’incontro.'
          }}
        </p>
        @if (incontro.value()?.puoModificare === false) {
          <app-empty-state title="L’incontro è già stato convocato"
            ><p>Non si modifica più: puoi spostarlo o annullarlo dalla pagina di gestione.</p></app-empty-state
          >
        } @else {
          <app-incontro-form
            [ambito]="ambito()"
            [tavolo]="tavolo()"
            [incontro]="incontro.value() ?? null"
            [iniziale]="iniziale"
            [copia]="da()"
            [ricerca]="ricerca()"
            [ultimaSede]="ultimaSede()"
            [indietro]="indietro()"
            (creati)="creati($event)"
            (modificato)="modificato($event)"
          />
        }
      } @else {
        <app-resource-state [of]="id() ? incontro : da() ? origine : sede" />
      }
    </div>
  `,
})
export class IncontroFormPage {
  readonly ambito = input.required<string>();
  readonly slug = input<string | undefined>(undefined, { alias: 'tavolo' });
  readonly id = input<string | undefined>(undefined, { alias: 'incontro' });
  /** Of the address: the incontro that a new one is copied from. */
  readonly da = input<string | undefined>(undefined);
  /** Of the address: the search of a day, and the day of it, that a new one comes from. */
  readonly ricerca = input<string | undefined>(undefined);
  readonly data = input<string | undefined>(undefined);
  readonly #ricerca = disponibilitaResource(this.ambito, () => (this.id() ? undefined : this.ricerca()));
  protected readonly origine = incontroResource(this.ambito, () => (this.id() ? undefined : this.da()));
  protected readonly incontro = incontroResource(this.ambito, this.id);
  /** The tavolo that calls. */
  protected readonly sede = tavoloResource(this.ambito, this.slug);
  readonly #proposti = puntiPropostiResource(this.ambito, () => (this.id() ? undefined : this.slug()));
  readonly #now = new Date();
  readonly #corrente = inject(AmbitoCorrente).resource;
  /** The same while its day is: a form is not begun again under who writes in it. */
  readonly #patrono = computed(() => this.#corrente.value()?.patrono ?? null, {
    equal: (a, b) => a?.giorno === b?.giorno && a?.mese === b?.mese,
  });
  readonly #recenti = incontriResource(this.ambito, () => {
    const tavolo = this.sede.value()?.id;
    if (this.id() || (this.slug() && !tavolo)) return undefined;
    return {
      da: new Date(this.#now.getTime() - 300 * DAY).toISOString(),
      a: new Date(this.#now.getTime() + 60 * DAY).toISOString(),
      tavolo,
    };
  });
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  /** Slug of the tavolo that calls; null for a plenaria. */
  protected readonly tavolo = computed(() => {
    const incontro = this.incontro.value();
    return this.slug() ?? incontro?.tavoli.find(t => t.id === incontro.tavoloId)?.slug ?? null;
  });
  protected readonly iniziale = computed(() => {
    if (!this.#corrente.hasValue() && !this.#corrente.problem()) return null;
    const patrono = this.#patrono();
    if (this.id()) return this.incontro.hasValue() ? modelOf(this.incontro.value()) : null;
    if (this.da()) return this.origine.hasValue() ? copiaOf(this.origine.value(), this.#now, patrono) : null;
    if (this.ricerca() && !this.#ricerca.hasValue() && !this.#ricerca.problem()) return null;
    if (this.slug())
      return this.sede.hasValue() && (this.#proposti.hasValue() || this.#proposti.problem())
        ? conData(nuovoModel(this.sede.value().nome, this.#now, patrono, this.#proposti.value()), this.#ricerca.value(), this.data())
        : null;
    return nuovoModel(null, this.#now, patrono);
  });
  protected readonly ultimaSede = computed(() => {
    const last = (this.#recenti.value()?.items ?? []).findLast(i => i.sede !== null)?.sede;
    return last ? sedeOf(last) : null;
  });
  protected readonly indietro = computed(() => ['/', this.ambito(), 'area', 'incontri', ...(this.id() ? [this.id() ?? ''] : [])]);

  protected async creati({ incontri, saltate }: IncontriCreati): Promise<void> {
    const [first] = incontri;
    const skipped =
      saltate.length === 0
        ? ''
        : ` Saltate, perché a quell’ora cambia l’ora legale: ${saltate.map(wall => wall.slice(0, 10).split('-').reverse().join('/')).join(', ')}.`;
    if (incontri.length === 1 && first) {
      this.#annunci.notify(`Bozza salvata: controllala e convoca l’incontro.${skipped}`);
      await this.#router.navigate(['/', this.ambito(), 'area', 'incontri', first.id]);
    } else {
      this.#annunci.notify(`Preparate ${incontri.length} bozze, la prima ${formatDataOra(new Date(first?.inizioAt ?? 0))}.${skipped}`);
      await this.#router.navigate(['/', this.ambito(), 'area', 'incontri']);
    }
  }

  protected async modificato(incontro: IncontroView): Promise<void> {
    this.#annunci.notify('Bozza salvata: controllala e convoca l’incontro.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'incontri', incontro.id]);
  }
}
