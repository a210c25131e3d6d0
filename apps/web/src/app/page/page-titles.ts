import { Injectable, signal } from '@angular/core';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** Keeps the title of the route for PageMeta, which alone writes the document's title. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  readonly ofRoute = signal<string | null>(null);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.ofRoute.set(this.buildTitle(snapshot) ?? null);
  }
}
