import type { Routes } from '@angular/router';
import { onlyAmbito } from './ambiti/only-ambito.guard';
import { signedIn } from './session/signed-in.guard';
import { ErrorPage } from './page/error-page';
import { notFound } from './page/not-found.route';

/** At the root for the installation, and again under each ambito, whose own words and contacts they then show. */
const legal: Routes = [
  { path: 'privacy', title: 'Informativa sulla privacy', data: { breadcrumb: 'Privacy', quale: 'privacy' } },
  { path: 'note-legali', title: 'Note legali', data: { breadcrumb: 'Note legali', quale: 'note-legali' } },
  { path: 'accessibilita', title: 'Dichiarazione di accessibilità', data: { breadcrumb: 'Accessibilità', quale: 'accessibilita' } },
  { path: 'sicurezza', title: 'Sicurezza', data: { breadcrumb: 'Sicurezza', quale: 'sicurezza' } },
].map(route => ({ ...route, loadComponent: () => import('./legale/legale-page').then(m => m.LegalePage) }));

/** Pages outside any ambito that are reached from one: the header goes on showing it. */
const keepsAmbito = { keepsAmbito: true };

/**
 * Every address of the portal. A feature adds its pages in its own `<feature>.routes.ts`, which is loaded only when one is opened;
 * `data.breadcrumb` names the step of the path that a route stands for.
 */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: [onlyAmbito],
    title: 'Ambiti',
    loadComponent: () => import('./ambiti/ambiti-page').then(m => m.AmbitiPage),
  },

  // Personal pages that belong to no ambito (rendered in the browser only: see app.routes.server.ts)
  {
    path: 'accedi',
    data: { ...keepsAmbito, breadcrumb: 'Accedi' },
    loadChildren: () => import('./accounts/accounts.routes').then(m => m.accediRoutes),
  },
  {
    path: 'registrati',
    data: { ...keepsAmbito, breadcrumb: 'Registrati' },
    loadChildren: () => import('./accounts/accounts.routes').then(m => m.registratiRoutes),
  },
  {
    path: 'conferma',
    data: { ...keepsAmbito, breadcrumb: 'Conferma' },
    loadChildren: () => import('./accounts/accounts.routes').then(m => m.confermaRoutes),
  },
  {
    path: 'password',
    data: { ...keepsAmbito, breadcrumb: 'Password' },
    loadChildren: () => import('./accounts/accounts.routes').then(m => m.passwordRoutes),
  },
  {
    path: 'amministratore',
    data: { ...keepsAmbito, breadcrumb: 'Amministratore' },
    loadChildren: () => import('./accounts/accounts.routes').then(m => m.amministratoreRoutes),
  },
  {
    path: 'account',
    canActivate: [signedIn],
    data: { ...keepsAmbito, breadcrumb: 'Il tuo account' },
    loadChildren: () => import('./accounts/accounts.routes').then(m => m.accountRoutes),
  },
  { path: 'consenso', data: keepsAmbito, loadChildren: () => import('./designazioni/designazioni.routes').then(m => m.consensoRoutes) },
  { path: 'nomina', data: keepsAmbito, loadChildren: () => import('./diretti/diretti.routes').then(m => m.nominaRoutes) },
  { path: 'invito', data: keepsAmbito, loadChildren: () => import('./invito.routes').then(m => m.invitoRoutes) },
  { path: 'disiscrizione', data: keepsAmbito, loadChildren: () => import('./incontri/incontri.routes').then(m => m.disiscrizioneRoutes) },
  {
    path: 'contributo',
    data: { ...keepsAmbito, breadcrumb: 'Contributo' },
    loadChildren: () => import('./contributi/contributi.routes').then(m => m.autoreRoutes),
  },
  {
    path: 'segui',
    data: { ...keepsAmbito, breadcrumb: 'Segui' },
    loadChildren: () => import('./seguiti/seguiti.routes').then(m => m.seguiRoutes),
  },
  { path: 'inviti', data: keepsAmbito, loadChildren: () => import('./enti/enti.routes').then(m => m.invitiRoutes) },
  {
    path: 'amministrazione',
    canActivate: [signedIn],
    data: { ...keepsAmbito, breadcrumb: 'Amministrazione' },
    loadChildren: () => import('./amministrazione/amministrazione.routes').then(m => m.amministrazioneRoutes),
  },
  {
    path: 'verifica',
    data: { ...keepsAmbito, breadcrumb: 'Verifica' },
    loadChildren: () => import('./verbali/verbali.routes').then(m => m.verificaRoutes),
  },
  {
    path: 'guida',
    data: { ...keepsAmbito, breadcrumb: 'Guida' },
    loadChildren: () => import('./guida/guida.routes').then(m => m.guidaRoutes),
  },
  {
    path: 'demo',
    data: { ...keepsAmbito, breadcrumb: 'Dimostrazione' },
    loadChildren: () => import('./demo/demo.routes').then(m => m.demoRoutes),
  },
  ...legal,
  // Not lazy: it is shown when the code of a page cannot be fetched.
  { path: 'errore', component: ErrorPage },

  {
    path: ':ambito',
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./ambiti/ambito-page').then(m => m.AmbitoPage) },
      { path: 'tavoli', data: { breadcrumb: 'Tavoli' }, loadChildren: () => import('./tavolo/tavoli.routes').then(m => m.tavoliRoutes) },
      { path: 'avvisi', data: { breadcrumb: 'Avvisi' }, loadChildren: () => import('./avvisi/avvisi.routes').then(m => m.avvisiRoutes) },
      {
        path: 'incontri',
        data: { breadcrumb: 'Incontri' },
        loadChildren: () => import('./incontri/incontri.routes').then(m => m.incontriRoutes),
      },
      {
        path: 'verbali',
        data: { breadcrumb: 'Verbali' },
        loadChildren: () => import('./verbali/verbali.routes').then(m => m.verbaliRoutes),
      },
      {
        path: 'contributi',
        data: { breadcrumb: 'Contributi' },
        loadChildren: () => import('./contributi/contributi.routes').then(m => m.contributiRoutes),
      },
      {
        path: 'elaborati',
        data: { breadcrumb: 'Elaborati' },
        loadChildren: () => import('./elaborati/elaborati.routes').then(m => m.elaboratiRoutes),
      },
      { path: 'ricerca', data: { breadcrumb: 'Cerca' }, loadChildren: () => import('./ricerca/ricerca.routes').then(m => m.ricercaRoutes) },
      { path: 'piano', data: { breadcrumb: '[Piano]' }, loadChildren: () => import('./piani/piani.routes').then(m => m.pianoRoutes) },
      { path: 'iter', data: { breadcrumb: 'Iter' }, loadChildren: () => import('./iter/iter.routes').then(m => m.iterRoutes) },
      { path: 'atti', data: { breadcrumb: 'Atti' }, loadChildren: () => import('./atti/atti.routes').then(m => m.attiRoutes) },
      ...legal,
      {
        path: 'area',
        canActivate: [signedIn],
        data: { breadcrumb: 'Area personale' },
        loadChildren: () => import('./area.routes').then(m => m.areaRoutes),
      },
      // What few begin with, and whatever is not there.
      { path: '', loadChildren: () => import('./altre.routes').then(m => m.altreRoutes) },
    ],
  },
  { path: '**', loadComponent: notFound },
];
