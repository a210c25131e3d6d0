import { APP_BASE_HREF } from '@angular/common';
import {
  type ApplicationConfig,
  inject,
  LOCALE_ID,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { routes } from './app.routes';
import { provideHydration } from './hydration';
import { navigationFailed } from './shell/navigation-failed';
import { PageTitles } from './page/page-titles';
import { SessionStore } from './session/session-store';
import { DRAFT_OWNER } from './ui/drafts/draft-owner';
import { guarded } from './ui/forms/unsaved';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    // In place of a <base> element, which the content security policy forbids.
    { provide: APP_BASE_HREF, useValue: '/' },
    { provide: LOCALE_ID, useValue: 'it-IT' },
    { provide: TitleStrategy, useExisting: PageTitles },
    provideRouter(
      guarded(routes),
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withNavigationErrorHandler(navigationFailed),
    ),
    { provide: DRAFT_OWNER, useFactory: () => inject(SessionStore).ownerOfDrafts },
    provideHydration(),
  ],
};
