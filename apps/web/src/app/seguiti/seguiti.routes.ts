import type { Routes } from '@angular/router';

/** From mails: the secret stands after `#`. */
export const seguiRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Segui questa pagina',
    data: { cosa: 'conferma' },
    loadComponent: () => import('./segui-page').then(m => m.SeguiPage),
  },
  {
    path: 'ferma',
    title: 'Non ricevere più notizie',
    data: { breadcrumb: 'Smetti', cosa: 'ferma' },
    loadComponent: () => import('./segui-page').then(m => m.SeguiPage),
  },
];
