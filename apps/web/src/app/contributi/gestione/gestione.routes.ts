import type { Routes } from '@angular/router';

export const contributiRicevutiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Contributi ricevuti', loadComponent: () => import('./coda-page').then(m => m.CodaPage) },
  {
    path: 'nuovo',
    title: 'Registra un contributo',
    data: { breadcrumb: 'Registra' },
    loadComponent: () => import('./raccolto-page').then(m => m.RaccoltoPage),
  },
  {
    path: 'tempi',
    title: 'Termini dei contributi',
    data: { breadcrumb: 'Termini' },
    loadComponent: () => import('./tempi-page').then(m => m.TempiPage),
  },
  { path: ':contributo', loadComponent: () => import('./contributo-area-page').then(m => m.ContributoAreaPage) },
];
