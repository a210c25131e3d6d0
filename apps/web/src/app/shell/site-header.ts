import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AmbitoCorrente } from '../page/ambito-corrente';
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
  protected readonly slug = this.#ambito.slug;
  protected readonly home = this.#ambito.home;
  protected readonly appartenenza = computed(() => {
    const ambito = this.#ambito.ambito();
    return ambito
      ? {
          ente: `Comune capofila: ${ambito.capofila}`,
          regione: ambito.regione.startsWith('Regione') ? ambito.regione : `Regione ${ambito.regione}`,
        }
      : { ente: 'Piani di Zona', regione: null };
  });
  protected readonly nome = computed(() => {
    const nome = this.#ambito.ambito()?.nome;
    return nome ? `Ambito Territoriale Sociale di ${nome}` : 'Tavoli Tematici';
  });
  protected readonly motto = computed(() =>
    this.#ambito.ambito() ? 'Tavoli Tematici del Piano di Zona' : 'La programmazione sociale, insieme',
  );
}
