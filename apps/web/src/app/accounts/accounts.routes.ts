import type { Routes } from '@angular/router';
import { notFound } from '../page/not-found.route';

/** /accedi */
export const accediRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Accedi', loadComponent: () => import('./entrare/accedi-page').then(m => m.AccediPage) },
  {
    path: 'link',
    title: 'Accedi senza password',
    data: { breadcrumb: 'Senza password' },
    loadComponent: () => import('./entrare/link-page').then(m => m.LinkPage),
  },
  { path: '**', loadComponent: notFound },
];

/** /registrati */
export const registratiRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Registrati',
    loadComponent: () => import('./entrare/registrati-page').then(m => m.RegistratiPage),
  },
  { path: '**', loadComponent: notFound },
];

/** /conferma: where mails lead */
export const confermaRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Conferma il tuo indirizzo',
    loadComponent: () => import('./entrare/conferma-page').then(m => m.ConfermaPage),
  },
  {
    path: 'incarico',
    title: 'Il tuo incarico',
    data: { breadcrumb: 'Il tuo incarico', incarico: true },
    loadComponent: () => import('./entrare/conferma-page').then(m => m.ConfermaPage),
  },
  {
    path: 'indirizzo',
    title: 'Conferma il tuo nuovo indirizzo',
    data: { breadcrumb: 'Nuovo indirizzo' },
    loadComponent: () => import('./profilo/conferma-indirizzo-page').then(m => m.ConfermaIndirizzoPage),
  },
  { path: '**', loadComponent: notFound },
];

/** /password */
export const passwordRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Password dimenticata',
    loadComponent: () => import('./password/password-page').then(m => m.PasswordPage),
  },
  {
    path: 'nuova',
    title: 'Scegli una nuova password',
    data: { breadcrumb: 'Nuova password' },
    loadComponent: () => import('./password/nuova-password-page').then(m => m.NuovaPasswordPage),
  },
  { path: '**', loadComponent: notFound },
];

/** /amministratore */
export const amministratoreRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Diventa amministratore',
    loadComponent: () => import('./entrare/amministratore-page').then(m => m.AmministratorePage),
  },
  { path: '**', loadComponent: notFound },
];

/** /account */
export const accountRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Il tuo account', loadComponent: () => import('./profilo/account-page').then(m => m.AccountPage) },
  {
    path: 'profilo',
    title: 'Cambia il nome',
    data: { breadcrumb: 'Nome' },
    loadComponent: () => import('./profilo/profilo-page').then(m => m.ProfiloPage),
  },
  {
    path: 'indirizzo',
    title: 'Cambia indirizzo',
    data: { breadcrumb: 'Indirizzo' },
    loadComponent: () => import('./profilo/indirizzo-page').then(m => m.IndirizzoPage),
  },
  {
    path: 'chiudi',
    title: 'Chiudi l’account',
    data: { breadcrumb: 'Chiudi l’account' },
    loadComponent: () => import('./profilo/chiudi-account-page').then(m => m.ChiudiAccountPage),
  },
  {
    path: 'password',
    title: 'Cambia password',
    data: { breadcrumb: 'Password' },
    loadComponent: () => import('./password/cambia-password-page').then(m => m.CambiaPasswordPage),
  },
  { path: '**', loadComponent: notFound },
];
