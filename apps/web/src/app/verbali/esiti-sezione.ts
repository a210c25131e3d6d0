import { Component, computed, input } from '@angular/core';
import { type DecisioneInput, formatData, type ImpegnoInput } from '@tavoli/shared';
import { comeDeciso } from './verbali.labels';

/** Decisions and tasks of a section, to be read. */
@Component({
  selector: 'app-esiti-sezione',
  host: { class: 'd-block' },
  template: `
    @if (decisioni().length > 0) {
      <div class="outcome">
        <div class="h6" role="heading" [attr.aria-level]="level()">{{ decisioni().length === 1 ? 'Decisione' : 'Decisioni' }}</div>
        <ul>
          @for (decisione of decisioni(); track $index) {
            <li>
              <span class="outcome-text">{{ decisione.testo }}</span>&ngsp;<span class="text-muted">({{ come(decisione) }})</span>
            </li>
          }
        </ul>
      </div>
    }
    @if (righe().length > 0) {
      <div class="outcome">
        <div class="h6" role="heading" [attr.aria-level]="level()">{{ righe().length === 1 ? 'Impegno' : 'Impegni' }}</div>
        <ul>
          @for (impegno of righe(); track $index) {
            <li>
              <span class="outcome-text">{{
                impegno.testo
              }}</span>&ngsp;<!-- prettier-ignore --><span class="text-muted">({{ impegno.chi }}@if (impegno.entro) {, entro il <time [attr.datetime]="impegno.entro">{{ impegno.giorno }}</time>})</span>
            </li>
          }
        </ul>
      </div>
    }
  `,
})
export class EsitiSezione {
  readonly decisioni = input.required<readonly DecisioneInput[]>();
  readonly impegni = input.required<readonly ImpegnoInput[]>();
  /** Level of the headings. */
  readonly level = input(3);
  protected readonly come = comeDeciso;
  /** Noon: the same day in Rome all year round. */
  protected readonly righe = computed(() =>
    this.impegni().map(i => ({ ...i, giorno: i.entro === null ? '' : formatData(new Date(`${i.entro}T12:00:00Z`)) })),
  );
}
