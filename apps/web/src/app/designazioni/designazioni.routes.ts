import type { Routes } from '@angular/router';

export const consensoRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
export const areaDesignazioniRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
