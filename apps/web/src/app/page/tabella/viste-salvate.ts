import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../../session/session-store';
import { Annunci } from '../../ui/annunci';
import { browserStorage } from '../../ui/browser-storage';
import { TextField } from '../../ui/fields/text-field';
import { visteDi, type Vista } from './viste';

/** The views of a list that somebody has given a name to: in this browser, for whoever is signed in. */
@Component({
  selector: 'app-viste-salvate',
  imports: [RouterLink, TextField],
  template: `
    <details class="tabella-viste">
      <summary>Le tue viste{{ viste().length === 0 ? '' : ' (' + viste().length + ')' }}</summary>
      @if (viste().length > 0) {
        <ul class="list-plain actions" aria-label="Le tue viste">
          @for (v of viste(); track v.nome) {
            <li>
              <a [routerLink]="[]" [queryParams]="parametri(v)">{{ v.nome }}</a>
              <button type="button" class="link-button" (click)="togli(v)">
                Togli<span class="visually-hidden"> la vista {{ v.nome }}</span>
              </button>
            </li>
          }
        </ul>
      }
      @if (query() === '') {
        <p class="text-muted mb-0">Scegli i filtri o l’ordine che usi più spesso: poi qui puoi dar loro un nome e ritrovarli.</p>
      } @else {
        <form class="tabella-salva" (submit)="salva($event)">
          <app-text-field label="Nome di questa vista" [errors]="errori()" [touched]="provato()" [(value)]="nome" />
          <button type="submit" class="btn btn-outline-primary btn-sm">Salva la vista</button>
        </form>
      }
      <p class="text-muted mb-0">Le viste restano in questo browser: da un altro dispositivo, e agli altri, non compaiono.</p>
    </details>
  `,
})
export class VisteSalvate {
  /** Of which list. */
  readonly di = input.required<string>();
  /** Filters and order of now. */
  readonly query = input.required<string>();

  readonly #storage = browserStorage('local');
  readonly #account = inject(SessionStore).account;
  readonly #annunci = inject(Annunci);
  readonly #mie = computed(() => visteDi(this.#storage, `${this.#account()?.id ?? ''}:${this.di()}`));
  protected readonly viste = linkedSignal(() => this.#mie().leggi());
  protected readonly nome = signal('');
  protected readonly provato = signal(false);
  protected readonly errori = computed(() => (this.nome().trim() === '' ? [{ kind: 'nome', message: 'Scrivi un nome.' }] : []));

  protected parametri(v: Vista): Record<string, string> {
    return Object.fromEntries(new URLSearchParams(v.query));
  }

  protected salva(event: Event): void {
    event.preventDefault();
    this.provato.set(true);
    const nome = this.nome().trim().slice(0, 60);
    if (nome === '') return;
    this.viste.set(this.#mie().salva(this.viste(), { nome, query: this.query() }));
    this.nome.set('');
    this.provato.set(false);
    this.#annunci.notify(`Vista «${nome}» salvata in questo browser.`);
  }

  protected togli({ nome }: Vista): void {
    this.viste.set(this.#mie().togli(this.viste(), nome));
    this.#annunci.announce(`Vista «${nome}» tolta.`);
  }
}
