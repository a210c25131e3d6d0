import { Component, inject } from '@angular/core';
import { AmbitoCorrente } from '../ambiti/ambito-corrente';

/** Whom to write to: the ambito's own contacts, or how to find them on the pages of the installation. */
@Component({
  selector: 'app-contatti',
  template: `
    @if (ambito(); as ambito) {
      Comune di {{ ambito.capofila }}, capofila dell’Ambito Territoriale Sociale di {{ ambito.nome }}, {{ ambito.contatti.indirizzo }}
      @if (ambito.contatti.email) {
        – e-mail <a [href]="'mailto:' + ambito.contatti.email">{{ ambito.contatti.email }}</a>
      }
      @if (ambito.contatti.pec) {
        – PEC <a [href]="'mailto:' + ambito.contatti.pec">{{ ambito.contatti.pec }}</a>
      }
    } @else {
      il comune capofila dell’ambito a cui ti rivolgi: i suoi contatti sono in fondo alle pagine dell’ambito
    }
  `,
})
export class Contatti {
  protected readonly ambito = inject(AmbitoCorrente).ambito;
}
