import { Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { DataOraPipe } from '../ui/words/dates';
import { ResourceState } from '../page/resource-state';
import { messaggioHtml, messaggioResource } from './demo.api';
import { Collegamenti } from './collegamenti';

/** One mail as it would have left: its words with working links, and its attachments. */
@Component({
  selector: 'app-messaggio-page',
  imports: [Collegamenti, DataOraPipe, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (messaggio.hasValue()) {
        @let m = messaggio.value();
        <h1>{{ m.oggetto }}</h1>
        <p class="text-muted">A {{ m.nome }} &lt;{{ m.indirizzo }}&gt; · {{ m.at | dataOra }}</p>
        <section class="mail" aria-label="Testo del messaggio"><app-collegamenti [testo]="m.testo" /></section>
        @if (m.calendario; as calendario) {
          <details class="mb-3">
            <summary>
              Invito per il calendario: invito.ics ({{ calendario.method === 'CANCEL' ? 'annulla' : 'aggiunge o aggiorna' }})
            </summary>
            <pre class="mail">{{ calendario.ics }}</pre>
          </details>
        }
        @if (m.files.length > 0) {
          <h2 class="h5">Allegati del messaggio</h2>
          <ul>
            @for (file of m.files; track file.name) {
              <li>{{ file.name }}</li>
            }
          </ul>
        }
        <details>
          <summary>Come appare nei programmi di posta</summary>
          <iframe class="mail-frame" sandbox="allow-top-navigation-by-user-activation" title="Messaggio in HTML" [src]="html()"></iframe>
        </details>
        <p><a routerLink="/demo/posta">Torna alla posta</a></p>
      } @else {
        <app-resource-state [of]="messaggio" />
      }
    </div>
  `,
})
export class MessaggioPage {
  readonly id = input.required<string>({ alias: 'messaggio' });
  protected readonly messaggio = messaggioResource(this.id);
  readonly #sanitizer = inject(DomSanitizer);
  /** Our own address, answered with a policy under which nothing in it can run. */
  protected readonly html = computed(() => this.#sanitizer.bypassSecurityTrustResourceUrl(messaggioHtml(this.id())));
}
