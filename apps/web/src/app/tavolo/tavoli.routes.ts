import type { Routes } from '@angular/router';

export const tavoliRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Tavoli', loadComponent: () => import('../tavoli/tavoli-page').then(m => m.TavoliPage) },
  { path: ':tavolo', pathMatch: 'full', loadComponent: () => import('./tavolo-page').then(m => m.TavoloPage) },
  {
    path: ':tavolo/contributi/nuovo',
    data: { breadcrumb: 'Invia un contributo' },
    loadChildren: () => import('../contributi/contributi.routes').then(m => m.nuovoContributoRoutes),
  },
  { path: ':tavolo/numeri', data: { breadcrumb: 'I numeri' }, loadChildren: () => import('../dati/dati.routes').then(m => m.numeriRoutes) },
];

export const areaTavoliRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'I tavoli', loadComponent: () => import('../tavoli/tavoli-area-page').then(m => m.TavoliAreaPage) },
  {
    path: 'nuovo',
    title: 'Nuovo tavolo',
    data: { breadcrumb: 'Nuovo' },
    loadComponent: () => import('../tavoli/tavolo-form-page').then(m => m.TavoloFormPage),
  },
  {
    path: ':tavolo',
    pathMatch: 'full',
    title: 'Modifica il tavolo',
    data: { breadcrumb: 'Modifica' },
    loadComponent: () => import('../tavoli/tavolo-form-page').then(m => m.TavoloFormPage),
  },
  { path: ':tavolo', loadChildren: () => import('./area-tavolo.routes').then(m => m.areaTavoloRoutes) },
];
