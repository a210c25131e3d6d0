import type { Routes } from '@angular/router';

export const pianoRoutes: Routes = [
  { path: '', pathMatch: 'full', title: '[Piano]', loadComponent: () => import('./piano-page').then(m => m.PianoPage) },
  {
    path: 'filo',
    title: 'Da dove viene il Piano',
    data: { breadcrumb: 'Da dove viene' },
    loadComponent: () => import('./filo-page').then(m => m.FiloPage),
  },
];

export const areaPianoRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Prepara [il piano]',
    loadComponent: () => import('./piano-area-page').then(m => m.PianoAreaPage),
  },
];
