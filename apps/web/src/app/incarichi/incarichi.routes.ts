import type { Routes } from '@angular/router';

export const areaIncarichiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Incarichi', loadComponent: () => import('./incarichi-page').then(m => m.IncarichiPage) },
];
