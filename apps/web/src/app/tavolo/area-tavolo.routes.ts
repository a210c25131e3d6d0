import type { Routes } from '@angular/router';

/** Under `area/tavoli/:tavolo`: everything that one tavolo is given, and does. */
export const areaTavoloRoutes: Routes = [
  {
    path: 'incontri/nuovo',
    title: 'Nuovo incontro',
    data: { breadcrumb: 'Nuovo incontro' },
    loadComponent: () => import('../incontri/scrivere/incontro-form-page').then(m => m.IncontroFormPage),
  },
  {
    path: 'regole',
    title: 'Regole del tavolo',
    data: { breadcrumb: 'Regole' },
    loadComponent: () => import('../incontri/regole/regole-page').then(m => m.RegolePage),
  },
  {
    path: 'sottogruppi',
    data: { breadcrumb: 'Sottogruppi' },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Sottogruppi',
        loadComponent: () => import('../sottogruppi/sottogruppi-page').then(m => m.SottogruppiPage),
      },
      {
        path: 'nuovo',
        title: 'Nuovo sottogruppo',
        data: { breadcrumb: 'Nuovo' },
        loadComponent: () => import('../sottogruppi/sottogruppo-form-page').then(m => m.SottogruppoFormPage),
      },
      {
        path: ':gruppo',
        title: 'Modifica il sottogruppo',
        data: { breadcrumb: 'Modifica' },
        loadComponent: () => import('../sottogruppi/sottogruppo-form-page').then(m => m.SottogruppoFormPage),
      },
    ],
  },
  {
    path: 'osservatori',
    title: 'Osservatori',
    data: { breadcrumb: 'Osservatori' },
    loadComponent: () => import('../osservatori/osservatori-page').then(m => m.OsservatoriPage),
  },
  {
    path: 'osservatore',
    title: 'Segui il tavolo come osservatore',
    data: { breadcrumb: 'Osservatore' },
    loadComponent: () => import('../osservatori/osservatore-form-page').then(m => m.OsservatoreFormPage),
  },
  {
    path: 'proposte',
    data: { breadcrumb: 'Punti proposti' },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Punti proposti',
        loadComponent: () => import('../incontri/proposte/proposte-page').then(m => m.PropostePage),
      },
      {
        path: 'nuova',
        title: 'Proponi un punto',
        data: { breadcrumb: 'Proponi un punto' },
        loadComponent: () => import('../incontri/proposte/proposta-form-page').then(m => m.PropostaFormPage),
      },
    ],
  },
  {
    path: 'date',
    data: { breadcrumb: 'Trovare una data' },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Trovare una data',
        loadComponent: () => import('../incontri/disponibilita/date-page').then(m => m.DatePage),
      },
      {
        path: 'nuova',
        title: 'Proporre delle date',
        data: { breadcrumb: 'Proporre delle date' },
        loadComponent: () => import('../incontri/disponibilita/disponibilita-form-page').then(m => m.DisponibilitaFormPage),
      },
      {
        path: ':ricerca',
        title: 'Chi può e quando',
        data: { breadcrumb: 'Chi può e quando' },
        loadComponent: () => import('../incontri/disponibilita/disponibilita-page').then(m => m.DisponibilitaPage),
      },
    ],
  },
  {
    path: 'lascia',
    title: 'Lascia il sottogruppo',
    data: { breadcrumb: 'Lascia' },
    loadComponent: () => import('../sottogruppi/lascia-sottogruppo-page').then(m => m.LasciaSottogruppoPage),
  },
  {
    path: 'chiusura',
    title: 'Chiudi il tavolo',
    data: { breadcrumb: 'Chiusura' },
    loadComponent: () => import('../tavoli/chiusura-form-page').then(m => m.ChiusuraFormPage),
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
    loadComponent: () => import('../incontri/regole/partecipazione-page').then(m => m.PartecipazionePage),
  },
];
