import type { Routes } from '@angular/router';

export const incontriRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Calendario degli incontri',
    loadComponent: () => import('./calendario-page').then(m => m.CalendarioPage),
  },
  { path: ':incontro', loadComponent: () => import('./incontro-page').then(m => m.IncontroPage) },
];

export const areaIncontriRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Incontri', loadComponent: () => import('./area-incontri-page').then(m => m.AreaIncontriPage) },
  {
    path: ':incontro',
    title: 'Gestisci l’incontro',
    data: { breadcrumb: 'Gestisci' },
    loadComponent: () => import('./incontro-gestione-page').then(m => m.IncontroGestionePage),
  },
  {
    path: ':incontro/modifica',
    title: 'Modifica l’incontro',
    data: { breadcrumb: 'Modifica' },
    loadComponent: () => import('./incontro-form-page').then(m => m.IncontroFormPage),
  },
  {
    path: ':incontro/presenze',
    title: 'Presenze',
    data: { breadcrumb: 'Presenze' },
    loadComponent: () => import('./presenze-page').then(m => m.PresenzePage),
  },
  {
    path: ':incontro/in-corso',
    title: 'Incontro in corso',
    data: { breadcrumb: 'In corso' },
    loadComponent: () => import('./in-corso-page').then(m => m.InCorsoPage),
  },
];

/** Under `area/tavoli/:tavolo`. */
export const incontriDelTavoloRoutes: Routes = [
  {
    path: 'incontri/nuovo',
    title: 'Nuovo incontro',
    data: { breadcrumb: 'Nuovo incontro' },
    loadComponent: () => import('./incontro-form-page').then(m => m.IncontroFormPage),
  },
  {
    path: 'regole',
    title: 'Regole del tavolo',
    data: { breadcrumb: 'Regole' },
    loadComponent: () => import('./regole-page').then(m => m.RegolePage),
  },
  {
    path: 'contributi',
    title: 'Quando il tavolo riceve contributi',
    data: { breadcrumb: 'Contributi' },
    loadComponent: () => import('../contributi/gestione/regole-contributi-page').then(m => m.RegoleContributiPage),
  },
  {
    path: 'elaborati',
    data: { breadcrumb: 'Elaborati' },
    loadChildren: () => import('../elaborati/elaborati.routes').then(m => m.elaboratiDelTavoloRoutes),
  },
  {
    path: 'impegni',
    title: 'Impegni del tavolo',
    data: { breadcrumb: 'Impegni' },
    loadComponent: () => import('../impegni/impegni-page').then(m => m.ImpegniPage),
  },
  {
    path: 'partecipazione',
    title: 'Partecipazione degli enti',
    data: { breadcrumb: 'Partecipazione' },
    loadComponent: () => import('./partecipazione-page').then(m => m.PartecipazionePage),
  },
];

export const plenarieRoutes: Routes = [
  {
    path: 'nuova',
    title: 'Nuova plenaria',
    data: { breadcrumb: 'Nuova plenaria' },
    loadComponent: () => import('./incontro-form-page').then(m => m.IncontroFormPage),
  },
];

export const invitoRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Il tuo invito', loadComponent: () => import('./invito-page').then(m => m.InvitoPage) },
];
export const disiscrizioneRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Non ricevere più promemoria',
    loadComponent: () => import('./disiscrizione-page').then(m => m.DisiscrizionePage),
  },
];
