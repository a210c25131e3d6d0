import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

/**
 * Schemas try whether they may compile themselves: our Content-Security-Policy says no, and the browser would report it at each page. Set where
 * zod keeps its configuration, since importing zod would bring all of it into what every page begins with.
 */
const schemas = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
(schemas.__zod_globalConfig ??= {}).jitless = true;

/** From here on a click or a key is the application's own: before it, the browser loads the next page whole. The stories wait for it. */
const alive = () => document.documentElement.setAttribute('data-viva', '');

bootstrapApplication(App, appConfig)
  .then(app => app.whenStable())
  .then(alive)
  .catch((error: unknown) => console.error(error));
