import { Component, input } from '@angular/core';
import type { SedeIncontro } from '@tavoli/shared';

/** Where an incontro takes place, and whether everyone can get in. No map: reading a page asks nothing of other sites. */
@Component({
  selector: 'app-sede',
  template: `
    @if (sede(); as s) {
      <address class="mb-0">{{ s.nome }}<br />{{ s.indirizzo }}</address>
      <span class="text-muted">{{ accessibile(s) }}</span>
      @if (online()) {
        <br />Si può seguire anche in videochiamata.
      }
    } @else {
      In videochiamata
    }
  `,
})
export class Sede {
  readonly sede = input.required<SedeIncontro | null>();
  readonly online = input(false);
  protected readonly accessibile = accessibileInParole;
}

function accessibileInParole({ accessibile }: SedeIncontro): string {
  if (accessibile === null) return 'Non sappiamo ancora se la sede è accessibile a chi usa la sedia a rotelle: chiedilo al referente.';
  return accessibile
    ? 'Sede accessibile a chi usa la sedia a rotelle.'
    : 'Attenzione: la sede non è accessibile a chi usa la sedia a rotelle.';
}
