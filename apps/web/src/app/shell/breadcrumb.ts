import { Component, computed, inject } from '@angular/core';
import type { ActivatedRouteSnapshot } from '@angular/router';
import { RouterLink } from '@angular/router';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { CurrentRoute } from '../page/current-route';
import { PageMeta } from '../page/page-meta';
import { Parole } from '../page/parole';

interface Step {
  readonly label: string;
  readonly url: string;
}

/**
 * The path to the page, from `data.breadcrumb` of its routes. The last step is what the page calls itself (pageMeta), where its route
 * has no name of its own. Nothing on a home, which is the start of every path.
 */
@Component({
  selector: 'app-breadcrumb',
  imports: [RouterLink],
  template: `
    @if (steps(); as steps) {
      <div class="container">
        <nav class="breadcrumb-container" aria-label="Percorso di navigazione" data-element="breadcrumb">
          <ol class="breadcrumb">
            <li class="breadcrumb-item"><a [routerLink]="home()">Home</a><span class="separator" aria-hidden="true">/</span></li>
            @for (step of steps; track step.url; let last = $last) {
              <li class="breadcrumb-item" [class.active]="last" [attr.aria-current]="last ? 'page' : null">
                @if (last) {
                  {{ step.label }}
                } @else {
                  <a [routerLink]="step.url">{{ step.label }}</a><span class="separator" aria-hidden="true">/</span>
                }
              </li>
            }
          </ol>
        </nav>
      </div>
    }
  `,
})
export class Breadcrumb {
  readonly #route = inject(CurrentRoute);
  readonly #meta = inject(PageMeta);
  readonly #parole = inject(Parole);
  protected readonly home = inject(AmbitoCorrente).home;

  protected readonly steps = computed<Step[] | null>(() => {
    const chain = this.#route.chain();
    const steps = namedSteps(chain);
    const leaf = chain.at(-1);
    const own = this.#meta.ownTitle();
    if (own && leaf && !leaf.routeConfig?.data?.['breadcrumb'] && isBelow(chain, steps))
      steps.push({ label: own, url: this.#route.path() });
    return steps.length > 0 ? steps.map(step => ({ ...step, label: this.#parole.di(step.label) })) : null;
  });
}

function namedSteps(chain: readonly ActivatedRouteSnapshot[]): Step[] {
  const steps: Step[] = [];
  let url = '';
  for (const route of chain) {
    for (const segment of route.url) url += `/${encodeURIComponent(segment.path)}`;
    const label: unknown = route.routeConfig?.data?.['breadcrumb'];
    if (typeof label === 'string') steps.push({ label, url });
  }
  return steps;
}

/** Whether the page lies deeper than the last named step, so that it needs a step of its own. */
function isBelow(chain: readonly ActivatedRouteSnapshot[], steps: readonly Step[]): boolean {
  const path = chain
    .flatMap(route => route.url)
    .map(segment => `/${encodeURIComponent(segment.path)}`)
    .join('');
  return steps.length > 0 && path !== steps.at(-1)?.url;
}
