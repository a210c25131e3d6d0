import type { Routes } from '@angular/router';

export const impostazioniRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./impostazioni-page').then(m => m.ImpostazioniPage) },
  {
    path: 'contatti',
    title: 'Nome e contatti',
    data: { breadcrumb: 'Nome e contatti' },
    loadComponent: () => import('./contatti-form-page').then(m => m.ContattiFormPage),
  },
  {
    path: 'parole',
    title: 'Le parole dell’ambito',
    data: { breadcrumb: 'Parole' },
    loadComponent: () => import('./parole-form-page').then(m => m.ParoleFormPage),
  },
  {
    path: 'ufficio',
    title: 'L’ufficio',
    data: { breadcrumb: 'L’ufficio' },
    loadComponent: () => import('./ufficio-form-page').then(m => m.UfficioFormPage),
  },
  {
    path: 'domande',
    title: 'Domande frequenti',
    data: { breadcrumb: 'Domande frequenti' },
    loadComponent: () => import('./domande-form-page').then(m => m.DomandeFormPage),
  },
  {
    path: 'capofila',
    title: 'Capofila',
    data: { breadcrumb: 'Capofila' },
    loadComponent: () => import('./capofila-form-page').then(m => m.CapofilaFormPage),
  },
  {
    path: 'comuni',
    title: 'Comuni',
    data: { breadcrumb: 'Comuni' },
    loadComponent: () => import('./comuni-form-page').then(m => m.ComuniFormPage),
  },
  {
    path: 'aree',
    title: 'Aree tematiche',
    data: { breadcrumb: 'Aree tematiche' },
    loadComponent: () => import('./aree-form-page').then(m => m.AreeFormPage),
  },
  {
    path: 'elenchi/:quale',
    title: 'Elenchi',
    data: { breadcrumb: 'Elenchi' },
    loadComponent: () => import('./voci-form-page').then(m => m.VociFormPage),
  },
  {
    path: 'schede',
    title: 'Campi delle schede',
    data: { breadcrumb: 'Campi delle schede' },
    loadComponent: () => import('./campi-scheda-form-page').then(m => m.CampiSchedaFormPage),
  },
  {
    path: 'mandati',
    title: 'Da quando si siede al tavolo',
    data: { breadcrumb: 'Da quando si siede' },
    loadComponent: () => import('./mandati-form-page').then(m => m.MandatiFormPage),
  },
  {
    path: 'regole',
    title: 'Regole per tutti i tavoli',
    data: { breadcrumb: 'Regole' },
    loadComponent: () => import('./regole-tutti-form-page').then(m => m.RegoleTuttiFormPage),
  },
];
