import type { Routes } from '@angular/router';

export const ricercaRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Cerca', loadComponent: () => import('./ricerca-page').then(m => m.RicercaPage) },
];
