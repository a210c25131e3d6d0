import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttoRegistroView } from '@tavoli/shared';
import { DataOraPipe } from '../ui/words/dates';
import { ATTI } from './atti.labels';
import { campo } from './registro.labels';

/** One act: what was done, on what, by whom, why, what changed. */
@Component({
  selector: 'app-atto-registro',
  imports: [DataOraPipe, RouterLink],
  host: { class: 'd-block' },
  template: `
    @let a = atto();
    <p class="mb-1">
      <strong>n. {{ a.numero }} · {{ atti[a.azione] ?? a.azione }}</strong>
    </p>
    @if (a.oggetto; as o) {
      <p class="mb-1">
        @if (pagina(); as p) {
          <a [routerLink]="p">{{ o.titolo }}</a>
        } @else {
          {{ o.titolo }}
        }
        @if (o.riferimento) {
          <span class="text-muted"> · {{ o.riferimento }}</span>
        }
      </p>
    }
    <p class="mb-1">
      {{ a.at | dataOra }}
      @if (a.attore) {
        ·
        @if (a.attoreId) {
          <a [routerLink]="[]" [queryParams]="{ persona: a.attoreId }" queryParamsHandling="merge"
            >{{ a.attore }}<span class="visually-hidden">: solo i suoi atti</span></a
          >
        } @else {
          {{ a.attore }}
        }
      }
    </p>
    @if (a.motivazione) {
      <p class="mb-1">Motivo: {{ a.motivazione }}</p>
    }
    @if (a.dettagli.length > 0) {
      <ul class="list-unstyled mb-1">
        @for (d of a.dettagli; track $index) {
          <li>
            <span class="text-muted">{{ nome(d.campo) }}: </span>
            @if (d.prima === null && d.dopo === null) {
              cambiato
            } @else if (d.prima === null) {
              {{ d.dopo }}
            } @else {
              <s>{{ d.prima }}</s>, poi {{ d.dopo ?? '(vuoto)' }}
            }
          </li>
        }
      </ul>
    }
    <p class="mb-0 text-muted">
      <abbr title="Impronta SHA-256">Impronta</abbr>&ngsp;<code>{{ a.impronta.slice(0, 16) }}…</code>
      <a class="ms-3" [routerLink]="[]" [queryParams]="{ oggetto: a.oggettoId }"
        >Solo gli atti su questo<span class="visually-hidden"> (n. {{ a.numero }})</span></a
      >
    </p>
  `,
})
export class AttoRegistro {
  readonly ambito = input.required<string>();
  readonly atto = input.required<AttoRegistroView>();
  protected readonly atti = ATTI;
  protected readonly nome = campo;
  protected readonly pagina = computed(() => {
    const pagina = this.atto().oggetto?.pagina;
    return pagina == null ? null : ['/', this.ambito(), ...pagina.split('/')];
  });
}
