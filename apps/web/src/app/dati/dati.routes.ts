import type { Routes } from '@angular/router';

export const datiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Dati aperti', loadComponent: () => import('./dati-page').then(m => m.DatiPage) },
];

/** Of the ambito at `/:ambito/numeri`, of a tavolo below its page. */
export const numeriRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'I numeri della partecipazione',
    loadComponent: () => import('./numeri-page').then(m => m.NumeriPage),
  },
];
