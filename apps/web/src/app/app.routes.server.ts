import { RenderMode, type ServerRoute } from '@angular/ssr';

/** Public pages are rendered on the server; personal ones never are, so no page on the server can hold anybody's data. */
export const serverRoutes: ServerRoute[] = [
  { path: ':ambito/area/**', renderMode: RenderMode.Client },
  { path: 'accedi/**', renderMode: RenderMode.Client },
  { path: 'registrati/**', renderMode: RenderMode.Client },
  { path: 'conferma/**', renderMode: RenderMode.Client },
  { path: 'password/**', renderMode: RenderMode.Client },
  { path: 'amministratore/**', renderMode: RenderMode.Client },
  { path: 'account/**', renderMode: RenderMode.Client },
  { path: 'consenso/**', renderMode: RenderMode.Client },
  { path: 'nomina/**', renderMode: RenderMode.Client },
  { path: 'invito/**', renderMode: RenderMode.Client },
  { path: 'date/**', renderMode: RenderMode.Client },
  { path: 'disiscrizione/**', renderMode: RenderMode.Client },
  { path: 'contributo/**', renderMode: RenderMode.Client },
  // Holds a token of its own, which no cache may keep.
  { path: ':ambito/tavoli/:tavolo/contributi/nuovo', renderMode: RenderMode.Client },
  // A form only: what is typed before the page comes alive would be lost.
  { path: ':ambito/contributi/codice', renderMode: RenderMode.Client },
  { path: ':ambito/segnala', renderMode: RenderMode.Client },
  { path: 'segui/**', renderMode: RenderMode.Client },
  { path: 'inviti/**', renderMode: RenderMode.Client },
  { path: 'amministrazione/**', renderMode: RenderMode.Client },
  { path: 'demo/**', renderMode: RenderMode.Client },
  { path: '**', renderMode: RenderMode.Server },
];
