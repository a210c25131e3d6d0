import type { Routes } from '@angular/router';

export const accediRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
export const accountRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
export const areaRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
