import type { Routes } from '@angular/router';
import { notFound } from '../page/not-found.route';

export const invitiRoutes: Routes = [
  { path: 'operatore', title: 'Il tuo invito', loadComponent: () => import('./ingresso/invito-page').then(m => m.InvitoPage) },
  { path: '**', title: 'Pagina non trovata', loadComponent: notFound },
];

export const areaEntiRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Enti', loadComponent: () => import('./enti-page').then(m => m.EntiPage) },
  {
    path: 'nuovo',
    title: 'Registra un ente',
    data: { breadcrumb: 'Registra' },
    loadComponent: () => import('./ente-form-page').then(m => m.EnteFormPage),
  },
  {
    path: 'ingresso',
    title: 'Chiedi di entrare in un ente',
    data: { breadcrumb: 'Chiedi di entrare' },
    loadComponent: () => import('./ingresso/ingresso-page').then(m => m.IngressoPage),
  },
  { path: ':ente', title: 'Ente', loadComponent: () => import('./ente-page').then(m => m.EntePage) },
  {
    path: ':ente/modifica',
    title: 'Modifica i dati dell’ente',
    data: { breadcrumb: 'Modifica' },
    loadComponent: () => import('./ente-dati-form-page').then(m => m.EnteDatiFormPage),
  },
  {
    path: ':ente/identita',
    title: 'Correggi l’identità dell’ente',
    data: { breadcrumb: 'Correggi l’identità' },
    loadComponent: () => import('./ente-identita-form-page').then(m => m.EnteIdentitaFormPage),
  },
];
