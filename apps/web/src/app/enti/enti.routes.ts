import type { Routes } from '@angular/router';

export const invitiRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
export const areaEntiRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
