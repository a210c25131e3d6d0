import type { Routes } from '@angular/router';
import { notFound } from './page/not-found.route';

/** The public pages of an ambito that few begin with: their addresses come when one of them is asked for. */
export const altreRoutes: Routes = [
  {
    path: 'enti',
    data: { breadcrumb: 'Chi siede ai tavoli' },
    loadChildren: () => import('./componenti/componenti.routes').then(m => m.componentiRoutes),
  },
  {
    path: 'sigilli',
    data: { breadcrumb: 'Sigilli' },
    loadChildren: () => import('./sigilli/sigilli.routes').then(m => m.sigilliRoutes),
  },
  { path: 'numeri', data: { breadcrumb: 'I numeri' }, loadChildren: () => import('./dati/dati.routes').then(m => m.numeriRoutes) },
  { path: 'dati', data: { breadcrumb: 'Dati aperti' }, loadChildren: () => import('./dati/dati.routes').then(m => m.datiRoutes) },
  {
    path: 'ufficio',
    title: 'L’ufficio',
    data: { breadcrumb: 'L’ufficio' },
    loadComponent: () => import('./ambiti/ufficio-page').then(m => m.UfficioPage),
  },
  {
    path: 'segnala',
    title: 'Segnala un problema',
    data: { breadcrumb: 'Segnala un problema' },
    loadComponent: () => import('./segnalazioni/segnala-form-page').then(m => m.SegnalaFormPage),
  },
  {
    path: 'domande-frequenti',
    title: 'Domande frequenti',
    data: { breadcrumb: 'Domande frequenti' },
    loadComponent: () => import('./ambiti/domande-page').then(m => m.DomandePage),
  },
  { path: '**', loadComponent: notFound },
];
