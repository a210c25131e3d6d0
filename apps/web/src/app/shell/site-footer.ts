import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { CurrentRoute } from '../page/current-route';
import { ParolePipe } from '../page/parole';

@Component({
  selector: 'app-site-footer',
  imports: [ParolePipe, RouterLink],
  templateUrl: './site-footer.html',
})
export class SiteFooter {
  readonly #corrente = inject(AmbitoCorrente);
  protected readonly ambito = this.#corrente.ambito;
  protected readonly path = inject(CurrentRoute).path;
  protected readonly home = this.#corrente.home;
  protected readonly nomi = computed(() => (this.ambito()?.comuni ?? []).map(comune => comune.nome).join(' · '));
}
