import type { Routes } from '@angular/router';

export const demoRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Entra nella dimostrazione', loadComponent: () => import('./demo-page').then(m => m.DemoPage) },
  {
    path: 'posta',
    pathMatch: 'full',
    title: 'Posta della dimostrazione',
    data: { breadcrumb: 'Posta' },
    loadComponent: () => import('./posta-page').then(m => m.PostaPage),
  },
  {
    path: 'posta/:messaggio',
    title: 'Messaggio',
    data: { breadcrumb: 'Messaggio' },
    loadComponent: () => import('./messaggio-page').then(m => m.MessaggioPage),
  },
];
