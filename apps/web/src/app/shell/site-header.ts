import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { maiuscola } from '@tavoli/shared';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { Parole } from '../page/parole';
import { Icon } from '../ui/icon';
import { AccountMenu } from './account-menu';
import { MainNav } from './main-nav';

/** Header of an Italian public body: ente of appartenenza and personal area, then the name, then the menu. */
@Component({
  selector: 'app-site-header',
  imports: [AccountMenu, Icon, MainNav, RouterLink],
  templateUrl: './site-header.html',
})
export class SiteHeader {
  readonly #ambito = inject(AmbitoCorrente);
  readonly #parole = inject(Parole);
  protected readonly slug = this.#ambito.slug;
  protected readonly home = this.#ambito.home;
  protected readonly appartenenza = computed(() => {
    const ambito = this.#ambito.ambito();
    return ambito
      ? {
          ente: ambito.capofila,
          regione: ['Trento', 'Bolzano'].includes(ambito.regione) ? `Provincia autonoma di ${ambito.regione}` : `Regione ${ambito.regione}`,
        }
      : { ente: 'La programmazione sociale', regione: null };
  });
  protected readonly nome = computed(() => {
    return maiuscola(this.#ambito.ambito()?.parole.nomeEsteso.testo ?? 'Tavoli Tematici');
  });
  protected readonly motto = computed(() =>
    this.#ambito.ambito() ? this.#parole.di('Tavoli Tematici [del piano]') : 'La programmazione sociale, insieme',
  );
}
