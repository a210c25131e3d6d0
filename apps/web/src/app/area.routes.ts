import type { Routes } from '@angular/router';
import { conNavigazione } from './area/area-frame';
import { notFound } from './page/not-found.route';

const pagine: Routes = [
  { path: '', pathMatch: 'full', title: 'Oggi', loadComponent: () => import('./area/oggi-page').then(m => m.OggiPage) },
  {
    path: 'tutto',
    title: 'Tutte le voci',
    data: { breadcrumb: 'Tutte le voci' },
    loadComponent: () => import('./area/tutto-page').then(m => m.TuttoPage),
  },
  { path: 'enti', data: { breadcrumb: 'Enti' }, loadChildren: () => import('./enti/enti.routes').then(m => m.areaEntiRoutes) },
  {
    path: 'decadenze',
    data: { breadcrumb: 'Decadenze' },
    loadChildren: () => import('./decadenze/decadenze.routes').then(m => m.areaDecadenzeRoutes),
  },
  {
    path: 'designazioni/:designazione/decadenza',
    title: 'Aprire un procedimento di decadenza',
    data: { breadcrumb: 'Decadenza' },
    loadChildren: () => import('./decadenze/decadenze.routes').then(m => m.nuovaDecadenzaRoutes),
  },
  {
    path: 'designazioni/:designazione/proposta-di-decadenza',
    title: 'Proporre la decadenza',
    data: { breadcrumb: 'Proporre la decadenza' },
    loadChildren: () => import('./decadenze/decadenze.routes').then(m => m.propostaDecadenzaRoutes),
  },
  {
    path: 'designazioni',
    data: { breadcrumb: 'Designazioni' },
    loadChildren: () => import('./designazioni/designazioni.routes').then(m => m.areaDesignazioniRoutes),
  },
  {
    path: 'posti-diretti',
    data: { breadcrumb: 'Posti senza avviso' },
    loadChildren: () => import('./diretti/diretti.routes').then(m => m.areaDirettiRoutes),
  },
  {
    path: 'osservo',
    title: 'Tavoli che osservi',
    data: { breadcrumb: 'Tavoli che osservi' },
    loadComponent: () => import('./osservatori/osservatori-miei-page').then(m => m.OsservatoriMieiPage),
  },
  {
    path: 'proposte',
    title: 'I punti che proponi',
    data: { breadcrumb: 'I punti che proponi' },
    loadComponent: () => import('./incontri/proposte/proposte-mie-page').then(m => m.ProposteMiePage),
  },
  {
    path: 'contributi',
    data: { breadcrumb: 'I miei contributi' },
    loadChildren: () => import('./contributi/contributi.routes').then(m => m.areaContributiRoutes),
  },
  {
    path: 'contributi-ricevuti',
    data: { breadcrumb: 'Contributi ricevuti' },
    loadChildren: () => import('./contributi/gestione/gestione.routes').then(m => m.contributiRicevutiRoutes),
  },
  {
    path: 'elaborati',
    data: { breadcrumb: 'Elaborati' },
    loadChildren: () => import('./elaborati/elaborati.routes').then(m => m.areaElaboratiRoutes),
  },
  {
    path: 'segnalazioni',
    title: 'Segnalazioni',
    data: { breadcrumb: 'Segnalazioni' },
    loadComponent: () => import('./segnalazioni/segnalazioni-page').then(m => m.SegnalazioniPage),
  },
  {
    path: 'messaggi',
    data: { breadcrumb: 'Messaggi' },
    loadChildren: () => import('./messaggi/messaggi.routes').then(m => m.areaMessaggiRoutes),
  },
  { path: 'atti', data: { breadcrumb: 'Atti' }, loadChildren: () => import('./atti/atti.routes').then(m => m.areaAttiRoutes) },
  {
    path: 'da-protocollare',
    data: { breadcrumb: 'Da protocollare' },
    loadChildren: () => import('./protocolli/protocolli.routes').then(m => m.areaProtocolliRoutes),
  },
  {
    path: 'importare',
    data: { breadcrumb: 'Importare' },
    loadChildren: () => import('./caricamenti/caricamenti.routes').then(m => m.areaImportareRoutes),
  },
  {
    path: 'registro',
    data: { breadcrumb: 'Registro' },
    loadChildren: () => import('./registro/registro.routes').then(m => m.areaRegistroRoutes),
  },
  {
    path: 'incarichi',
    data: { breadcrumb: 'Incarichi' },
    loadChildren: () => import('./incarichi/incarichi.routes').then(m => m.areaIncarichiRoutes),
  },
  {
    path: 'avvisi',
    data: { breadcrumb: 'Avvisi' },
    loadChildren: () => import('./avvisi/avvisi.routes').then(m => m.areaAvvisiRoutes),
  },
  {
    path: 'incontri',
    data: { breadcrumb: 'Incontri' },
    loadChildren: () => import('./incontri/incontri.routes').then(m => m.areaIncontriRoutes),
  },
  {
    path: 'verbali',
    data: { breadcrumb: 'Verbali' },
    loadChildren: () => import('./verbali/verbali.routes').then(m => m.areaVerbaliRoutes),
  },
  {
    path: 'piano',
    data: { breadcrumb: '[Piano]' },
    loadChildren: () => import('./piani/piani.routes').then(m => m.areaPianoRoutes),
  },
  {
    path: 'oscuramenti',
    data: { breadcrumb: 'Dati personali pubblicati' },
    loadChildren: () => import('./oscuramenti/oscuramenti.routes').then(m => m.areaOscuramentiRoutes),
  },
  { path: 'plenarie', loadChildren: () => import('./incontri/incontri.routes').then(m => m.plenarieRoutes) },
  {
    path: 'cruscotto',
    data: { breadcrumb: 'Cruscotto' },
    loadChildren: () => import('./cruscotto/cruscotto.routes').then(m => m.cruscottoRoutes),
  },
  { path: 'iter', data: { breadcrumb: 'Iter' }, loadChildren: () => import('./iter/iter.routes').then(m => m.areaIterRoutes) },
  {
    path: 'adesioni',
    data: { breadcrumb: 'Adesioni' },
    loadChildren: () => import('./iter/iter.routes').then(m => m.areaAdesioniRoutes),
  },
  {
    path: 'pagine/:pagina',
    title: 'Modifica la pagina',
    data: { breadcrumb: 'Pagine legali' },
    loadComponent: () => import('./legale/legale-form-page').then(m => m.LegaleFormPage),
  },
  {
    path: 'impostazioni',
    title: 'Impostazioni dell’ambito',
    data: { breadcrumb: 'Impostazioni' },
    loadChildren: () => import('./ambiti/impostazioni/impostazioni.routes').then(m => m.impostazioniRoutes),
  },
  {
    path: 'tavoli',
    data: { breadcrumb: 'Tavoli' },
    loadChildren: () => import('./tavolo/tavoli.routes').then(m => m.areaTavoliRoutes),
  },
  { path: '**', loadComponent: notFound },
];

/** What is done after signing in: pages that the public never opens, and does not download the list of. All have the navigation of who works. */
export const areaRoutes: Routes = [{ path: '', canActivate: [conNavigazione], children: pagine }];
