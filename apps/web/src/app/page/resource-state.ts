import { Component, input } from '@angular/core';
import type { ApiResource } from '../api/api-resource';
import { ErrorPage } from './error-page';
import { NotFound } from './not-found';
import { LoadingBar } from '../ui/loading-bar';

/**
 * What a page shows instead of data that is not there: loading, "pagina non trovata" (404, also as the server's status) or the error.
 * `@if (tavolo.hasValue()) { … } @else { <app-resource-state [of]="tavolo" /> }`. Also for a CursorList that is not `ready()`.
 */
@Component({
  selector: 'app-resource-state',
  imports: [ErrorPage, LoadingBar, NotFound],
  template: `
    @if (of().problem(); as problem) {
      @if (problem.status === 404) {
        <app-not-found />
      } @else {
        <app-error-page [problem]="problem" />
      }
    } @else {
      <div class="container"><app-loading-bar [active]="of().isLoading()" /></div>
    }
  `,
})
export class ResourceState {
  readonly of = input.required<Pick<ApiResource<unknown>, 'problem' | 'isLoading'>>();
}
