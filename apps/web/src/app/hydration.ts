import { type EnvironmentProviders, ɵwithDomHydration as withDomHydration } from '@angular/core';

/**
 * Takes over the page that the server rendered, instead of drawing it again.
 *
 * Not `provideClientHydration()`: whatever it is told to leave out, it bundles HttpClient's transfer cache, incremental hydration and
 * event replay, 10 kB (gzip) of the 100 that a public page may load in all. None is needed here: `Api` hands over the data, there are
 * no `@defer` blocks on public pages, and before the page is alive its links work as links. Without replay the pages also carry no
 * inline script, which keeps the content security policy at `script-src 'self'`.
 *
 * The function is Angular's own but not of its public API. Angular is pinned to one version; should an upgrade take it away, this file
 * stops compiling, and `provideClientHydration(withEventReplay())` can stand here again.
 */
export const provideHydration = (): EnvironmentProviders => withDomHydration();
