import type { Routes } from '@angular/router';

export const verbaliRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Verbali', loadComponent: () => import('./verbali-page').then(m => m.VerbaliPage) },
  { path: ':verbale', loadComponent: () => import('./verbale-page').then(m => m.VerbalePage) },
];

export const areaVerbaliRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Verbali', loadComponent: () => import('./verbali-page').then(m => m.VerbaliPage) },
  { path: ':verbale', title: 'Verbale', loadComponent: () => import('./scrivere/verbale-area-page').then(m => m.VerbaleAreaPage) },
];

/** Behind the mailed link of an invitation. */
export const invitoVerbaleRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Verbale da rileggere',
    loadComponent: () => import('./scrivere/verbale-dall-invito-page').then(m => m.VerbaleDallInvitoPage),
  },
];

export const verificaRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Verifica un documento',
    loadComponent: () => import('./verifica/verifica-page').then(m => m.VerificaPage),
  },
];
