import type { Routes } from '@angular/router';

export const contributiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Contributi', loadComponent: () => import('./contributi-page').then(m => m.ContributiPage) },
  {
    path: 'nuovo',
    title: 'Invia un contributo',
    data: { breadcrumb: 'Invia un contributo' },
    loadComponent: () => import('./invio/scegli-tavolo-page').then(m => m.ScegliTavoloPage),
  },
  {
    path: 'codice',
    title: 'A che punto è il tuo contributo',
    data: { breadcrumb: 'Codice' },
    loadComponent: () => import('./codice-page').then(m => m.CodicePage),
  },
  { path: ':contributo', loadComponent: () => import('./contributo-page').then(m => m.ContributoPage) },
];

/** Below the page of a tavolo. */
export const nuovoContributoRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Invia un contributo',
    loadComponent: () => import('./invio/contributo-form-page').then(m => m.ContributoFormPage),
  },
];

/** From mails: the secret stands after `#`. */
export const autoreRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Il tuo contributo', loadComponent: () => import('./autore/autore-page').then(m => m.AutorePage) },
  {
    path: 'conferma',
    title: 'Conferma il contributo',
    data: { breadcrumb: 'Conferma' },
    loadComponent: () => import('./invio/conferma-contributo-page').then(m => m.ConfermaContributoPage),
  },
];

export const areaContributiRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'I miei contributi',
    loadComponent: () => import('./autore/miei-contributi-page').then(m => m.MieiContributiPage),
  },
  {
    path: ':contributo',
    title: 'Il mio contributo',
    data: { breadcrumb: 'Contributo' },
    loadComponent: () => import('./autore/mio-contributo-page').then(m => m.MioContributoPage),
  },
];
