import { afterNextRender, Component, inject, Injector, runInInjectionContext } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SessionExpiredHost } from './session/session-expired-host';
import { Breadcrumb } from './shell/breadcrumb';
import { DemoBanner } from './shell/demo-banner';
import { LeavingHost } from './shell/leaving-host';
import { PageFocus } from './shell/page-focus';
import { PageMeta } from './page/page-meta';
import { SiteFooter } from './shell/site-footer';
import { SiteHeader } from './shell/site-header';
import { SkipLinks } from './shell/skip-links';
import { Notices } from './ui/notices';

/** The frame of every page. */
@Component({
  selector: 'app-root',
  imports: [Breadcrumb, DemoBanner, LeavingHost, Notices, RouterOutlet, SessionExpiredHost, SiteFooter, SiteHeader, SkipLinks],
  template: `
    <app-skip-links />
    <app-demo-banner />
    <app-site-header />
    <app-breadcrumb />
    <main id="contenuto" tabindex="-1"><router-outlet /></main>
    <app-site-footer />
    <app-notices />
    <ng-container appLeavingHost />
    <ng-container appSessionExpiredHost />
  `,
})
export class App {
  constructor() {
    inject(PageMeta);
    const focus = inject(PageFocus);
    const injector = inject(Injector);
    afterNextRender(() => runInInjectionContext(injector, () => focus.start()));
  }
}
