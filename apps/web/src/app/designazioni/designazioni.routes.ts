import type { Routes } from '@angular/router';

export const consensoRoutes: Routes = [
  { path: '', title: 'Il tuo consenso', loadComponent: () => import('./consenso-page').then(m => m.ConsensoPage) },
];

export const areaDesignazioniRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Designazioni', loadComponent: () => import('./designazioni-page').then(m => m.DesignazioniPage) },
  {
    path: 'nuova',
    title: 'Nuova designazione',
    data: { breadcrumb: 'Nuova' },
    loadComponent: () => import('./designazione-form-page').then(m => m.DesignazioneFormPage),
  },
  {
    path: 'insieme',
    title: 'Designare per più tavoli',
    data: { breadcrumb: 'Più tavoli' },
    loadComponent: () => import('./insieme-page').then(m => m.InsiemePage),
  },
  {
    path: ':designazione',
    title: 'Designazione',
    data: { breadcrumb: 'Designazione' },
    loadComponent: () => import('./designazione-page').then(m => m.DesignazionePage),
  },
];
