import type { Routes } from '@angular/router';

export const elaboratiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Elaborati', loadComponent: () => import('./elaborati-page').then(m => m.ElaboratiPage) },
  { path: ':elaborato', loadComponent: () => import('./elaborato-page').then(m => m.ElaboratoPage) },
];

export const areaElaboratiRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Risorse e indicatori',
    loadComponent: () => import('./riepilogo-page').then(m => m.RiepilogoPage),
  },
  { path: ':elaborato', loadComponent: () => import('./scrivere/elaborato-area-page').then(m => m.ElaboratoAreaPage) },
  {
    path: ':elaborato/modifica',
    title: 'Titolo e chi scrive',
    data: { breadcrumb: 'Titolo e chi scrive' },
    loadComponent: () => import('./scrivere/elaborato-form-page').then(m => m.ElaboratoFormPage),
  },
];

/** Behind the mailed link of a consultation. */
export const consultazioneRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Elaborato da leggere',
    loadComponent: () => import('./consultazione/consultazione-page').then(m => m.ConsultazionePage),
  },
];

/** Below the pages of a tavolo in the area. */
export const elaboratiDelTavoloRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Elaborati del tavolo',
    loadComponent: () => import('./elaborati-tavolo-page').then(m => m.ElaboratiTavoloPage),
  },
  {
    path: 'nuovo',
    title: 'Nuovo elaborato',
    data: { breadcrumb: 'Nuovo' },
    loadComponent: () => import('./scrivere/elaborato-form-page').then(m => m.ElaboratoFormPage),
  },
];
