import type { Routes } from '@angular/router';

export const areaDecadenzeRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Procedimenti di decadenza',
    loadComponent: () => import('./decadenze-page').then(m => m.DecadenzePage),
  },
  {
    path: ':decadenza',
    title: 'Procedimento di decadenza',
    data: { breadcrumb: 'Procedimento' },
    loadComponent: () => import('./decadenza-page').then(m => m.DecadenzaPage),
  },
];

/** From the designazione whose seat it is about. */
export const nuovaDecadenzaRoutes: Routes = [
  { path: '', loadComponent: () => import('./decadenza-form-page').then(m => m.DecadenzaFormPage) },
];

/** What a referente proposes of the same seat. */
export const propostaDecadenzaRoutes: Routes = [
  { path: '', loadComponent: () => import('./proposta-form-page').then(m => m.PropostaFormPage) },
];
