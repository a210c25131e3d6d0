import type { Routes } from '@angular/router';

export const attiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Atti dell’ambito', loadComponent: () => import('./atti-page').then(m => m.AttiPage) },
];

export const areaAttiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Atti dell’ambito', loadComponent: () => import('./atti-area-page').then(m => m.AttiAreaPage) },
  {
    path: 'nuovo',
    title: 'Nuovo atto',
    data: { breadcrumb: 'Nuovo atto' },
    loadComponent: () => import('./atto-form-page').then(m => m.AttoFormPage),
  },
  {
    path: ':atto',
    title: 'Atto dell’ambito',
    data: { breadcrumb: 'Atto' },
    loadComponent: () => import('./atto-form-page').then(m => m.AttoFormPage),
  },
];
