import type { Routes } from '@angular/router';

export const avvisiRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
export const areaAvvisiRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
