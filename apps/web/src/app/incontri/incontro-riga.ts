import { booleanAttribute, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IncontroRigaView } from '@tavoli/shared';
import { StatoBadge } from '../ui/stato-badge';
import { dove, maiuscola, orario, quando } from '../ui/words/parole';

/** An incontro in a list: state, title, when, where, whose. */
@Component({
  selector: 'app-incontro-riga',
  imports: [RouterLink, StatoBadge],
  host: { class: 'd-block' },
  template: `
    <p class="mb-1"><app-stato-badge [stato]="incontro().stato" /></p>
    <div class="h5 mb-1" role="heading" [attr.aria-level]="level()">
      <a [routerLink]="['/', ambito(), 'incontri', incontro().id]">
        @if (incontro().stato === 'annullato') {
          <s>{{ incontro().titolo }}</s>
        } @else {
          {{ incontro().titolo }}
        }
      </a>
    </div>
    <p class="mb-0">{{ quando() }} · {{ luogo() }}</p>
    @if (conTavoli() && incontro().tavoli.length > 0) {
      <p class="mb-0 text-muted">{{ tavoli() }}</p>
    }
  `,
})
export class IncontroRiga {
  readonly incontro = input.required<IncontroRigaView>();
  /** Slug of the ambito. */
  readonly ambito = input.required<string>();
  /** Level of its heading. */
  readonly level = input(3);
  /** Under the name of its day, only the hours are said. */
  readonly soloOrario = input(false, { transform: booleanAttribute });
  readonly conTavoli = input(true);
  protected readonly quando = computed(() => (this.soloOrario() ? `Ore ${orario(this.incontro())}` : maiuscola(quando(this.incontro()))));
  protected readonly luogo = computed(() => dove(this.incontro()));
  protected readonly tavoli = computed(() =>
    this.incontro().tipo === 'plenaria'
      ? 'Plenaria dei tavoli'
      : this.incontro()
          .tavoli.map(t => t.nome)
          .join(', '),
  );
}
