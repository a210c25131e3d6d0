import type { Routes } from '@angular/router';

export const incontriRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Calendario degli incontri',
    loadComponent: () => import('./calendario/calendario-page').then(m => m.CalendarioPage),
  },
  { path: ':incontro', loadComponent: () => import('./pubblico/incontro-page').then(m => m.IncontroPage) },
  {
    path: ':incontro/schermo',
    title: 'Lo schermo dell’incontro',
    loadComponent: () => import('./pubblico/schermo-page').then(m => m.SchermoPage),
  },
];

export const areaIncontriRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Incontri',
    loadComponent: () => import('./gestire/incontri-area-page').then(m => m.IncontriAreaPage),
  },
  {
    path: ':incontro',
    title: 'Gestisci l’incontro',
    data: { breadcrumb: 'Gestisci' },
    loadComponent: () => import('./gestire/incontro-area-page').then(m => m.IncontroAreaPage),
  },
  {
    path: ':incontro/modifica',
    title: 'Modifica l’incontro',
    data: { breadcrumb: 'Modifica' },
    loadComponent: () => import('./scrivere/incontro-form-page').then(m => m.IncontroFormPage),
  },
  {
    path: ':incontro/integra',
    title: 'Integra la convocazione',
    data: { breadcrumb: 'Integra' },
    loadComponent: () => import('./gestire/integrazione-form-page').then(m => m.IntegrazioneFormPage),
  },
  {
    path: ':incontro/serie',
    title: 'La serie',
    data: { breadcrumb: 'Serie' },
    loadComponent: () => import('./serie/serie-form-page').then(m => m.SerieFormPage),
  },
  {
    path: ':incontro/presenze',
    title: 'Presenze',
    data: { breadcrumb: 'Presenze' },
    loadComponent: () => import('./presenze/presenze-page').then(m => m.PresenzePage),
  },
  {
    path: ':incontro/conduci',
    title: 'Conduci l’incontro',
    data: { breadcrumb: 'Conduci' },
    loadComponent: () => import('./conduci/conduci-page').then(m => m.ConduciPage),
  },
  {
    path: ':incontro/in-corso',
    title: 'Incontro in corso',
    data: { breadcrumb: 'In corso' },
    loadComponent: () => import('./presenze/in-corso-page').then(m => m.InCorsoPage),
  },
];

export const plenarieRoutes: Routes = [
  {
    path: 'nuova',
    title: 'Nuova plenaria',
    data: { breadcrumb: 'Nuova plenaria' },
    loadComponent: () => import('./scrivere/incontro-form-page').then(m => m.IncontroFormPage),
  },
];

export const invitoRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Il tuo invito',
    loadComponent: () => import('./invito/invito-incontro-page').then(m => m.InvitoIncontroPage),
  },
];
export const dateRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Quando puoi?',
    loadComponent: () => import('./disponibilita/date-chieste-page').then(m => m.DateChiestePage),
  },
];
export const disiscrizioneRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Non ricevere più promemoria',
    loadComponent: () => import('./invito/disiscrizione-page').then(m => m.DisiscrizionePage),
  },
];
