import type { Routes } from '@angular/router';

export const componentiRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Chi siede ai tavoli',
    loadComponent: () => import('./componenti-page').then(m => m.ComponentiPage),
  },
  { path: ':ente', loadComponent: () => import('./componente-page').then(m => m.ComponentePage) },
];
