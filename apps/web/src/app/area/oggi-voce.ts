import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AzioneEnte, AzioneInvito, VoceOggiView } from '@tavoli/shared';
import { via } from '../cruscotto/percorso';
import { AZIONI_INVITO } from '../incontri/invito.passi';
import { Annunci } from '../ui/annunci';
import { AppPassi, DomandaExtra } from '../ui/forms/app-passi';
import { BottoniPassi } from '../ui/forms/bottoni-passi';
import { detto, passi } from '../ui/forms/passi';
import { problemOf, problemText } from '../ui/problem';
import { oggiCommands } from './oggi.api';
import { AZIONI_ENTE_IN_OGGI } from './oggi.passi';

type Verifica = Extract<AzioneEnte, 'verifica'>;

/** One thing that waits: where it is done, when, and its step where a press is enough. */
@Component({
  selector: 'app-oggi-voce',
  imports: [AppPassi, BottoniPassi, DomandaExtra, RouterLink],
  host: { class: 'oggi-voce' },
  template: `
    <div class="row-main">
      <a [routerLink]="dove().link" [queryParams]="dove().query">{{ voce().testo }}</a>
      @if (dettaglio(); as parole) {
        <span class="d-block text-muted">{{ parole }}</span>
      }
    </div>
    @switch (voce().qui?.cosa) {
      @case ('ente') {
        <app-passi piccoli [di]="verifica" [vista]="voce()" [azioni]="verificabile()" [nome]="voce().testo">
          <ng-template appDomanda="verifica">
            <p><a [routerLink]="dove().link">Apri la sua pagina</a></p>
          </ng-template>
        </app-passi>
      }
      @case ('invito') {
        <app-bottoni-passi
          class="actions"
          piccoli
          [parole]="risposte"
          [vista]="{ supplente: null }"
          [azioni]="rispondibile()"
          [nome]="', ' + voce().testo"
          [inCorso]="inCorso()"
          (preme)="rispondi($event)"
        />
      }
    }
  `,
})
export class OggiVoce {
  readonly ambito = input.required<string>();
  readonly voce = input.required<VoceOggiView>();
  /** A step was taken here, or somebody else took it before. */
  readonly cambiata = output();
  readonly #commands = oggiCommands();
  readonly #annunci = inject(Annunci);
  protected readonly risposte = AZIONI_INVITO;
  protected readonly inCorso = signal<AzioneInvito | null>(null);
  protected readonly dove = computed(() => via(this.ambito(), this.voce().percorso));
  protected readonly verificabile = computed(() => (this.voce().qui?.azioni ?? []) as Verifica[]);
  protected readonly rispondibile = computed(() => (this.voce().qui?.azioni ?? []) as AzioneInvito[]);
  /** The tavolo, where the words do not name it, and when. */
  protected readonly dettaglio = computed(() => {
    const { tavolo, testo, quando } = this.voce();
    return [tavolo === null || testo.includes(tavolo) ? '' : tavolo, quando].filter(parola => parola !== '').join(' · ');
  });
  protected readonly verifica = passi<Verifica, VoceOggiView>(
    AZIONI_ENTE_IN_OGGI,
    (voce, azione) => this.#commands.ente(this.ambito(), voce, azione),
    () => this.cambiata.emit(),
  );

  protected async rispondi(azione: AzioneInvito): Promise<void> {
    if (this.inCorso() !== null) return;
    this.inCorso.set(azione);
    await this.#commands.risposta(this.ambito(), this.voce(), azione).then(
      () => this.#annunci.notify(detto(AZIONI_INVITO[azione].fatto, { supplente: null })),
      (error: unknown) => this.#annunci.notify(problemText(problemOf(error)), 'danger'),
    );
    this.inCorso.set(null);
    this.cambiata.emit();
  }
}
