import type { Routes } from '@angular/router';

export const areaDirettiRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Posti senza avviso',
    loadComponent: () => import('./diretti-page').then(m => m.DirettiPage),
  },
  {
    path: 'nuovo',
    title: 'Invita un ente',
    data: { breadcrumb: 'Invita un ente' },
    loadComponent: () => import('./diretto-form-page').then(m => m.DirettoFormPage),
  },
  {
    path: 'comuni',
    title: 'Invita i comuni',
    data: { breadcrumb: 'Invita i comuni' },
    loadComponent: () => import('./comuni-form-page').then(m => m.ComuniFormPage),
  },
];

export const nominaRoutes: Routes = [
  { path: '', title: 'Invito a un tavolo', loadComponent: () => import('./nomina-page').then(m => m.NominaPage) },
];
