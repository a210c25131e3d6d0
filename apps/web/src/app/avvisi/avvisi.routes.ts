import type { Routes } from '@angular/router';

export const avvisiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Avvisi', loadComponent: () => import('./avvisi-page').then(m => m.AvvisiPage) },
  { path: ':avviso', loadComponent: () => import('./avviso-page').then(m => m.AvvisoPage) },
];

export const areaAvvisiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Avvisi', loadComponent: () => import('./avvisi-area-page').then(m => m.AvvisiAreaPage) },
  {
    path: 'nuovo',
    title: 'Nuovo avviso',
    data: { breadcrumb: 'Nuovo' },
    loadComponent: () => import('./avviso-form-page').then(m => m.AvvisoFormPage),
  },
  {
    path: ':avviso',
    title: 'Gestisci l’avviso',
    data: { breadcrumb: 'Gestisci' },
    loadComponent: () => import('./avviso-area-page').then(m => m.AvvisoAreaPage),
  },
  {
    path: ':avviso/rettifica',
    title: 'Rettifica l’avviso',
    data: { breadcrumb: 'Rettifica' },
    loadComponent: () => import('./rettifica-form-page').then(m => m.RettificaFormPage),
  },
  {
    path: ':avviso/modifica',
    title: 'Modifica l’avviso',
    data: { breadcrumb: 'Modifica' },
    loadComponent: () => import('./avviso-form-page').then(m => m.AvvisoFormPage),
  },
];
