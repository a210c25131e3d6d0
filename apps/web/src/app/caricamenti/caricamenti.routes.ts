import type { Routes } from '@angular/router';

export const areaImportareRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Importare', loadComponent: () => import('./caricamenti-page').then(m => m.CaricamentiPage) },
  { path: ':caricamento', title: 'Caricamento', loadComponent: () => import('./caricamento-page').then(m => m.CaricamentoPage) },
];
