import type { Routes } from '@angular/router';

export const demoRoutes: Routes = [{ path: '**', title: 'Pagina non trovata', loadComponent: () => import('../shell/not-found').then(m => m.NotFound) }];
