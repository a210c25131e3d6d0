import type { Routes } from '@angular/router';

export const areaOscuramentiRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Dati personali pubblicati',
    loadComponent: () => import('./oscuramenti-page').then(m => m.OscuramentiPage),
  },
  {
    path: ':tipo/:oggetto',
    title: 'Oscura',
    data: { breadcrumb: 'Oscura' },
    loadComponent: () => import('./oscura-page').then(m => m.OscuraPage),
  },
];
