import type { Routes } from '@angular/router';

export const iterRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'L’iter del Piano', loadComponent: () => import('./iter-page').then(m => m.IterPage) },
];

export const areaIterRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Iter del Piano',
    loadComponent: () => import('./iter-area-page').then(m => m.IterAreaPage),
  },
  {
    path: 'nuova-fase',
    title: 'Nuova fase',
    data: { breadcrumb: 'Nuova fase' },
    loadComponent: () => import('./fasi/fase-form-page').then(m => m.FaseFormPage),
  },
  {
    path: 'accordo',
    title: 'Accordo di programma',
    data: { breadcrumb: 'Accordo' },
    loadComponent: () => import('./accordo/accordo-page').then(m => m.AccordoPage),
  },
  {
    path: 'fasi/:fase',
    title: 'Fase dell’iter',
    data: { breadcrumb: 'Fase' },
    loadComponent: () => import('./fasi/fase-page').then(m => m.FasePage),
  },
  {
    path: 'fasi/:fase/modifica',
    title: 'Modifica la fase',
    data: { breadcrumb: 'Modifica la fase' },
    loadComponent: () => import('./fasi/fase-form-page').then(m => m.FaseFormPage),
  },
];

export const areaAdesioniRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Adesioni all’accordo',
    loadComponent: () => import('./adesioni/adesioni-page').then(m => m.AdesioniPage),
  },
  {
    path: 'nuova',
    title: 'Aderisci all’accordo',
    data: { breadcrumb: 'Aderisci' },
    loadComponent: () => import('./adesioni/adesione-form-page').then(m => m.AdesioneFormPage),
  },
  {
    path: ':adesione',
    title: 'Adesione',
    data: { breadcrumb: 'Adesione' },
    loadComponent: () => import('./adesioni/adesione-page').then(m => m.AdesionePage),
  },
  {
    path: ':adesione/modifica',
    title: 'Modifica l’adesione',
    data: { breadcrumb: 'Modifica' },
    loadComponent: () => import('./adesioni/adesione-form-page').then(m => m.AdesioneFormPage),
  },
];
