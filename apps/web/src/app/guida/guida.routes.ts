import type { Routes } from '@angular/router';
import { PAGINE_GUIDA } from '@tavoli/shared';

/** Each page has a route of its own: an address that is none of them is told at once, and never rendered. */
export const guidaRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Guida', loadComponent: () => import('./guida-page').then(m => m.GuidaPage) },
  ...PAGINE_GUIDA.map(pagina => ({
    path: pagina,
    data: { pagina },
    loadComponent: () => import('./guida-capitolo-page').then(m => m.GuidaCapitoloPage),
  })),
];
