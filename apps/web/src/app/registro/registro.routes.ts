import type { Routes } from '@angular/router';

export const areaRegistroRoutes: Routes = [
  { path: '', title: 'Registro degli atti', loadComponent: () => import('./registro-page').then(m => m.RegistroPage) },
];
