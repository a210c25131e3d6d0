import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Annunci } from '../../ui/annunci';
import type { PresenzeLocali } from './presenze-locali';
import { codaInParole, numeroLegale } from './presenze.parole';

/** Always in sight: the quorum as it is now, and whether what was tapped is saved. Told aloud: the quorum, and when saving stops or resumes. */
@Component({
  selector: 'app-barra-presenze',
  host: { class: 'barra-presenze' },
  template: `
    <p class="barra-quorum" [class.barra-quorum-si]="presenze().quorum()?.raggiunto" role="status" aria-live="polite" aria-atomic="true">
      {{ quorum() }}
    </p>
    <div class="barra-coda">
      <p class="mb-0" [class.barra-attenzione]="fermo() || presenze().daDecidere() > 0" data-testid="coda">{{ coda() }}</p>
      @if (fermo()) {
        <button type="button" class="btn btn-outline-primary btn-sm" (click)="presenze().svuota()">Invia ora</button>
      }
    </div>
    @if (fermo()) {
      <p class="barra-aiuto">{{ aiuto() }}</p>
    }
  `,
})
export class BarraPresenze {
  readonly presenze = input.required<PresenzeLocali>();
  protected readonly quorum = computed(() => {
    const quorum = this.presenze().quorum();
    return quorum ? numeroLegale(quorum) : '';
  });
  protected readonly coda = computed(() =>
    codaInParole(this.presenze().daInviare(), this.presenze().daDecidere(), this.presenze().stato(), this.presenze().passaggi().length),
  );
  /** Taps wait for something that is not there. */
  protected readonly fermo = computed(() => this.presenze().daInviare() > 0 && !['fermo', 'in_invio'].includes(this.presenze().stato()));
  protected readonly aiuto = computed(() => {
    const rifiuto = this.presenze().rifiuto();
    if (rifiuto) return rifiuto;
    return this.presenze().durevole()
      ? 'Puoi continuare: restano su questo dispositivo e partono da sole.'
      : 'Puoi continuare, ma non ricaricare né chiudere la pagina: questo browser non conserva i dati.';
  });

  constructor() {
    const annunci = inject(Annunci);
    let detto: 'bene' | 'fermo' = 'bene';
    let conflitti = 0;
    effect(() => {
      const fermo = this.fermo();
      const daDecidere = this.presenze().daDecidere();
      const daInviare = this.presenze().daInviare();
      const parole = untracked(this.coda);
      if (daDecidere > conflitti) annunci.announce(`${parole}.`);
      else if (fermo && detto === 'bene') annunci.announce(`${parole}. ${untracked(this.aiuto)}`);
      else if (detto === 'fermo' && daInviare === 0) annunci.announce('Le rilevazioni in attesa sono state inviate.');
      if (fermo) detto = 'fermo';
      else if (daInviare === 0) detto = 'bene';
      conflitti = daDecidere;
    });
  }
}
