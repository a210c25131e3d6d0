import type { Routes } from '@angular/router';

export const areaIncarichiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Incarichi', loadComponent: () => import('./incarichi-page').then(m => m.IncarichiPage) },
  {
    path: ':incarico/rinnova',
    title: 'Rinnova l’incarico',
    data: { breadcrumb: 'Rinnova' },
    loadComponent: () => import('./rinnovo-form-page').then(m => m.RinnovoFormPage),
  },
];
