import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conData, conGiorno } from '@tavoli/shared';
import { UltimiElaborati } from '../elaborati/ultimi-elaborati';
import { UltimiContributi } from '../contributi/ultimi-contributi';
import { IscrivitiCalendario } from '../incontri/calendario/iscriviti-calendario';
import { ProssimiIncontri } from '../incontri/calendario/prossimi-incontri';
import { SeguiForm } from '../seguiti/segui-form';
import { Permissions } from '../session/permissions';
import { pageMeta } from '../page/page-meta';
import { FoglioPipe } from '../ui/words/foglio';
import { DataOraPipe, DataPipe } from '../ui/words/dates';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { StatoBadge } from '../ui/stato-badge';
import { UltimiVerbali } from '../verbali/ultimi-verbali';
import { SottogruppiTavolo } from '../sottogruppi/sottogruppi-tavolo';
import { durata } from '../sottogruppi/sottogruppi.words';
import { ETICHETTE_VESTE } from '../tavoli/tavoli.labels';
import { elencoCsv, elencoPdf, tavoloResource } from '../tavoli/tavoli.api';

/** Public page of a tavolo: what it is for, who leads it, which enti sit there and who speaks for them. */
@Component({
  selector: 'app-tavolo-page',
  imports: [
    FoglioPipe,
    DataOraPipe,
    DataPipe,
    EmptyState,
    IscrivitiCalendario,
    ProssimiIncontri,
    ResourceState,
    RouterLink,
    SeguiForm,
    SottogruppiTavolo,
    StatoBadge,
    UltimiContributi,
    UltimiElaborati,
    UltimiVerbali,
  ],
  templateUrl: './tavolo-page.html',
})
export class TavoloPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  readonly #enti = computed(() => this.tavolo.value()?.enti ?? []);
  protected readonly seduti = computed(() => this.#enti().filter(e => e.rappresentanti.length > 0));
  protected readonly attesi = computed(() => this.#enti().filter(e => e.rappresentanti.length === 0));
  protected readonly vesti = ETICHETTE_VESTE;
  protected readonly finoAl = (istante: string) => conData('fino al', new Date(istante));
  protected readonly pdf = computed(() => elencoPdf(this.ambito(), this.slug()));
  protected readonly csv = computed(() => elencoCsv(this.ambito(), this.slug()));
  readonly #permissions = inject(Permissions);
  /** Only for who leads it: the page made on the server is the same for everyone. */
  protected readonly puoLeggereIlRegistro = computed(() => this.#permissions.can('registro.vedi', this.ambito()));
  protected readonly puoModificare = computed(() =>
    this.#permissions.can('tavolo.modifica', this.ambito(), { tavoloId: this.tavolo.value()?.id ?? null }),
  );
  protected readonly puoSeguire = computed(() =>
    this.#permissions.can('impegno.elenca', this.ambito(), { tavoloId: this.tavolo.value()?.id ?? null }),
  );

  /** Whoever sits there proposes what its incontri should speak of. */
  protected readonly puoProporre = computed(() =>
    this.#permissions.can('proposta.fai', this.ambito(), { tavoloId: this.tavolo.value()?.id ?? null }),
  );
  protected readonly puoChiudere = computed(() =>
    this.#permissions.can('tavolo.chiudi', this.ambito(), { tavoloId: this.tavolo.value()?.id ?? null }),
  );
  /** «Chiuso il 3 marzo 2026 con determina n. 12 del 1º marzo 2026.» */
  protected readonly chiuso = computed(() => {
    const { chiusoIl = null, chiusura = null } = this.tavolo.value() ?? {};
    if (chiusoIl === null || chiusura === null) return null;
    if (chiusura.atto === null) return `Ha finito il suo compito ${conGiorno('il', chiusoIl)}.`;
    const { tipo, numero, data } = chiusura.atto;
    return `Chiuso ${conGiorno('il', chiusoIl)} con ${tipo} n. ${numero} ${conGiorno('del', data)}.`;
  });

  protected readonly durata = durata;
  /** Of a sottogruppo: whoever is in it may leave it. */
  protected readonly puoLasciare = computed(() =>
    this.#permissions.can('sottogruppo.lascia', this.ambito(), { tavoloId: this.tavolo.value()?.id ?? null }),
  );

  constructor() {
    pageMeta(() => (this.tavolo.hasValue() ? { title: this.tavolo.value().nome, description: this.tavolo.value().scopo } : null));
  }
}
