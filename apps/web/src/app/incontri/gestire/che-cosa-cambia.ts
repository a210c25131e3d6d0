import { Component, computed, input } from '@angular/core';
import type { CheCosaCambia } from './integrazione.model';

/** What an integrazione tells, and to whom: as it will be read. */
@Component({
  selector: 'app-che-cosa-cambia',
  template: `
    @if (cambia().tutti.length > 0) {
      <ul>
        @for (riga of cambia().tutti; track riga) {
          <li>{{ riga }}</li>
        }
      </ul>
      <p>{{ aChi() }}</p>
    }
    @if (cambia().ospiti.length > 0) {
      <p>{{ ospiti() }}</p>
    }
    @if (cambia().tutti.length + cambia().ospiti.length === 0) {
      <p>Ancora niente: correggi o aggiungi qualcosa.</p>
    }
  `,
})
export class CheCosaCambiaElenco {
  readonly cambia = input.required<CheCosaCambia>();
  /** How many mailboxes were called. */
  readonly destinatari = input.required<number>();
  protected readonly aChi = computed(() =>
    this.destinatari() === 1
      ? 'Lo riceve per e-mail l’unica persona invitata.'
      : `Lo ricevono per e-mail le ${this.destinatari()} persone invitate.`,
  );
  protected readonly ospiti = computed(() => {
    const nomi = this.cambia().ospiti;
    return nomi.length === 1
      ? `${nomi[0] ?? ''} riceve la convocazione; agli altri il suo nome non viene scritto.`
      : `${nomi.join(', ')} ricevono la convocazione; agli altri i loro nomi non vengono scritti.`;
  });
}
